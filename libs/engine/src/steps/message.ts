import { KEY, STEP_KEY } from '../definition/schema-parts.js';
import type { PictureContext, StepPicture } from '../diagram/picture.js';
import { named, say } from '../diagram/picture.js';
import { drawArm } from '../trials/draw-arm.js';
import { compileTrial } from '../trials/trial.js';
import type { Experiment } from './experiment.js';
import {
  armsOf,
  checkExperiment,
  EXPERIMENT,
  experimentInWords,
  experimentReferences,
  methodOf,
} from './experiment.js';
import type { Sending } from './sending.js';
import { addressee, SENDING_PROPERTIES, sendingInWords, sendingReferences, skipMessage } from './sending.js';
import type { Move, StepVisit } from './step-type.js';
import { defineStepType, waysOf } from './step-type.js';

/** Sends a message, if the channel policy lets it. */
export interface MessageStep extends Sending {
  readonly type: 'message';
  /** The one template, where there is no experiment. */
  readonly template?: string;
  readonly experiment?: Experiment;
  /** Other ways out. With `sent` or `failed` the enrollment waits until the outcome is known. */
  readonly on?: { readonly sent?: string; readonly skipped?: string; readonly failed?: string };
  readonly next: string;
}

export const messageStep = defineStepType<MessageStep>({
  type: 'message',
  title: 'Message',
  description:
    'Sends a message, if the channel policy lets it, and goes on at once; with on.sent or on.failed it waits for the outcome.',
  required: ['next'],
  properties: {
    template: { ...KEY, description: 'The message template.' },
    experiment: EXPERIMENT,
    ...SENDING_PROPERTIES,
    on: {
      type: 'object',
      description: 'Other ways out than next.',
      minProperties: 1,
      additionalProperties: false,
      properties: { sent: STEP_KEY, skipped: STEP_KEY, failed: STEP_KEY },
    },
    next: STEP_KEY,
  },
  rules: { oneOf: [{ required: ['template'] }, { required: ['experiment'] }] },
  examples: [
    { type: 'message', template: 'welcome', on: { skipped: 'nudge' }, next: 'settle' },
    {
      type: 'message',
      experiment: { variants: [{ template: 'welcome-a' }, { template: 'welcome-b' }], optimise: 'goal' },
      next: 'settle',
    },
  ],
  rests: false,
  explain: {
    queued: {
      en: 'The message was queued on {channel}, and it went on to {next}.',
      fr: 'Le message a été mis en file sur {channel} : passage à {next}.',
    },
    held: {
      en: 'The message is to go out on {channel} at {until} ({reason}), and it went on to {next}.',
      fr: 'Le message partira sur {channel} à {until} ({reason}) : passage à {next}.',
    },
    tried: {
      en: 'The variant {variant} was drawn ({drawn}) and queued on {channel}, and it went on to {next}.',
      fr: 'La variante {variant} a été tirée ({drawn}) et mise en file sur {channel} : passage à {next}.',
    },
    sent: {
      en: 'The message was sent, so it went on to {next}.',
      fr: 'Le message est parti : passage à {next}.',
    },
    failed: {
      en: 'The message could not be sent, so it went on to {next}.',
      fr: 'Le message n’a pas pu être envoyé : passage à {next}.',
    },
    skipped: {
      en: 'No message was sent ({reason}), and it went on to {next}.',
      fr: 'Aucun message n’a été envoyé ({reason}) : passage à {next}.',
    },
  },
  ways: ({ next, on = {} }) =>
    waysOf({ '/next': next, '/on/sent': on.sent, '/on/skipped': on.skipped, '/on/failed': on.failed }),
  references: (step) => [
    ...(step.template === undefined
      ? []
      : [{ kind: 'template', key: step.template, at: '/template' } as const]),
    ...experimentReferences(step.experiment),
    ...sendingReferences(step),
  ],
  check: ({ experiment }, at) => checkExperiment(experiment, `${at}/experiment`),
  compile: (step) => {
    const { template = '', experiment, on = {}, next } = step;
    const awaitsOutcome = on.sent !== undefined || on.failed !== undefined;
    const request = addressee(step);
    const arms = experiment && armsOf(experiment);
    const afterSkip = on.skipped ?? next;
    const afterOutcome = { sent: on.sent ?? next, failed: on.failed ?? next };
    return {
      ...(experiment && { trial: compileTrial(experiment.optimise) }),
      enter: (visit) => {
        const draw = arms && drawArm(visit, methodOf(experiment), arms);
        const asked = request(visit, draw?.arm ?? template);
        const decision = visit.decideMessage(asked);
        if (!decision.send) return skipMessage(decision, afterSkip, visit);
        visit.emit({ type: 'message', request: asked, decision });
        if (draw) visit.try(draw.arm);
        if (awaitsOutcome) return awaitOutcome(visit);
        const { channel } = decision;
        const { held } = decision;
        if (!draw && held) return { move: 'go', next, code: 'held', detail: { channel, next, ...held } };
        if (!draw) return { move: 'go', next, code: 'queued', detail: { channel, next } };
        return {
          move: 'go',
          next,
          code: 'tried',
          detail: { channel, next, variant: draw.arm, ...draw.detail, ...held },
        };
      },
      signal: (visit, signal) => {
        if (signal.type !== 'message') return undefined;
        const way = afterOutcome[signal.outcome];
        const variant = experiment && visit.tried();
        const detail = { next: way, ...(variant !== undefined && { variant }) };
        return { move: 'go', next: way, code: signal.outcome, detail };
      },
    };
  },
  picture: drawMessage,
});

function drawMessage(step: MessageStep, context: PictureContext): StepPicture {
  const { template, experiment, on = {}, next } = step;
  const outcomes = [
    { next: on.sent, label: say(context, 'sent', 'parti') },
    { next: on.skipped, label: say(context, 'not sent', 'non envoyé') },
    { next: on.failed, label: say(context, 'failed', 'échec') },
  ];
  return {
    icon: 'message',
    kind: experiment
      ? say(context, 'Message experiment', 'Message à l’essai')
      : say(context, 'Message', 'Message'),
    title: experiment
      ? experiment.variants.map((variant) => named(context, 'template', variant.template)).join(' · ')
      : named(context, 'template', template ?? ''),
    details: [
      ...(experiment ? [experimentInWords(experiment, context)] : []),
      ...sendingInWords(step, context),
    ],
    ways: [
      { next, label: step.on && say(context, 'otherwise', 'sinon') },
      ...outcomes.flatMap((outcome) =>
        outcome.next === undefined ? [] : [{ ...outcome, next: outcome.next }],
      ),
    ],
  };
}

function awaitOutcome(visit: StepVisit): Move {
  return { move: 'wait', dueAt: null, waiting: { for: 'message', since: visit.now } };
}

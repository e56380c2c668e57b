import { KEY_PATTERN } from '@parcours/kernel';
import { KEY, STEP_KEY } from '../definition/schema-parts.js';
import type { MessageDecision } from '../run/passage.js';
import type { PictureContext, StepPicture } from '../diagram/picture.js';
import { named, say } from '../diagram/picture.js';
import type { Move, StepVisit } from './step-type.js';
import { defineStepType, waysOf } from './step-type.js';

/** Sends a message, if the channel policy lets it. */
export interface MessageStep {
  readonly type: 'message';
  readonly touchpoint?: string;
  readonly template: string;
  /** Default `default`. */
  readonly policy?: string;
  /** A channel's name; default `policy`: the policy chooses. */
  readonly channel?: string;
  /** Other ways out. With `sent` or `failed` the enrollment waits until the outcome is known. */
  readonly on?: { readonly sent?: string; readonly skipped?: string; readonly failed?: string };
  readonly next: string;
}

export const messageStep = defineStepType<MessageStep>({
  type: 'message',
  title: 'Message',
  description:
    'Sends a message, if the channel policy lets it, and goes on at once; with on.sent or on.failed it waits for the outcome.',
  required: ['template', 'next'],
  properties: {
    touchpoint: { ...KEY, description: 'The touchpoint that this message is.' },
    template: { ...KEY, description: 'The message template.' },
    policy: { ...KEY, default: 'default', description: 'The channel policy.' },
    channel: {
      type: 'string',
      pattern: KEY_PATTERN,
      not: { const: 'preferred' },
      default: 'policy',
      description: 'A channel such as email, or policy: the channel policy chooses.',
    },
    on: {
      type: 'object',
      description: 'Other ways out than next.',
      minProperties: 1,
      additionalProperties: false,
      properties: { sent: STEP_KEY, skipped: STEP_KEY, failed: STEP_KEY },
    },
    next: STEP_KEY,
  },
  examples: [{ type: 'message', template: 'welcome', on: { skipped: 'nudge' }, next: 'settle' }],
  rests: false,
  explain: {
    queued: {
      en: 'The message was queued on {channel}, and it went on to {next}.',
      fr: 'Le message a été mis en file sur {channel} : passage à {next}.',
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
  references: ({ template, touchpoint, policy = 'default' }) => [
    { kind: 'template', key: template, at: '/template' },
    ...(touchpoint === undefined
      ? []
      : [{ kind: 'touchpoint', key: touchpoint, at: '/touchpoint' } as const]),
    { kind: 'policy', key: policy, at: '/policy' },
  ],
  compile: (step) => {
    const { template, touchpoint, policy = 'default', channel = 'policy', on = {}, next } = step;
    const awaitsOutcome = on.sent !== undefined || on.failed !== undefined;
    const addressee = { template, policy, channel, ...(touchpoint === undefined ? {} : { touchpoint }) };
    const afterSkip = on.skipped ?? next;
    const afterOutcome = { sent: on.sent ?? next, failed: on.failed ?? next };
    return {
      enter: (visit) => {
        const request = { step: visit.step, visit: visit.visit, ...addressee };
        const decision = visit.decideMessage(request);
        if (!decision.send) return skip(decision, afterSkip);
        visit.emit({ type: 'message', request, decision });
        if (awaitsOutcome) return awaitOutcome(visit);
        return { move: 'go', next, code: 'queued', detail: { channel: decision.channel, next } };
      },
      signal: (_visit, signal) => {
        if (signal.type !== 'message') return undefined;
        const way = afterOutcome[signal.outcome];
        return { move: 'go', next: way, code: signal.outcome, detail: { next: way } };
      },
    };
  },
  picture: drawMessage,
});

function drawMessage(step: MessageStep, context: PictureContext): StepPicture {
  const { template, touchpoint, policy = 'default', channel = 'policy', on = {}, next } = step;
  const facts = [
    ...(touchpoint === undefined ? [] : [named(context, 'touchpoint', touchpoint)]),
    ...(channel === 'policy' ? [] : [say(context, `by ${channel}`, `par ${channel}`)]),
  ];
  const outcomes = [
    { next: on.sent, label: say(context, 'sent', 'parti') },
    { next: on.skipped, label: say(context, 'not sent', 'non envoyé') },
    { next: on.failed, label: say(context, 'failed', 'échec') },
  ];
  return {
    icon: 'message',
    kind: say(context, 'Message', 'Message'),
    title: named(context, 'template', template),
    details: [
      ...(facts.length === 0 ? [] : [facts.join(' · ')]),
      ...(policy === 'default'
        ? []
        : [say(context, 'policy ', 'politique ') + named(context, 'policy', policy)]),
    ],
    ways: [
      { next, label: step.on && say(context, 'otherwise', 'sinon') },
      ...outcomes.flatMap((outcome) =>
        outcome.next === undefined ? [] : [{ ...outcome, next: outcome.next }],
      ),
    ],
  };
}

function skip(decision: Extract<MessageDecision, { send: false }>, next: string): Move {
  const { code: reason, detail } = decision;
  return {
    move: 'go',
    next,
    code: 'skipped',
    detail: detail ? { reason, next, why: detail } : { reason, next },
  };
}

function awaitOutcome(visit: StepVisit): Move {
  return { move: 'wait', dueAt: null, waiting: { for: 'message', since: visit.now } };
}

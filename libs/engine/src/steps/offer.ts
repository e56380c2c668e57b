import { type Finding, type JsonObject, pointer } from '@parcours/kernel';
import { KEY, STEP_KEY } from '../definition/schema-parts.js';
import type { PictureContext, StepPicture } from '../diagram/picture.js';
import { listed, named, say } from '../diagram/picture.js';
import { drawArm, type DrawMethod } from '../trials/draw-arm.js';
import { compileTrial, type TrialAim } from '../trials/trial.js';
import { carry } from './answer-signal.js';
import { ignoredWeight } from './experiment.js';
import type { Sending } from './sending.js';
import { addressee, SENDING_PROPERTIES, sendingInWords, sendingReferences, skipMessage } from './sending.js';
import { defineStepType, waysOf } from './step-type.js';

/** Makes the customer one of several offers. */
export interface OfferStep extends Sending {
  readonly type: 'offer';
  readonly from: readonly string[];
  readonly by: 'thompson' | 'fixed' | 'weighted';
  /** Of the draw by weights, by offer; 1 where nothing is said. */
  readonly weights?: Readonly<Record<string, number>>;
  /** What a good offer brings about; default `accepted`. */
  readonly optimise?: Exclude<TrialAim, 'opened'>;
  readonly template: string;
  readonly on?: { readonly skipped?: string };
  readonly next: string;
}

const METHODS: Readonly<Record<OfferStep['by'], DrawMethod>> = {
  thompson: 'thompson',
  fixed: 'first',
  weighted: 'weighted',
};

export const offerStep = defineStepType<OfferStep>({
  type: 'offer',
  title: 'Offer',
  description:
    'Makes the customer one of several offers, among those that they can have, and goes on at once. It can learn which one works.',
  required: ['from', 'by', 'template', 'next'],
  properties: {
    from: {
      type: 'array',
      description: 'The offers.',
      minItems: 1,
      maxItems: 50,
      items: { ...KEY, description: 'The key of an offer.' },
      examples: [['upgrade', 'training']],
    },
    by: {
      enum: ['thompson', 'fixed', 'weighted'],
      description:
        'fixed: the first that the customer can have. weighted: drawn by weights. thompson: drawn by what has worked so far.',
    },
    weights: {
      type: 'object',
      description:
        'Of the draw by weights: how often each offer is drawn beside the others; 1 where nothing is said.',
      additionalProperties: { type: 'number', exclusiveMinimum: 0, maximum: 1_000 },
      examples: [{ upgrade: 2 }],
    },
    optimise: {
      enum: ['accepted', 'clicked', 'goal'],
      default: 'accepted',
      description:
        'What a good offer brings about: offer.accepted, message.clicked, or a goal of the journey.',
    },
    template: { ...KEY, description: 'The message template. It reads offer, such as offer.headline.' },
    ...SENDING_PROPERTIES,
    on: {
      type: 'object',
      description: 'Another way out where there is no offer for the customer, or the message is not sent.',
      additionalProperties: false,
      required: ['skipped'],
      properties: { skipped: STEP_KEY },
    },
    next: STEP_KEY,
  },
  examples: [
    {
      type: 'offer',
      from: ['upgrade', 'training', 'referral'],
      by: 'thompson',
      template: 'offer',
      next: 'end',
    },
  ],
  rests: false,
  explain: {
    offered: {
      en: 'The offer {offer} was drawn ({drawn}) and queued on {channel}, and it went on to {next}.',
      fr: 'L’offre {offer} a été tirée ({drawn}) et mise en file sur {channel} : passage à {next}.',
    },
    'no-offer': {
      en: 'There is no offer that the customer can have, and it went on to {next}.',
      fr: 'Aucune offre n’est possible pour le client : passage à {next}.',
    },
    skipped: {
      en: 'No offer was sent ({reason}), and it went on to {next}.',
      fr: 'Aucune offre n’a été envoyée ({reason}) : passage à {next}.',
    },
  },
  ways: ({ next, on = {} }) => waysOf({ '/next': next, '/on/skipped': on.skipped }),
  references: (step) => [
    ...step.from.map((key, index) => ({ kind: 'offer', key, at: pointer('from', index) }) as const),
    { kind: 'template', key: step.template, at: '/template' },
    ...sendingReferences(step),
  ],
  check: (step, at) => [...checkRepeated(step, at), ...checkWeights(step, at)],
  compile: (step) => {
    const { from, by, weights = {}, optimise = 'accepted', template, on = {}, next } = step;
    const request = addressee(step);
    const arms = from.map((key) => ({ key, weight: weights[key] ?? 1 }));
    const otherwise = on.skipped ?? next;
    return {
      trial: compileTrial(optimise),
      enter: (visit) => {
        const refused: JsonObject = {};
        const possible = arms.filter(({ key }) => {
          const refusal = visit.refuseOffer(key);
          if (refusal !== undefined) refused[key] = refusal;
          return refusal === undefined;
        });
        const draw = drawArm(visit, METHODS[by], possible);
        if (!draw)
          return { move: 'go', next: otherwise, code: 'no-offer', detail: { refused, next: otherwise } };
        const { arm: offer } = draw;
        const message = request(visit, template);
        const decision = visit.decideMessage(message);
        if (!decision.send) return skipMessage(decision, otherwise, visit);
        carry(visit, 'offers', offer);
        visit.emit({ type: 'message', request: message, decision, given: { offer } });
        visit.try(offer);
        const { channel } = decision;
        return {
          move: 'go',
          next,
          code: 'offered',
          detail: { offer, channel, next, refused, ...draw.detail },
        };
      },
    };
  },
  picture: drawOffer,
});

function checkRepeated({ from }: OfferStep, at: string): Finding[] {
  return from.flatMap((key, index): Finding[] =>
    from.indexOf(key) === index
      ? []
      : [
          {
            code: 'journeys.repeated-key',
            severity: 'error',
            pointer: at + pointer('from', index),
            message: `The offer '${key}' is named already.`,
            suggestion: 'Name each offer once.',
          },
        ],
  );
}

function checkWeights({ from, by, weights = {} }: OfferStep, at: string): Finding[] {
  return Object.keys(weights).flatMap((key): Finding[] => {
    const place = at + pointer('weights', key);
    if (!from.includes(key)) {
      return [
        {
          code: 'journeys.unknown-weight',
          severity: 'error',
          pointer: place,
          message: `'${key}' is none of the offers.`,
          suggestion: 'Add it to from, or leave the weight out.',
        },
      ];
    }
    return by === 'weighted' ? [] : [ignoredWeight(place)];
  });
}

function drawOffer(step: OfferStep, context: PictureContext): StepPicture {
  const { from, by, template, on, next } = step;
  const method = {
    thompson: say(context, 'learns which one works', 'apprend laquelle convient'),
    fixed: say(context, 'the first that is possible', 'la première possible'),
    weighted: say(context, 'drawn by weights', 'tirée selon les poids'),
  }[by];
  return {
    icon: 'offer',
    kind: say(context, 'Offer', 'Offre'),
    title: listed(
      from.map((key) => named(context, 'offer', key)),
      say(context, 'or', 'ou'),
    ),
    details: [
      method,
      say(context, 'in ', 'dans ') + named(context, 'template', template),
      ...sendingInWords(step, context),
    ],
    ways: [
      { next, label: on && say(context, 'offered', 'proposée') },
      ...(on?.skipped === undefined
        ? []
        : [{ next: on.skipped, label: say(context, 'none, or not sent', 'aucune, ou non envoyée') }]),
    ],
  };
}

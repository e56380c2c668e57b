import { describePercent } from '../diagram/percent.js';
import { type Finding, KEY_PATTERN, pointer } from '@parcours/kernel';
import { STEP_KEY } from '../definition/schema-parts.js';
import type { PictureContext, StepPicture } from '../diagram/picture.js';
import { say } from '../diagram/picture.js';
import { defineStepType } from './step-type.js';

/** One way of a split, with the share of customers that take it, in percent. */
export interface SplitArm {
  readonly key: string;
  readonly weight: number;
  readonly next: string;
}

/** Sends customers different ways, by shares. A customer takes the same way on every visit. */
export interface SplitStep {
  readonly type: 'split';
  readonly arms: readonly SplitArm[];
}

const WHOLE = 100;
/** Three thirds of 33.33 are meant as a whole. */
const TOLERANCE = 0.1;

export const splitStep = defineStepType<SplitStep>({
  type: 'split',
  title: 'Split',
  description:
    'Sends customers different ways, by shares that add up to 100. The same customer always goes the same way.',
  required: ['arms'],
  properties: {
    arms: {
      type: 'array',
      minItems: 2,
      maxItems: 20,
      description: 'The ways, each with its share.',
      items: {
        type: 'object',
        required: ['key', 'weight', 'next'],
        additionalProperties: false,
        properties: {
          key: {
            type: 'string',
            pattern: KEY_PATTERN,
            description: 'The name of the way, in records and figures.',
          },
          weight: { type: 'number', exclusiveMinimum: 0, maximum: WHOLE, description: 'Share in percent.' },
          next: STEP_KEY,
        },
      },
    },
  },
  examples: [
    {
      type: 'split',
      arms: [
        { key: 'a', weight: 50, next: 'thanks' },
        { key: 'b', weight: 50, next: 'tips' },
      ],
    },
  ],
  rests: false,
  explain: {
    arm: {
      en: 'The draw fell on {arm} ({weight} %), so it went on to {next}.',
      fr: 'Le tirage a désigné {arm} ({weight} %) : passage à {next}.',
    },
  },
  ways: ({ arms }) => arms.map(({ next }, index) => ({ next, at: pointer('arms', index, 'next') })),
  check: ({ arms }, at) => [...checkWeights(arms, at), ...checkKeys(arms, at)],
  compile: ({ arms }) => {
    const total = sumOf(arms);
    return {
      enter: (visit) => {
        const chance = visit.chance();
        const { key, weight, next } = armAt(arms, chance * total);
        return { move: 'go', next, code: 'arm', detail: { arm: key, weight, next, chance } };
      },
    };
  },
  picture: drawSplit,
});

function armAt(arms: readonly SplitArm[], place: number): SplitArm {
  let end = 0;
  for (const arm of arms) {
    end += arm.weight;
    if (place < end) return arm;
  }
  const last = arms.at(-1);
  if (!last) throw new RangeError('a split has arms');
  return last;
}

function sumOf(arms: readonly SplitArm[]): number {
  return arms.reduce((sum, { weight }) => sum + weight, 0);
}

function checkWeights(arms: readonly SplitArm[], at: string): Finding[] {
  const sum = sumOf(arms);
  if (Math.abs(sum - WHOLE) <= TOLERANCE) return [];
  return [
    {
      code: 'journeys.weights',
      severity: 'error',
      pointer: `${at}/arms`,
      message: `The weights add up to ${String(Number(sum.toFixed(3)))}.`,
      suggestion: 'Make them add up to 100.',
    },
  ];
}

function checkKeys(arms: readonly SplitArm[], at: string): Finding[] {
  return arms.flatMap(({ key }, index): Finding[] =>
    arms.findIndex((arm) => arm.key === key) === index
      ? []
      : [
          {
            code: 'journeys.repeated-key',
            severity: 'error',
            pointer: at + pointer('arms', index, 'key'),
            message: `There is an arm '${key}' already.`,
            suggestion: 'Give each arm a key of its own.',
          },
        ],
  );
}

function drawSplit({ arms }: SplitStep, context: PictureContext): StepPicture {
  return {
    icon: 'split',
    kind: say(context, 'Split', 'Répartition'),
    title: arms.map(({ weight }) => describePercent(weight, context.language)).join(' · '),
    details: [],
    ways: arms.map(({ key, weight, next }) => ({
      next,
      label: `${key}, ${describePercent(weight, context.language)}`,
    })),
  };
}

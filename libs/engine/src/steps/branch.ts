import { compileCondition, describeCondition, validateCondition } from '@parcours/conditions';
import type { CompiledCondition, Condition, ConditionScope } from '@parcours/conditions';
import { pointer } from '@parcours/kernel';
import type { JsonObject } from '@parcours/kernel';
import type { PictureContext, StepPicture } from '../diagram/picture.js';
import { listed, say } from '../diagram/picture.js';
import { CONDITION, STEP_KEY } from '../definition/schema-parts.js';
import { defineStepType } from './step-type.js';

/** Goes the way of the first case that holds. */
export interface BranchStep {
  readonly type: 'branch';
  readonly cases: readonly { readonly when: Condition; readonly next: string }[];
  readonly else: string;
}

export const branchStep = defineStepType<BranchStep>({
  type: 'branch',
  title: 'Branch',
  description: 'Goes the way of the first case whose condition holds, else the way of `else`.',
  required: ['cases', 'else'],
  properties: {
    cases: {
      type: 'array',
      description: 'Asked in this order.',
      minItems: 1,
      maxItems: 100,
      items: {
        type: 'object',
        required: ['when', 'next'],
        additionalProperties: false,
        properties: { when: CONDITION, next: STEP_KEY },
      },
    },
    else: STEP_KEY,
  },
  examples: [
    { type: 'branch', cases: [{ when: { trait: 'plan', is: 'pro' }, next: 'thanks' }], else: 'tips' },
  ],
  rests: false,
  explain: {
    case: {
      en: 'Case {case} held, so it went on to {next}.',
      fr: 'Le cas {case} était vrai : passage à {next}.',
    },
    else: { en: 'No case held, so it went on to {next}.', fr: 'Aucun cas n’était vrai : passage à {next}.' },
  },
  ways: (step) => [
    ...step.cases.map(({ next }, index) => ({ next, at: pointer('cases', index, 'next') })),
    { next: step.else, at: '/else' },
  ],
  conditions: ({ cases }) =>
    cases.map(({ when }, index) => ({ condition: when, at: pointer('cases', index, 'when') })),
  check: (step, at) =>
    step.cases.flatMap(({ when }, index) => validateCondition(when, at + pointer('cases', index, 'when'))),
  compile: (step) => {
    const cases = step.cases.map(({ when, next }) => ({ condition: compileCondition(when), next }));
    const conditions = cases.map(({ condition }) => condition);
    const otherwise = step.else;
    return {
      enter: (visit) => {
        const scope = visit.scope();
        for (let index = 0; index < cases.length; index++) {
          const found = cases[index];
          if (!found?.condition.holds(scope)) continue;
          const { condition, next } = found;
          const detail = { case: index, next, values: condition.values(scope) };
          return { move: 'go', next, code: 'case', detail };
        }
        const detail = { next: otherwise, values: valuesOf(conditions, scope) };
        return { move: 'go', next: otherwise, code: 'else', detail };
      },
    };
  },
  picture: drawBranch,
});

function drawBranch({ cases, else: otherwise }: BranchStep, context: PictureContext): StepPicture {
  const subjects = [...new Set(cases.flatMap(({ when }) => subjectsOf(when)))];
  const shown = [...subjects.slice(0, MOST_SUBJECTS), ...(subjects.length > MOST_SUBJECTS ? ['…'] : [])];
  return {
    icon: 'branch',
    kind: say(context, 'Branch', 'Embranchement'),
    title: say(context, 'By ', 'Selon ') + listed(shown, say(context, 'and', 'et')),
    details: [],
    ways: [
      ...cases.map(({ when, next }, index) => {
        const words = describeCondition(when, context.language);
        return { next, label: cases.length > 1 ? `${String(index + 1)}. ${words}` : words };
      }),
      { next: otherwise, label: say(context, 'otherwise', 'sinon') },
    ],
  };
}

const MOST_SUBJECTS = 3;

/** What a condition looks at, in the order of its words; nothing of one that is not valid. */
function subjectsOf(condition: Condition): string[] {
  if (validateCondition(condition).length > 0) return [];
  const { traits, properties, context, events, messages, ...groups } = compileCondition(condition).reads;
  const { segments, personas, journeys, tags } = groups;
  const behind = [...events, ...messages, ...segments, ...personas, ...journeys, ...tags];
  return [...traits, ...properties, ...context, ...behind];
}

function valuesOf(conditions: readonly CompiledCondition[], scope: ConditionScope): JsonObject {
  const values: JsonObject = {};
  for (const condition of conditions) Object.assign(values, condition.values(scope));
  return values;
}

import type { Finding, JsonObject, JsonValue } from '@parcours/kernel';
import { pointer } from '@parcours/kernel';
import { compilePath } from '@parcours/conditions';
import { variablePath } from '../definition/paths.js';
import { STEP_KEY } from '../definition/schema-parts.js';
import { checkValue, compileValue, type ValueReader } from '../definition/values.js';
import type { PictureContext, StepPicture } from '../diagram/picture.js';
import { say } from '../diagram/picture.js';
import { defineStepType } from './step-type.js';
import type { StepVisit } from './step-type.js';

/** Changes traits of the customer. */
export interface UpdateStep {
  readonly type: 'update';
  /** Values by trait; `{{event.x}}`, `{{context.x}}` and `{{customer.x}}` are read. */
  readonly set?: JsonObject;
  readonly unset?: readonly string[];
  /** What to add to traits that hold numbers, a number or a text that reads one; one that is absent counts from 0. */
  readonly increment?: Readonly<Record<string, number | string>>;
  readonly next: string;
}

const TRAIT: JsonObject = {
  type: 'string',
  pattern: '^[^.]{1,100}$',
  not: { enum: ['__proto__', 'constructor', 'prototype'] },
  examples: ['stage'],
};

export const updateStep = defineStepType<UpdateStep>({
  type: 'update',
  title: 'Update',
  description: 'Sets, removes and counts up traits of the customer.',
  required: ['next'],
  properties: {
    set: {
      type: 'object',
      minProperties: 1,
      maxProperties: 100,
      propertyNames: TRAIT,
      description:
        'Values by trait. A text that is exactly {{event.amount}} becomes that value, with its type.',
    },
    unset: { type: 'array', description: 'Traits to remove.', minItems: 1, maxItems: 100, items: TRAIT },
    increment: {
      type: 'object',
      minProperties: 1,
      maxProperties: 100,
      propertyNames: TRAIT,
      additionalProperties: {
        anyOf: [{ type: 'number' }, { type: 'string', pattern: '^\\{\\{[^{}]+\\}\\}$' }],
      },
      description: 'What to add to each trait; one that holds no number counts from 0.',
    },
    next: STEP_KEY,
  },
  rules: { anyOf: [{ required: ['set'] }, { required: ['unset'] }, { required: ['increment'] }] },
  examples: [
    { type: 'update', set: { stage: 'active', last_amount: '{{event.amount}}' }, next: 'thanks' },
    { type: 'update', increment: { points: 10, spent: '{{event.amount}}' }, next: 'thanks' },
  ],
  rests: false,
  explain: {
    updated: {
      en: 'The customer’s traits were updated ({traits}).',
      fr: 'Les attributs du client ont été mis à jour ({traits}).',
    },
  },
  ways: ({ next }) => [{ next, at: '/next' }],
  check: ({ set = {}, increment = {} }, at) => [
    ...checkMembers(set, `${at}/set`),
    ...checkMembers(increment, `${at}/increment`),
  ],
  compile: ({ set = {}, unset = [], increment = {}, next }) => {
    const assignments = [
      ...Object.entries(set).map(([trait, value]) => ({ trait, read: compileValue(value) })),
      ...Object.entries(increment).map(([trait, by]) => ({ trait, read: compileIncrement(trait, by) })),
    ];
    const traits = [...assignments.map(({ trait }) => trait), ...unset].join(', ');
    return {
      enter: (visit) => {
        const values = valuesFor(visit, assignments);
        const changed: JsonObject = { ...visit.customer.traits, ...values };
        for (const trait of unset) Reflect.deleteProperty(changed, trait);
        visit.setTraits(changed);
        visit.emit({ type: 'traits', set: values, unset });
        return { move: 'go', next, code: 'updated', detail: { next, traits } };
      },
    };
  },
  picture: drawUpdate,
});

const MOST_CHANGES = 3;

function drawUpdate(
  { set = {}, unset = [], increment = {}, next }: UpdateStep,
  context: PictureContext,
): StepPicture {
  const changes = [
    ...Object.entries(set).map(([trait, value]) => `${trait} = ${assigned(value)}`),
    ...Object.entries(increment).map(([trait, by]) => `${trait} + ${assigned(by)}`),
    ...unset.map((trait) => say(context, `forget ${trait}`, `oublier ${trait}`)),
  ];
  const [title = '', ...more] = changes;
  const rest = changes.length - MOST_CHANGES;
  return {
    icon: 'update',
    kind: say(context, 'Update', 'Mise à jour'),
    title,
    details: [
      ...more.slice(0, MOST_CHANGES - 1),
      ...(rest > 0 ? [say(context, `and ${String(rest)} more`, `et ${String(rest)} de plus`)] : []),
    ],
    ways: [{ next }],
  };
}

function assigned(value: JsonValue | undefined): string {
  return variablePath(value) ?? (typeof value === 'string' ? value : JSON.stringify(value));
}

interface Assignment {
  readonly trait: string;
  readonly read: ValueReader;
}

/** A value that is absent at its source leaves the trait as it is. */
function valuesFor(visit: StepVisit, assignments: readonly Assignment[]): JsonObject {
  const values: JsonObject = {};
  for (const { trait, read } of assignments) {
    const value = read(visit);
    if (value !== undefined) values[trait] = value;
  }
  return values;
}

function compileIncrement(trait: string, by: number | string): ValueReader {
  const add = compileValue(by);
  const present = compilePath(trait);
  return (source) => {
    const amount = add(source);
    if (typeof amount !== 'number') return undefined;
    const sum = numberOr0(present(source.scope().traits)) + amount;
    return Number.isFinite(sum) ? sum : undefined;
  };
}

function numberOr0(value: unknown): number {
  return typeof value === 'number' ? value : 0;
}

function checkMembers(members: JsonObject, at: string): Finding[] {
  return Object.entries(members).flatMap(([name, value]) => checkValue(value, at + pointer(name)));
}

import type { Finding, JsonObject, JsonValue } from '@parcours/kernel';
import { pointer } from '@parcours/kernel';
import { compileScopePath, variablePath } from '../definition/paths.js';
import { STEP_KEY } from '../definition/schema-parts.js';
import type { PictureContext, StepPicture } from '../diagram/picture.js';
import { say } from '../diagram/picture.js';
import { defineStepType } from './step-type.js';
import type { StepVisit } from './step-type.js';

/** Changes traits of the customer. */
export interface UpdateStep {
  readonly type: 'update';
  /** Values by trait; a text that is exactly `{{event.x}}`, `{{context.x}}` or `{{customer.x}}` is read from there. */
  readonly set?: JsonObject;
  readonly unset?: readonly string[];
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
  description: 'Sets and removes traits of the customer.',
  required: ['next'],
  properties: {
    set: {
      type: 'object',
      minProperties: 1,
      maxProperties: 100,
      propertyNames: TRAIT,
      description: 'Values by trait. A text that is exactly {{event.amount}} is replaced by that value.',
    },
    unset: { type: 'array', description: 'Traits to remove.', minItems: 1, maxItems: 100, items: TRAIT },
    next: STEP_KEY,
  },
  rules: { anyOf: [{ required: ['set'] }, { required: ['unset'] }] },
  examples: [{ type: 'update', set: { stage: 'active', last_amount: '{{event.amount}}' }, next: 'thanks' }],
  rests: false,
  explain: {
    updated: {
      en: 'The customer’s traits were updated ({traits}).',
      fr: 'Les attributs du client ont été mis à jour ({traits}).',
    },
  },
  ways: ({ next }) => [{ next, at: '/next' }],
  check: ({ set = {} }, at) =>
    Object.entries(set).flatMap(([trait, value]) => checkVariable(value, at + pointer('set', trait))),
  compile: ({ set = {}, unset = [], next }) => {
    const assignments = Object.entries(set).map(([trait, value]) => compileAssignment(trait, value));
    const traits = [...Object.keys(set), ...unset].join(', ');
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

function drawUpdate({ set = {}, unset = [], next }: UpdateStep, context: PictureContext): StepPicture {
  const changes = [
    ...Object.entries(set).map(([trait, value]) => `${trait} = ${assigned(value)}`),
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
  readonly read: (visit: StepVisit) => JsonValue | undefined;
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

function compileAssignment(trait: string, value: JsonValue | undefined): Assignment {
  const path = variablePath(value);
  const read = path === undefined ? undefined : compileScopePath(path);
  if (!read) return { trait, read: () => value };
  // Whatever a scope holds came out of JSON.
  return { trait, read: (visit) => read(visit.scope()) as JsonValue | undefined };
}

function checkVariable(value: unknown, at: string): Finding[] {
  const path = variablePath(value);
  if (path === undefined || compileScopePath(path)) return [];
  return [
    {
      code: 'journeys.unknown-variable',
      severity: 'error',
      pointer: at,
      message: `'${path}' names nothing that a step can read.`,
      suggestion: 'Begin it with event., context. or customer.',
    },
  ];
}

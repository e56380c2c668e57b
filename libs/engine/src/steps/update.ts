import type { Finding, JsonObject, JsonValue } from '@parcours/kernel';
import { KEY_PATTERN, pointer } from '@parcours/kernel';
import { compilePath } from '@parcours/conditions';
import { variablePath } from '../definition/paths.js';
import { KEY, STEP_KEY } from '../definition/schema-parts.js';
import { checkValue, compileValue, type ValueReader } from '../definition/values.js';
import type { PictureContext, StepPicture } from '../diagram/picture.js';
import { say } from '../diagram/picture.js';
import { type ConsentDecision, DECISIONS, EVERY } from '../run/consent.js';
import { defineStepType } from './step-type.js';
import type { StepVisit } from './step-type.js';

/** Changes traits, tags and consents of the customer. */
export interface UpdateStep {
  readonly type: 'update';
  /** Values by trait; `{{event.x}}`, `{{context.x}}` and `{{customer.x}}` are read. */
  readonly set?: JsonObject;
  readonly unset?: readonly string[];
  /** What to add to traits that hold numbers, a number or a text that reads one; one that is absent counts from 0. */
  readonly increment?: Readonly<Record<string, number | string>>;
  readonly tags?: { readonly add?: readonly string[]; readonly remove?: readonly string[] };
  /** What the customer lets be sent from now on, each decision in its turn. */
  readonly consent?: readonly ConsentDecision[];
  readonly next: string;
}

const TAGS: JsonObject = {
  type: 'array',
  minItems: 1,
  maxItems: 100,
  items: { type: 'string', minLength: 1, maxLength: 100, pattern: '^[^\\u0000-\\u001f]*$' },
};

const TRAIT: JsonObject = {
  type: 'string',
  pattern: '^[^.]{1,100}$',
  not: { enum: ['__proto__', 'constructor', 'prototype'] },
  examples: ['stage'],
};

export const updateStep = defineStepType<UpdateStep>({
  type: 'update',
  title: 'Update',
  description:
    'Sets, removes and counts up traits of the customer; adds and removes tags; decides on consents.',
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
    tags: {
      type: 'object',
      description: 'Tags to add and to remove.',
      additionalProperties: false,
      minProperties: 1,
      properties: {
        add: { ...TAGS, description: 'Tags to add.', examples: [['engaged']] },
        remove: { ...TAGS, description: 'Tags to remove.', examples: [['trial']] },
      },
    },
    consent: {
      type: 'array',
      description: 'What the customer lets be sent from now on. Say it only where the customer has said it.',
      minItems: 1,
      maxItems: 50,
      items: {
        type: 'object',
        required: ['channel', 'topic', 'state'],
        additionalProperties: false,
        properties: {
          channel: { ...KEY, description: 'What the messages come by.', examples: ['email'] },
          topic: {
            type: 'string',
            pattern: `^\\*$|${KEY_PATTERN}`,
            description: 'The key of a topic; * for the whole channel.',
            examples: ['newsletter'],
          },
          state: { enum: [...DECISIONS], description: 'What is decided.' },
        },
      },
    },
    next: STEP_KEY,
  },
  rules: {
    anyOf: ['set', 'unset', 'increment', 'tags', 'consent'].map((member) => ({ required: [member] })),
  },
  examples: [
    { type: 'update', set: { stage: 'active', last_amount: '{{event.amount}}' }, next: 'thanks' },
    { type: 'update', increment: { points: 10, spent: '{{event.amount}}' }, next: 'thanks' },
    {
      type: 'update',
      tags: { add: ['engaged'], remove: ['trial'] },
      consent: [{ channel: 'email', topic: 'newsletter', state: 'granted' }],
      next: 'thanks',
    },
  ],
  rests: false,
  explain: {
    updated: {
      en: 'The customer was updated ({traits}).',
      fr: 'Le client a été mis à jour ({traits}).',
    },
  },
  ways: ({ next }) => [{ next, at: '/next' }],
  references: ({ consent = [] }) =>
    consent.flatMap(({ topic }, index) =>
      topic === EVERY ? [] : [{ kind: 'topic', key: topic, at: pointer('consent', index, 'topic') } as const],
    ),
  check: ({ set = {}, increment = {} }, at) => [
    ...checkMembers(set, `${at}/set`),
    ...checkMembers(increment, `${at}/increment`),
  ],
  compile: ({ set = {}, unset = [], increment = {}, tags = {}, consent = [], next }) => {
    const assignments = [
      ...Object.entries(set).map(([trait, value]) => ({ trait, read: compileValue(value) })),
      ...Object.entries(increment).map(([trait, by]) => ({ trait, read: compileIncrement(trait, by) })),
    ];
    const traits = [
      ...assignments.map(({ trait }) => trait),
      ...unset,
      ...profileChanges({ tags, consent }),
    ].join(', ');
    const { add = [], remove = [] } = tags;
    const changesTraits = assignments.length > 0 || unset.length > 0;
    const changesProfile = add.length + remove.length + consent.length > 0;
    return {
      enter: (visit) => {
        if (changesTraits) {
          const values = valuesFor(visit, assignments);
          const changed: JsonObject = { ...visit.customer.traits, ...values };
          for (const trait of unset) Reflect.deleteProperty(changed, trait);
          visit.setTraits(changed);
          visit.emit({ type: 'traits', set: values, unset });
        }
        if (changesProfile) visit.emit({ type: 'profile', tags: { add, remove }, consents: consent });
        return { move: 'go', next, code: 'updated', detail: { next, traits } };
      },
    };
  },
  picture: drawUpdate,
});

const MOST_CHANGES = 3;

function drawUpdate(
  { set = {}, unset = [], increment = {}, tags = {}, consent = [], next }: UpdateStep,
  context: PictureContext,
): StepPicture {
  const changes = [
    ...Object.entries(set).map(([trait, value]) => `${trait} = ${assigned(value)}`),
    ...Object.entries(increment).map(([trait, by]) => `${trait} + ${assigned(by)}`),
    ...unset.map((trait) => say(context, `forget ${trait}`, `oublier ${trait}`)),
    ...profileChanges({ tags, consent }),
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

/** Tags and consents in short: `+engaged`, `-trial`, `email newsletter: granted`. */
function profileChanges({ tags = {}, consent = [] }: Pick<UpdateStep, 'tags' | 'consent'>): string[] {
  return [
    ...(tags.add ?? []).map((tag) => `+${tag}`),
    ...(tags.remove ?? []).map((tag) => `-${tag}`),
    ...consent.map(({ channel, topic, state }) => `${channel} ${topic}: ${state}`),
  ];
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

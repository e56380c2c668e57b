import type { JsonObject } from '@parcours/kernel';
import type { TestKinds } from './combinations.js';
import { PROPERTY_KINDS, TEST_KINDS } from './test-kinds.js';

const combination = (member: string, title: string, schema: JsonObject): JsonObject => ({
  type: 'object',
  title,
  required: [member],
  additionalProperties: false,
  properties: { [member]: schema },
});

/** A condition made of tests of these kinds, under a name of its own in `$defs`. */
function conditionOf(name: string, kinds: TestKinds): JsonObject {
  const inner = { $ref: `#/$defs/${name}` };
  const list = { type: 'array', minItems: 1, items: inner };
  return {
    oneOf: [
      combination('all', 'Every one of these', { ...list, description: 'All of them have to hold.' }),
      combination('any', 'At least one of these', { ...list, description: 'One of them has to hold.' }),
      combination('not', 'The opposite', inner),
      ...[...kinds.keys()].map((member) => ({ $ref: `#/$defs/test-${member}` })),
    ],
  };
}

function defsOf(kinds: TestKinds): Readonly<Record<string, JsonObject>> {
  return {
    condition: {
      title: 'Condition',
      description: 'All of several conditions, any of them, the opposite of one, or a test.',
      examples: [
        {
          all: [
            { trait: 'plan', is: 'pro' },
            { property: 'amount', gte: 100 },
          ],
        },
      ],
      ...conditionOf('condition', kinds),
    },
    ...Object.fromEntries([...kinds].map(([member, kind]) => [`test-${member}`, kind.schema])),
  };
}

/**
 * The `$defs` of the condition language, for schemas that hold conditions: copy them in and point at
 * `#/$defs/condition`.
 */
export const CONDITION_DEFS: Readonly<Record<string, JsonObject>> = {
  ...defsOf(TEST_KINDS),
  'event-condition': {
    title: 'Condition on one event',
    description: 'Tests of the properties of one event, and all, any and not of them.',
    examples: [{ property: 'kind', is: 'book' }],
    ...conditionOf('event-condition', PROPERTY_KINDS),
  },
};

/** JSON Schema (draft 2020-12) of one condition. Limits on depth, number of tests and patterns come on top. */
export const CONDITION_SCHEMA: JsonObject = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  $id: 'urn:parcours:schema:condition',
  title: 'Condition',
  $ref: '#/$defs/condition',
  $defs: CONDITION_DEFS,
};

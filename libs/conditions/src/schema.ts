import type { JsonObject } from '@parcours/kernel';
import { TEST_KINDS } from './test-kinds.js';

const CONDITION = { $ref: '#/$defs/condition' };

const combination = (member: string, title: string, schema: JsonObject): JsonObject => ({
  type: 'object',
  title,
  required: [member],
  additionalProperties: false,
  properties: { [member]: schema },
});

const LIST = { type: 'array', minItems: 1, items: CONDITION };
const ALL = { ...LIST, description: 'All of them have to hold.' };
const ANY = { ...LIST, description: 'One of them has to hold.' };

/**
 * The `$defs` of the condition language, for schemas that hold conditions: copy them in and point at
 * `#/$defs/condition`.
 */
export const CONDITION_DEFS: Readonly<Record<string, JsonObject>> = {
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
    oneOf: [
      combination('all', 'Every one of these', ALL),
      combination('any', 'At least one of these', ANY),
      combination('not', 'The opposite', CONDITION),
      ...[...TEST_KINDS.keys()].map((member) => ({ $ref: `#/$defs/test-${member}` })),
    ],
  },
  ...Object.fromEntries([...TEST_KINDS].map(([member, kind]) => [`test-${member}`, kind.schema])),
};

/** JSON Schema (draft 2020-12) of one condition. Limits on depth, number of tests and patterns come on top. */
export const CONDITION_SCHEMA: JsonObject = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  $id: 'urn:parcours:schema:condition',
  title: 'Condition',
  $ref: '#/$defs/condition',
  $defs: CONDITION_DEFS,
};

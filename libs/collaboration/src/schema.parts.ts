import type { JsonSchema } from '@parcours/http';

export const INSTANT = { type: 'string', format: 'date-time' } as const;
export const INSTANT_OR_NULL = { type: ['string', 'null'], format: 'date-time' } as const;

export const PERSON_SCHEMA: JsonSchema = {
  type: 'object',
  description: 'Who it was: a token, a user, or the product itself.',
  properties: {
    kind: { type: 'string', enum: ['token', 'user', 'system'] },
    id: { type: ['string', 'null'] },
    name: { type: 'string' },
  },
  examples: [{ kind: 'user', id: '7301', name: 'Ada' }],
};

export const NO_MEMBERS: JsonSchema = { type: 'object', additionalProperties: false };

/** An id in a path. */
export const ID: JsonSchema = { type: 'integer', minimum: 0, maximum: Number.MAX_SAFE_INTEGER };

export const THING_LIST_FIELDS = {
  type: { expression: 'i.type', type: 'text' },
  key: { expression: 'i.item_key', type: 'text' },
} as const;

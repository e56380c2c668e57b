import type { JsonSchema } from '@parcours/http';

const AT = '2030-03-02T08:00:00.000Z';

export const INSTANT = { type: 'string', format: 'date-time', examples: [AT] } as const;
export const INSTANT_OR_NULL = { type: ['string', 'null'], format: 'date-time', examples: [AT] } as const;

export const PERSON_SCHEMA: JsonSchema = {
  title: 'Person',
  type: 'object',
  description: 'Who it was: a token, a user, or the product itself.',
  required: ['kind', 'id', 'name'],
  properties: {
    kind: {
      type: 'string',
      enum: ['token', 'user', 'system'],
      description: 'A program with an API token, somebody who has signed in, or the product itself.',
    },
    id: {
      type: ['string', 'null'],
      description: 'Of the token or the user; null of the product.',
      examples: ['7301'],
    },
    name: { type: 'string', description: 'As it was then.', examples: ['Ada'] },
  },
  examples: [{ kind: 'user', id: '7301', name: 'Ada' }],
};

/** What a list over all types tells of the thing. */
export const THING_MEMBERS = {
  type: { type: 'string', description: 'The content type, as in addresses.', examples: ['touchpoints'] },
  key: { type: 'string', description: 'The key of the thing.', examples: ['shop'] },
  name: { type: 'string', description: 'What people call it, in one language.', examples: ['Shop'] },
} as const satisfies Readonly<Record<string, JsonSchema>>;

export const THING_LIST_FIELDS = {
  type: { expression: 'i.type', type: 'text' },
  key: { expression: 'i.item_key', type: 'text' },
} as const;

import type { JsonSchema } from '@parcours/http';

const INSTANT = { type: 'string', format: 'date-time' } as const;
const INSTANT_OR_NULL = { type: ['string', 'null'], format: 'date-time' } as const;
const TEXT_OR_NULL = { type: ['string', 'null'] } as const;

export const ENROLLMENT_SCHEMA: JsonSchema = {
  type: 'object',
  properties: {
    id: { type: 'string' },
    customerId: { type: 'string' },
    journey: { ...TEXT_OR_NULL, description: 'Its key; null where it was deleted since.' },
    version: { type: 'integer', description: 'The published version that it is pinned to.' },
    entryKey: { type: 'string' },
    state: { enum: ['active', 'ended'] },
    step: { ...TEXT_OR_NULL, description: 'Where it stands; null once it has ended.' },
    waitsFor: {
      type: ['object', 'null'],
      description: 'What moves it on.',
      properties: {
        events: { type: 'array', items: { type: 'string' } },
        messageOutcome: { type: 'boolean' },
      },
    },
    dueAt: { ...INSTANT_OR_NULL, description: 'When it moves on by itself.' },
    context: { type: 'object' },
    enteredAt: INSTANT,
    endedAt: INSTANT_OR_NULL,
    endReason: TEXT_OR_NULL,
    goals: { type: 'array', items: { type: 'string' }, description: 'Keys of the goals it has reached.' },
    heldOut: { type: 'boolean', description: 'In the share that enters but receives nothing.' },
  },
};

export const HISTORY_SCHEMA: JsonSchema = {
  type: 'array',
  items: {
    type: 'object',
    properties: {
      visit: { type: 'integer' },
      step: { type: 'string' },
      type: { type: 'string' },
      at: INSTANT,
      code: { type: 'string', description: 'What happened, for programs.' },
      detail: { type: ['object', 'null'], description: 'What decided.' },
      words: { type: 'string', description: 'What happened, for people, in the language of `locale`.' },
    },
  },
};

export const HISTORY_QUERY_SCHEMA: JsonSchema = {
  type: 'object',
  properties: { locale: { enum: ['en', 'fr'], default: 'en', description: 'The language of `words`.' } },
};

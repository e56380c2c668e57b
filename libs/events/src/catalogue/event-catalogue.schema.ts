import type { JsonSchema } from '@parcours/http';

import { EVENT_LAYERS } from '../event-origin.js';

const origin = (description: string, example: string): JsonSchema => ({
  type: ['string', 'null'],
  description,
  examples: [example],
});

const instant = (description: string): JsonSchema => ({
  type: 'string',
  format: 'date-time',
  description,
  examples: ['2026-03-02T08:00:00.000Z'],
});

const NEVER: JsonSchema = { type: ['string', 'null'] };

export const NAME_SCHEMA: JsonSchema = {
  title: 'Catalogued event',
  description: 'A name of events, what it is defined as, and how often it came.',
  type: 'object',
  required: [
    'event',
    'definition',
    'layer',
    'touchpoint',
    'channel',
    'device',
    'department',
    'received',
    'violating',
    'firstSeenAt',
    'lastSeenAt',
  ],
  properties: {
    event: {
      type: 'string',
      description: 'The name; `*` stands for all names beyond the first 10,000.',
      examples: ['order.completed'],
    },
    definition: {
      type: ['string', 'null'],
      description: 'Key of its event definition; null for an unknown event.',
      examples: ['order.completed'],
    },
    layer: {
      type: 'string',
      enum: EVENT_LAYERS,
      description: 'The layer of data that it belongs to: behavioural, where nobody has said otherwise.',
    },
    touchpoint: origin('Key of the touchpoint at which it happens.', 'website'),
    channel: origin('What it comes by.', 'web'),
    device: origin('What it happens on.', 'phone'),
    department: origin('Who looks after it.', 'Sales'),
    received: {
      type: 'integer',
      description: 'How often it came, repeated ones included.',
      examples: [1042],
    },
    violating: {
      type: 'integer',
      description: 'How often its properties were not what its schema says.',
      examples: [3],
    },
    firstSeenAt: { ...instant('When it came for the first time; null where it never did.'), ...NEVER },
    lastSeenAt: { ...instant('When it came last; null where it never did.'), ...NEVER },
  },
};

export const VIOLATION_SCHEMA: JsonSchema = {
  title: 'Event violation',
  description: 'A place at which events of one name were not what their schema says.',
  type: 'object',
  required: [
    'id',
    'event',
    'pointer',
    'code',
    'detail',
    'occurrences',
    'lastMessageId',
    'firstSeenAt',
    'lastSeenAt',
  ],
  properties: {
    id: { type: 'string', description: 'Of the entry.', examples: ['8812345678901234'] },
    event: { type: 'string', description: 'The name of the events.', examples: ['order.completed'] },
    pointer: {
      type: 'string',
      description: 'Place in the properties; `*` stands for any entry of a list.',
      examples: ['/amount'],
    },
    code: { type: 'string', description: 'The kind of defect; stable.', examples: ['schema.wrong-type'] },
    detail: {
      type: 'string',
      description: 'What was wrong the last time.',
      examples: ['Must be a number, not a string.'],
    },
    occurrences: { type: 'integer', description: 'How often it was so.', examples: [3] },
    lastMessageId: {
      type: ['string', 'null'],
      description: 'The id that the sender gave the last of them; null where it gave none.',
      examples: ['shop-1001'],
    },
    firstSeenAt: instant('When it was so for the first time.'),
    lastSeenAt: instant('When it was so last.'),
  },
};

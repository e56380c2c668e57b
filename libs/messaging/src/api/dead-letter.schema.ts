import type { JsonSchema } from '@parcours/http';

import { MOST_RETRIED } from '../dead-letters/dead-letter.service.js';

const INSTANT = { type: 'string', format: 'date-time', examples: ['2030-03-02T08:00:00.000Z'] } as const;

export const RETRY_SCHEMA: JsonSchema = {
  title: 'Retry of failed messages',
  description: 'Which of the messages that have failed for good. Every member has to hold.',
  type: 'object',
  additionalProperties: false,
  properties: {
    connector: {
      type: 'string',
      minLength: 1,
      maxLength: 100,
      description: 'The key of the connector that was to send them.',
      examples: ['mailbox'],
    },
    journey: {
      type: 'string',
      minLength: 1,
      maxLength: 100,
      description: 'The key of the journey that they belong to.',
      examples: ['welcome'],
    },
    code: {
      type: 'string',
      pattern: '^[a-z0-9.-]{1,100}$',
      description: 'Of the failure.',
      examples: ['smtp.message-refused'],
    },
    createdSince: {
      ...INSTANT,
      description: 'When they were decided at the earliest; a week ago by default.',
    },
    createdUntil: { ...INSTANT, description: 'Before when they were decided; by default all until now.' },
    dryRun: { type: 'boolean', description: 'True counts them and changes nothing.', examples: [true] },
  },
};

export const RETRIED_SCHEMA: JsonSchema = {
  title: 'Retried messages',
  description: `How many messages are sent again, ${String(MOST_RETRIED)} at a time.`,
  type: 'object',
  required: ['matching', 'retried', 'hasMore'],
  properties: {
    matching: { type: 'integer', description: 'How many can be sent again.', examples: [42] },
    retried: {
      type: 'integer',
      description: 'How many are: none in a dry run, and not those that caps have no room for.',
      examples: [42],
    },
    hasMore: { type: 'boolean', description: 'There are more: ask again.', examples: [false] },
  },
};

import type { JsonSchema } from '@parcours/http';
import { MESSAGE_STATUSES } from '../outbox/message.js';

const KEY_OR_NULL = { type: ['string', 'null'], description: 'Null where it was deleted since.' } as const;
const INSTANT_OR_NULL = { type: ['string', 'null'], format: 'date-time' } as const;

export const MESSAGE_SCHEMA: JsonSchema = {
  type: 'object',
  properties: {
    id: { type: 'string' },
    customerId: { type: 'string' },
    enrollmentId: { type: 'string' },
    journey: KEY_OR_NULL,
    step: { type: 'string' },
    visit: { type: 'integer', description: 'Which passage of the step it belongs to.' },
    channel: { type: 'string' },
    connector: KEY_OR_NULL,
    template: {
      type: 'object',
      properties: { key: KEY_OR_NULL, version: { type: 'integer' } },
    },
    status: { enum: MESSAGE_STATUSES },
    attempts: { type: 'integer' },
    maybeDuplicate: {
      type: 'boolean',
      description: 'An attempt was interrupted before its end was known, so that it may have arrived twice.',
    },
    address: { type: ['string', 'null'] },
    providerId: { type: ['string', 'null'] },
    failure: {
      type: ['object', 'null'],
      properties: { code: { type: 'string' }, detail: { type: 'string' } },
    },
    createdAt: { type: 'string', format: 'date-time' },
    nextAttemptAt: INSTANT_OR_NULL,
    finishedAt: INSTANT_OR_NULL,
  },
};

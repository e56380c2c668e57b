import type { JsonSchema } from '@parcours/http';

import { DELIVERY_STATUSES } from '../deliveries/delivery.js';
import { CONTENT_EVENTS } from '../events/content-events.js';

const INSTANT = { type: 'string', format: 'date-time' } as const;
const INSTANT_OR_NULL = { type: ['string', 'null'], format: 'date-time' } as const;

export const EVENT_CATALOGUE_SCHEMA: JsonSchema = {
  type: 'array',
  items: {
    title: 'Kind of event',
    type: 'object',
    properties: {
      name: { type: 'string', examples: ['content.published'] },
      description: { type: 'string' },
      schema: { type: 'object', description: 'JSON Schema of what is posted.' },
    },
    examples: [
      {
        name: 'content.published',
        description: 'A draft became the published version.',
        schema: { title: 'content.published', type: 'object' },
      },
    ],
  },
};

export const ENDPOINT_SCHEMA: JsonSchema = {
  title: 'Webhook endpoint',
  type: 'object',
  properties: {
    hasSecret: { type: 'boolean' },
    secretCreatedAt: INSTANT_OR_NULL,
    previousSecretUntil: {
      ...INSTANT_OR_NULL,
      description: 'Until when deliveries are signed with the secret before, too.',
    },
    disabled: { type: 'boolean', description: 'The receiver of what is published has said that it is gone.' },
    disabledAt: INSTANT_OR_NULL,
    disabledReason: { type: ['string', 'null'] },
    waiting: { type: 'integer', description: 'How many deliveries are still to be made.' },
  },
  examples: [
    {
      hasSecret: true,
      secretCreatedAt: '2030-03-02T08:00:00.000Z',
      previousSecretUntil: null,
      disabled: false,
      disabledAt: null,
      disabledReason: null,
      waiting: 0,
    },
  ],
};

export const NEW_SECRET_SCHEMA: JsonSchema = {
  title: 'Webhook secret',
  type: 'object',
  properties: {
    secret: { type: 'string', description: 'To verify signatures with. Only in this answer.' },
    previousUntil: {
      ...INSTANT_OR_NULL,
      description: 'Until when deliveries are signed with the secret before, too; null when there was none.',
    },
  },
  examples: [{ secret: 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSwMfKQ9r8GKYo=', previousUntil: null }],
};

const FAILURE = {
  type: ['object', 'null'],
  properties: { code: { type: 'string' }, detail: { type: 'string' } },
} as const;

const DELIVERY_EXAMPLE = {
  id: '8101',
  webhookId: 'evt_8100',
  event: 'content.published',
  status: 'delivered',
  attempts: 2,
  responseStatus: 204,
  responseBody: '',
  failure: null,
  createdAt: '2030-03-02T08:00:00.000Z',
  nextAttemptAt: null,
  finishedAt: '2030-03-02T08:00:06.000Z',
};

export const DELIVERY_SCHEMA: JsonSchema = {
  title: 'Webhook delivery',
  type: 'object',
  properties: {
    id: { type: 'string' },
    webhookId: { type: 'string', description: 'The header webhook-id: the same for every attempt.' },
    event: { type: 'string', examples: ['content.published'] },
    status: {
      type: 'string',
      enum: DELIVERY_STATUSES,
      description: 'dead: given up; a replay brings it back.',
    },
    attempts: { type: 'integer', description: 'Since it was queued, or replayed.' },
    responseStatus: { type: ['integer', 'null'] },
    responseBody: { type: ['string', 'null'], description: 'The first 2 kB of the last answer.' },
    failure: { ...FAILURE, description: 'Why the last attempt failed.' },
    createdAt: INSTANT,
    nextAttemptAt: INSTANT_OR_NULL,
    finishedAt: INSTANT_OR_NULL,
  },
  examples: [DELIVERY_EXAMPLE],
};

export const WHOLE_DELIVERY_SCHEMA: JsonSchema = {
  ...DELIVERY_SCHEMA,
  properties: {
    ...(DELIVERY_SCHEMA['properties'] as object),
    payload: { type: ['object', 'null'], description: 'What is posted.' },
    log: {
      type: 'array',
      description: 'The latest attempts.',
      items: {
        type: 'object',
        properties: {
          at: INSTANT,
          durationMs: { type: 'integer' },
          status: { type: ['integer', 'null'] },
          failure: FAILURE,
        },
      },
    },
  },
  examples: [
    {
      ...DELIVERY_EXAMPLE,
      payload: {
        type: 'content.published',
        timestamp: '2030-03-02T08:00:00.000Z',
        data: CONTENT_EVENTS.published.example,
      },
      log: [{ at: '2030-03-02T08:00:06.000Z', durationMs: 38, status: 204, failure: null }],
    },
  ],
};

export const REPLAY_SCHEMA = {
  title: 'Replay',
  type: 'object',
  additionalProperties: false,
  required: ['since'],
  properties: {
    since: {
      type: 'string',
      format: 'date-time',
      description: 'Deliveries that were first queued at this time or later.',
      examples: ['2030-03-02T08:00:00Z'],
    },
    of: {
      type: 'string',
      enum: ['dead', 'all'],
      default: 'dead',
      description: 'Those that were given up, or those that have arrived too.',
    },
  },
} as const satisfies JsonSchema;

export const REPLAYED_SCHEMA: JsonSchema = {
  title: 'Replayed',
  type: 'object',
  properties: { queued: { type: 'integer', description: 'How many are delivered again.' } },
  examples: [{ queued: 12 }],
};

export const NO_MEMBERS: JsonSchema = { type: 'object', additionalProperties: false };

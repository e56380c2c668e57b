import type { JsonSchema } from '@parcours/http';

import { DELIVERY_STATUSES } from '../deliveries/delivery.js';

const AT = '2030-03-02T08:00:00.000Z';
const INSTANT = { type: 'string', format: 'date-time', examples: [AT] } as const;
const INSTANT_OR_NULL = { type: ['string', 'null'], format: 'date-time', examples: [AT] } as const;

export const EVENT_CATALOGUE_SCHEMA: JsonSchema = {
  type: 'array',
  items: {
    title: 'Kind of event',
    description: 'Something that webhooks can hear of.',
    type: 'object',
    required: ['name', 'description', 'schema'],
    properties: {
      name: {
        type: 'string',
        description: 'From the general to the particular.',
        examples: ['content.published'],
      },
      description: {
        type: 'string',
        description: 'When it is raised.',
        examples: ['A thing came into use, or another version of it.'],
      },
      schema: {
        type: 'object',
        description: 'JSON Schema (draft 2020-12) of what is posted.',
        examples: [{ title: 'content.published', type: 'object', required: ['type', 'timestamp', 'data'] }],
      },
    },
  },
};

export const ENDPOINT_SCHEMA: JsonSchema = {
  title: 'Webhook endpoint',
  description: 'How a webhook stands, beside what it is configured to do.',
  type: 'object',
  required: [
    'hasSecret',
    'secretCreatedAt',
    'previousSecretUntil',
    'disabled',
    'disabledAt',
    'disabledReason',
    'waiting',
  ],
  properties: {
    hasSecret: {
      type: 'boolean',
      description: 'Whether there is a secret to sign with: from the first rotation or delivery on.',
    },
    secretCreatedAt: { ...INSTANT_OR_NULL, description: 'When the secret was made; null without one.' },
    previousSecretUntil: {
      ...INSTANT_OR_NULL,
      description: 'Until when deliveries are signed with the secret before, too; null when they are not.',
    },
    disabled: { type: 'boolean', description: 'The receiver of what is published has said that it is gone.' },
    disabledAt: { ...INSTANT_OR_NULL, description: 'When it said so; null while it is not disabled.' },
    disabledReason: {
      type: ['string', 'null'],
      description: 'Why nothing is delivered; null while it is not disabled.',
      examples: ['The receiver answered 410 (Gone).'],
    },
    waiting: { type: 'integer', description: 'How many deliveries are still to be made.', examples: [0] },
  },
  examples: [
    {
      hasSecret: true,
      secretCreatedAt: AT,
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
  description: 'A secret to verify deliveries with.',
  type: 'object',
  required: ['secret', 'previousUntil'],
  properties: {
    secret: {
      type: 'string',
      description: 'To verify signatures with. Only in this answer.',
      examples: ['whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSwMfKQ9r8GKYo='],
    },
    previousUntil: {
      ...INSTANT_OR_NULL,
      description: 'Until when deliveries are signed with the secret before, too; null when there was none.',
    },
  },
  examples: [{ secret: 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSwMfKQ9r8GKYo=', previousUntil: null }],
};

const REFUSAL = {
  code: 'webhooks.refused',
  detail: 'The receiver answered 503; only 200 to 299 mean that it has the event.',
};

const FAILURE = {
  type: ['object', 'null'],
  required: ['code', 'detail'],
  properties: {
    code: { type: 'string', description: 'Stable, for programs.', examples: [REFUSAL.code] },
    detail: { type: 'string', description: 'What went wrong, for people.', examples: [REFUSAL.detail] },
  },
  examples: [REFUSAL],
} as const;

const RESPONSE_STATUS = { type: ['integer', 'null'], examples: [503] } as const;

/** In a path: what is no id finds nothing. */
export const DELIVERY_ID: JsonSchema = {
  type: 'string',
  description: 'The id of the delivery.',
  examples: ['9401'],
};

const DELIVERY_MEMBERS = {
  id: { type: 'string', description: 'Of the delivery.', examples: ['9401'] },
  webhookId: {
    type: 'string',
    description: 'The header webhook-id: the same for every attempt and every replay.',
    examples: ['evt_9400'],
  },
  event: { type: 'string', description: 'Which kind of event it tells of.', examples: ['content.published'] },
  status: {
    type: 'string',
    enum: DELIVERY_STATUSES,
    description: 'Where it stands; dead: given up; a replay brings it back.',
  },
  attempts: { type: 'integer', description: 'Since it was queued, or replayed.', examples: [2] },
  responseStatus: {
    ...RESPONSE_STATUS,
    description: 'The HTTP status of the last answer; null when there was none.',
  },
  responseBody: {
    type: ['string', 'null'],
    description: 'The first 2 kB of the last answer; null when there was none.',
    examples: ['Service Unavailable'],
  },
  failure: { ...FAILURE, description: 'Why the last attempt failed; null when it did not.' },
  createdAt: { ...INSTANT, description: 'When it was queued.' },
  nextAttemptAt: { ...INSTANT_OR_NULL, description: 'When it is tried next; null unless it waits.' },
  finishedAt: {
    ...INSTANT_OR_NULL,
    description: 'When it arrived, or was given up; null before that.',
    examples: [null],
  },
};

const DELIVERY_EXAMPLE = {
  id: '9401',
  webhookId: 'evt_9400',
  event: 'content.published',
  status: 'waiting',
  attempts: 1,
  responseStatus: 503,
  responseBody: 'Service Unavailable',
  failure: REFUSAL,
  createdAt: AT,
  nextAttemptAt: '2030-03-02T08:00:05.000Z',
  finishedAt: null,
};

export const DELIVERY_SCHEMA: JsonSchema = {
  title: 'Webhook delivery',
  description: 'One event on its way to one receiver.',
  type: 'object',
  required: Object.keys(DELIVERY_MEMBERS),
  properties: DELIVERY_MEMBERS,
  examples: [DELIVERY_EXAMPLE],
};

export const WHOLE_DELIVERY_SCHEMA: JsonSchema = {
  title: 'Whole webhook delivery',
  description: 'A delivery with what is posted, and how each attempt went.',
  type: 'object',
  required: [...Object.keys(DELIVERY_MEMBERS), 'payload', 'log'],
  properties: {
    ...DELIVERY_MEMBERS,
    payload: {
      type: ['object', 'null'],
      description: 'What is posted; null once it is no longer kept. `GET /webhooks/events` has its schema.',
      examples: [{ type: 'webhook.test', timestamp: AT, data: { webhook: 'crm', message: 'It works.' } }],
    },
    log: {
      type: 'array',
      description: 'The latest attempts.',
      items: {
        type: 'object',
        required: ['at', 'durationMs', 'status', 'failure'],
        properties: {
          at: { ...INSTANT, description: 'When it was tried.' },
          durationMs: { type: 'integer', description: 'How long the answer took.', examples: [84] },
          status: { ...RESPONSE_STATUS, description: 'The HTTP status; null when there was no answer.' },
          failure: { ...FAILURE, description: 'Why it failed; null when it did not.' },
        },
      },
    },
  },
};

export const REPLAY_SCHEMA = {
  title: 'Replay',
  description: 'Which deliveries to make once more.',
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
  description: 'What a replay has set going.',
  type: 'object',
  required: ['queued'],
  properties: {
    queued: { type: 'integer', description: 'How many are delivered again.', examples: [12] },
  },
  examples: [{ queued: 12 }],
};

import { CUSTOMER_ID_MAX } from '@parcours/audience';
import type { JsonSchema } from '@parcours/http';
import { CALLER_ID_PATTERN } from '@parcours/kernel';

import { REJECTION_ERRORS } from '../api/batch-items.js';
import { TRACKED_NAME_SCHEMA } from '../api/event.schema.js';
import { CALL_TYPES, COLLECTOR_LIMITS, type CallType } from './collector-paths.js';

const ID = { type: 'string', minLength: 1, maxLength: CUSTOMER_ID_MAX, pattern: CALLER_ID_PATTERN } as const;
const TEXT = { type: 'string', maxLength: 1_000 } as const;
const OBJECT = { type: 'object', maxProperties: 500 } as const;

const COMMON = {
  userId: { ...ID, description: 'Your own id of the customer.', examples: ['c-1042'] },
  anonymousId: {
    ...ID,
    description: 'The id of a device, for one who is not identified.',
    examples: ['9b2f6c1e-6d3a-4f0e-8f0d-2f2f4a3b7c11'],
  },
  messageId: {
    ...ID,
    maxLength: 100,
    description: 'Calls of one customer with the same id happen once.',
    examples: ['018f2b7e-1042'],
  },
  timestamp: {
    ...TEXT,
    description: 'When it happened, by the clock of the sender.',
    examples: ['2026-03-02T08:00:00.000Z'],
  },
  originalTimestamp: {
    ...TEXT,
    description: 'As timestamp; goes before it.',
    examples: ['2026-03-02T08:00:00.000Z'],
  },
  sentAt: {
    ...TEXT,
    description: 'When the request left, by the same clock.',
    examples: ['2026-03-02T08:00:01.000Z'],
  },
  context: {
    ...OBJECT,
    description: 'Kept beside the event; channel and device are read from it.',
    examples: [{ page: { url: 'https://example.com/pricing' } }],
  },
  integrations: { type: 'object', description: 'Taken, and not looked at.', examples: [{ All: true }] },
} as const;

const PROPERTIES = {
  ...OBJECT,
  description: 'What journeys and templates can read of it.',
  examples: [{ url: 'https://example.com/pricing' }],
} as const;

const CATEGORY = { ...TEXT, description: 'The section that it belongs to.', examples: ['Docs'] } as const;

const OWN: Readonly<Record<CallType, JsonSchema>> = {
  identify: {
    traits: {
      ...OBJECT,
      description: 'Merged into the traits of the customer; null removes one.',
      examples: [{ email: 'ada@example.com', plan: 'trial' }],
    },
  },
  track: { event: TRACKED_NAME_SCHEMA, properties: { ...PROPERTIES, examples: [{ amount: 140 }] } },
  page: {
    name: { ...TEXT, description: 'What the page is called.', examples: ['Pricing'] },
    category: CATEGORY,
    properties: PROPERTIES,
  },
  screen: {
    name: { ...TEXT, description: 'What the screen is called.', examples: ['Home'] },
    category: CATEGORY,
    properties: PROPERTIES,
  },
  group: {
    groupId: {
      ...ID,
      description: 'What the customer belongs to: a company, a household.',
      examples: ['acme'],
    },
    traits: {
      ...OBJECT,
      description: 'Kept as the trait `group` of the customer.',
      examples: [{ employees: 420 }],
    },
  },
  alias: {
    previousId: {
      ...ID,
      description: 'The id that the customer had before.',
      examples: ['9b2f6c1e-6d3a'],
    },
  },
};

const DESCRIPTIONS: Readonly<Record<CallType, string>> = {
  identify: 'Who a customer is, and what is known of them.',
  track: 'Something that a customer did.',
  page: 'A page of a site that a customer looked at.',
  screen: 'A screen of an app that a customer looked at.',
  group: 'Something that a customer belongs to.',
  alias: 'Another id that a customer had before.',
};

const REQUIRED: Readonly<Record<CallType, readonly string[]>> = {
  identify: [],
  track: ['event'],
  page: [],
  screen: [],
  group: ['groupId'],
  alias: ['previousId', 'userId'],
};

const EXAMPLES: Readonly<Record<CallType, object>> = {
  identify: { traits: { email: 'ada@example.com', plan: 'trial' } },
  track: { event: 'Order Completed', properties: { amount: 140 } },
  page: { name: 'Pricing', properties: { url: 'https://example.com/pricing' } },
  screen: { name: 'Home' },
  group: { groupId: 'acme', traits: { employees: 420 } },
  alias: { previousId: '9b2f6c1e-6d3a' },
};

/** One call; members that are not named here are taken and not looked at. */
export function callSchema(type: CallType): JsonSchema {
  return {
    title: `Collector call: ${type}`,
    description: `${DESCRIPTIONS[type]} Members that are not named here are taken and not looked at.`,
    type: 'object',
    required: [...REQUIRED[type]],
    anyOf: [{ required: ['userId'] }, { required: ['anonymousId'] }],
    properties: { ...COMMON, ...OWN[type] },
    examples: [{ userId: 'c-1042', messageId: '018f2b7e-1042', ...EXAMPLES[type] }],
  };
}

/** The body of `/v1/batch`, of which the calls are checked one by one. */
export const BATCH_SCHEMA: JsonSchema = {
  title: 'Collector batch',
  description: 'Calls of a client library that it has saved up.',
  type: 'object',
  required: ['batch'],
  properties: {
    batch: {
      type: 'array',
      maxItems: COLLECTOR_LIMITS.batchCalls,
      description: `Calls, each with its type: ${CALL_TYPES.join(', ')}.`,
      items: {},
    },
    context: {
      type: 'object',
      description: 'For every call that does not say otherwise.',
      examples: [{ library: { name: 'analytics.js' } }],
    },
    sentAt: COMMON.sentAt,
    writeKey: {
      type: 'string',
      description: 'An API token, where it is not the user name of the request.',
      examples: ['prc_8sKd2LmQ4vXzYt6WnB1cRfUgHjEaPoIk'],
    },
  },
  examples: [
    {
      batch: [
        { type: 'identify', userId: 'c-1042', traits: { email: 'ada@example.com' } },
        { type: 'track', userId: 'c-1042', event: 'Order Completed', properties: { amount: 140 } },
      ],
      sentAt: '2026-03-02T08:00:00.000Z',
    },
  ],
};

export const COLLECTED_SCHEMA = {
  title: 'Collected',
  description: 'Stored.',
  type: 'object',
  required: ['success'],
  properties: {
    success: { const: true, description: 'The calls are on disk, less those that are listed.' },
    rejected: {
      type: 'array',
      description: 'Calls of a batch that were not taken, with their place and what is wrong.',
      items: {
        type: 'object',
        required: ['index', 'errors'],
        properties: {
          index: { type: 'integer', description: 'The place in the batch, from 0.', examples: [1] },
          errors: REJECTION_ERRORS,
        },
      },
    },
  },
  examples: [{ success: true }],
} as const satisfies JsonSchema;

import { CUSTOMER_ID_MAX } from '@parcours/audience';
import type { JsonSchema } from '@parcours/http';
import { CALLER_ID_PATTERN } from '@parcours/kernel';

import { TRACKED_NAME_SCHEMA } from '../api/event.schema.js';
import { CALL_TYPES, COLLECTOR_LIMITS, type CallType } from './collector-paths.js';

const ID = { type: 'string', minLength: 1, maxLength: CUSTOMER_ID_MAX, pattern: CALLER_ID_PATTERN } as const;
const TEXT = { type: 'string', maxLength: 1_000 } as const;
const OBJECT = { type: 'object', maxProperties: 500 } as const;

const COMMON = {
  userId: { ...ID, description: 'Your own id of the customer.' },
  anonymousId: { ...ID, description: 'The id of a device, for one who is not identified.' },
  messageId: { ...ID, maxLength: 100, description: 'Calls of one customer with the same id happen once.' },
  timestamp: { ...TEXT, description: 'When it happened, by the clock of the sender.' },
  originalTimestamp: { ...TEXT, description: 'As timestamp; goes before it.' },
  sentAt: { ...TEXT, description: 'When the request left, by the same clock.' },
  context: { ...OBJECT, description: 'Kept beside the event; channel and device are read from it.' },
  integrations: { type: 'object', description: 'Taken, and not looked at.' },
} as const;

const OWN: Readonly<Record<CallType, JsonSchema>> = {
  identify: {
    traits: { ...OBJECT, description: 'Merged into the traits of the customer; null removes one.' },
  },
  track: { event: TRACKED_NAME_SCHEMA, properties: OBJECT },
  page: { name: TEXT, category: TEXT, properties: OBJECT },
  screen: { name: TEXT, category: TEXT, properties: OBJECT },
  group: { groupId: ID, traits: { ...OBJECT, description: 'Kept as the trait `group` of the customer.' } },
  alias: { previousId: { ...ID, description: 'The id that the customer had before.' } },
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
  type: 'object',
  required: ['batch'],
  properties: {
    batch: {
      type: 'array',
      maxItems: COLLECTOR_LIMITS.batchCalls,
      description: `Calls, each with its type: ${CALL_TYPES.join(', ')}.`,
      items: {},
    },
    context: { type: 'object', description: 'For every call that does not say otherwise.' },
    sentAt: COMMON.sentAt,
    writeKey: { type: 'string', description: 'An API token, where it is not the user name of the request.' },
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

export const COLLECTED_SCHEMA: JsonSchema = {
  type: 'object',
  required: ['success'],
  properties: {
    success: { const: true, description: 'The calls are on disk, less those that are listed.' },
    rejected: {
      type: 'array',
      description: 'Calls of a batch that were not taken, with their place and what is wrong.',
      items: {
        type: 'object',
        properties: { index: { type: 'integer' }, errors: { type: 'array', items: { type: 'object' } } },
      },
    },
  },
  examples: [{ success: true }],
};

import type { JsonSchema } from '@parcours/http';
import { KEY_PATTERN } from '@parcours/kernel';

import { CUSTOMER_ID_SCHEMA } from '../api/customer.schema.js';

export const KEY_SCHEMA: JsonSchema = {
  type: 'string',
  pattern: KEY_PATTERN,
  description: 'Its key.',
  examples: ['trial-users'],
};

const INSTANT = { type: 'string', format: 'date-time', examples: ['2026-03-02T08:00:00.000Z'] } as const;

export const MEMBER_SCHEMA: JsonSchema = {
  title: 'Member',
  description: 'A customer who belongs to a segment or a persona.',
  type: 'object',
  required: ['customerId', 'enteredAt', 'number'],
  properties: {
    customerId: CUSTOMER_ID_SCHEMA,
    enteredAt: { ...INSTANT, description: 'Since when they belong.' },
    number: { type: 'string', description: 'Parcours’ own number of the customer.', examples: ['7042311'] },
  },
};

export const GROUP_SCHEMA: JsonSchema = {
  title: 'Belonging',
  description: 'A segment or a persona that a customer belongs to.',
  type: 'object',
  required: ['type', 'key', 'enteredAt'],
  properties: {
    type: { type: 'string', enum: ['segments', 'personas'], description: 'Of which content type it is.' },
    key: KEY_SCHEMA,
    enteredAt: { ...INSTANT, description: 'Since when they belong.' },
  },
};

export const STATE_SCHEMA: JsonSchema = {
  title: 'Membership',
  description: 'How many belong, and whether that is settled.',
  type: 'object',
  required: ['state', 'members', 'progress', 'updatedAt'],
  properties: {
    state: {
      type: 'string',
      enum: ['ready', 'filling', 'unpublished'],
      description: 'filling: who belongs is being worked out. unpublished: nobody is taken in.',
    },
    members: { type: 'integer', description: 'How many belong.', examples: [1204] },
    progress: {
      type: 'number',
      description: 'From 0 to 1, of the work that follows a publish.',
      examples: [1],
    },
    updatedAt: {
      ...INSTANT,
      type: ['string', 'null'],
      description: 'When the work that follows a publish last went on; null when there was none.',
    },
  },
};

export const PREVIEW_SCHEMA: JsonSchema = {
  title: 'Preview of members',
  description: 'How many would belong, and some of them.',
  type: 'object',
  required: ['count', 'isExact', 'margin', 'of', 'sample'],
  properties: {
    count: { type: 'integer', description: 'How many would belong.', examples: [1204] },
    isExact: { type: 'boolean', description: 'Counted one by one. Else worked out from a sample.' },
    margin: {
      type: 'integer',
      description: 'How far the count may be out, in 19 of 20 cases; 0 for an exact one.',
      examples: [0],
    },
    of: { type: 'integer', description: 'How many customers there are.', examples: [20417] },
    sample: {
      type: 'array',
      description: 'Some of those who would belong.',
      examples: [[{ id: 'c-1042', traits: { plan: 'trial' } }]],
      items: {
        type: 'object',
        required: ['id', 'traits'],
        properties: {
          id: CUSTOMER_ID_SCHEMA,
          traits: { type: 'object', description: 'What is known of them.', examples: [{ plan: 'trial' }] },
        },
      },
    },
  },
};

const CONDITION = {
  type: 'object',
  description: 'A condition; its JSON Schema is at /api/v1/schemas/condition.',
  examples: [{ trait: 'plan', is: 'trial' }],
} as const;

const KEYS = { type: 'array', maxItems: 20, uniqueItems: true, items: KEY_SCHEMA };

export const SEGMENT_PREVIEW_BODY: JsonSchema = {
  title: 'Segment preview',
  description: 'A segment that is not saved yet.',
  type: 'object',
  additionalProperties: false,
  properties: {
    condition: CONDITION,
    customers: {
      type: 'array',
      minItems: 1,
      maxItems: 10_000,
      items: CUSTOMER_ID_SCHEMA,
      description: 'A list of customers, in place of a condition.',
      examples: [['c-1042']],
    },
    within: {
      ...KEYS,
      description: 'Only those who are in each of these published segments.',
      examples: [['newsletter']],
    },
    except: {
      ...KEYS,
      description: 'Without those who are in one of these published segments.',
      examples: [['staff']],
    },
  },
  oneOf: [{ required: ['condition'] }, { required: ['customers'] }],
  examples: [
    { condition: { event: 'order.completed', count: { gte: 2 }, within: '90d' }, except: ['staff'] },
  ],
};

export const PERSONA_PREVIEW_BODY: JsonSchema = {
  title: 'Persona preview',
  description: 'A persona that is not saved yet.',
  type: 'object',
  required: ['membership'],
  additionalProperties: false,
  properties: { membership: CONDITION },
  examples: [{ membership: { trait: 'children', gte: 1 } }],
};

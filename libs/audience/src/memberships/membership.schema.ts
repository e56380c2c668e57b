import type { JsonSchema } from '@parcours/http';
import { KEY_PATTERN } from '@parcours/kernel';

import { CUSTOMER_ID_SCHEMA } from '../api/customer.schema.js';

export const KEY_SCHEMA: JsonSchema = { type: 'string', pattern: KEY_PATTERN, description: 'Its key.' };

const INSTANT = { type: 'string', format: 'date-time' } as const;

export const MEMBER_SCHEMA: JsonSchema = {
  type: 'object',
  properties: {
    customerId: CUSTOMER_ID_SCHEMA,
    enteredAt: { ...INSTANT, description: 'Since when they belong.' },
    number: { type: 'string', description: 'Parcours’ own number of the customer.' },
  },
};

export const GROUP_SCHEMA: JsonSchema = {
  type: 'object',
  properties: {
    type: { enum: ['segments', 'personas'] },
    key: KEY_SCHEMA,
    enteredAt: INSTANT,
  },
};

export const STATE_SCHEMA: JsonSchema = {
  type: 'object',
  properties: {
    state: {
      enum: ['ready', 'filling', 'unpublished'],
      description: 'filling: who belongs is being worked out. unpublished: nobody is taken in.',
    },
    members: { type: 'integer' },
    progress: { type: 'number', description: 'From 0 to 1, of the work that follows a publish.' },
    updatedAt: { type: ['string', 'null'], format: 'date-time' },
  },
};

export const PREVIEW_SCHEMA: JsonSchema = {
  type: 'object',
  properties: {
    count: { type: 'integer', description: 'How many would belong.' },
    isExact: { type: 'boolean', description: 'Counted one by one. Else worked out from a sample.' },
    margin: {
      type: 'integer',
      description: 'How far the count may be out, in 19 of 20 cases; 0 for an exact one.',
    },
    of: { type: 'integer', description: 'How many customers there are.' },
    sample: {
      type: 'array',
      description: 'Some of those who would belong.',
      items: { type: 'object', properties: { id: CUSTOMER_ID_SCHEMA, traits: { type: 'object' } } },
    },
  },
};

const CONDITION = {
  type: 'object',
  description: 'A condition; its JSON Schema is at /api/v1/schemas/condition.',
} as const;

const KEYS = { type: 'array', maxItems: 20, uniqueItems: true, items: KEY_SCHEMA };

export const SEGMENT_PREVIEW_BODY: JsonSchema = {
  title: 'Segment preview',
  type: 'object',
  additionalProperties: false,
  properties: {
    condition: CONDITION,
    customers: { type: 'array', minItems: 1, maxItems: 10_000, items: CUSTOMER_ID_SCHEMA },
    within: { ...KEYS, description: 'Only those who are in each of these published segments.' },
    except: { ...KEYS, description: 'Without those who are in one of these published segments.' },
  },
  oneOf: [{ required: ['condition'] }, { required: ['customers'] }],
  examples: [
    { condition: { event: 'order.completed', count: { gte: 2 }, within: '90d' }, except: ['staff'] },
  ],
};

export const PERSONA_PREVIEW_BODY: JsonSchema = {
  title: 'Persona preview',
  type: 'object',
  required: ['membership'],
  additionalProperties: false,
  properties: { membership: CONDITION },
  examples: [{ membership: { trait: 'children', gte: 1 } }],
};

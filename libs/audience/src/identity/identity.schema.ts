import type { JsonSchema } from '@parcours/http';

import { CUSTOMER_ID_SCHEMA, CUSTOMER_SCHEMA } from '../api/customer.schema.js';
import { RECORDED_ACTOR_SCHEMA } from '../api/recorded-actor.js';
import { CUSTOMER_KINDS } from '../customers/customer.js';
import { LINK_KINDS } from './identity-link.store.js';
import { MERGE_REASONS } from './merge-log.store.js';

const MOVED = {
  type: 'object',
  additionalProperties: { type: 'integer' },
  description: 'How many rows of what went from one to the other.',
  examples: [{ events: 42, enrollments: 1, messages: 3 }],
};

export const MERGE_BODY: JsonSchema = {
  title: 'New merge of customers',
  description: 'Two customers who are one.',
  type: 'object',
  required: ['from', 'into'],
  additionalProperties: false,
  properties: {
    from: {
      ...CUSTOMER_ID_SCHEMA,
      description: 'The customer who goes: the id leads to the other from now on.',
      examples: ['c-2077'],
    },
    into: { ...CUSTOMER_ID_SCHEMA, description: 'The customer who stays.' },
  },
};

export const LINK_BODY: JsonSchema = {
  title: 'New identity',
  description: 'An id that is to lead to the customer too.',
  type: 'object',
  required: ['id'],
  additionalProperties: false,
  properties: {
    id: {
      ...CUSTOMER_ID_SCHEMA,
      description: 'The anonymous or former id.',
      examples: ['9b2f6c1e-6d3a-4f0e-8f0d-2f2f4a3b7c11'],
    },
    kind: {
      type: 'string',
      enum: LINK_KINDS,
      default: 'identify',
      description: '`identify`: the id of a device. `alias`: another id of your own.',
    },
  },
};

export const OUTCOME_SCHEMA: JsonSchema = {
  title: 'Merge outcome',
  description: 'What became of two ids.',
  type: 'object',
  required: ['status', 'customer', 'moved'],
  properties: {
    status: {
      type: 'string',
      enum: ['merged', 'linked', 'one-already'],
      description:
        '`merged`: two customers are one. `linked`: nobody was known by the id. `one-already`: both ids led to the same customer.',
    },
    customer: CUSTOMER_SCHEMA,
    moved: MOVED,
  },
};

export const IDENTITY_SCHEMA: JsonSchema = {
  title: 'Identity',
  description: 'An id that leads to a customer.',
  type: 'object',
  required: ['id', 'kind', 'own', 'since'],
  properties: {
    id: { ...CUSTOMER_ID_SCHEMA, description: 'Leads to the customer wherever it stands for one.' },
    kind: {
      type: 'string',
      enum: CUSTOMER_KINDS,
      description: 'Whether it is an id of your own, or of a device (`anonymous`).',
    },
    own: { type: 'boolean', description: 'The id that the customer is shown by.', examples: [true] },
    since: { type: 'string', format: 'date-time', description: 'Since when it leads there.' },
  },
};

export const MERGE_SCHEMA: JsonSchema = {
  title: 'Merge of customers',
  description: 'Two customers who became one, and what was known of the one who went.',
  type: 'object',
  required: ['id', 'from', 'into', 'reason', 'before', 'moved', 'by', 'mergedAt'],
  properties: {
    id: { type: 'string', description: 'Of the merge.', examples: ['8812345678901234'] },
    from: { type: 'string', description: 'The id of the one who went.', examples: ['c-2077'] },
    into: { type: 'string', description: 'The id of the one who stayed.', examples: ['c-1042'] },
    reason: {
      type: 'string',
      enum: MERGE_REASONS,
      description:
        'Somebody asked for it (`operator`), a device was identified, or an id was said to be another.',
    },
    before: {
      type: 'object',
      description: 'What was known of the one who went.',
      required: ['kind', 'traits', 'profile'],
      properties: {
        kind: { type: 'string', enum: CUSTOMER_KINDS, description: 'Whether they were identified.' },
        traits: {
          type: 'object',
          description: 'Their traits.',
          examples: [{ plan: 'trial' }],
        },
        profile: {
          type: 'object',
          description: 'Their other addresses, devices, tags and consents.',
          examples: [{ tags: ['early-adopter'] }],
        },
      },
    },
    moved: MOVED,
    by: RECORDED_ACTOR_SCHEMA,
    mergedAt: { type: 'string', format: 'date-time', description: 'When they became one.' },
  },
};

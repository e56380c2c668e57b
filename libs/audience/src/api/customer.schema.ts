import type { JsonSchema } from '@parcours/http';
import { CALLER_ID_PATTERN } from '@parcours/kernel';

import { CUSTOMER_ID_MAX } from '../customers/customer.js';

export const CUSTOMER_ID_SCHEMA: JsonSchema = {
  type: 'string',
  minLength: 1,
  maxLength: CUSTOMER_ID_MAX,
  pattern: CALLER_ID_PATTERN,
  description: 'Your own id of the customer.',
  examples: ['c-1042'],
};

export const CUSTOMER_BODY_SCHEMA: JsonSchema = {
  title: 'Customer traits',
  description: 'What is known of a customer.',
  type: 'object',
  required: ['traits'],
  additionalProperties: false,
  properties: {
    traits: {
      type: 'object',
      maxProperties: 500,
      description: 'What is known of the customer. Parcours itself reads email, locale and timezone.',
      examples: [{ email: 'ada@example.com', locale: 'en' }],
    },
  },
  examples: [
    {
      traits: {
        email: 'ada@example.com',
        first_name: 'Ada',
        locale: 'en',
        timezone: 'Europe/London',
        plan: 'trial',
      },
    },
  ],
};

export const CUSTOMER_SCHEMA: JsonSchema = {
  title: 'Customer',
  description: 'Somebody whom journeys are for.',
  type: 'object',
  required: ['id', 'traits', 'revision', 'createdAt', 'updatedAt'],
  properties: {
    id: CUSTOMER_ID_SCHEMA,
    traits: {
      type: 'object',
      description: 'What is known of them.',
      examples: [{ email: 'ada@example.com', locale: 'en' }],
    },
    revision: { type: 'integer', description: 'Counts the changes; the ETag.', examples: [2] },
    createdAt: { type: 'string', format: 'date-time', description: 'When they were first heard of.' },
    updatedAt: { type: 'string', format: 'date-time', description: 'When a trait last changed.' },
  },
};

import type { JsonSchema } from '@parcours/http';
import { CALLER_ID_PATTERN } from '@parcours/kernel';

import { CUSTOMER_ID_MAX } from '../customers/customer.js';

export const CUSTOMER_ID_SCHEMA: JsonSchema = {
  type: 'string',
  minLength: 1,
  maxLength: CUSTOMER_ID_MAX,
  pattern: CALLER_ID_PATTERN,
  description: 'Your own id of the customer.',
};

export const CUSTOMER_BODY_SCHEMA: JsonSchema = {
  title: 'Customer',
  type: 'object',
  required: ['traits'],
  additionalProperties: false,
  properties: {
    traits: {
      type: 'object',
      maxProperties: 500,
      description: 'What is known of the customer. Parcours itself reads email, locale and timezone.',
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
  type: 'object',
  properties: {
    id: CUSTOMER_ID_SCHEMA,
    traits: { type: 'object' },
    revision: { type: 'integer', description: 'Counts the changes; the ETag.' },
    createdAt: { type: 'string', format: 'date-time' },
    updatedAt: { type: 'string', format: 'date-time' },
  },
};

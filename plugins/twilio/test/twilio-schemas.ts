import type { AnySchemaObject } from 'ajv';

/** What the API takes of a message that is created, and how it describes one; in our own words. */
export const CREATE_MESSAGE: AnySchemaObject = {
  type: 'object',
  required: ['To', 'Body'],
  anyOf: [{ required: ['From'] }, { required: ['MessagingServiceSid'] }],
  additionalProperties: false,
  properties: {
    To: { type: 'string', pattern: '^\\+[1-9][0-9]{6,14}$' },
    From: {
      type: 'string',
      pattern: '^(\\+[1-9][0-9]{6,14}|[0-9]{3,8}|(?=.*[A-Za-z])[A-Za-z0-9 +&_-]{1,11})$',
    },
    MessagingServiceSid: { type: 'string', pattern: '^MG[0-9a-fA-F]{32}$' },
    Body: { type: 'string', minLength: 1, maxLength: 1600 },
    StatusCallback: { type: 'string', pattern: '^https?://[^_]+$' },
    ValidityPeriod: { type: 'string', pattern: '^([1-9][0-9]{0,3}|[12][0-9]{4}|3[0-5][0-9]{3}|36000)$' },
  },
};

export const MESSAGE: AnySchemaObject = {
  type: 'object',
  required: ['sid', 'status', 'to', 'body', 'account_sid', 'error_code', 'num_segments'],
  properties: {
    sid: { type: 'string', pattern: '^SM[0-9a-f]{32}$' },
    status: { enum: ['queued', 'accepted', 'failed'] },
    num_segments: { type: 'string' },
    error_code: { type: ['integer', 'null'] },
  },
};

import type { JsonSchema } from '@parcours/http';
import { KEY_PATTERN } from '@parcours/kernel';

import { SUPPRESSION_REASONS } from './suppression.js';

const LINE = '^[^\\u0000-\\u001f\\ud800-\\udfff]*$';

const CHANNEL = { type: 'string', pattern: KEY_PATTERN, description: 'Such as email or sms.' };
const REASON = { type: 'string', enum: SUPPRESSION_REASONS };
const NOTE = {
  type: ['string', 'null'],
  maxLength: 500,
  pattern: LINE,
  description: 'For whoever wonders later.',
};
const EXPIRES = {
  type: ['string', 'null'],
  format: 'date-time',
  description: 'From then on messages are sent again; never, when left out.',
};

export const SUPPRESSION_BODY_SCHEMA: JsonSchema = {
  title: 'Suppression',
  type: 'object',
  required: ['address', 'reason'],
  additionalProperties: false,
  properties: {
    channel: { ...CHANNEL, default: 'email' },
    address: { type: 'string', minLength: 1, maxLength: 254, pattern: LINE },
    reason: REASON,
    note: NOTE,
    expiresAt: EXPIRES,
  },
  examples: [
    { channel: 'email', address: 'ada@example.com', reason: 'requested', note: 'By letter of 2 March.' },
  ],
};

export const SUPPRESSION_PATCH_SCHEMA: JsonSchema = {
  title: 'Suppression patch',
  type: 'object',
  minProperties: 1,
  additionalProperties: false,
  properties: { reason: REASON, note: NOTE, expiresAt: EXPIRES },
  examples: [{ expiresAt: '2027-01-01T00:00:00Z' }],
};

export const SUPPRESSION_SCHEMA: JsonSchema = {
  type: 'object',
  properties: {
    id: { type: 'string' },
    channel: CHANNEL,
    address: { type: 'string', description: 'As it is compared: emails in lower case, numbers in E.164.' },
    reason: REASON,
    note: NOTE,
    revision: { type: 'integer', description: 'Counts the changes; the ETag.' },
    createdAt: { type: 'string', format: 'date-time' },
    expiresAt: EXPIRES,
  },
};

export const IMPORT_QUERY: JsonSchema = {
  properties: {
    channel: { ...CHANNEL, default: 'email' },
    reason: { ...REASON, default: 'manual' },
    expiresAt: { type: 'string', format: 'date-time', description: 'For all of them.' },
  },
};

export const IMPORT_SCHEMA: JsonSchema = {
  type: 'object',
  properties: {
    added: { type: 'integer' },
    known: { type: 'integer', description: 'On the list already; their entries stay as they are.' },
    rejected: { type: 'integer', description: 'Lines that hold no address of the channel.' },
    rejectedLines: {
      type: 'array',
      description: 'The first hundred of them.',
      items: { type: 'object', properties: { line: { type: 'integer' }, text: { type: 'string' } } },
    },
  },
};

import type { JsonSchema } from '@parcours/http';
import { KEY_PATTERN } from '@parcours/kernel';

import { SUPPRESSION_REASONS } from './suppression.js';

const LINE = '^[^\\u0000-\\u001f\\ud800-\\udfff]*$';

const CHANNEL = {
  type: 'string',
  pattern: KEY_PATTERN,
  description: 'What messages come by, such as email or sms.',
  examples: ['email'],
};
const REASON = { type: 'string', enum: SUPPRESSION_REASONS, description: 'Why nothing is sent to it.' };
const NOTE = {
  type: ['string', 'null'],
  maxLength: 500,
  pattern: LINE,
  description: 'For whoever wonders later.',
  examples: ['By letter of 2 March.'],
};
const EXPIRES = {
  type: ['string', 'null'],
  format: 'date-time',
  description: 'From then on messages are sent again; never, when left out or null.',
  examples: ['2027-01-01T00:00:00.000Z'],
};

export const SUPPRESSION_ID: JsonSchema = {
  type: 'string',
  description: 'The id of the suppression.',
  examples: ['8812345678901234'],
};

export const SUPPRESSION_BODY_SCHEMA: JsonSchema = {
  title: 'New suppression',
  description: 'An address that is to get nothing.',
  type: 'object',
  required: ['address', 'reason'],
  additionalProperties: false,
  properties: {
    channel: { ...CHANNEL, default: 'email' },
    address: {
      type: 'string',
      minLength: 1,
      maxLength: 254,
      pattern: LINE,
      description: 'An address of the channel; emails in any case, numbers in E.164.',
      examples: ['ada@example.com'],
    },
    reason: REASON,
    note: NOTE,
    expiresAt: EXPIRES,
  },
  examples: [
    { channel: 'email', address: 'ada@example.com', reason: 'requested', note: 'By letter of 2 March.' },
  ],
};

export const SUPPRESSION_PATCH_SCHEMA: JsonSchema = {
  title: 'Change of a suppression',
  description: 'What is left out stays as it is.',
  type: 'object',
  minProperties: 1,
  additionalProperties: false,
  properties: { reason: REASON, note: NOTE, expiresAt: EXPIRES },
  examples: [{ expiresAt: '2027-01-01T00:00:00Z' }],
};

export const SUPPRESSION_SCHEMA: JsonSchema = {
  title: 'Suppression',
  description: 'An address that gets nothing.',
  type: 'object',
  required: ['id', 'channel', 'address', 'reason', 'note', 'revision', 'createdAt', 'expiresAt'],
  properties: {
    id: SUPPRESSION_ID,
    channel: CHANNEL,
    address: {
      type: 'string',
      description: 'As it is compared: emails in lower case, numbers in E.164.',
      examples: ['ada@example.com'],
    },
    reason: REASON,
    note: NOTE,
    revision: { type: 'integer', description: 'Counts the changes; the ETag.', examples: [1] },
    createdAt: { type: 'string', format: 'date-time', description: 'When it was added to the list.' },
    expiresAt: EXPIRES,
  },
};

export const IMPORT_QUERY: JsonSchema = {
  properties: {
    channel: { ...CHANNEL, default: 'email' },
    reason: { ...REASON, default: 'manual' },
    expiresAt: {
      type: 'string',
      format: 'date-time',
      description: 'From then on messages are sent again, to all of them; never, when left out.',
      examples: ['2027-01-01T00:00:00Z'],
    },
  },
};

export const LINES_SCHEMA: JsonSchema = {
  title: 'Addresses',
  description: 'An address a line; empty lines are passed over.',
  type: 'string',
  examples: ['ada@example.com\ngrace@example.com\n'],
};

export const IMPORT_SCHEMA: JsonSchema = {
  title: 'Import of suppressions',
  description: 'What became of the lines.',
  type: 'object',
  required: ['added', 'known', 'rejected', 'rejectedLines'],
  properties: {
    added: { type: 'integer', description: 'Addresses that are on the list now.', examples: [998] },
    known: {
      type: 'integer',
      description: 'On the list already; their entries stay as they are.',
      examples: [1],
    },
    rejected: {
      type: 'integer',
      description: 'Lines that hold no address of the channel.',
      examples: [1],
    },
    rejectedLines: {
      type: 'array',
      description: 'The first hundred of them.',
      items: {
        type: 'object',
        required: ['line', 'text'],
        properties: {
          line: { type: 'integer', description: 'Counted from 1.', examples: [7] },
          text: {
            type: 'string',
            description: 'What stands there, shortened to 100 characters.',
            examples: ['ada at example.com'],
          },
        },
      },
    },
  },
};

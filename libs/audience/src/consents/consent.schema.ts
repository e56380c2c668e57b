import type { JsonSchema } from '@parcours/http';
import { KEY_PATTERN } from '@parcours/kernel';

import { CONSENT_SOURCES, CONSENT_STATES } from './consent.js';

const LINE = '^[^\\u0000-\\u0008\\u000b-\\u001f\\ud800-\\udfff]*$';

const CHANNEL = { type: 'string', pattern: KEY_PATTERN, description: 'Such as email.' };

const TOPIC = {
  type: 'string',
  pattern: `^\\*$|${KEY_PATTERN}`,
  description: 'The key of a topic; * for the whole channel, which ends what was decided about its topics.',
};

const PROOF: JsonSchema = {
  type: 'object',
  additionalProperties: false,
  description: 'What shows the decision.',
  properties: {
    text: { type: 'string', maxLength: 5_000, pattern: LINE, description: 'The words that were shown.' },
    address: {
      type: 'string',
      maxLength: 100,
      pattern: LINE,
      description: 'The network address it came from.',
    },
    url: { type: 'string', maxLength: 2_000, pattern: LINE, description: 'The page or form.' },
    userAgent: { type: 'string', maxLength: 500, pattern: LINE },
  },
};

const DECISION: JsonSchema = {
  type: 'object',
  required: ['channel', 'state'],
  additionalProperties: false,
  properties: {
    channel: CHANNEL,
    topic: { ...TOPIC, default: '*' },
    state: {
      type: 'string',
      enum: CONSENT_STATES,
      description: 'pending: asked for, to be confirmed by a link, which the answer carries.',
    },
    decidedAt: {
      type: 'string',
      format: 'date-time',
      description: 'When they decided; now, when left out. A later time counts as now.',
    },
    proof: PROOF,
  },
};

export const CONSENTS_BODY_SCHEMA: JsonSchema = {
  title: 'Consents',
  type: 'object',
  required: ['consents'],
  additionalProperties: false,
  properties: { consents: { type: 'array', maxItems: 500, items: DECISION } },
  examples: [
    {
      consents: [
        {
          channel: 'email',
          topic: 'newsletter',
          state: 'granted',
          decidedAt: '2026-03-02T08:00:00Z',
          proof: { text: 'Send me the newsletter once a month.', address: '203.0.113.7' },
        },
      ],
    },
  ],
};

export const CONSENTS_SCHEMA: JsonSchema = {
  type: 'object',
  properties: {
    customerId: { type: 'string' },
    consents: {
      type: 'array',
      items: {
        type: 'object',
        properties: {
          channel: CHANNEL,
          topic: TOPIC,
          state: { enum: CONSENT_STATES },
          source: { enum: CONSENT_SOURCES },
          decidedAt: { type: 'string', format: 'date-time' },
          confirmPath: {
            type: 'string',
            description: 'Of a pending one: the path of the page that confirms it.',
          },
        },
      },
    },
    preferencesPath: { type: 'string', description: 'The path of the customer’s preference page.' },
  },
};

export const CONSENT_CHANGE_SCHEMA: JsonSchema = {
  type: 'object',
  properties: {
    id: { type: 'string' },
    channel: CHANNEL,
    topic: TOPIC,
    state: { enum: CONSENT_STATES },
    source: { enum: CONSENT_SOURCES },
    proof: { oneOf: [PROOF, { type: 'null' }] },
    by: { type: ['object', 'null'], description: 'The token or user, where it was not the customer.' },
    decidedAt: { type: 'string', format: 'date-time' },
  },
};

import type { JsonSchema } from '@parcours/http';
import { KEY_PATTERN } from '@parcours/kernel';

import { RECORDED_ACTOR_SCHEMA } from '../api/recorded-actor.js';
import { CONSENT_SOURCES, CONSENT_STATES } from './consent.js';

const LINE = '^[^\\u0000-\\u0008\\u000b-\\u001f\\ud800-\\udfff]*$';

const CHANNEL = {
  type: 'string',
  pattern: KEY_PATTERN,
  description: 'What the messages come by, such as email.',
  examples: ['email'],
};

const TOPIC = {
  type: 'string',
  pattern: `^\\*$|${KEY_PATTERN}`,
  description: 'The key of a topic; * for the whole channel, which ends what was decided about its topics.',
  examples: ['newsletter'],
};

const DECIDED_AT = { type: 'string', format: 'date-time', description: 'When the customer decided.' };

const SOURCE = {
  type: 'string',
  enum: CONSENT_SOURCES,
  description: 'Where the decision was made.',
};

const STATE = {
  type: 'string',
  enum: CONSENT_STATES,
  description: '`pending`: asked for, to be confirmed by a link. `unknown`: never asked, or taken back.',
};

const PROOF: JsonSchema = {
  title: 'Consent proof',
  type: 'object',
  additionalProperties: false,
  description: 'What shows the decision.',
  properties: {
    text: {
      type: 'string',
      maxLength: 5_000,
      pattern: LINE,
      description: 'The words that were shown.',
      examples: ['Send me the newsletter once a month.'],
    },
    address: {
      type: 'string',
      maxLength: 100,
      pattern: LINE,
      description: 'The network address it came from.',
      examples: ['203.0.113.7'],
    },
    url: {
      type: 'string',
      maxLength: 2_000,
      pattern: LINE,
      description: 'The page or form.',
      examples: ['https://example.com/newsletter'],
    },
    userAgent: {
      type: 'string',
      maxLength: 500,
      pattern: LINE,
      description: 'The browser, as it calls itself.',
      examples: ['Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0'],
    },
  },
};

const DECISION: JsonSchema = {
  title: 'Consent decision',
  description: 'What a customer lets be sent, or does not.',
  type: 'object',
  required: ['channel', 'state'],
  additionalProperties: false,
  properties: {
    channel: CHANNEL,
    topic: { ...TOPIC, default: '*' },
    state: {
      ...STATE,
      description: '`pending`: asked for, to be confirmed by a link, which the answer carries.',
    },
    decidedAt: {
      ...DECIDED_AT,
      description: 'When they decided; now, when left out. A later time counts as now.',
    },
    proof: PROOF,
  },
};

export const CONSENTS_BODY_SCHEMA: JsonSchema = {
  title: 'Consents to write',
  description: 'Decisions of a customer.',
  type: 'object',
  required: ['consents'],
  additionalProperties: false,
  properties: {
    consents: {
      type: 'array',
      maxItems: 500,
      items: DECISION,
      description: 'One for each channel and topic.',
    },
  },
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
  title: 'Consents',
  description: 'What a customer has decided, and the links by which they decide.',
  type: 'object',
  required: ['customerId', 'consents', 'preferencesPath'],
  properties: {
    customerId: { type: 'string', description: 'Your own id of the customer.', examples: ['c-1042'] },
    consents: {
      type: 'array',
      description: 'What is not listed is unknown.',
      items: {
        title: 'Consent',
        description: 'What was last decided for a channel and a topic.',
        type: 'object',
        required: ['channel', 'topic', 'state', 'source', 'decidedAt'],
        properties: {
          channel: CHANNEL,
          topic: TOPIC,
          state: STATE,
          source: SOURCE,
          decidedAt: DECIDED_AT,
          confirmPath: {
            type: 'string',
            description: 'Of a pending one: the path of the page that confirms it.',
            examples: ['/p/eyJwIjoiYyJ9.4hT2k9wQ'],
          },
        },
        examples: [
          {
            channel: 'email',
            topic: 'newsletter',
            state: 'granted',
            source: 'preference-page',
            decidedAt: '2026-03-02T08:00:00.000Z',
          },
        ],
      },
    },
    preferencesPath: {
      type: 'string',
      description: 'The path of the customer’s preference page.',
      examples: ['/p/eyJwIjoicCJ9.9sVx3LmQ'],
    },
  },
};

export const CONSENT_CHANGE_SCHEMA: JsonSchema = {
  title: 'Consent change',
  description: 'A decision that was made, whatever was decided since.',
  type: 'object',
  required: ['id', 'channel', 'topic', 'state', 'source', 'proof', 'by', 'decidedAt'],
  properties: {
    id: { type: 'string', description: 'Of the decision.', examples: ['8812345678901234'] },
    channel: CHANNEL,
    topic: TOPIC,
    state: STATE,
    source: SOURCE,
    proof: {
      oneOf: [PROOF, { type: 'null' }],
      description: 'What shows the decision; null where nothing was given.',
    },
    by: {
      oneOf: [RECORDED_ACTOR_SCHEMA, { type: 'null' }],
      description: 'Who told it; null where the customer did it themselves.',
    },
    decidedAt: DECIDED_AT,
  },
};

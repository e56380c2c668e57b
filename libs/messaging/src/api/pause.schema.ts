import { DURATION_PATTERN } from '@parcours/kernel';
import type { JsonSchema } from '@parcours/http';

import { AFTERWARDS } from '../pauses/message-pause.js';

const INSTANT = { type: 'string', format: 'date-time', examples: ['2030-03-02T08:00:00.000Z'] } as const;

export const PAUSE_ID: JsonSchema = {
  type: 'string',
  description: 'The id of the pause.',
  examples: ['8812345678901234'],
};

const SUBJECT = {
  channel: {
    type: 'string',
    minLength: 1,
    maxLength: 40,
    description: 'Messages on this channel.',
    examples: ['email'],
  },
  touchpoint: {
    type: 'string',
    minLength: 1,
    maxLength: 100,
    description: 'Messages of steps with this touchpoint.',
    examples: ['marketing-email'],
  },
  category: {
    type: 'string',
    enum: ['marketing', 'transactional'],
    description: 'Messages of templates of this category.',
  },
  brand: {
    type: 'string',
    minLength: 1,
    maxLength: 100,
    description: 'Messages in the name of this brand.',
    examples: ['belvedere'],
  },
  all: { const: true, description: 'Every message.', examples: [true] },
} as const;

const NAMES_SOME = {
  anyOf: ['channel', 'touchpoint', 'category', 'brand', 'all'].map((member) => ({ required: [member] })),
};

export const NEW_PAUSE_SCHEMA: JsonSchema = {
  title: 'New pause',
  description:
    'Which messages are held, why, and what becomes of them. Of what it names, every member has to hold.',
  type: 'object',
  required: ['reason'],
  additionalProperties: false,
  properties: {
    ...SUBJECT,
    reason: {
      type: 'string',
      minLength: 1,
      maxLength: 1000,
      description: 'Why, for the audit log.',
      examples: ['Wrong prices in the newsletter'],
    },
    until: { ...INSTANT, description: 'When it ends by itself; left out, somebody has to end it.' },
    then: {
      type: 'string',
      enum: [...AFTERWARDS],
      default: 'send',
      description:
        'What becomes of held messages when it is over. re-decide: policy, consent and template of then decide. drop: they are given up; with olderThan only those that are older.',
    },
    olderThan: {
      type: 'string',
      pattern: DURATION_PATTERN,
      description: 'Messages that were decided longer ago than this when it is over are given up.',
      examples: ['2d'],
    },
  },
  ...NAMES_SOME,
};

export const PAUSE_SUBJECT_SCHEMA: JsonSchema = {
  title: 'Pause subject',
  description: 'Which messages.',
  type: 'object',
  additionalProperties: false,
  properties: SUBJECT,
  ...NAMES_SOME,
};

export const PAUSE_COUNT_SCHEMA: JsonSchema = {
  title: 'Pause count',
  description: 'How many messages a pause would hold.',
  type: 'object',
  required: ['waiting'],
  properties: {
    waiting: {
      type: 'integer',
      description: 'Of those that wait now; what is decided later comes on top.',
      examples: [42],
    },
  },
};

export const PAUSE_SCHEMA: JsonSchema = {
  title: 'Pause',
  description: 'Messages are held, or were.',
  type: 'object',
  required: [
    ...[
      'id',
      'channel',
      'touchpoint',
      'category',
      'brand',
      'all',
      'reason',
      'then',
      'olderThan',
      'until',
      'createdBy',
    ],
    ...['createdAt', 'endedBy', 'endedAt', 'held', 'sent', 'dropped'],
  ],
  properties: {
    id: PAUSE_ID,
    channel: { type: ['string', 'null'], description: SUBJECT.channel.description, examples: ['email'] },
    touchpoint: { type: ['string', 'null'], description: SUBJECT.touchpoint.description, examples: [null] },
    category: {
      type: ['string', 'null'],
      enum: ['marketing', 'transactional', null],
      description: SUBJECT.category.description,
      examples: [null],
    },
    brand: { type: ['string', 'null'], description: SUBJECT.brand.description, examples: [null] },
    all: { type: 'boolean', description: SUBJECT.all.description, examples: [false] },
    reason: { type: 'string', description: 'Why.', examples: ['Wrong prices in the newsletter'] },
    then: { type: 'string', enum: [...AFTERWARDS], description: 'What becomes of held messages.' },
    olderThan: {
      type: ['string', 'null'],
      description: 'The age from which they are given up.',
      examples: ['2d'],
    },
    until: { ...INSTANT, type: ['string', 'null'], description: 'When it ends by itself.' },
    createdBy: { type: 'string', description: 'The name of who started it.', examples: ['Ada'] },
    createdAt: { ...INSTANT, description: 'When.' },
    endedBy: {
      type: ['string', 'null'],
      description: 'The name of who ended it; `until` where its time was over.',
      examples: [null],
    },
    endedAt: { ...INSTANT, type: ['string', 'null'], description: 'When it ended.', examples: [null] },
    held: { type: 'integer', description: 'Messages that it holds now.', examples: [42] },
    sent: { type: 'integer', description: 'Messages let go when it was over.', examples: [0] },
    dropped: { type: 'integer', description: 'Messages given up when it was over.', examples: [0] },
  },
};

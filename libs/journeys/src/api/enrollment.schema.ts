import type { JsonSchema } from '@parcours/http';

import { WAITS_FOR } from '../operations/operation.js';

const INSTANT = { type: 'string', format: 'date-time' } as const;
const INSTANT_OR_NULL = { type: ['string', 'null'], format: 'date-time' } as const;
const TEXT_OR_NULL = { type: ['string', 'null'] } as const;

export const ENROLLMENT_ID: JsonSchema = {
  type: 'string',
  description: 'The id of the enrollment.',
  examples: ['8812345678901234'],
};

export const ENROLLMENT_SCHEMA: JsonSchema = {
  title: 'Enrollment',
  description: "One customer's passage through a journey.",
  type: 'object',
  required: [
    'id',
    'customerId',
    'journey',
    'version',
    'entryKey',
    'state',
    'step',
    'waitsFor',
    'waitingSince',
    'held',
    'failure',
    'dueAt',
    'context',
    'enteredAt',
    'endedAt',
    'endReason',
  ],
  properties: {
    id: ENROLLMENT_ID,
    customerId: { type: 'string', description: 'Your id of the customer.', examples: ['c-1042'] },
    journey: {
      ...TEXT_OR_NULL,
      description: 'The key of the journey; null where it was deleted since.',
      examples: ['welcome'],
    },
    version: {
      type: 'integer',
      description: 'The published version that it is pinned to.',
      examples: [3],
    },
    entryKey: {
      type: 'string',
      description: 'What sets it apart from other passages of the customer.',
      examples: ['once'],
    },
    state: { type: 'string', enum: ['active', 'ended'], description: 'Whether it goes on.' },
    step: {
      ...TEXT_OR_NULL,
      description: 'Where it stands; null once it has ended.',
      examples: ['wait-a-day'],
    },
    waitsFor: {
      type: ['object', 'null'],
      description: 'What moves it on; null when nothing but time does.',
      required: ['for', 'events', 'messageOutcome', 'answer'],
      properties: {
        for: {
          type: 'string',
          enum: [...WAITS_FOR],
          description: 'What it is above all.',
        },
        events: {
          type: 'array',
          items: { type: 'string' },
          description: 'The names of events.',
          examples: [['account.activated']],
        },
        messageOutcome: { type: 'boolean', description: 'The end of its last message.' },
        answer: { type: 'boolean', description: 'The answer of another system.' },
      },
    },
    waitingSince: { ...INSTANT_OR_NULL, description: 'When it began to wait.' },
    held: {
      type: 'boolean',
      description: 'Its time has come, and it is held since its journey is paused.',
      examples: [false],
    },
    failure: {
      ...TEXT_OR_NULL,
      description: 'Why it could not be worked when its time came; it is tried again at dueAt.',
      examples: [null],
    },
    dueAt: { ...INSTANT_OR_NULL, description: 'When it moves on by itself.' },
    context: {
      type: 'object',
      description: 'What it carries; templates read it as context.',
      examples: [{ offer: 'spring' }],
    },
    enteredAt: { ...INSTANT, description: 'When the customer entered.' },
    endedAt: { ...INSTANT_OR_NULL, description: 'When it ended.', examples: [null] },
    endReason: {
      ...TEXT_OR_NULL,
      description: 'Why it ended; null while it goes on.',
      examples: ['completed'],
    },
    goals: {
      type: 'array',
      items: { type: 'string' },
      description: 'Keys of the goals it has reached.',
      examples: [['activated']],
    },
    heldOut: {
      type: 'boolean',
      description: 'In the share that enters but receives nothing.',
      examples: [false],
    },
  },
};

export const HISTORY_SCHEMA: JsonSchema = {
  type: 'array',
  items: {
    title: 'History record',
    description: 'Something that happened to an enrollment.',
    type: 'object',
    required: ['kind', 'visit', 'step', 'type', 'at', 'code', 'detail', 'words'],
    properties: {
      kind: {
        type: 'string',
        enum: ['entered', 'step', 'message', 'goal', 'ended', 'waiting'],
        description:
          'It began; a step was left; what became of a message; a goal was reached; it ended; or, last, what it waits for.',
        examples: ['step'],
      },
      visit: {
        type: ['integer', 'null'],
        description: 'Counts the steps of the passage from 1; null for what is of no step.',
        examples: [1],
      },
      step: { ...TEXT_OR_NULL, description: 'The key of the step.', examples: ['hello'] },
      type: { ...TEXT_OR_NULL, description: 'The type of a step that was left.', examples: ['message'] },
      at: { ...INSTANT, description: 'When it happened; for what is waited for, since when.' },
      code: {
        type: 'string',
        description: 'What happened, for programs: how a step was left, the status of a message.',
        examples: ['queued'],
      },
      detail: {
        type: ['object', 'null'],
        description: 'What decided.',
        examples: [{ channel: 'email' }],
      },
      words: {
        type: 'string',
        description: 'What happened, for people, in the language of `locale`.',
        examples: ['An email was queued.'],
      },
    },
  },
};

export const HISTORY_QUERY_SCHEMA: JsonSchema = {
  type: 'object',
  properties: {
    locale: { type: 'string', enum: ['en', 'fr'], default: 'en', description: 'The language of `words`.' },
  },
};

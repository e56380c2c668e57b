import type { JsonSchema } from '@parcours/http';

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
      required: ['events', 'messageOutcome', 'answer'],
      properties: {
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
    required: ['visit', 'step', 'type', 'at', 'code', 'detail', 'words'],
    properties: {
      visit: { type: 'integer', description: 'Which passage of the step.', examples: [1] },
      step: { type: 'string', description: 'The key of the step.', examples: ['hello'] },
      type: { type: 'string', description: 'The type of the step.', examples: ['message'] },
      at: { ...INSTANT, description: 'When it happened.' },
      code: {
        type: 'string',
        description: 'What happened, for programs.',
        examples: ['message.queued'],
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

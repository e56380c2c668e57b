import type { JsonSchema } from '@parcours/http';
import { LANGUAGES } from '@parcours/kernel';
import { MESSAGE_CATEGORIES, MESSAGE_STATUSES } from '../outbox/message.js';
import { REACTION_KINDS, type ReactionKind } from '../reactions/reaction.js';

const KEY_OR_NULL = { type: ['string', 'null'] } as const;
const INSTANT_OR_NULL = { type: ['string', 'null'], format: 'date-time' } as const;

export const MESSAGE_ID: JsonSchema = {
  type: 'string',
  description: 'The id of the message.',
  examples: ['8812345678901234'],
};

const REACTION_WORDS: Readonly<Record<ReactionKind, string>> = {
  delivered: 'When its provider said that it has arrived.',
  opened: 'When a person first opened it, as far as can be told.',
  clicked: 'When a person first followed one of its links.',
  replied: 'When it was first answered.',
  bounced: 'When it came back.',
  complained: 'When its reader reported it as spam.',
  unsubscribed: 'When its reader followed its link to unsubscribe.',
};

const REACTION_TIMES = Object.fromEntries(
  REACTION_KINDS.map((kind) => [`${kind}At`, { ...INSTANT_OR_NULL, description: REACTION_WORDS[kind] }]),
);

export const MESSAGE_SCHEMA: JsonSchema = {
  title: 'Message',
  description: 'One message to one customer.',
  type: 'object',
  required: [
    'id',
    'customerId',
    'enrollmentId',
    'journey',
    'step',
    'visit',
    'channel',
    'category',
    'brand',
    'connector',
    'template',
    'status',
    'attempts',
    'maybeDuplicate',
    'address',
    'providerId',
    'failure',
    'createdAt',
    'nextAttemptAt',
    'finishedAt',
    ...REACTION_KINDS.map((kind) => `${kind}At`),
  ],
  properties: {
    id: MESSAGE_ID,
    customerId: { type: 'string', description: 'Your id of the customer.', examples: ['c-1042'] },
    enrollmentId: {
      type: 'string',
      description: 'The passage through the journey that sent it.',
      examples: ['8812345678905678'],
    },
    journey: {
      ...KEY_OR_NULL,
      description: 'The key of the journey; null where it was deleted since.',
      examples: ['welcome'],
    },
    step: { type: 'string', description: 'The step that sent it.', examples: ['hello'] },
    visit: { type: 'integer', description: 'Which passage of the step it belongs to.', examples: [1] },
    channel: { type: 'string', description: 'How it goes out.', examples: ['email'] },
    category: {
      type: 'string',
      enum: [...MESSAGE_CATEGORIES],
      description: 'Why it goes out.',
      examples: ['marketing'],
    },
    brand: {
      ...KEY_OR_NULL,
      description: 'The key of the brand in whose name it goes out; null for none.',
      examples: ['main'],
    },
    connector: {
      ...KEY_OR_NULL,
      description: 'The key of the connector; null where it was deleted since.',
      examples: ['mailbox'],
    },
    template: {
      type: 'object',
      description: 'What it says.',
      required: ['key', 'version'],
      properties: {
        key: {
          ...KEY_OR_NULL,
          description: 'The key of the message template; null where it was deleted since.',
          examples: ['hello'],
        },
        version: { type: 'integer', description: 'The version that it is made from.', examples: [2] },
      },
    },
    status: { type: 'string', enum: MESSAGE_STATUSES, description: 'Where it is on its way.' },
    attempts: { type: 'integer', description: 'How often its delivery was tried.', examples: [1] },
    maybeDuplicate: {
      type: 'boolean',
      description: 'An attempt was interrupted before its end was known, so that it may have arrived twice.',
    },
    address: {
      type: ['string', 'null'],
      description: 'Where it goes; null once that was erased.',
      examples: ['ada@example.com'],
    },
    providerId: {
      type: ['string', 'null'],
      description: "The provider's id of it, once it has one.",
      examples: ['<8812345678901234@example.com>'],
    },
    failure: {
      type: ['object', 'null'],
      description: 'Why it was not sent, or not yet; null where nothing failed.',
      required: ['code', 'detail'],
      properties: {
        code: { type: 'string', description: 'Stable.', examples: ['smtp.recipient-rejected'] },
        detail: { type: 'string', description: 'What the provider said.', examples: ['550 No such user'] },
      },
      examples: [null],
    },
    createdAt: { type: 'string', format: 'date-time', description: 'When it was decided.' },
    nextAttemptAt: { ...INSTANT_OR_NULL, description: 'When it is tried next; null when it is not.' },
    finishedAt: { ...INSTANT_OR_NULL, description: 'When it was sent, failed or was withdrawn.' },
    ...REACTION_TIMES,
  },
};

export const EXPLAIN_MESSAGE_QUERY_SCHEMA: JsonSchema = {
  type: 'object',
  properties: {
    locale: { type: 'string', enum: [...LANGUAGES], default: 'en', description: 'The language of `words`.' },
  },
};

export const MESSAGE_EXPLANATION_SCHEMA: JsonSchema = {
  title: 'Message explanation',
  description: 'Why a message is where it is.',
  type: 'object',
  required: ['id', 'status', 'reasons'],
  properties: {
    id: MESSAGE_ID,
    status: {
      type: 'string',
      enum: [...MESSAGE_STATUSES],
      description: 'Where it is.',
      examples: ['queued'],
    },
    reasons: {
      type: 'array',
      description: 'What made of it what it is, in the order in which that happened.',
      items: {
        title: 'Message reason',
        description: 'One thing that made of the message what it is.',
        type: 'object',
        required: ['code', 'detail', 'words'],
        properties: {
          code: {
            type: 'string',
            description:
              'override, why it was held (quiet-hours, outside-send-windows, outranked), and last its status.',
            examples: ['quiet-hours'],
          },
          detail: {
            type: 'object',
            description: 'Policies, times and priorities.',
            examples: [{ policy: 'default', until: '2026-03-02T07:00:00.000Z' }],
          },
          words: {
            type: 'string',
            description: 'For people, in the language of `locale`.',
            examples: [
              'It is in the quiet hours of the channel policy default, until 2026-03-02T07:00:00.000Z.',
            ],
          },
        },
      },
    },
  },
};

import { CUSTOMER_ID_SCHEMA } from '@parcours/audience';
import { KEY_PARAM } from '@parcours/content';
import type { JsonSchema } from '@parcours/http';
import { LANGUAGES } from '@parcours/kernel';
import { MESSAGE_CATEGORIES } from '@parcours/messaging';

const INSTANT = { type: 'string', format: 'date-time', examples: ['2026-03-02T08:00:00.000Z'] } as const;
const TEXT_OR_NULL = { type: ['string', 'null'] } as const;
const DETAIL = {
  type: 'object',
  description: 'What was looked at: numbers of caps, times, events.',
  examples: [{ max: 3, per: '7d', count: 3, category: 'marketing', until: '2026-03-09T08:00:00.000Z' }],
} as const;

export const ATTEMPT_QUERY_SCHEMA: JsonSchema = {
  type: 'object',
  properties: {
    locale: { type: 'string', enum: [...LANGUAGES], default: 'en', description: 'The language of `words`.' },
  },
};

export const ATTEMPT_ORDER_SCHEMA: JsonSchema = {
  title: 'Policy attempt order',
  type: 'object',
  required: ['template'],
  properties: {
    customer: { ...CUSTOMER_ID_SCHEMA, description: 'Your id of the customer.' },
    traits: {
      type: 'object',
      description: 'In place of a customer: somebody with these traits, to whom nothing was sent before.',
      examples: [{ email: 'ada@example.com', timezone: 'Europe/Paris' }],
    },
    template: { ...KEY_PARAM, description: 'The key of the message template.' },
    category: {
      type: 'string',
      enum: [...MESSAGE_CATEGORIES],
      description: 'For a template that names none.',
      examples: ['marketing'],
    },
    channel: {
      ...KEY_PARAM,
      description: 'A channel; the policy chooses when left out.',
      examples: ['email'],
    },
    at: { ...INSTANT, description: 'When it would be decided; now when left out.' },
  },
};

const CHECK: JsonSchema = {
  title: 'Policy check',
  description: 'One thing that was looked at.',
  type: 'object',
  required: ['check', 'policy', 'channel', 'outcome', 'code', 'detail', 'words'],
  properties: {
    check: {
      type: 'string',
      description:
        'template, policy, channel, connector, address, consent, category, condition, suppression, hours, time-to-live, cap or arbitration.',
      examples: ['cap'],
    },
    policy: { type: 'string', description: 'The key of the policy that looks at it.', examples: ['default'] },
    channel: { ...TEXT_OR_NULL, description: 'The channel that was looked at.', examples: ['email'] },
    outcome: {
      type: 'string',
      enum: ['passed', 'held', 'refused'],
      description: 'refused: not on this channel. held: later.',
    },
    code: { ...TEXT_OR_NULL, description: 'Why, where it was not just passed.', examples: ['cap-reached'] },
    detail: DETAIL,
    words: {
      type: 'string',
      description: 'For people, in the language of `locale`.',
      examples: ['The customer has had 3 of at most 3 messages in 7d (channel policy default).'],
    },
  },
};

export const ATTEMPT_SCHEMA: JsonSchema = {
  title: 'Policy attempt',
  description: 'What a channel policy would make of a message, and why.',
  type: 'object',
  required: [
    ...['at', 'outcome', 'channel', 'category', 'priority', 'sendAt', 'expiresAt'],
    ...['code', 'words', 'checks'],
  ],
  properties: {
    at: { ...INSTANT, description: 'The moment for which it was decided.' },
    outcome: {
      type: 'string',
      enum: ['send', 'hold', 'skip'],
      description: 'send: at once. hold: it would wait until `sendAt`. skip: it would not be sent.',
    },
    channel: { ...TEXT_OR_NULL, description: 'The channel that it would take.', examples: ['email'] },
    category: { ...TEXT_OR_NULL, description: 'What it is for the policies.', examples: ['marketing'] },
    priority: { type: ['integer', 'null'], description: 'What it competes by.', examples: [50] },
    sendAt: { ...TEXT_OR_NULL, format: 'date-time', description: 'When it would go out.', examples: [null] },
    expiresAt: {
      ...TEXT_OR_NULL,
      format: 'date-time',
      description: 'Until when it is worth sending.',
      examples: [null],
    },
    code: { ...TEXT_OR_NULL, description: 'Why it would wait, or not be sent.', examples: ['cap-reached'] },
    words: { ...TEXT_OR_NULL, description: 'The same for people.', examples: [null] },
    checks: { type: 'array', items: CHECK, description: 'Everything that was looked at, in order.' },
  },
};

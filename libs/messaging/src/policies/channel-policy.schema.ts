import { WEEKDAYS } from '@parcours/engine';
import type { JsonSchema } from '@parcours/http';
import { DURATION_PATTERN, KEY_PATTERN, LOCALISED_TEXT_SCHEMA } from '@parcours/kernel';

import { FALLBACK_REACTIONS } from '../fallbacks/fallback.rules.js';
import { DEFAULT_PRIORITY, MESSAGE_CATEGORIES } from '../outbox/message.js';

const EVENT_NAME = { type: 'string', minLength: 1, maxLength: 150 };
const TIME_OF_DAY = { type: 'string', pattern: '^([01]\\d|2[0-3]):[0-5]\\d$', examples: ['21:00'] };

const duration = (description: string, example: string) => ({
  type: 'string',
  pattern: DURATION_PATTERN,
  description,
  examples: [example],
});

const key = (description: string, example: string) => ({
  type: 'string',
  pattern: KEY_PATTERN,
  description,
  examples: [example],
});

const categories = (description: string) => ({
  type: 'array',
  minItems: 1,
  uniqueItems: true,
  items: { type: 'string', enum: [...MESSAGE_CATEGORIES] },
  description,
  examples: [['marketing']],
});

const CONDITION = {
  type: 'object',
  description: 'About the customer; a condition, whose JSON Schema is at /api/v1/schemas/condition.',
  examples: [{ trait: 'plan', is: 'pro' }],
};

const CHANNELS = {
  type: 'array',
  minItems: 1,
  maxItems: 20,
  description: 'In order of preference: the first that the template has and the customer can be reached on.',
  examples: [[{ channel: 'email', connector: 'mailbox' }]],
  items: {
    type: 'object',
    required: ['channel', 'connector'],
    additionalProperties: false,
    properties: {
      channel: key('The name of the channel.', 'email'),
      connector: key('The key of a connector.', 'mailbox'),
      categories: categories('Messages of other categories do not take this channel.'),
      timeToLive: duration('For how long a message is worth sending on this channel.', '1h'),
    },
  },
};

const CAPS = {
  type: 'array',
  maxItems: 20,
  description:
    'At most so many messages to one customer in any stretch of time of a length. A message that would be one too many is skipped.',
  examples: [[{ max: 3, per: '7d' }]],
  items: {
    type: 'object',
    required: ['max', 'per'],
    additionalProperties: false,
    properties: {
      max: { type: 'integer', minimum: 0, maximum: 10_000, description: 'So many at the most.' },
      per: duration('The length of the stretch, at most 366 days.', '7d'),
      channel: key('Counts and limits this channel alone; every channel when left out.', 'sms'),
      category: {
        type: 'string',
        enum: [...MESSAGE_CATEGORIES, 'any'],
        default: 'marketing',
        description: 'What it counts and limits.',
      },
    },
  },
};

const hours = (description: string) => ({
  type: 'array',
  maxItems: 20,
  description,
  examples: [[{ from: '21:00', to: '08:00', timezone: 'customer', then: 'hold' }]],
  items: {
    type: 'object',
    required: ['from', 'to'],
    additionalProperties: false,
    properties: {
      from: { ...TIME_OF_DAY, description: 'When it begins.' },
      to: { ...TIME_OF_DAY, description: 'When it ends; before `from`: on the day after.' },
      weekdays: {
        type: 'array',
        minItems: 1,
        uniqueItems: true,
        items: { type: 'string', enum: [...WEEKDAYS] },
        description: 'Days on which it begins; every day when left out.',
      },
      timezone: {
        type: 'string',
        default: 'customer',
        maxLength: 100,
        description: "An IANA name, or customer: the customer's zone, or else the workspace's.",
      },
      then: {
        type: 'string',
        enum: ['hold', 'skip'],
        default: 'hold',
        description: 'hold: the message waits for the next time that is allowed. skip: it is not sent.',
      },
      categories: categories('What it is about; marketing when left out.'),
    },
  },
});

const SUPPRESS = {
  type: 'array',
  maxItems: 20,
  description: 'Events after which nothing is sent for a while.',
  examples: [[{ event: 'complaint.opened', for: '72h', until: 'ticket.resolved' }]],
  items: {
    type: 'object',
    required: ['event', 'for'],
    additionalProperties: false,
    properties: {
      event: { ...EVENT_NAME, description: 'The event of the customer.' },
      for: duration('For how long after it.', '72h'),
      until: { ...EVENT_NAME, description: 'An event that ends it before its time.' },
      condition: { ...CONDITION, description: 'Only where this condition holds of the customer.' },
      categories: categories('What is not sent; marketing when left out.'),
    },
  },
};

const ARBITRATION = {
  type: 'object',
  required: ['window'],
  additionalProperties: false,
  description:
    'Messages to one customer that would go out close to each other compete: by priority, then transactional before marketing, then the older first. What is handed over is never touched.',
  examples: [{ window: '2h', loser: 'hold' }],
  properties: {
    window: duration('How close is too close.', '2h'),
    loser: {
      type: 'string',
      enum: ['hold', 'drop'],
      default: 'hold',
      description: 'hold: the loser goes out a window after the winner. drop: it does not go out.',
    },
    collect: duration('How long a message waits before it goes out, so that a better one may come.', '10m'),
  },
};

const FALLBACK = {
  type: 'array',
  minItems: 1,
  maxItems: 5,
  description:
    'Where a message is sent again: when nobody has reacted to it in time, or at once when it could not be sent. Decided like every message, under all policies.',
  examples: [[{ channel: 'sms', after: '4h', unless: 'opened' }]],
  items: {
    type: 'object',
    required: ['channel', 'after'],
    additionalProperties: false,
    properties: {
      channel: key('One of the channels of the policy.', 'sms'),
      after: duration('How long after it was sent.', '4h'),
      unless: {
        type: 'string',
        enum: [...FALLBACK_REACTIONS],
        default: 'opened',
        description: 'The reaction that makes it needless; a stronger one does too.',
      },
    },
  },
};

const CARE: JsonSchema = {
  type: 'object',
  minProperties: 1,
  additionalProperties: false,
  description: 'Where customers are looked after better than by a message alone.',
  properties: {
    selfService: {
      type: 'array',
      minItems: 1,
      maxItems: 20,
      description: 'Where customers can help themselves: the first that holds is help.title and help.url.',
      examples: [[{ title: 'How to return it', url: 'https://belvedere.example/returns' }]],
      items: {
        type: 'object',
        required: ['title', 'url'],
        additionalProperties: false,
        properties: {
          when: { ...CONDITION, description: 'Only where this holds of the customer; always when left out.' },
          title: { ...LOCALISED_TEXT_SCHEMA, description: 'What the template calls it.' },
          url: {
            type: 'string',
            pattern: '^https?://[^\\s]+$',
            maxLength: 2_000,
            description: 'Where it is.',
            examples: ['https://belvedere.example/returns'],
          },
        },
      },
    },
    person: {
      type: 'object',
      required: ['when', 'connector', 'action'],
      additionalProperties: false,
      description: 'Where it counts, somebody is asked to look after the customer in place of the message.',
      examples: [
        {
          when: { event: 'contract.cancelled', within: '7d' },
          connector: 'crm',
          action: 'create-task',
          input: { subject: 'Call {{customer.first_name}}' },
        },
      ],
      properties: {
        when: { ...CONDITION, description: 'Where this holds of the customer.' },
        connector: key('A connector that offers the action.', 'crm'),
        action: key('The action, by the name that the connector gives it.', 'create-task'),
        input: {
          type: 'object',
          description:
            'What the action asks for; values such as {{customer.first_name}} and {{context}} are read. Journey, step, template and context when left out.',
          examples: [{ subject: 'Call {{customer.first_name}}' }],
        },
      },
    },
  },
};

/** Members that an override may have too. */
const RULES: Readonly<Record<string, JsonSchema>> = {
  channels: CHANNELS,
  categories: categories('Messages of other categories are not sent under it; every one when left out.'),
  priority: {
    type: 'integer',
    minimum: 0,
    maximum: 100,
    default: DEFAULT_PRIORITY,
    description: 'The higher goes first where messages compete.',
  },
  timeToLive: duration('For how long a message is worth sending; it is given up after that.', '2d'),
  topic: key('The topic, for consent, of messages whose template names none.', 'newsletter'),
  caps: CAPS,
  quietHours: hours('Parts of the day in which nothing is sent.'),
  sendWindows: hours('Parts of the day in which alone messages are sent: one of them has to be open.'),
  suppress: SUPPRESS,
  condition: {
    ...CONDITION,
    description: 'Only where this condition holds of the customer is anything sent.',
  },
  arbitration: ARBITRATION,
  fallback: FALLBACK,
  care: CARE,
};

/** Members of a channel policy beyond those of every document. */
export const CHANNEL_POLICY_PROPERTIES: Readonly<Record<string, JsonSchema>> = {
  scope: {
    type: 'string',
    enum: ['step', 'house'],
    default: 'step',
    description:
      'step: for the steps that name it. house: for the messages of every step, beside the policy of the step.',
  },
  appliesTo: {
    type: 'object',
    minProperties: 1,
    additionalProperties: false,
    description: 'For a policy of the house: the messages that it is about; all of them when left out.',
    examples: [{ channels: ['sms'] }],
    properties: {
      channels: {
        type: 'array',
        minItems: 1,
        uniqueItems: true,
        items: { type: 'string', pattern: KEY_PATTERN },
        description: 'Those on these channels.',
        examples: [['sms']],
      },
      categories: categories('Those of these categories.'),
      brands: {
        type: 'array',
        minItems: 1,
        uniqueItems: true,
        items: { type: 'string', pattern: KEY_PATTERN },
        description: 'Those of these brands.',
        examples: [['acme']],
      },
    },
  },
  ...RULES,
  overrides: {
    type: 'array',
    maxItems: 20,
    description: 'The first whose segment the customer is in replaces the members that it has.',
    examples: [[{ segment: 'vip', caps: [{ max: 10, per: '7d' }] }]],
    items: {
      type: 'object',
      required: ['segment'],
      minProperties: 2,
      additionalProperties: false,
      properties: { segment: key('The key of a segment.', 'vip'), ...RULES },
    },
  },
};

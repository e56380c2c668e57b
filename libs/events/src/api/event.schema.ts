import { CUSTOMER_ID_MAX } from '@parcours/audience';
import type { JsonSchema } from '@parcours/http';
import { CALLER_ID_PATTERN, KEY_PATTERN } from '@parcours/kernel';

import { EVENT_LAYERS, ORIGIN_MAX } from '../event-origin.js';

const CUSTOMER_ID = {
  type: 'string',
  minLength: 1,
  maxLength: CUSTOMER_ID_MAX,
  pattern: CALLER_ID_PATTERN,
  description: 'Your own id of the customer. One who is not known yet is created.',
  examples: ['c-1042'],
} as const;

const TRAITS = {
  type: 'object',
  maxProperties: 500,
  description: "Merged into the customer's traits first (RFC 7396); null removes a trait.",
  examples: [{ email: 'ada@example.com' }],
} as const;

const MESSAGE_ID = {
  type: 'string',
  minLength: 1,
  maxLength: 100,
  pattern: CALLER_ID_PATTERN,
  description: 'Your own id of this call: events of one customer with the same id happen once.',
  examples: ['018f2b7e-1042'],
} as const;

/** The event names that Parcours itself writes begin with one of these. */
export const RESERVED_EVENT_PREFIXES = ['journey.', 'note.', 'segment.', 'persona.', 'message.'] as const;

const NOT_RESERVED = `^(?!${RESERVED_EVENT_PREFIXES.map((prefix) => prefix.replace('.', '\\.')).join('|')})`;

const place = (maxLength: number, description: string, example: string) => ({
  type: 'string',
  minLength: 1,
  maxLength,
  pattern: CALLER_ID_PATTERN,
  description: `${description} What the event's definition says, when left out.`,
  examples: [example],
});

/** Where an event comes from, as its sender may say. */
export const ORIGIN_MEMBERS = {
  layer: { type: 'string', enum: EVENT_LAYERS, description: 'The layer of data that it belongs to.' },
  touchpoint: {
    type: 'string',
    pattern: KEY_PATTERN,
    description: 'Key of the touchpoint where it happened.',
    examples: ['website'],
  },
  channel: place(ORIGIN_MAX.channel, 'The channel that it came by, such as email or web.', 'web'),
  device: place(ORIGIN_MAX.device, 'The device that it happened on.', 'phone'),
  department: place(ORIGIN_MAX.department, 'Whom it concerned.', 'Sales'),
} as const;

/** What a sender can call an event: no control characters, no half of a surrogate pair, nothing that is reserved. */
export const TRACKED_NAME_SCHEMA = {
  type: 'string',
  minLength: 1,
  maxLength: 150,
  pattern: `${NOT_RESERVED}[^\\u0000-\\u001f\\ud800-\\udfff]+$`,
  description:
    'What happened, such as account.created. Names that begin with journey., note., segment., persona. or message. are reserved.',
  examples: ['account.created'],
} as const;

/** One event, as campaign tools send it. */
export const EVENT_SCHEMA: JsonSchema = {
  title: 'Event',
  description: 'Something that a customer has done, or that has happened to them.',
  type: 'object',
  required: ['event'],
  anyOf: [{ required: ['customerId'] }, { required: ['anonymousId'] }],
  additionalProperties: false,
  properties: {
    event: TRACKED_NAME_SCHEMA,
    customerId: CUSTOMER_ID,
    anonymousId: {
      ...CUSTOMER_ID,
      description:
        'The id of a device, for one who is not identified. Beside a customerId it says whose device it is: what was done there anonymously is theirs.',
    },
    messageId: MESSAGE_ID,
    occurredAt: {
      type: 'string',
      format: 'date-time',
      description:
        'When it happened (RFC 3339); now, when left out. A time that is up to a day ahead becomes now.',
      examples: ['2026-03-02T08:00:00Z'],
    },
    sentAt: {
      type: 'string',
      format: 'date-time',
      description: 'When the request left, by the same clock: a clock that is wrong is corrected by it.',
      examples: ['2026-03-02T08:00:01Z'],
    },
    properties: {
      type: 'object',
      maxProperties: 500,
      description: 'What journeys and templates can read of it.',
      examples: [{ plan: 'trial' }],
    },
    traits: TRAITS,
    context: {
      type: 'object',
      maxProperties: 100,
      description: 'The circumstances, kept beside it: page, campaign, app.',
      examples: [{ campaign: { source: 'newsletter' } }],
    },
    ...ORIGIN_MEMBERS,
  },
  examples: [
    {
      event: 'account.created',
      customerId: 'c-1042',
      messageId: '018f2b7e-1042',
      properties: { plan: 'trial' },
      traits: { email: 'ada@example.com', first_name: 'Ada', locale: 'en', timezone: 'Europe/London' },
    },
  ],
};

/** One customer who is to enter a journey. */
export const TRIGGER_SCHEMA: JsonSchema = {
  title: 'Journey trigger',
  description: 'A customer who is asked into a journey.',
  type: 'object',
  required: ['customerId'],
  additionalProperties: false,
  properties: {
    customerId: CUSTOMER_ID,
    messageId: MESSAGE_ID,
    context: {
      type: 'object',
      maxProperties: 500,
      description: 'What the enrollment carries; templates read it as context.',
      examples: [{ offer: 'spring' }],
    },
    traits: TRAITS,
  },
  examples: [{ customerId: 'c-1042', context: { offer: 'spring' } }],
};

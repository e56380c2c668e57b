import { CUSTOMER_ID_MAX } from '@parcours/audience';
import type { JsonSchema } from '@parcours/http';
import { CALLER_ID_PATTERN } from '@parcours/kernel';

const CUSTOMER_ID = {
  type: 'string',
  minLength: 1,
  maxLength: CUSTOMER_ID_MAX,
  pattern: CALLER_ID_PATTERN,
  description: 'Your own id of the customer. One who is not known yet is created.',
} as const;

const TRAITS = {
  type: 'object',
  maxProperties: 500,
  description: "Merged into the customer's traits first (RFC 7396); null removes a trait.",
} as const;

const MESSAGE_ID = {
  type: 'string',
  minLength: 1,
  maxLength: 100,
  pattern: CALLER_ID_PATTERN,
  description: 'Your own id of this call: events of one customer with the same id happen once.',
} as const;

/** The event names that Parcours itself writes begin with one of these. */
export const RESERVED_EVENT_PREFIXES = ['journey.', 'segment.', 'persona.', 'message.'] as const;

const NOT_RESERVED = `^(?!${RESERVED_EVENT_PREFIXES.map((prefix) => prefix.replace('.', '\\.')).join('|')})`;

/** One event, as campaign tools send it. */
export const EVENT_SCHEMA: JsonSchema = {
  title: 'Event',
  type: 'object',
  required: ['event'],
  anyOf: [{ required: ['customerId'] }, { required: ['anonymousId'] }],
  additionalProperties: false,
  properties: {
    event: {
      type: 'string',
      minLength: 1,
      maxLength: 150,
      pattern: `${NOT_RESERVED}[^\\u0000-\\u001f]+$`,
      description:
        'What happened, such as account.created. Names that begin with journey., segment., persona. or message. are reserved.',
    },
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
      description: 'When it happened (RFC 3339); now, when left out. A day ahead of now at the most.',
    },
    properties: {
      type: 'object',
      maxProperties: 500,
      description: 'What journeys and templates can read of it.',
    },
    traits: TRAITS,
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
    },
    traits: TRAITS,
  },
  examples: [{ customerId: 'c-1042', context: { offer: 'spring' } }],
};

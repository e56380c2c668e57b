import { CUSTOMER_ID_SCHEMA } from '@parcours/audience';
import type { JsonSchema } from '@parcours/http';
import { KEY_PATTERN } from '@parcours/kernel';

import { CHANNELS } from '../channels/channels.js';

const CHANNEL: JsonSchema = {
  type: 'string',
  enum: CHANNELS.map(({ name }) => name),
  description: 'What it goes out by.',
  examples: ['email'],
};

const ORDER: Readonly<Record<string, JsonSchema>> = {
  customerId: { ...CUSTOMER_ID_SCHEMA, description: 'A customer who exists, as they are now.' },
  data: {
    type: 'object',
    description:
      'What the template reads, laid over what is known of the customer. Where nothing is given that it needs, a placeholder stands.',
    examples: [{ customer: { first_name: 'Ada' }, event: { order: { id: 'o-1' } } }],
  },
  locale: {
    type: 'string',
    pattern: '^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$',
    description: 'The language; that of the customer when left out.',
    examples: ['fr'],
  },
  version: {
    type: 'string',
    enum: ['draft', 'published'],
    default: 'draft',
    description: 'Which text of the template.',
  },
};

export const PREVIEW_ORDER_SCHEMA: JsonSchema = {
  title: 'New preview',
  description: 'For whom a template is written.',
  type: 'object',
  additionalProperties: false,
  properties: {
    ...ORDER,
    channel: { ...CHANNEL, description: 'One channel; all that it has when left out.' },
  },
  examples: [{ customerId: 'c-1042', locale: 'fr' }],
};

export const TEST_ORDER_SCHEMA: JsonSchema = {
  title: 'New test',
  description: 'Where a template is sent to be looked at.',
  type: 'object',
  required: ['to', 'channel', 'connector'],
  additionalProperties: false,
  properties: {
    ...ORDER,
    channel: CHANNEL,
    to: {
      type: 'string',
      minLength: 1,
      maxLength: 4_096,
      description: 'An address of the channel: of your own, not of a customer.',
      examples: ['ada@example.com'],
    },
    connector: {
      type: 'string',
      pattern: KEY_PATTERN,
      description: 'The key of a connector of the channel.',
      examples: ['mailbox'],
    },
  },
  examples: [{ to: 'ada@example.com', channel: 'email', connector: 'mailbox', customerId: 'c-1042' }],
};

const FAILURE: JsonSchema = {
  title: 'Message failure',
  description: 'Why it could not be written; null when it could.',
  type: ['object', 'null'],
  required: ['code', 'detail'],
  properties: {
    code: { type: 'string', description: 'As in a problem.', examples: ['templates.variable-missing'] },
    detail: {
      type: 'string',
      description: 'What is the matter.',
      examples: ["Line 1, column 4: 'event.order' has no value."],
    },
  },
};

export const FINDINGS_SCHEMA: JsonSchema = {
  type: 'array',
  description: 'What is wrong with the template, and what would make its messages look like spam.',
  items: {
    type: 'object',
    required: ['code', 'severity', 'pointer', 'message'],
    properties: {
      code: { type: 'string', description: 'Stable.', examples: ['templates.subject-capitals'] },
      severity: { type: 'string', enum: ['error', 'warning'], description: 'An error stops a publish.' },
      pointer: {
        type: 'string',
        description: 'JSON pointer into the template.',
        examples: ['/channels/email/subject'],
      },
      message: {
        type: 'string',
        description: 'What is the matter.',
        examples: ['The subject is written in capitals, as spam is.'],
      },
      suggestion: {
        type: 'string',
        description: 'What would put it right.',
        examples: ['Begin it with https://.'],
      },
    },
  },
  examples: [[]],
};

const CONTENT: JsonSchema = {
  type: ['object', 'null'],
  description:
    'What the connector would be handed: subject, html and text of an email; text, encoding and segments of a text message; and so on. Null where it could not be written.',
  examples: [{ subject: 'Welcome, Ada', html: '<p>Glad you are here.</p>', text: 'Glad you are here.' }],
};

const SENDER: JsonSchema = {
  type: ['object', 'null'],
  description: 'The sender of the brand; null where the connector has its own.',
  examples: [{ name: 'Belvédère', address: 'hello@belvedere.example' }],
};

export const PREVIEW_SCHEMA: JsonSchema = {
  title: 'Template preview',
  description: 'A template as a customer would receive it.',
  type: 'object',
  required: ['locale', 'brand', 'channels', 'variables', 'findings'],
  properties: {
    locale: { type: 'string', description: 'The language that was asked for.', examples: ['fr'] },
    brand: { type: ['string', 'null'], description: 'The key of its brand.', examples: ['belvedere'] },
    channels: {
      type: 'array',
      description: 'One for each channel.',
      items: {
        title: 'Previewed channel',
        description: 'A message on one channel.',
        type: 'object',
        required: ['channel', 'to', 'from', 'content', 'text', 'bytes', 'segments', 'failure'],
        properties: {
          channel: CHANNEL,
          to: {
            type: ['string', 'null'],
            description: 'Where the customer would get it; null where nowhere, or without a customer.',
            examples: ['ada@example.com'],
          },
          from: SENDER,
          content: CONTENT,
          text: {
            type: ['string', 'null'],
            description:
              'Its words without markup. Links of a text that are tracked stand there as long as they will be.',
            examples: ['Glad you are here.'],
          },
          bytes: { type: ['integer', 'null'], description: 'Of the content, in UTF-8.', examples: [1_204] },
          segments: { type: ['integer', 'null'], description: 'Of a text message.', examples: [null] },
          failure: FAILURE,
        },
      },
    },
    variables: {
      type: 'array',
      description: 'What the template reads.',
      items: {
        type: 'object',
        required: ['path', 'required', 'given'],
        properties: {
          path: {
            type: 'string',
            description: 'Dotted; * stands for any item.',
            examples: ['customer.first_name'],
          },
          required: { type: 'boolean', description: 'Nothing is sent without it.' },
          given: {
            type: 'boolean',
            description: 'False where a placeholder stands in the preview, or nothing.',
          },
        },
      },
    },
    findings: FINDINGS_SCHEMA,
  },
};

export const TEST_SCHEMA: JsonSchema = {
  title: 'Template test',
  description: 'What became of a test.',
  type: 'object',
  required: ['id', 'to', 'status', 'providerId', 'failure'],
  properties: {
    id: {
      type: 'string',
      description: 'What the provider knows it by.',
      examples: ['test-8812345678901234'],
    },
    to: { type: 'string', description: 'Where it went.', examples: ['ada@example.com'] },
    status: { type: 'string', enum: ['sent', 'failed'], description: 'Whether the provider took it.' },
    providerId: { type: ['string', 'null'], description: 'What the provider calls it.', examples: [null] },
    failure: {
      ...FAILURE,
      title: 'Test failure',
      description: 'Why the provider did not take it; null when it did.',
      examples: [null],
    },
  },
};

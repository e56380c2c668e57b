import { defineContentType } from '@parcours/content';
import { KEY_PATTERN, LOCALISED_TEXT_SCHEMA } from '@parcours/kernel';

import { EVENT_PATTERN } from './event-pattern.rules.js';

export interface WebhookDocument {
  readonly url: string;
  readonly events: readonly string[];
  readonly active?: boolean;
  /** Each value sealed, or shown as `{ "$secret": "set" }`. */
  readonly headers?: Readonly<Record<string, { readonly $secret: string }>>;
}

/** Addresses under `/webhooks` that are no key. */
const RESERVED_KEYS = 'events';

const HEADER_NAME = "^[A-Za-z0-9!#$%&'*+.^_`|~-]{1,100}$";

const SCHEMA = {
  type: 'object',
  required: ['url', 'events'],
  properties: {
    key: {
      type: 'string',
      pattern: `^(?!${RESERVED_KEYS}$)${KEY_PATTERN.slice(1)}`,
      description: 'The stable name in addresses; it never changes.',
      examples: ['crm'],
    },
    description: {
      ...LOCALISED_TEXT_SCHEMA,
      description: 'Who listens there, and why.',
      examples: ['The CRM, to keep its list of journeys up to date'],
    },
    url: {
      type: 'string',
      format: 'uri',
      pattern: '^https?://',
      maxLength: 2_000,
      description: 'Where the events are posted: https, unless PARCOURS_OUTGOING_ALLOW names the host.',
    },
    events: {
      type: 'array',
      minItems: 1,
      maxItems: 50,
      uniqueItems: true,
      description: 'Which events are wanted: a name, all below one with `.*`, or every one with `*`.',
      examples: [['content.published', 'review.*']],
      items: {
        type: 'string',
        pattern: EVENT_PATTERN,
        maxLength: 200,
        description: 'One event, or all below a name.',
      },
    },
    active: { type: 'boolean', default: true, description: 'False keeps it for later. True when left out.' },
    headers: {
      type: 'object',
      maxProperties: 20,
      propertyNames: { pattern: HEADER_NAME },
      description: 'Sent with every event. The values are kept encrypted and never shown again.',
      examples: [{ 'X-Api-Key': '5f2b' }],
      additionalProperties: {
        oneOf: [
          { title: 'a text', type: 'string', pattern: '^[\\x20-\\x7e]*$', maxLength: 2_000 },
          {
            title: 'the value that is kept',
            type: 'object',
            additionalProperties: false,
            required: ['$secret'],
            properties: {
              $secret: {
                type: 'string',
                maxLength: 8_000,
                description: 'As it was read; it keeps the value.',
                examples: ['set'],
              },
            },
          },
        ],
      },
    },
  },
  examples: [
    {
      key: 'crm',
      name: 'Customer relations',
      url: 'https://crm.example.com/hooks/parcours',
      events: ['content.published', 'content.unpublished'],
      active: true,
    },
  ],
};

/** An address of another system, and the events that it wants to hear of. What is checked beyond the schema: see WebhookConfig. */
export const WEBHOOK_TYPE = defineContentType<WebhookDocument>({
  name: 'webhooks',
  singular: 'webhook',
  title: 'Webhooks',
  description: 'Addresses of other systems, each with the events that it wants to hear of.',
  schema: SCHEMA,
});

import { TRACKING_SCHEMA } from '@parcours/catalog';
import { defineContentType } from '@parcours/content';
import { KEY_PATTERN, LOCALISED_TEXT_SCHEMA } from '@parcours/kernel';
import type { ChannelName } from '@parcours/sdk';

import type { ChannelDocument } from '../channels/channel.js';
import { CHANNELS } from '../channels/channels.js';
import type { TrackingDocument } from '../tracking/tracking-choice.rules.js';
import { checkTemplate } from './template-check.js';

export interface MessageTemplateDocument {
  readonly category?: 'marketing' | 'transactional';
  /** What it is about, for the reader's consent. */
  readonly topic?: string;
  /** The key of the brand in whose name it speaks. */
  readonly brand?: string;
  readonly tracking?: TrackingDocument;
  readonly channels: Readonly<Partial<Record<ChannelName, ChannelDocument>>>;
}

/** What a message says, by channel and language. */
export const MESSAGE_TEMPLATE_TYPE = defineContentType<MessageTemplateDocument>({
  name: 'message-templates',
  singular: 'message-template',
  title: 'Message templates',
  description: 'What messages say, by channel and language.',
  scopes: 'templates',
  schema: {
    type: 'object',
    required: ['channels'],
    properties: {
      description: {
        ...LOCALISED_TEXT_SCHEMA,
        description: 'For whoever edits it.',
        examples: ['Ask marketing before changing it'],
      },
      category: {
        type: 'string',
        enum: ['marketing', 'transactional'],
        default: 'marketing',
        description: 'transactional: what the customer needs, such as an invoice. It asks for no consent.',
      },
      topic: {
        type: 'string',
        pattern: KEY_PATTERN,
        description: 'The key of the topic that it is about: who has refused that does not get it.',
        examples: ['newsletter'],
      },
      brand: {
        type: 'string',
        pattern: KEY_PATTERN,
        description:
          'The key of the brand in whose name it speaks; the brand that is marked as the default, when left out, or the only one.',
        examples: ['belvedere'],
      },
      tracking: {
        ...TRACKING_SCHEMA,
        description:
          'What is told of its readers. What is left out is as its brand has it, else on for marketing and off for transactional.',
      },
      channels: {
        type: 'object',
        description: 'What it says, by channel.',
        minProperties: 1,
        additionalProperties: false,
        properties: Object.fromEntries(CHANNELS.map(({ name, schema }) => [name, schema])),
      },
    },
    examples: [
      {
        key: 'welcome',
        name: { en: 'Welcome', fr: 'Bienvenue' },
        channels: {
          email: {
            subject: { en: 'Welcome, {{customer.first_name}}', fr: 'Bienvenue, {{customer.first_name}}' },
            html: {
              en: '<p>Glad you are here: your first cup is on us.</p><a href="{{links.unsubscribe}}">No more of these</a>',
              fr: '<p>Heureux de vous voir : la première tasse est pour nous.</p><a href="{{links.unsubscribe}}">Ne plus recevoir ces messages</a>',
            },
          },
        },
      },
    ],
  },
  references: ({ topic, brand }) => [
    ...(topic === undefined ? [] : [{ type: 'topics', key: topic, pointer: '/topic' }]),
    ...(brand === undefined ? [] : [{ type: 'brands', key: brand, pointer: '/brand' }]),
  ],
  check: checkTemplate,
});

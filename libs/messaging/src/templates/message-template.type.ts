import { TRACKING_SCHEMA } from '@parcours/catalog';
import { defineContentType } from '@parcours/content';
import {
  type Finding,
  KEY_PATTERN,
  LOCALISED_TEXT_SCHEMA,
  type LocalisedText,
  pointer,
} from '@parcours/kernel';

import type { TrackingDocument } from '../tracking/tracking-choice.rules.js';
import { checkEmail } from './email-template.js';
import { emailSource } from './localised-email.rules.js';

/** An email in every language it has. */
export interface EmailDocument {
  readonly subject: LocalisedText;
  readonly preheader?: LocalisedText;
  readonly html: LocalisedText;
  readonly text?: LocalisedText;
}

export interface MessageTemplateDocument {
  readonly category?: 'marketing' | 'transactional';
  /** What it is about, for the reader's consent. */
  readonly topic?: string;
  readonly tracking?: TrackingDocument;
  readonly channels: { readonly email: EmailDocument };
}

const text = (description: string, example: string) => ({
  ...LOCALISED_TEXT_SCHEMA,
  description,
  examples: [example],
});

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
        properties: {
          email: {
            type: 'object',
            description: 'As an email.',
            required: ['subject', 'html'],
            additionalProperties: false,
            properties: {
              subject: text('One line; Handlebars.', 'Welcome, {{customer.first_name}}'),
              preheader: text(
                'The line that mail clients show beside the subject; Handlebars.',
                'Three steps to begin',
              ),
              html: text('The HTML part; Handlebars, values are escaped.', '<p>Glad you are here.</p>'),
              text: text(
                'The plain text part; Handlebars. Derived from the HTML when absent.',
                'Glad you are here.',
              ),
            },
          },
        },
      },
    },
    examples: [
      {
        key: 'welcome',
        name: { en: 'Welcome', fr: 'Bienvenue' },
        channels: {
          email: {
            subject: { en: 'Welcome, {{customer.first_name}}', fr: 'Bienvenue, {{customer.first_name}}' },
            html: { en: '<p>Glad you are here.</p>', fr: '<p>Heureux de vous voir.</p>' },
          },
        },
      },
    ],
  },
  references: ({ topic }) => (topic === undefined ? [] : [{ type: 'topics', key: topic, pointer: '/topic' }]),
  check: ({ channels }) => localesOf(channels.email).flatMap((locale) => checkLocale(channels.email, locale)),
});

function checkLocale(email: EmailDocument, locale: string | undefined): Finding[] {
  return checkEmail(emailSource(email, locale ?? 'en')).map((finding) => {
    const part = finding.pointer.slice(1) as keyof EmailDocument;
    const isLocalised = locale !== undefined && typeof email[part] === 'object';
    const place = pointer('channels', 'email', part, ...(isLocalised ? [locale] : []));
    return { ...finding, pointer: place };
  });
}

/** Every locale that a part is written in; one `undefined` when no part is localised. */
export function localesOf({ subject, preheader, html, text: plain }: EmailDocument): (string | undefined)[] {
  const locales = new Set<string>();
  for (const part of [subject, preheader, html, plain]) {
    if (typeof part === 'object') for (const locale of Object.keys(part)) locales.add(locale);
  }
  return locales.size === 0 ? [undefined] : [...locales];
}

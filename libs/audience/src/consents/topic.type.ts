import { defineContentType } from '@parcours/content';
import { KEY_PATTERN, LOCALISED_TEXT_SCHEMA, type LocalisedText } from '@parcours/kernel';

/** Whether silence means yes. */
export const CONSENT_BASES = ['opt-out', 'opt-in'] as const;

export type ConsentBasis = (typeof CONSENT_BASES)[number];

export interface TopicDocument {
  readonly name: LocalisedText;
  readonly description?: LocalisedText;
  readonly channels?: readonly string[];
  readonly basis?: ConsentBasis;
  readonly confirm?: boolean;
  readonly order?: number;
}

/** The channels of a topic that names none. */
export const DEFAULT_CHANNELS: readonly string[] = ['email'];

/** What customers can ask for and refuse: a subject of messages, with the channels that it may take. */
export const TOPIC_TYPE = defineContentType<TopicDocument>({
  name: 'topics',
  singular: 'topic',
  title: 'Topics',
  description:
    'What customers ask for or refuse: the subjects of messages, as the preference page shows them.',
  schema: {
    type: 'object',
    properties: {
      description: { ...LOCALISED_TEXT_SCHEMA, description: 'What comes, and how often. Customers read it.' },
      channels: {
        type: 'array',
        minItems: 1,
        maxItems: 10,
        uniqueItems: true,
        items: { type: 'string', pattern: KEY_PATTERN },
        description: 'The channels that customers can choose; email when left out.',
        examples: [['email', 'sms']],
      },
      basis: {
        type: 'string',
        enum: CONSENT_BASES,
        default: 'opt-out',
        description:
          'opt-in: only those who have said yes get it. opt-out: everybody but those who have said no.',
      },
      confirm: {
        type: 'boolean',
        description:
          'Double opt-in: a yes on the preference page is pending until it is confirmed by a link. The event consent.pending, with that link, lets customers into a journey that sends it.',
      },
      order: {
        type: 'integer',
        minimum: 0,
        maximum: 10_000,
        description: 'Its place on the page.',
        examples: [10],
      },
    },
    examples: [
      {
        key: 'newsletter',
        name: { en: 'Newsletter', fr: 'Lettre d’information' },
        description: { en: 'What is new, once a month.', fr: 'Les nouveautés, une fois par mois.' },
        channels: ['email'],
        basis: 'opt-in',
        confirm: true,
      },
    ],
  },
});

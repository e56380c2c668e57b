import { answerTimeoutMs, type FromSchema, requestsAtOnce } from '@parcours/sdk';
import { emailSenderProperties } from '@parcours/sdk/email';

/** What an author configures; defaults are filled in by the host. */
export const mailgunConfig = {
  type: 'object',
  required: ['apiKey', 'domain', 'from'],
  additionalProperties: false,
  properties: {
    apiKey: {
      type: 'string',
      minLength: 16,
      maxLength: 200,
      'x-secret': true,
      description: 'A sending key of the domain, or an API key of the account.',
    },
    domain: {
      type: 'string',
      pattern: '^[A-Za-z0-9](?:[A-Za-z0-9.-]{0,251}[A-Za-z0-9])$',
      description: 'The sending domain, as it is called in Mailgun.',
      examples: ['mg.example.com'],
    },
    region: { enum: ['us', 'eu'], default: 'us', description: 'Where the domain is kept.' },
    apiUrl: {
      type: 'string',
      format: 'uri',
      pattern: '^https?://[^?#]*[^/?#]$',
      description: 'Where the API is, instead of the address of the region.',
      examples: ['https://api.mailgun.net'],
    },
    ...emailSenderProperties,
    webhookSigningKey: {
      type: 'string',
      minLength: 16,
      maxLength: 200,
      'x-secret': true,
      description: 'The HTTP webhook signing key of the account. Nothing is taken in without.',
    },
    tags: {
      type: 'array',
      maxItems: 10,
      uniqueItems: true,
      items: { type: 'string', pattern: '^[\\x20-\\x7e]{1,128}$' },
      description: 'Tags of every email, for the statistics of Mailgun.',
      examples: [['journeys']],
    },
    trackOpens: {
      type: 'boolean',
      default: false,
      description: 'Whether Mailgun counts opens; Parcours counts them itself.',
    },
    trackClicks: {
      type: 'boolean',
      default: false,
      description: 'Whether Mailgun rewrites links; Parcours counts clicks itself.',
    },
    testMode: {
      type: 'boolean',
      default: false,
      description: 'Mailgun takes every message and delivers none.',
    },
    timeoutMs: answerTimeoutMs(15_000),
    atOnce: requestsAtOnce(16),
  },
} as const;

export type MailgunConfig = FromSchema<typeof mailgunConfig>;

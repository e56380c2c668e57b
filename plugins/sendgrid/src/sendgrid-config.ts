import { answerTimeoutMs, type FromSchema, requestsAtOnce } from '@parcours/sdk';
import { emailSenderProperties } from '@parcours/sdk/email';

/** What an author configures; defaults are filled in by the host. */
export const sendgridConfig = {
  type: 'object',
  required: ['apiKey', 'from'],
  additionalProperties: false,
  properties: {
    apiKey: {
      type: 'string',
      pattern: '^SG\\.[\\w-]+\\.[\\w-]+$',
      'x-secret': true,
      description: 'An API key that may send mail.',
    },
    region: {
      enum: ['global', 'eu'],
      default: 'global',
      description: 'Where the account is kept: keys of EU regional subusers work in `eu` alone.',
    },
    apiUrl: {
      type: 'string',
      format: 'uri',
      pattern: '^https?://[^?#]*[^/?#]$',
      description: 'Where the API is, instead of the address of the region.',
      examples: ['https://api.sendgrid.com'],
    },
    ...emailSenderProperties,
    webhookKey: {
      type: 'string',
      pattern: '^[A-Za-z0-9+/]{40,}={0,2}$',
      description:
        'The verification key of the signed Event Webhook, as its settings show it. Nothing is taken in without.',
    },
    categories: {
      type: 'array',
      maxItems: 10,
      uniqueItems: true,
      items: { type: 'string', minLength: 1, maxLength: 255 },
      description: 'Categories of every email, for the statistics of SendGrid.',
      examples: [['journeys']],
    },
    ipPool: {
      type: 'string',
      minLength: 2,
      maxLength: 64,
      description: 'The pool of IP addresses to send from.',
      examples: ['marketing'],
    },
    unsubscribeGroup: {
      type: 'integer',
      minimum: 1,
      description: 'The unsubscribe group that every email belongs to.',
    },
    trackOpens: {
      type: 'boolean',
      default: false,
      description: 'Whether SendGrid counts opens; Parcours counts them itself.',
    },
    trackClicks: {
      type: 'boolean',
      default: false,
      description: 'Whether SendGrid rewrites links; Parcours counts clicks itself.',
    },
    timeoutMs: answerTimeoutMs(15_000),
    atOnce: requestsAtOnce(16),
  },
} as const;

export type SendgridConfig = FromSchema<typeof sendgridConfig>;

import { answerTimeoutMs, type FromSchema } from '@parcours/sdk';
import { emailSenderProperties } from '@parcours/sdk/email';

/** What an author configures; defaults are filled in by the host. */
export const postmarkConfig = {
  type: 'object',
  required: ['serverToken', 'from'],
  additionalProperties: false,
  properties: {
    serverToken: {
      type: 'string',
      minLength: 16,
      maxLength: 100,
      'x-secret': true,
      description: 'The API token of the server, not of the account.',
    },
    apiUrl: {
      type: 'string',
      format: 'uri',
      pattern: '^https?://[^?#]*[^/?#]$',
      default: 'https://api.postmarkapp.com',
      description: 'Where the API is.',
    },
    ...emailSenderProperties,
    messageStream: {
      type: 'string',
      pattern: '^[a-z][a-z0-9-]{0,29}$',
      default: 'outbound',
      description: 'The stream that emails leave by: one for transactional mail, or one for broadcasts.',
      examples: ['broadcast'],
    },
    tag: {
      type: 'string',
      minLength: 1,
      maxLength: 1_000,
      description: 'The tag of every email, for the statistics of Postmark.',
      examples: ['journeys'],
    },
    trackOpens: {
      type: 'boolean',
      default: false,
      description: 'Whether Postmark counts opens; Parcours counts them itself.',
    },
    trackClicks: {
      type: 'boolean',
      default: false,
      description: 'Whether Postmark rewrites links; Parcours counts clicks itself.',
    },
    webhookUser: {
      type: 'string',
      pattern: '^[^:]+$',
      maxLength: 100,
      default: 'parcours',
      description: 'The user name that its webhooks come with.',
    },
    webhookPassword: {
      type: 'string',
      minLength: 16,
      maxLength: 200,
      'x-secret': true,
      description: 'The password that its webhooks come with. Nothing is taken in without.',
    },
    timeoutMs: answerTimeoutMs(30_000),
  },
} as const;

export type PostmarkConfig = FromSchema<typeof postmarkConfig>;

import { answerTimeoutMs, type FromSchema, requestsAtOnce } from '@parcours/sdk';
import { emailSenderProperties } from '@parcours/sdk/email';

/** What an author configures; defaults are filled in by the host. */
export const sesConfig = {
  type: 'object',
  required: ['accessKeyId', 'secretAccessKey', 'region', 'from'],
  additionalProperties: false,
  properties: {
    accessKeyId: {
      type: 'string',
      pattern: '^[A-Z0-9]{16,128}$',
      description: 'The access key of a user or role that may send emails.',
      examples: ['AKIAIOSFODNN7EXAMPLE'],
    },
    secretAccessKey: { type: 'string', minLength: 16, maxLength: 200, 'x-secret': true },
    sessionToken: {
      type: 'string',
      minLength: 16,
      maxLength: 4_096,
      'x-secret': true,
      description: 'Belongs to keys that live for some hours alone.',
    },
    region: {
      type: 'string',
      pattern: '^[a-z]{2}(?:-[a-z]+)+-\\d$',
      description: 'The AWS region whose SES sends; senders are verified in each region anew.',
      examples: ['eu-west-1'],
    },
    apiUrl: {
      type: 'string',
      format: 'uri',
      pattern: '^https?://[^?#]*[^/?#]$',
      description: 'Where the API is, instead of the address of the region.',
      examples: ['https://email.eu-west-1.amazonaws.com'],
    },
    ...emailSenderProperties,
    configurationSet: {
      type: 'string',
      pattern: '^[A-Za-z0-9_-]{1,64}$',
      description: 'The configuration set of every email; it decides which events are published.',
      examples: ['parcours'],
    },
    tags: {
      type: 'object',
      maxProperties: 45,
      propertyNames: { pattern: '^[A-Za-z0-9_-]{1,256}$', not: { const: 'parcours_message' } },
      additionalProperties: { type: 'string', pattern: '^[A-Za-z0-9_.@-]{1,256}$' },
      description: 'Tags of every email, for the metrics of SES.',
      examples: [{ source: 'journeys' }],
    },
    topicArn: {
      type: 'string',
      pattern: '^arn:aws[a-z-]*:sns:[a-z0-9-]+:\\d{12}:[A-Za-z0-9_-]{1,256}$',
      description:
        'The SNS topic that events are published to. Nothing is taken in without, or from another.',
      examples: ['arn:aws:sns:eu-west-1:123456789012:parcours'],
    },
    timeoutMs: answerTimeoutMs(15_000),
    atOnce: requestsAtOnce(16),
  },
} as const;

export type SesConfig = Omit<FromSchema<typeof sesConfig>, 'tags'> & {
  readonly tags?: Readonly<Record<string, string>>;
};

import { answerTimeoutMs, type FromSchema, requestsAtOnce } from '@parcours/sdk';

/** What an author configures; the first three are members of the key file of a service account. */
export const fcmConfig = {
  type: 'object',
  required: ['projectId', 'clientEmail', 'privateKey'],
  additionalProperties: false,
  properties: {
    projectId: {
      type: 'string',
      pattern: '^[a-z][a-z0-9.:-]{4,62}[a-z0-9]$',
      description: 'The id of the Firebase project: `project_id` of the key file.',
      examples: ['shop-4711'],
    },
    clientEmail: {
      type: 'string',
      format: 'email',
      description: 'The service account: `client_email` of the key file.',
      examples: ['parcours@shop-4711.iam.gserviceaccount.com'],
    },
    privateKey: {
      type: 'string',
      pattern: '^-----BEGIN (RSA )?PRIVATE KEY-----',
      maxLength: 10_000,
      'x-secret': true,
      description: 'Its key in PEM: `private_key` of the key file.',
    },
    ttlSeconds: {
      type: 'integer',
      minimum: 0,
      maximum: 2_419_200,
      default: 86_400,
      description: 'How long a notification waits for a phone that is off; 28 days at most.',
    },
    priority: {
      enum: ['high', 'normal'],
      default: 'high',
      description: 'Whether a phone that sleeps is woken up.',
    },
    androidChannelId: {
      type: 'string',
      maxLength: 100,
      description: 'The notification channel of your Android app; its own default one when left out.',
      examples: ['orders'],
    },
    iosSound: {
      type: 'string',
      maxLength: 100,
      description: 'The sound on iOS; none when left out.',
      examples: ['default'],
    },
    apiUrl: {
      type: 'string',
      format: 'uri',
      pattern: '^https?://',
      default: 'https://fcm.googleapis.com',
      description: 'Where messages are posted to.',
    },
    tokenUrl: {
      type: 'string',
      format: 'uri',
      pattern: '^https?://',
      default: 'https://oauth2.googleapis.com/token',
      description: 'Where access tokens come from: `token_uri` of the key file.',
    },
    timeoutMs: answerTimeoutMs(10_000),
    atOnce: requestsAtOnce(16),
  },
} as const;

export type FcmConfig = FromSchema<typeof fcmConfig>;

import { answerTimeoutMs, type FromSchema, requestsAtOnce } from '@parcours/sdk';

/** What an author configures; defaults are filled in by the host. */
export const whatsappConfig = {
  type: 'object',
  required: ['phoneNumberId', 'accessToken'],
  dependentRequired: { appSecret: ['verifyToken'], verifyToken: ['appSecret'] },
  additionalProperties: false,
  properties: {
    phoneNumberId: {
      type: 'string',
      pattern: '^[0-9]{5,20}$',
      description: 'The id of the number that sends, as Meta shows it; not the number itself.',
      examples: ['106540352242922'],
    },
    accessToken: {
      type: 'string',
      minLength: 20,
      maxLength: 1_000,
      'x-secret': true,
      description: 'A permanent token of a system user with whatsapp_business_messaging.',
    },
    appSecret: {
      type: 'string',
      minLength: 8,
      maxLength: 200,
      'x-secret': true,
      description:
        'The secret of the app. Callbacks are signed with it: without it there are neither receipts nor replies.',
    },
    verifyToken: {
      type: 'string',
      minLength: 8,
      maxLength: 200,
      'x-secret': true,
      description: 'A word of your own, which Meta repeats when the callback address is set.',
    },
    template: {
      type: 'object',
      required: ['name', 'language'],
      additionalProperties: false,
      properties: {
        name: {
          type: 'string',
          pattern: '^[a-z0-9_]{1,512}$',
          description: 'Its name.',
          examples: ['notice'],
        },
        language: {
          type: 'string',
          pattern: '^[a-z]{2,3}(_[A-Z]{2})?$',
          description: 'Its language.',
          examples: ['en_GB'],
        },
      },
      description:
        'An approved template with one parameter in its body: texts that name no template go out in it, so that they arrive also where nobody has written for a day.',
    },
    previewLinks: {
      type: 'boolean',
      default: false,
      description: 'Whether the page behind a link is shown in small.',
    },
    apiVersion: {
      type: 'string',
      pattern: '^v[0-9]{2}\\.[0-9]$',
      default: 'v23.0',
      description: 'The version of the Graph API.',
    },
    apiUrl: {
      type: 'string',
      format: 'uri',
      pattern: '^https?://[^?#]+[^/?#]$',
      default: 'https://graph.facebook.com',
      description: 'Where the Graph API is.',
    },
    timeoutMs: answerTimeoutMs(10_000),
    atOnce: requestsAtOnce(8),
  },
} as const;

export type WhatsappConfig = FromSchema<typeof whatsappConfig>;

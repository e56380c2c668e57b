import { answerTimeoutMs, type FromSchema, requestsAtOnce } from '@parcours/sdk';

/** The push services of Chrome and Edge on Android, Firefox, Edge on Windows, and Safari. */
const PUSH_SERVICES = [
  'https://fcm.googleapis.com',
  'https://jmt17.google.com',
  'https://updates.push.services.mozilla.com',
  'https://*.notify.windows.com',
  'https://web.push.apple.com',
] as const;

/** What an author configures; defaults are filled in by the host. */
export const webPushConfig = {
  type: 'object',
  required: ['publicKey', 'privateKey', 'contact'],
  additionalProperties: false,
  properties: {
    publicKey: {
      type: 'string',
      pattern: '^B[A-Za-z0-9_-]{86}$',
      description: 'The VAPID public key, 65 bytes in base64url: the applicationServerKey of your site.',
      examples: ['BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4'],
    },
    privateKey: {
      type: 'string',
      pattern: '^[A-Za-z0-9_-]{43}$',
      'x-secret': true,
      description: 'The VAPID private key that belongs to it, 32 bytes in base64url.',
    },
    contact: {
      type: 'string',
      pattern: '^(mailto:[^@\\s]+@[^@\\s]+|https://\\S+)$',
      maxLength: 200,
      description: 'Whom push services can turn to: mailto: or https:.',
      examples: ['mailto:push@example.com'],
    },
    ttlSeconds: {
      type: 'integer',
      minimum: 0,
      maximum: 2_419_200,
      default: 86_400,
      description: 'How long a notification waits for a browser that is closed; 28 days at most.',
    },
    urgency: {
      enum: ['very-low', 'low', 'normal', 'high'],
      default: 'normal',
      description: 'Whether a device that saves power is woken up (RFC 8030, 5.3).',
    },
    topic: {
      type: 'string',
      pattern: '^[A-Za-z0-9_-]{1,32}$',
      description:
        'Of those that wait for a browser, only the last one is kept. Each message is its own topic when left out.',
      examples: ['offers'],
    },
    pushServices: {
      type: 'array',
      minItems: 1,
      maxItems: 50,
      items: { type: 'string', pattern: '^https?://(\\*\\.)?[a-z0-9.-]+(:[0-9]{1,5})?$' },
      default: PUSH_SERVICES,
      description:
        'Where subscriptions may lead: nothing is sent anywhere else. *. stands for any subdomain.',
    },
    timeoutMs: answerTimeoutMs(10_000),
    atOnce: requestsAtOnce(16),
  },
} as const;

export type WebPushConfig = FromSchema<typeof webPushConfig>;

import type { FromSchema } from '@parcours/sdk';

/** What an author configures; defaults are filled in by the host. */
export const webhookConfig = {
  type: 'object',
  required: ['url', 'secret'],
  additionalProperties: false,
  properties: {
    url: {
      type: 'string',
      format: 'uri',
      pattern: '^https?://',
      description: 'Where messages are posted to.',
    },
    secret: {
      type: 'string',
      pattern: '^whsec_[A-Za-z0-9+/]{32,}={0,2}$',
      'x-secret': true,
      description: 'What messages are signed with: whsec_ and 24 to 64 random bytes in base64.',
    },
    previousSecret: {
      type: 'string',
      pattern: '^whsec_[A-Za-z0-9+/]{32,}={0,2}$',
      'x-secret': true,
      description: 'Signs beside the secret while the endpoint changes over to a new one.',
    },
    headers: {
      type: 'object',
      additionalProperties: { type: 'string', maxLength: 1_000 },
      description: 'Additional headers. They are no place for secrets.',
    },
    timeoutMs: {
      type: 'integer',
      minimum: 100,
      maximum: 30_000,
      default: 10_000,
      description: 'For a whole answer.',
    },
    atOnce: {
      type: 'integer',
      minimum: 1,
      maximum: 64,
      default: 8,
      description: 'Requests at the same time; those of one customer follow each other.',
    },
  },
} as const;

export type WebhookConfig = FromSchema<typeof webhookConfig> & {
  readonly headers?: Readonly<Record<string, string>>;
};

import { answerTimeoutMs, type FromSchema, requestsAtOnce } from '@parcours/sdk';

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
    timeoutMs: answerTimeoutMs(10_000),
    atOnce: requestsAtOnce(8),
  },
} as const;

export type WebhookConfig = FromSchema<typeof webhookConfig> & {
  readonly headers?: Readonly<Record<string, string>>;
};

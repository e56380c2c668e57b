import { answerTimeoutMs, type FromSchema, requestsAtOnce } from '@parcours/sdk';

/** What an author configures; defaults are filled in by the host. */
export const twilioConfig = {
  type: 'object',
  required: ['accountSid'],
  anyOf: [{ required: ['authToken'] }, { required: ['apiKeySid', 'apiKeySecret'] }],
  dependentRequired: { apiKeySid: ['apiKeySecret'], apiKeySecret: ['apiKeySid'] },
  additionalProperties: false,
  properties: {
    accountSid: {
      type: 'string',
      pattern: '^AC[0-9a-fA-F]{32}$',
      description: 'The account that sends.',
      examples: ['AC0123456789abcdef0123456789abcdef'],
    },
    authToken: {
      type: 'string',
      minLength: 8,
      maxLength: 200,
      'x-secret': true,
      description:
        'The auth token of the account. Callbacks are signed with it: without it there are neither receipts nor replies.',
    },
    apiKeySid: {
      type: 'string',
      pattern: '^SK[0-9a-fA-F]{32}$',
      description: 'An API key to send with in place of the auth token.',
      examples: ['SK0123456789abcdef0123456789abcdef'],
    },
    apiKeySecret: {
      type: 'string',
      minLength: 8,
      maxLength: 200,
      'x-secret': true,
      description: 'The secret of the API key.',
    },
    from: {
      type: 'string',
      pattern: '^(\\+[1-9][0-9]{6,14}|[0-9]{3,8}|(?=.*[A-Za-z])[A-Za-z0-9 +&_-]{1,11})$',
      description:
        'Who sends where the brand says nothing: a number in E.164, a short code, or up to 11 letters and digits.',
      examples: ['+12025550123'],
    },
    messagingServiceSid: {
      type: 'string',
      pattern: '^MG[0-9a-fA-F]{32}$',
      description:
        'The messaging service whose senders and settings are used. A sender of the brand has to be in its pool.',
      examples: ['MG0123456789abcdef0123456789abcdef'],
    },
    callbackUrl: {
      type: 'string',
      format: 'uri',
      pattern: '^https?://[^?#]+$',
      maxLength: 500,
      description: 'The public address of /hooks/KEY of this connector, where Twilio sends receipts.',
      examples: ['https://journeys.example.com/hooks/texts'],
    },
    validitySeconds: {
      type: 'integer',
      minimum: 1,
      maximum: 36_000,
      description:
        'How long Twilio may try to deliver a message before it gives up; its own limit when left out.',
    },
    apiUrl: {
      type: 'string',
      format: 'uri',
      pattern: '^https?://[^?#]+[^/?#]$',
      default: 'https://api.twilio.com',
      description: 'Another region has another address.',
      examples: ['https://api.dublin.ie1.twilio.com', 'https://api.sydney.au1.twilio.com'],
    },
    timeoutMs: answerTimeoutMs(10_000),
    atOnce: requestsAtOnce(8),
  },
} as const;

export type TwilioConfig = FromSchema<typeof twilioConfig>;

import { answerTimeoutMs, type FromSchema, requestsAtOnce } from '@parcours/sdk';

/** What an author configures; defaults are filled in by the host. */
export const vonageConfig = {
  type: 'object',
  required: ['apiKey', 'apiSecret', 'from'],
  additionalProperties: false,
  properties: {
    apiKey: {
      type: 'string',
      pattern: '^[0-9A-Za-z]{8}$',
      description: 'The key of the account.',
      examples: ['abcd1234'],
    },
    apiSecret: {
      type: 'string',
      minLength: 6,
      maxLength: 32,
      'x-secret': true,
      description: 'The secret of the account.',
    },
    from: {
      type: 'string',
      pattern: '^(\\+?[0-9]{3,15}|(?=.*[A-Za-z])[A-Za-z0-9 ]{1,11})$',
      description: 'Who sends where the brand says nothing: a number, or up to 11 letters and digits.',
      examples: ['BELVEDERE'],
    },
    signatureSecret: {
      type: 'string',
      minLength: 8,
      maxLength: 100,
      'x-secret': true,
      description: 'What callbacks are signed with. Without it there are neither receipts nor replies.',
    },
    signatureMethod: {
      type: 'string',
      enum: ['md5hash', 'md5', 'sha1', 'sha256', 'sha512'],
      default: 'sha256',
      description: 'The method of signatures in the settings of the account: MD5 HASH, or an HMAC.',
    },
    callbackUrl: {
      type: 'string',
      format: 'uri',
      pattern: '^https?://',
      maxLength: 500,
      description:
        'The public address of /hooks/KEY of this connector; the one in the settings of the account when left out.',
      examples: ['https://journeys.example.com/hooks/texts'],
    },
    validitySeconds: {
      type: 'integer',
      minimum: 20,
      maximum: 604_800,
      description: 'How long delivery is tried; three days when left out.',
    },
    apiUrl: {
      type: 'string',
      format: 'uri',
      pattern: '^https?://[^?#]+[^/?#]$',
      default: 'https://rest.nexmo.com',
      description: 'Where the API is.',
    },
    timeoutMs: answerTimeoutMs(10_000),
    atOnce: requestsAtOnce(8),
  },
} as const;

export type VonageConfig = FromSchema<typeof vonageConfig>;

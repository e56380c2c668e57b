import type { FromSchema } from '@parcours/sdk';

/** What an author configures; defaults are filled in by the host. */
export const smppConfig = {
  type: 'object',
  required: ['host', 'systemId', 'password', 'from'],
  additionalProperties: false,
  properties: {
    host: {
      type: 'string',
      minLength: 1,
      maxLength: 253,
      description: 'The name or address of the SMSC.',
      examples: ['smsc.example.com'],
    },
    port: { type: 'integer', minimum: 1, maximum: 65_535, default: 2775, description: 'Its port.' },
    tls: {
      type: 'string',
      enum: ['none', 'tls'],
      default: 'none',
      description:
        'Whether the connection is encrypted from its first octet; certificates are then verified.',
    },
    caCertificate: {
      type: 'string',
      pattern: '^-----BEGIN CERTIFICATE-----',
      maxLength: 20_000,
      description: 'The certificate that an SMSC with a certificate of its own is known by, in PEM.',
    },
    systemId: {
      type: 'string',
      minLength: 1,
      maxLength: 64,
      description: 'The name of the account.',
      examples: ['belvedere'],
    },
    password: { type: 'string', minLength: 1, maxLength: 64, 'x-secret': true, description: 'Its password.' },
    systemType: {
      type: 'string',
      maxLength: 12,
      default: '',
      description: 'What the operator asks for in a bind.',
    },
    serviceType: {
      type: 'string',
      maxLength: 5,
      default: '',
      description: 'What the operator asks for in a message.',
    },
    bind: {
      type: 'string',
      enum: ['transceiver', 'transmitter'],
      default: 'transceiver',
      description: 'A transmitter sends and hears nothing: neither receipts nor replies.',
    },
    from: {
      type: 'string',
      pattern: '^(\\+[1-9][0-9]{6,14}|[0-9]{3,15}|(?=.*[A-Za-z])[A-Za-z0-9 ._&-]{1,11})$',
      description:
        'Who sends where the brand says nothing: a number in E.164, a short code, or up to 11 letters and digits.',
      examples: ['BELVEDERE'],
    },
    shortCodeTon: {
      type: 'integer',
      minimum: 0,
      maximum: 6,
      default: 3,
      description: 'The type of number of a sender that is a short code; operators ask for 0, 3 or 6.',
    },
    shortCodeNpi: {
      type: 'integer',
      minimum: 0,
      maximum: 18,
      default: 0,
      description: 'Its numbering plan.',
    },
    concatenation: {
      type: 'string',
      enum: ['udh', 'sar', 'payload'],
      default: 'udh',
      description: 'How a long text is sent: parts with a header, parts with optional parameters, or whole.',
    },
    receipts: {
      type: 'string',
      enum: ['all', 'failures', 'none'],
      default: 'all',
      description: 'Which receipts the SMSC is asked for.',
    },
    receiptIds: {
      type: 'string',
      enum: ['same', 'decimal', 'hexadecimal'],
      default: 'same',
      description:
        'How receipts write the id of a message: as it was answered, or in decimal or hexadecimal digits where it was answered in the other.',
    },
    unknownNumberErrors: {
      type: 'array',
      maxItems: 50,
      items: { type: 'string', minLength: 1, maxLength: 10 },
      default: [],
      description: 'What err of a receipt says where nobody has the number any more: such a bounce is hard.',
      examples: [['001', '21b']],
    },
    validitySeconds: {
      type: 'integer',
      minimum: 60,
      maximum: 604_800,
      description: 'How long the SMSC tries to deliver; its own time when left out.',
    },
    window: {
      type: 'integer',
      minimum: 1,
      maximum: 1_000,
      default: 10,
      description:
        'How many requests of one session may be unanswered; the operator says how many it allows.',
    },
    enquireLinkMs: {
      type: 'integer',
      minimum: 100,
      maximum: 600_000,
      default: 30_000,
      description: 'How often an idle session is tried.',
    },
    timeoutMs: {
      type: 'integer',
      minimum: 100,
      maximum: 30_000,
      default: 10_000,
      description: 'For a connection, and for the answer to each request.',
    },
  },
} as const;

export type SmppConfig = FromSchema<typeof smppConfig>;

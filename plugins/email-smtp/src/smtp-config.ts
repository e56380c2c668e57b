import type { FromSchema } from '@parcours/sdk';

const milliseconds = (description: string, fallback: number) =>
  ({ type: 'integer', minimum: 100, maximum: 600_000, default: fallback, description }) as const;

/** What an author configures; defaults are filled in by the host. */
export const smtpConfig = {
  type: 'object',
  required: ['host', 'port', 'from'],
  additionalProperties: false,
  properties: {
    host: { type: 'string', minLength: 1, description: 'Name or address of the SMTP server.' },
    port: { type: 'integer', minimum: 1, maximum: 65_535, description: '587 with starttls, 465 with tls.' },
    secure: {
      enum: ['none', 'starttls', 'tls'],
      default: 'starttls',
      description:
        'How the connection is encrypted: not at all, after STARTTLS (then it is required), or from the start.',
    },
    user: { type: 'string', minLength: 1, description: 'Login; without it there is none.' },
    password: { type: 'string', 'x-secret': true },
    from: {
      type: 'object',
      required: ['address'],
      additionalProperties: false,
      properties: {
        name: { type: 'string', maxLength: 200 },
        address: { type: 'string', format: 'email' },
      },
    },
    replyTo: { type: 'string', format: 'email' },
    poolSize: { type: 'integer', minimum: 1, maximum: 200, default: 10, description: 'Connections at once.' },
    messagesPerConnection: {
      type: 'integer',
      minimum: 1,
      maximum: 100_000,
      default: 1_000,
      description: 'After so many messages a connection is replaced; some servers allow only 100.',
    },
    rateLimit: {
      type: 'integer',
      minimum: 1,
      maximum: 100_000,
      description: 'Messages per second of this process.',
    },
    connectionTimeoutMs: milliseconds('For the connection to be made.', 10_000),
    greetingTimeoutMs: milliseconds('For the server to greet.', 10_000),
    socketTimeoutMs: milliseconds('For any answer after that.', 30_000),
    inboundToken: {
      type: 'string',
      minLength: 16,
      maxLength: 200,
      'x-secret': true,
      description:
        'Lets bounces, complaints and replies in: whoever posts them to /hooks/<connector> gives it as a bearer token, or as ?token=. Nothing is taken in without.',
    },
    allowInvalidCertificates: {
      type: 'boolean',
      default: false,
      description: 'Accepts certificates that nobody vouches for. For tests only.',
    },
  },
} as const;

export type SmtpConfig = FromSchema<typeof smtpConfig>;

import type { FromSchema } from '@parcours/sdk';

const milliseconds = (description: string, fallback: number) =>
  ({ type: 'integer', minimum: 100, maximum: 600_000, default: fallback, description }) as const;

/** In place of a password: `XOAUTH2` with an access token. */
const oauth2Config = {
  type: 'object',
  additionalProperties: false,
  anyOf: [{ required: ['clientId', 'clientSecret'] }, { required: ['serviceAccount'] }],
  description:
    'In place of a password: an access token by a refresh token, by a service account, or, without either, for the client itself.',
  properties: {
    tokenUrl: {
      type: 'string',
      format: 'uri',
      pattern: '^https?://',
      default: 'https://oauth2.googleapis.com/token',
      description: 'Where access tokens come from.',
      examples: ['https://login.microsoftonline.com/<tenant>/oauth2/v2.0/token'],
    },
    scope: {
      type: 'string',
      maxLength: 500,
      description: 'What is asked for; https://mail.google.com/ for a service account when left out.',
      examples: ['https://outlook.office365.com/.default'],
    },
    clientId: { type: 'string', minLength: 1, maxLength: 300, description: 'The id of your application.' },
    clientSecret: { type: 'string', minLength: 1, 'x-secret': true, description: 'Its secret.' },
    refreshToken: {
      type: 'string',
      minLength: 1,
      'x-secret': true,
      description: 'What its user has allowed it.',
    },
    serviceAccount: {
      type: 'object',
      required: ['clientEmail', 'privateKey'],
      additionalProperties: false,
      description: 'An account that may send in the name of `user`, by its key file.',
      properties: {
        clientEmail: { type: 'string', format: 'email', description: '`client_email` of the key file.' },
        privateKey: {
          type: 'string',
          pattern: '^-----BEGIN (RSA )?PRIVATE KEY-----',
          'x-secret': true,
          description: '`private_key` of the key file, in PEM.',
        },
      },
    },
  },
} as const;

const dkimConfig = {
  type: 'object',
  required: ['domain', 'selector', 'privateKey'],
  additionalProperties: false,
  description: 'Signs mails, where the server does not.',
  properties: {
    domain: {
      type: 'string',
      pattern: '^[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)+$',
      maxLength: 253,
      description: 'In whose name is signed: the domain of the sender, or one above it.',
    },
    selector: {
      type: 'string',
      pattern: '^[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)*$',
      maxLength: 63,
      description: 'The key is in the DNS under <selector>._domainkey.<domain>.',
    },
    privateKey: {
      type: 'string',
      pattern: '^-----BEGIN (RSA )?PRIVATE KEY-----',
      'x-secret': true,
      description: 'RSA or Ed25519, in PEM.',
    },
  },
} as const;

/** What an author configures; defaults are filled in by the host. */
export const smtpConfig = {
  type: 'object',
  required: ['host', 'port', 'from'],
  dependentRequired: { oauth2: ['user'] },
  additionalProperties: false,
  properties: {
    host: { type: 'string', minLength: 1, description: 'Name or address of the SMTP server.' },
    port: { type: 'integer', minimum: 1, maximum: 65_535, description: '587 with starttls, 465 with tls.' },
    secure: {
      enum: ['none', 'opportunistic', 'starttls', 'tls'],
      default: 'starttls',
      description:
        'How the connection is encrypted: not at all, after STARTTLS where the server offers it, after STARTTLS which is required, or from the start.',
    },
    minTlsVersion: {
      enum: ['TLSv1.2', 'TLSv1.3'],
      default: 'TLSv1.2',
      description: 'No older version of TLS is spoken.',
    },
    caCertificates: {
      type: 'string',
      pattern: '^\\s*-----BEGIN CERTIFICATE-----',
      maxLength: 100_000,
      description: 'Whose certificates are believed, in PEM; in place of the public authorities.',
    },
    serverName: {
      type: 'string',
      format: 'hostname',
      description: 'The name in the certificate, where it is not that of the host.',
    },
    user: { type: 'string', minLength: 1, description: 'Login; without it there is none.' },
    password: { type: 'string', 'x-secret': true, description: 'Left out with OAuth 2.0.' },
    oauth2: oauth2Config,
    dkim: dkimConfig,
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

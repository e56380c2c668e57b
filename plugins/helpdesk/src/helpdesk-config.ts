import { answerTimeoutMs, type FromSchema } from '@parcours/sdk';

import { POINTER } from './json-pointers.js';

const pointer = (description: string, ...examples: readonly string[]) =>
  ({ type: 'string', pattern: POINTER, maxLength: 300, description, examples }) as const;

const words = (description: string, ...examples: readonly (readonly string[])[]) =>
  ({
    type: 'array',
    maxItems: 50,
    items: { type: 'string', maxLength: 200 },
    description,
    examples,
  }) as const;

const header = (description: string, ...examples: readonly string[]) =>
  ({
    type: 'string',
    pattern: '^[A-Za-z0-9!#$%&*+.^_|~-]+$',
    maxLength: 100,
    description,
    examples,
  }) as const;

/** How the help desk shows that it is the sender. */
const signature = {
  type: 'object',
  required: ['scheme', 'secret'],
  additionalProperties: false,
  description: 'How the help desk shows that a webhook is its own.',
  properties: {
    scheme: {
      type: 'string',
      enum: ['hmac', 'token', 'basic'],
      description:
        '`hmac`: a signature over the body in a header. `token`: a secret in a header. `basic`: HTTP basic credentials.',
    },
    secret: {
      type: 'string',
      minLength: 8,
      'x-secret': true,
      description: 'The key of the signature, the token, or the password.',
    },
    header: header('Of `hmac` and `token`: the header that carries it.', 'x-zendesk-webhook-signature'),
    user: { type: 'string', minLength: 1, description: 'Of `basic`: the name.' },
    algorithm: { type: 'string', enum: ['sha256', 'sha1'], default: 'sha256', description: 'Of `hmac`.' },
    encoding: { type: 'string', enum: ['hex', 'base64'], default: 'hex', description: 'Of `hmac`.' },
    prefix: {
      type: 'string',
      maxLength: 50,
      default: '',
      description: 'What stands before the signature or the token.',
      examples: ['sha256=', 'Bearer '],
    },
    timestampHeader: header(
      'Of `hmac`: the header with the time of signing, in seconds, milliseconds or ISO 8601. What is older than five minutes is refused.',
      'x-zendesk-webhook-signature-timestamp',
    ),
    signed: {
      type: 'string',
      pattern: '\\{body\\}',
      maxLength: 100,
      default: '{body}',
      description: 'Of `hmac`: what is signed. `{timestamp}` is the header as it came.',
      examples: ['{timestamp}{body}', '{timestamp}.{body}'],
    },
  },
  allOf: [
    {
      if: { properties: { scheme: { const: 'basic' } } },
      then: { required: ['user'] },
      else: { required: ['header'] },
    },
    {
      if: { properties: { signed: { pattern: '\\{timestamp\\}' } }, required: ['signed'] },
      then: { required: ['timestampHeader'] },
    },
  ],
} as const;

/** Where things stand in a webhook. */
const ticket = {
  type: 'object',
  required: ['id', 'status'],
  additionalProperties: false,
  anyOf: [{ required: ['email'] }, { required: ['phone'] }, { required: ['customerId'] }],
  description: 'Where things stand in a webhook: JSON pointers (RFC 6901).',
  properties: {
    id: pointer('The id of the ticket.', '/ticket/id'),
    status: pointer('Its status.', '/ticket/status'),
    email: pointer('The email address of the customer.', '/ticket/requester/email'),
    phone: pointer('Their number in E.164.', '/ticket/requester/phone'),
    customerId: pointer('Your id of the customer.', '/ticket/requester/external_id'),
    subject: pointer('What it is about.', '/ticket/subject'),
    priority: pointer('How much it matters.', '/ticket/priority'),
    source: pointer('Through which channel it came.', '/ticket/via/channel'),
    openedAt: pointer(
      'When it was opened: ISO 8601, or seconds or milliseconds since 1970.',
      '/ticket/created_at',
    ),
    resolvedAt: pointer('When it was resolved; the time of the webhook when left out.', '/ticket/solved_at'),
    updatedAt: pointer('When it last changed.', '/ticket/updated_at'),
    outcome: pointer(
      'How it ended, for the step that has opened it; `resolved` when left out.',
      '/ticket/resolution',
    ),
    note: pointer('A note on how it ended, for the step that has opened it.', '/ticket/resolution_note'),
  },
} as const;

/** How a ticket is opened by a call. */
const create = {
  type: 'object',
  required: ['url', 'fields', 'idAt'],
  additionalProperties: false,
  description:
    'How the action `create-ticket` opens a ticket: one POST of JSON. Without it, tickets are only told of.',
  properties: {
    url: {
      type: 'string',
      format: 'uri',
      pattern: '^https?://',
      description: 'Where tickets are posted to.',
    },
    authorization: {
      type: 'string',
      minLength: 8,
      'x-secret': true,
      description: 'The whole value of the header by which you sign in, such as `Bearer …` or `Basic …`.',
    },
    authorizationHeader: { ...header('The header that it goes in.'), default: 'authorization' },
    idempotencyHeader: {
      ...header('The header that carries the id of the action, the same each time.'),
      default: 'idempotency-key',
    },
    headers: {
      type: 'object',
      additionalProperties: { type: 'string', maxLength: 1_000 },
      description: 'Additional headers. They are no place for secrets.',
    },
    fields: {
      type: 'object',
      minProperties: 1,
      propertyNames: { pattern: POINTER },
      additionalProperties: {
        enum: ['subject', 'text', 'email', 'phone', 'name', 'priority', 'actionId', 'customerId'],
      },
      description: 'What goes where in the body, by JSON pointer.',
      examples: [
        { '/ticket/subject': 'subject', '/ticket/comment/body': 'text', '/ticket/requester/email': 'email' },
      ],
    },
    constants: {
      type: 'object',
      propertyNames: { pattern: POINTER },
      description: 'Values that are always the same, by JSON pointer; any JSON.',
      examples: [{ '/ticket/tags': ['journey'] }],
    },
    idAt: pointer('Where the id of the new ticket stands in the answer.', '/ticket/id'),
  },
} as const;

/** What an author configures; defaults are filled in by the host. */
export const helpdeskConfig = {
  type: 'object',
  required: ['signature', 'ticket'],
  additionalProperties: false,
  properties: {
    signature,
    ticket,
    items: pointer(
      'Where a webhook that tells of several tickets has its list; the pointers then begin there.',
      '/events',
    ),
    statuses: {
      type: 'object',
      additionalProperties: false,
      default: {},
      description: 'Which words mean what; capital and small letters are the same.',
      properties: {
        opened: { ...words('Of a ticket that nobody has worked on.', ['new', '2']), default: ['new'] },
        resolved: {
          ...words('Of one that is done.', ['solved', '4', '5']),
          default: ['resolved', 'solved', 'closed'],
        },
      },
    },
    event: {
      type: 'object',
      required: ['at'],
      additionalProperties: false,
      description: 'Where the help desk says by itself what has happened: it goes before the status.',
      properties: {
        at: pointer('Where it says so.', '/topic'),
        opened: words('A ticket was opened.', ['ticket.created']),
        updated: words('It has changed.', ['ticket.note.created']),
        resolved: words('It was resolved.', ['ticket.closed']),
        ignored: words('Nothing that a journey cares for.', ['ping']),
      },
    },
    eventIdAt: pointer(
      'Where the id of what has happened stands, which is the same each time it is sent.',
      '/id',
    ),
    deliveryIdHeader: header(
      'The header with the id of a delivery: a second one of the same id is passed over.',
      'x-delivery-id',
    ),
    properties: {
      type: 'object',
      maxProperties: 50,
      propertyNames: { pattern: '^[A-Za-z][A-Za-z0-9_]{0,63}$' },
      additionalProperties: { type: 'string', pattern: POINTER, maxLength: 300 },
      description: 'What else an event is to carry: JSON pointers by name.',
      examples: [{ group: '/ticket/group/name' }],
    },
    create,
    language: {
      type: 'string',
      enum: ['en', 'fr'],
      default: 'en',
      description: 'In which people of the help desk read what a journey hands over.',
    },
    timeoutMs: answerTimeoutMs(15_000, { most: 60_000 }),
  },
} as const;

type Raw = FromSchema<typeof helpdeskConfig>;

/** How a ticket is opened. */
export type CreateConfig = NonNullable<Raw['create']> & {
  readonly headers?: Readonly<Record<string, string>>;
  readonly fields: Readonly<Record<string, string>>;
  readonly constants?: Readonly<Record<string, unknown>>;
};

export type HelpdeskConfig = Omit<Raw, 'create' | 'properties'> & {
  readonly properties?: Readonly<Record<string, string>>;
  readonly create?: CreateConfig;
};

export type SignatureConfig = HelpdeskConfig['signature'];

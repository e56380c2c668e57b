import type { JsonSchema, ListField, ListSpec } from '@parcours/http';

const KINDS = ['user', 'token', 'system'] as const;

export const ENTRY_ID: JsonSchema = {
  type: 'integer',
  minimum: 1,
  maximum: Number.MAX_SAFE_INTEGER,
  description: 'The id of the entry.',
  examples: [6917529027641377],
};

const CHANGE_SCHEMA: JsonSchema = {
  title: 'Audited change',
  description: 'One difference between before and after.',
  type: 'object',
  required: ['op', 'pointer'],
  properties: {
    op: {
      type: 'string',
      enum: ['add', 'remove', 'replace'],
      description: 'Whether something came, went, or is another.',
      examples: ['replace'],
    },
    pointer: {
      type: 'string',
      description: 'JSON pointer (RFC 6901) into the subject.',
      examples: ['/name'],
    },
    from: { description: 'The value before; absent where something came.', examples: ['Shop'] },
    to: { description: 'The value after; absent where something went.', examples: ['Flagship store'] },
    isHidden: { type: 'boolean', description: 'A secret changed; its values are not shown.' },
  },
  examples: [{ op: 'replace', pointer: '/name', from: 'Shop', to: 'Flagship store' }],
};

export const ENTRY_SCHEMA: JsonSchema = {
  title: 'Entry of the audit log',
  description: 'Something that was done.',
  type: 'object',
  required: ['id', 'at', 'actor', 'action', 'subject', 'changes', 'details', 'address', 'requestId'],
  properties: {
    id: { type: 'string', description: 'Of the entry.', examples: ['6917529027641377'] },
    at: {
      type: 'string',
      format: 'date-time',
      description: 'When it was done.',
      examples: ['2026-03-02T08:00:00.000Z'],
    },
    actor: {
      type: 'object',
      description: 'Who did it.',
      required: ['kind', 'id', 'name'],
      properties: {
        kind: {
          type: 'string',
          enum: [...KINDS],
          description: 'Somebody who has signed in, a program with an API token, or the product itself.',
        },
        id: {
          type: ['string', 'null'],
          description: 'Of the user or API token; null of the system.',
          examples: ['6917529027641081'],
        },
        name: { type: 'string', description: 'As it was then.', examples: ['Ada Lovelace'] },
      },
    },
    action: {
      type: 'string',
      description: 'What was done: the kind of subject and a verb.',
      examples: ['content.published', 'user.changed', 'sign-in.failed'],
    },
    subject: {
      type: 'object',
      description: 'What it was done to.',
      required: ['type', 'key'],
      properties: {
        type: { type: 'string', description: 'As in addresses.', examples: ['touchpoints', 'users'] },
        key: { type: 'string', description: 'The key, or the id where there is none.', examples: ['shop'] },
      },
    },
    changes: {
      type: 'array',
      description: 'What is different afterwards; of a secret no more than that it changed.',
      items: CHANGE_SCHEMA,
    },
    details: {
      type: ['object', 'null'],
      description: 'Whatever else there is to know: version, note, release.',
      examples: [{ version: 3, note: 'Another name' }],
    },
    address: {
      type: ['string', 'null'],
      description: 'The network address that the call came from; null of the system.',
      examples: ['203.0.113.7'],
    },
    requestId: {
      type: ['string', 'null'],
      description: 'The request, as the answer has it in `x-request-id`; null of the system.',
      examples: ['4f0e7a52-4a0c-4f3f-8f5f-6a4f7a1b9c55'],
    },
  },
};

export const NDJSON_SCHEMA: JsonSchema = {
  title: 'Audit log as JSON lines',
  description: 'An entry a line, each as `GET /audit-log/:id` answers it.',
  type: 'string',
};

export const CSV_SCHEMA: JsonSchema = {
  title: 'Audit log as CSV',
  description: 'An entry a line below a header (RFC 4180); changes and details are JSON in their cells.',
  type: 'string',
};

const FIELDS: Readonly<Record<string, ListField>> = {
  id: { expression: 'id', type: 'id' },
  at: { expression: 'happened_at', type: 'instant' },
  actor: { expression: 'actor_name', type: 'text', unsortable: true },
  actorId: { expression: 'actor_id', type: 'id', nullable: true, unsortable: true },
  actorKind: { expression: 'actor_kind', type: 'enum', values: KINDS, unsortable: true },
  action: { expression: 'action', type: 'text', unsortable: true },
  subjectType: { expression: 'subject_type', type: 'text', unsortable: true },
  subject: { expression: 'subject_key', type: 'text', unsortable: true },
  address: { expression: 'address', type: 'text', nullable: true, unsortable: true },
  requestId: { expression: 'request_id', type: 'text', nullable: true, unsortable: true },
};

export const AUDIT_LIST: ListSpec = {
  name: 'audit-log',
  fields: FIELDS,
  members: Object.keys(ENTRY_SCHEMA['properties'] as object),
  defaultSort: '-id',
  unique: 'id',
};

/** The same filters; an export has one order, one shape and no pages. */
export const EXPORT_LIST: ListSpec = {
  name: 'audit-log-export',
  fields: { ...FIELDS, at: { expression: 'happened_at', type: 'instant', unsortable: true } },
  members: [],
  parameters: {
    format: {
      description: '`ndjson`, one entry a line, or `csv`.',
      maxLength: 10,
      pattern: '^(ndjson|csv)$',
      example: 'csv',
    },
  },
  defaultSort: 'id',
  unique: 'id',
};

import type { JsonSchema, ListField, ListSpec } from '@parcours/http';

const KINDS = ['user', 'token', 'system'] as const;

export const ENTRY_ID: JsonSchema = {
  type: 'integer',
  minimum: 1,
  maximum: Number.MAX_SAFE_INTEGER,
  description: 'The id of the entry.',
};

export const ENTRY_SCHEMA: JsonSchema = {
  title: 'Entry of the audit log',
  type: 'object',
  properties: {
    id: { type: 'string' },
    at: { type: 'string', format: 'date-time' },
    actor: {
      type: 'object',
      description: 'Who did it.',
      properties: {
        kind: { type: 'string', enum: [...KINDS] },
        id: { type: ['string', 'null'], description: 'Of the user or API token; null of the system.' },
        name: { type: 'string', description: 'As it was then.' },
      },
    },
    action: { type: 'string', examples: ['content.published', 'user.changed', 'sign-in.failed'] },
    subject: {
      type: 'object',
      description: 'What it was done to.',
      properties: {
        type: { type: 'string', examples: ['touchpoints', 'users'] },
        key: { type: 'string', description: 'The key, or the id where there is none.' },
      },
    },
    changes: {
      type: 'array',
      description: 'What is different afterwards; of a secret no more than that it changed.',
      items: {
        type: 'object',
        properties: {
          op: { type: 'string', enum: ['add', 'remove', 'replace'] },
          pointer: { type: 'string', description: 'JSON pointer (RFC 6901) into the subject.' },
          from: { description: 'The value before.' },
          to: { description: 'The value after.' },
          isHidden: { type: 'boolean', description: 'A secret changed; its values are not shown.' },
        },
      },
    },
    details: {
      type: ['object', 'null'],
      description: 'Whatever else there is to know: version, note, release.',
    },
    address: { type: ['string', 'null'], description: 'The network address that the call came from.' },
    requestId: {
      type: ['string', 'null'],
      description: 'The `instance` of the call’s problem, had it had one.',
    },
  },
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
    },
  },
  defaultSort: 'id',
  unique: 'id',
};

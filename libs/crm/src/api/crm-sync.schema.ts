import type { JsonSchema } from '@parcours/http';

const INSTANT = { type: ['string', 'null'], format: 'date-time', examples: ['2026-03-02T08:00:00.000Z'] };
const COUNT = { type: 'integer', minimum: 0, examples: [12] };

const members = (described: Readonly<Record<string, string>>): JsonSchema => ({
  type: 'object',
  required: Object.keys(described),
  additionalProperties: false,
  properties: Object.fromEntries(
    Object.entries(described).map(([name, description]) => [name, { ...COUNT, description }]),
  ),
});

const KIND: JsonSchema = {
  type: 'object',
  required: ['kind', 'isLoaded', 'read', 'total', 'cursor'],
  additionalProperties: false,
  properties: {
    kind: { type: 'string', description: 'A kind of record.', examples: ['person'] },
    isLoaded: { type: 'boolean', description: 'Everything was read once; changes follow.', examples: [true] },
    read: { ...COUNT, description: 'Records that were read since the last beginning.' },
    total: {
      type: ['integer', 'null'],
      description: 'How many there are, where the CRM says so.',
      examples: [100000],
    },
    cursor: {
      type: ['string', 'null'],
      description: 'Where the reading goes on, in the words of the connector.',
      examples: ['1767225600000:412'],
    },
  },
};

const ISSUE: JsonSchema = {
  type: 'object',
  required: ['subject', 'customerId', 'code', 'detail', 'at'],
  additionalProperties: false,
  properties: {
    subject: { type: 'string', description: 'A record, or a customer.', examples: ['person/123'] },
    customerId: { type: ['string', 'null'], description: 'Who is concerned.', examples: ['ada'] },
    code: { type: 'string', description: 'Stable.', examples: ['crm.customer-taken'] },
    detail: { type: 'string', description: 'In words.', examples: ['The customer is 77 there already.'] },
    at: { ...INSTANT, type: 'string', description: 'When.' },
  },
};

export const SYNC_STATUS_SCHEMA: JsonSchema = {
  title: 'Status of a CRM sync',
  description: 'How far both sides are, and what stands between them.',
  type: 'object',
  required: ['state', 'since', 'lastRunAt', 'nextRunAt', 'kinds', 'counts', 'links', 'failure', 'issues'],
  additionalProperties: false,
  properties: {
    state: {
      type: 'string',
      enum: ['running', 'waiting', 'failing', 'paused'],
      description: 'Whether somebody is at it, and how it went last.',
      examples: ['waiting'],
    },
    since: { ...INSTANT, type: 'string', description: 'When the first run began.' },
    lastRunAt: { ...INSTANT, description: 'When the last whole run ended.' },
    nextRunAt: {
      ...INSTANT,
      description: 'When the next one begins, or is tried again; null while it is paused.',
    },
    kinds: { type: 'array', description: 'By kind of record.', items: KIND },
    counts: {
      ...members({
        created: 'Customers who were made.',
        linked: 'Customers and people who were found to be one.',
        changed: 'Changes that customers have learned from the CRM.',
        conflicts: 'Values that both sides had changed.',
        deleted: 'Records that were deleted there.',
        sent: 'Changes that the CRM was told.',
        events: 'Events that records were told as.',
        unmatched: 'Records about people who are nobody here.',
        forgotten: 'People whom the CRM has deleted because their customers were erased here.',
      }),
      description: 'Since the first run.',
    },
    links: {
      ...members({
        linked: 'People who are customers.',
        gone: 'People who were deleted there.',
        erased:
          'People whose customers were erased here and whom the CRM still has. Unless `onErasure` is `forget`, whoever keeps it has to delete them.',
      }),
      description: 'Who is who, by how it stands.',
    },
    failure: {
      type: ['object', 'null'],
      description: 'Why the last try failed; null when all is well.',
      required: ['class', 'code', 'detail', 'at', 'attempt'],
      additionalProperties: false,
      properties: {
        class: { type: 'string', description: 'What it means.', examples: ['misconfigured'] },
        code: { type: 'string', description: 'Stable.', examples: ['hubspot.not-authorised'] },
        detail: {
          type: 'string',
          description: 'In words, without secrets.',
          examples: ['The token expired.'],
        },
        at: { ...INSTANT, type: 'string', description: 'When.' },
        attempt: { type: 'integer', minimum: 1, description: 'How often in a row.', examples: [1] },
      },
      examples: [null],
    },
    issues: {
      type: 'object',
      required: ['count', 'latest'],
      additionalProperties: false,
      description: `Records that are not in step, each until it is. Codes of our own: ${['crm.customer-ambiguous', 'crm.customer-taken', 'crm.record-taken', 'crm.merged-there', 'crm.id-too-long'].join(', ')}; others are the connector's.`,
      properties: {
        count: { ...COUNT, description: 'How many.' },
        latest: { type: 'array', description: 'The last twenty.', items: ISSUE },
      },
    },
  },
};

export const CRM_LINK_SCHEMA: JsonSchema = {
  title: 'CRM link',
  description: 'Who a customer is in a CRM.',
  type: 'object',
  required: [
    'sync',
    'connector',
    'personId',
    'state',
    'agreed',
    'isPending',
    'linkedAt',
    'changedAt',
    'exchangedAt',
  ],
  additionalProperties: false,
  properties: {
    sync: {
      type: ['string', 'null'],
      description: 'Key of the sync; null where it is gone.',
      examples: ['hubspot'],
    },
    connector: { type: ['string', 'null'], description: 'Key of its connector.', examples: ['hubspot'] },
    personId: { type: 'string', description: 'The id in the CRM.', examples: ['512'] },
    state: {
      type: 'string',
      enum: ['linked', 'gone', 'erased'],
      description: 'How it stands.',
      examples: ['linked'],
    },
    agreed: {
      type: 'object',
      description: 'What both sides had when they last agreed, by field.',
      examples: [{ firstname: 'Ada' }],
    },
    isPending: { type: 'boolean', description: 'What the CRM has told is on its way.', examples: [false] },
    linkedAt: { ...INSTANT, type: 'string', description: 'Since when.' },
    changedAt: {
      ...INSTANT,
      type: 'string',
      description: 'When the record has changed last, as the CRM says.',
    },
    exchangedAt: { ...INSTANT, type: 'string', description: 'When a value went one way or the other.' },
  },
};

export const SOURCE_COUNT_SCHEMA: JsonSchema = {
  title: 'Events of a connector',
  description: 'What the other system has told of customers by callbacks.',
  type: 'object',
  required: ['taken', 'unmatched', 'lastAt', 'unmatchedAt'],
  additionalProperties: false,
  properties: {
    taken: { ...COUNT, description: 'Events of customers.' },
    unmatched: { ...COUNT, description: 'Events about people who are nobody here, or several.' },
    lastAt: { ...INSTANT, description: 'When the last one was taken.' },
    unmatchedAt: { ...INSTANT, description: 'When the last one was not.' },
  },
};

export const CRM_FIELD_SCHEMA: JsonSchema = {
  title: 'CRM field',
  description: 'A field of a kind of record, as the CRM names it.',
  type: 'object',
  required: ['name', 'label', 'type', 'isWritable', 'choices'],
  additionalProperties: false,
  properties: {
    name: { type: 'string', description: 'What a mapping says.', examples: ['firstname'] },
    label: { type: 'string', description: 'What people of the CRM read.', examples: ['First name'] },
    type: {
      type: 'string',
      enum: ['text', 'number', 'boolean', 'date', 'date-time', 'choice'],
      description: 'What its values are.',
      examples: ['text'],
    },
    isWritable: { type: 'boolean', description: 'False where the CRM computes it.', examples: [true] },
    choices: {
      type: ['array', 'null'],
      items: { type: 'string' },
      description: 'Of a choice.',
      examples: [null],
    },
  },
};

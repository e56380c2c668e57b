import type { JsonSchema } from '@parcours/http';

const BY = {
  type: 'object',
  description: 'Who asked for it.',
  examples: [{ kind: 'token', id: 12, name: 'privacy desk' }],
};

export const ERASURE_SCHEMA: JsonSchema = {
  title: 'Erasure',
  description: 'That somebody was erased, without a word on whom.',
  type: 'object',
  required: ['id', 'subject', 'rows', 'by', 'erasedAt', 'droppedEvents'],
  properties: {
    id: { type: 'string', description: 'Its number.', examples: ['4302918374521984'] },
    subject: {
      type: 'string',
      examples: ['q2bZ0o6j1Yc3mF8v5dXkTn9wAeRu7sLhPiGxCyBfJzM'],
      description:
        'The pseudonym of the customer: who has the id finds it again, who has this learns nothing.',
    },
    rows: {
      type: 'object',
      additionalProperties: { type: 'integer' },
      description: 'How many rows of each table were deleted or made anonymous.',
      examples: [{ customers: 1, events: 42 }],
    },
    by: BY,
    erasedAt: {
      type: 'string',
      format: 'date-time',
      examples: ['2026-06-01T08:00:00.000Z'],
      description: 'What the customer did before this is not taken when it is sent again.',
    },
    droppedEvents: {
      type: 'integer',
      description: 'How much of it came again and was not taken.',
      examples: [0],
    },
  },
  examples: [
    {
      id: '4302918374521984',
      subject: 'q2bZ0o6j1Yc3mF8v5dXkTn9wAeRu7sLhPiGxCyBfJzM',
      rows: { customers: 1, events: 42, enrollments: 2, messages: 5 },
      by: { kind: 'token', id: 12, name: 'privacy desk' },
      erasedAt: '2026-06-01T08:00:00.000Z',
      droppedEvents: 0,
    },
  ],
};

export const PERSONAL_EXPORT_SCHEMA: JsonSchema = {
  title: 'Personal export',
  description: 'Everything that is held on a customer.',
  type: 'object',
  required: ['id', 'ids', 'exportedAt', 'tables'],
  properties: {
    id: { type: 'string', description: 'Your id of the customer.', examples: ['c-1042'] },
    ids: {
      type: 'array',
      items: { type: 'string' },
      description: 'Every id that leads to the customer.',
      examples: [['c-1042', 'device-7']],
    },
    exportedAt: {
      type: 'string',
      format: 'date-time',
      description: 'When this was put together.',
      examples: ['2026-06-01T08:00:00.000Z'],
    },
    tables: {
      type: 'object',
      additionalProperties: { type: 'array', items: { type: 'object' } },
      description: 'A member for every table that can hold something of a person.',
      examples: [{ customer_tags: [{ tag: 'vip' }] }],
    },
  },
};

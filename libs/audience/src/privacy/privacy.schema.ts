import type { JsonSchema } from '@parcours/http';

export const ERASURE_SCHEMA: JsonSchema = {
  type: 'object',
  properties: {
    id: { type: 'string' },
    subject: {
      type: 'string',
      description:
        'The pseudonym of the customer: who has the id finds it again, who has this learns nothing.',
    },
    rows: {
      type: 'object',
      additionalProperties: { type: 'integer' },
      description: 'How many rows of each table were deleted or made anonymous.',
    },
    by: { type: 'object', properties: { kind: { type: 'string' }, name: { type: 'string' } } },
    erasedAt: {
      type: 'string',
      format: 'date-time',
      description: 'What the customer did before this is not taken when it is sent again.',
    },
    droppedEvents: { type: 'integer', description: 'How much of it came again and was not taken.' },
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
  type: 'object',
  required: ['id', 'ids', 'exportedAt', 'tables'],
  properties: {
    id: { type: 'string' },
    ids: { type: 'array', items: { type: 'string' }, description: 'Every id that leads to the customer.' },
    exportedAt: { type: 'string', format: 'date-time' },
    tables: {
      type: 'object',
      additionalProperties: { type: 'array', items: { type: 'object' } },
      description: 'A member for every table that can hold something of a person.',
    },
  },
};

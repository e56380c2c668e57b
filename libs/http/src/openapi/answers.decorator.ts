import { ApiResponse } from '@nestjs/swagger';

import type { JsonSchema } from '../validation/json-schema.js';

const PAGE_SCHEMA: JsonSchema = {
  type: 'object',
  required: ['next', 'limit'],
  properties: {
    next: { type: ['string', 'null'], description: 'The cursor of the next page; null on the last.' },
    limit: { type: 'integer' },
    total: { type: 'integer', description: 'Only with count=true.' },
  },
};

const DESCRIPTIONS: Readonly<Record<number, string>> = {
  200: 'Done.',
  201: 'Created.',
  202: 'Accepted and stored.',
  204: 'Done; no content.',
};

/** Documents what a route answers: `{ data }`, a page of such, or nothing. Call it once for each status. */
export function Answers(status: number, schema?: JsonSchema, shape: 'one' | 'list' = 'one'): MethodDecorator {
  const description = DESCRIPTIONS[status] ?? 'Done.';
  return schema === undefined
    ? ApiResponse({ status, description })
    : ApiResponse({ status, description, schema: envelope(schema, shape) });
}

function envelope(schema: JsonSchema, shape: 'one' | 'list'): JsonSchema {
  if (shape === 'one') return { type: 'object', required: ['data'], properties: { data: schema } };
  return {
    type: 'object',
    required: ['data', 'page'],
    properties: { data: { type: 'array', items: schema }, page: PAGE_SCHEMA },
  };
}

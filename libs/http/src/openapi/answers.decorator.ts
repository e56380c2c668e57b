import { ApiExtension, ApiResponse } from '@nestjs/swagger';

import type { JsonSchema } from '../validation/json-schema.js';

const PAGE_SCHEMA: JsonSchema = {
  title: 'Page',
  description: 'Where a list goes on.',
  type: 'object',
  required: ['next', 'limit'],
  properties: {
    next: {
      type: ['string', 'null'],
      description: 'The cursor of the next page; null on the last.',
      examples: ['eyJmIjoiNnQiLCJwIjpbMV19'],
    },
    limit: { type: 'integer', description: 'The most that a page holds.', examples: [50] },
    total: {
      type: 'integer',
      description: 'How many there are in all pages: only with count=true.',
      examples: [113],
    },
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

/** Documents an answer that is no `{ data }`: a page, a drawing, a JSON Schema. */
export function AnswersBare(
  mediaType: string,
  { description, ...schema }: JsonSchema & { readonly description: string },
): MethodDecorator {
  return ApiResponse({ status: 200, description, content: { [mediaType]: { schema } } });
}

/** The extension under which the document carries, until it is finished, that a route sets an ETag. */
export const ETAG_EXTENSION = 'x-etag';

/** The extension under which the document says that what an address names need not be there. */
export const CREATES_EXTENSION = 'x-creates-missing';

/** What the path names is created where there is none: the route has no 404. PUT says so by itself. */
export const CreatesMissing = (): MethodDecorator => ApiExtension(CREATES_EXTENSION, true);

/** The answer carries an ETag; routes that take If-Match say so already. */
export const Tagged = (): MethodDecorator => ApiExtension(ETAG_EXTENSION, true);

/** The answer carries no ETag, though the route takes If-Match: that is of something else than what is answered. */
export const Untagged = (): MethodDecorator => ApiExtension(ETAG_EXTENSION, false);

function envelope(schema: JsonSchema, shape: 'one' | 'list'): JsonSchema {
  if (shape === 'one') return { type: 'object', required: ['data'], properties: { data: schema } };
  return {
    type: 'object',
    required: ['data', 'page'],
    properties: { data: { type: 'array', items: schema }, page: PAGE_SCHEMA },
  };
}

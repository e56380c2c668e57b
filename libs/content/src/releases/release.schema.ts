import type { JsonSchema } from '@parcours/http';
import { KEY_PATTERN } from '@parcours/kernel';

import type { ContentType } from '../types/content-type.js';
import { AT_SCHEMA, SCHEDULE_FAILURE_SCHEMA } from '../types/document-schema.js';
import { RELEASE_STATUSES } from './content-release.entity.js';

const MAX_MEMBERS = 500;
const INSTANT = { type: 'string', format: 'date-time' };
const INSTANT_OR_NULL = { ...INSTANT, type: ['string', 'null'] };
const VERSION_OR_NULL = {
  type: ['integer', 'null'],
  description: 'The number of the version that was published.',
};

const NAME = { type: 'string', minLength: 1, maxLength: 300, examples: ['Spring launch'] };
const NOTE = { type: 'string', maxLength: 1000, description: 'For the history of each member.' };

export const RELEASE_ID: JsonSchema = { type: 'integer', minimum: 1, maximum: Number.MAX_SAFE_INTEGER };

function memberMembers(types: readonly ContentType[]) {
  return {
    type: { type: 'string', enum: types.map(({ name }) => name) },
    key: { type: 'string', pattern: KEY_PATTERN },
    action: { type: 'string', enum: ['publish', 'unpublish'] },
  };
}

export function newReleaseSchema(types: readonly ContentType[]): JsonSchema {
  return {
    title: 'New release',
    type: 'object',
    additionalProperties: false,
    required: ['name', 'items'],
    properties: {
      name: NAME,
      note: NOTE,
      items: {
        type: 'array',
        minItems: 1,
        maxItems: MAX_MEMBERS,
        items: {
          type: 'object',
          additionalProperties: false,
          required: ['type', 'key', 'action'],
          properties: memberMembers(types),
        },
      },
      at: AT_SCHEMA,
    },
  };
}

export const RELEASE_PUBLISH_SCHEMA = {
  title: 'Publish a release',
  type: 'object',
  additionalProperties: false,
  properties: { at: AT_SCHEMA },
} as const satisfies JsonSchema;

export function releaseSchema(types: readonly ContentType[]): JsonSchema {
  return {
    title: 'Release',
    type: 'object',
    properties: {
      id: { type: 'string' },
      name: NAME,
      note: { ...NOTE, type: ['string', 'null'] },
      status: { type: 'string', enum: [...RELEASE_STATUSES] },
      items: {
        type: 'array',
        items: {
          type: 'object',
          properties: {
            ...memberMembers(types),
            before: { ...VERSION_OR_NULL, description: 'Before the release; once it is published.' },
            after: { ...VERSION_OR_NULL, description: 'By the release; once it is published.' },
          },
        },
      },
      revision: { type: 'integer', description: 'Counts the changes; also the ETag.' },
      scheduledAt: INSTANT_OR_NULL,
      scheduleFailure: SCHEDULE_FAILURE_SCHEMA,
      publishedAt: INSTANT_OR_NULL,
      createdAt: INSTANT,
      createdBy: { type: 'string', description: 'The name of the API token.' },
      updatedAt: INSTANT,
    },
  };
}

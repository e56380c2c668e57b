import type { JsonSchema } from '@parcours/http';
import { KEY_PATTERN } from '@parcours/kernel';

import type { ContentType } from '../types/content-type.js';
import { SCHEDULE_FAILURE_SCHEMA } from '../types/answer-schema.js';
import { AT_SCHEMA } from '../types/publishing-schema.js';
import { RELEASE_STATUSES } from './content-release.entity.js';

const MAX_MEMBERS = 500;
const INSTANT = { type: 'string', format: 'date-time', examples: ['2026-03-02T08:00:00.000Z'] };
const INSTANT_OR_NULL = { ...INSTANT, type: ['string', 'null'] };
const VERSION_OR_NULL = { type: ['integer', 'null'], examples: [3] };

const NAME = {
  type: 'string',
  minLength: 1,
  maxLength: 300,
  description: 'What people call it.',
  examples: ['Spring launch'],
};
const NOTE = {
  type: 'string',
  maxLength: 1000,
  description: 'For the history of each member.',
  examples: ['The spring campaign'],
};

export const RELEASE_ID: JsonSchema = {
  type: 'integer',
  minimum: 1,
  maximum: Number.MAX_SAFE_INTEGER,
  description: 'The id of the release.',
  examples: [8812345678901234],
};

function memberMembers(types: readonly ContentType[]) {
  return {
    type: { type: 'string', enum: types.map(({ name }) => name), description: 'The content type.' },
    key: {
      type: 'string',
      pattern: KEY_PATTERN,
      description: 'The key of the thing.',
      examples: ['spring-offer'],
    },
    action: {
      type: 'string',
      enum: ['publish', 'unpublish'],
      description: 'Whether to publish its draft or to take it out of use.',
    },
  };
}

export function newReleaseSchema(types: readonly ContentType[]): JsonSchema {
  return {
    title: 'New release',
    description: 'What to publish, or take out of use, together.',
    type: 'object',
    additionalProperties: false,
    required: ['name', 'items'],
    properties: {
      name: NAME,
      note: NOTE,
      items: {
        type: 'array',
        description: 'Each thing once.',
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
  title: 'Release publish',
  description: 'When to publish it.',
  type: 'object',
  additionalProperties: false,
  properties: { at: AT_SCHEMA },
} as const satisfies JsonSchema;

export function releaseSchema(types: readonly ContentType[]): JsonSchema {
  return {
    title: 'Release',
    description: 'Things that are published, or taken out of use, together.',
    type: 'object',
    required: [
      'id',
      'name',
      'note',
      'status',
      'items',
      'revision',
      'scheduledAt',
      'scheduleFailure',
      'publishedAt',
      'createdAt',
      'createdBy',
      'updatedAt',
    ],
    properties: {
      id: { type: 'string', description: 'Its id.', examples: ['8812345678901234'] },
      name: NAME,
      note: { ...NOTE, type: ['string', 'null'] },
      status: { type: 'string', enum: [...RELEASE_STATUSES], description: 'What has become of it.' },
      items: {
        type: 'array',
        description: 'What is in it.',
        items: {
          type: 'object',
          required: ['type', 'key', 'action'],
          properties: {
            ...memberMembers(types),
            before: { ...VERSION_OR_NULL, description: 'Before the release; once it is published.' },
            after: { ...VERSION_OR_NULL, description: 'By the release; once it is published.' },
          },
        },
      },
      revision: { type: 'integer', description: 'Counts the changes; also the ETag.', examples: [2] },
      scheduledAt: { ...INSTANT_OR_NULL, description: 'When it is to be published.' },
      scheduleFailure: SCHEDULE_FAILURE_SCHEMA,
      publishedAt: { ...INSTANT_OR_NULL, description: 'When it was published.' },
      createdAt: { ...INSTANT, description: 'When it was created.' },
      createdBy: { type: 'string', description: 'The name of who created it.', examples: ['campaign tool'] },
      updatedAt: { ...INSTANT, description: 'When it was last changed.' },
    },
  };
}

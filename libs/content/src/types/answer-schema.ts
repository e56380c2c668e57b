import type { JsonSchema } from '@parcours/http';

import type { ContentType } from './content-type.js';
import { KEY_SCHEMA, type Members, membersOf, NAME_SCHEMA, titled } from './document-schema.js';

const INSTANT = { type: 'string', format: 'date-time', examples: ['2026-03-02T08:00:00.000Z'] };
const INSTANT_OR_NULL = { ...INSTANT, type: ['string', 'null'] };

export const SCHEDULE_FAILURE_SCHEMA: JsonSchema = {
  title: 'Schedule failure',
  type: ['object', 'null'],
  description: 'Why the last planned publish did not happen; null when it did, or none was planned.',
  required: ['at', 'code', 'detail'],
  properties: {
    at: { ...INSTANT, description: 'When it failed.' },
    code: { type: 'string', description: 'As in a problem.', examples: ['content.not-publishable'] },
    detail: {
      type: 'string',
      description: 'Why, for people.',
      examples: [
        "The touchpoint 'welcome-email' has 1 error that stops it from being published; see errors.",
      ],
    },
    errors: {
      type: 'array',
      description: 'What was wrong, and where.',
      items: {
        type: 'object',
        required: ['pointer', 'code', 'detail'],
        properties: {
          pointer: { type: 'string', description: 'JSON pointer to it.', examples: ['/policy'] },
          code: { type: 'string', description: 'As in a finding.', examples: ['content.unknown-reference'] },
          detail: {
            type: 'string',
            description: 'What is the matter.',
            examples: ["There is no channel policy 'defualt'."],
          },
        },
      },
    },
  },
  examples: [null],
};

/** Where a thing stands. */
const STANDING: Members = {
  status: {
    type: 'string',
    enum: ['draft', 'published', 'changed'],
    description: 'Changed: published, and the draft has moved on since.',
    examples: ['published'],
  },
  version: {
    type: ['integer', 'null'],
    description: 'The number of the published version.',
    examples: [3],
  },
  revision: { type: 'integer', description: 'Counts the changes; also the ETag.', examples: [7] },
  createdAt: { ...INSTANT, description: 'When it was created.' },
  updatedAt: { ...INSTANT, description: 'When it was last changed.' },
  publishedAt: { ...INSTANT_OR_NULL, description: 'When it was last published.' },
  scheduledAt: { ...INSTANT_OR_NULL, description: 'When the draft is to be published.' },
  scheduleFailure: SCHEDULE_FAILURE_SCHEMA,
  archived: { type: 'boolean', description: 'Put away: not in lists, and not to be published.' },
};

const STANDING_EXAMPLE = {
  status: 'published',
  version: 3,
  revision: 7,
  createdAt: '2026-03-02T08:00:00.000Z',
  updatedAt: '2026-03-03T09:30:00.000Z',
  publishedAt: '2026-03-03T09:30:00.000Z',
  scheduledAt: null,
  scheduleFailure: null,
  archived: false,
};

const COMPLETENESS_SCHEMA: JsonSchema = {
  title: 'Completeness',
  type: 'object',
  description: 'With include=completeness: by locale, how many of the localised texts are written.',
  examples: [{ fr: { written: 4, of: 5, missing: ['/description'] } }],
  additionalProperties: {
    type: 'object',
    required: ['written', 'of', 'missing'],
    properties: {
      written: { type: 'integer', description: 'How many are written.', examples: [4] },
      of: { type: 'integer', description: 'How many there are.', examples: [5] },
      missing: {
        type: 'array',
        items: { type: 'string' },
        description: 'JSON pointers to the others.',
        examples: [['/description']],
      },
    },
  },
};

/** What is answered: the draft and where it stands; in a list, more can be included. */
export function answerSchema(type: ContentType): JsonSchema {
  return {
    title: titled(type.singular),
    ...(type.description !== undefined && { description: type.description }),
    type: 'object',
    required: ['key', 'name', ...Object.keys(STANDING)],
    properties: {
      key: KEY_SCHEMA,
      name: NAME_SCHEMA,
      ...unfinished(membersOf(type.schema)),
      ...STANDING,
      completeness: COMPLETENESS_SCHEMA,
    },
    examples: examplesIn(type.schema).map((example) => ({ ...example, ...STANDING_EXAMPLE })),
  };
}

const FOR_PUBLISHING_ALONE = new Set([
  'required',
  'minItems',
  'maxItems',
  'uniqueItems',
  'minProperties',
  'maxProperties',
]);

/** The members as a draft may have them: some may be missing and lists of any size, until it is to be published. */
function unfinished(members: Members): Members {
  return Object.fromEntries(
    Object.entries(members).map(([name, schema]) => [name, unfinishedSchema(schema)]),
  );
}

function unfinishedSchema(schema: unknown): unknown {
  if (typeof schema !== 'object' || schema === null || Array.isArray(schema)) return schema;
  const kept = Object.entries(schema).filter(([member]) => !FOR_PUBLISHING_ALONE.has(member));
  return Object.fromEntries(
    kept.map(([member, value]: [string, unknown]) => {
      if (member === 'items') return [member, unfinishedSchema(value)];
      return [member, member === 'properties' ? unfinished(Object.assign({}, value)) : value];
    }),
  );
}

function examplesIn(schema: JsonSchema): object[] {
  const examples: unknown = schema['examples'];
  if (!Array.isArray(examples)) return [];
  return examples.flatMap((example: unknown) =>
    typeof example === 'object' && example !== null ? [example] : [],
  );
}

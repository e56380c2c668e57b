import type { JsonSchema } from '@parcours/http';
import { KEY_PATTERN } from '@parcours/kernel';

import type { ContentType } from './content-type.js';

const MAX_NAME = 300;
const NAME_TEXT = { type: 'string', minLength: 1, maxLength: MAX_NAME };

export const NAME_SCHEMA: JsonSchema = {
  description: 'What people call it: one text, or one text per locale.',
  oneOf: [
    { title: 'a text', ...NAME_TEXT },
    {
      title: 'a text per locale',
      type: 'object',
      minProperties: 1,
      propertyNames: { pattern: '^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$' },
      additionalProperties: NAME_TEXT,
    },
  ],
  examples: ['Welcome e-mail', { en: 'Welcome e-mail', fr: 'E-mail de bienvenue' }],
};

const KEY_SCHEMA: JsonSchema = {
  type: 'string',
  pattern: KEY_PATTERN,
  description: 'The stable name in addresses and references; it never changes.',
  examples: ['welcome-email'],
};

const INSTANT = { type: 'string', format: 'date-time' };

export const SCHEDULE_FAILURE_SCHEMA: JsonSchema = {
  type: ['object', 'null'],
  description: 'Why the last planned publish did not happen; null when it did, or none was planned.',
  properties: {
    at: INSTANT,
    code: { type: 'string', description: 'As in a problem.' },
    detail: { type: 'string' },
    errors: {
      type: 'array',
      items: {
        type: 'object',
        properties: { pointer: { type: 'string' }, code: { type: 'string' }, detail: { type: 'string' } },
      },
    },
  },
};

type Members = Readonly<Record<string, unknown>>;

/** The whole document as it is sent and kept: key, name, and the type's own members. */
export function documentSchema({ schema, title }: ContentType): JsonSchema {
  return {
    ...schema,
    title,
    type: 'object',
    additionalProperties: false,
    required: ['key', 'name', ...namesIn(schema['required'])],
    properties: { key: KEY_SCHEMA, name: NAME_SCHEMA, ...membersOf(schema) },
  };
}

/** The same for the documentation of PUT, where the address has the key. */
export function replacementSchema(type: ContentType): JsonSchema {
  const schema = documentSchema(type);
  return { ...schema, required: namesIn(schema['required']).filter((name) => name !== 'key') };
}

/** A merge patch: any members, null to remove one. Its result is what is checked. */
export function patchSchema(type: ContentType): JsonSchema {
  return {
    title: `Change of ${type.title}`,
    type: 'object',
    description: 'JSON merge patch (RFC 7396): members replace, null removes.',
    examples: [{ name: 'A better name' }],
  };
}

/** What is answered: the document and where it stands. */
export function answerSchema(type: ContentType): JsonSchema {
  return {
    ...type.schema,
    title: type.title,
    type: 'object',
    properties: {
      key: KEY_SCHEMA,
      name: NAME_SCHEMA,
      ...membersOf(type.schema),
      status: { type: 'string', enum: ['draft', 'published', 'changed'] },
      version: { type: ['integer', 'null'], description: 'The number of the published version.' },
      revision: { type: 'integer', description: 'Counts the changes; also the ETag.' },
      createdAt: INSTANT,
      updatedAt: INSTANT,
      publishedAt: { ...INSTANT, type: ['string', 'null'] },
      scheduledAt: {
        ...INSTANT,
        type: ['string', 'null'],
        description: 'When the draft is to be published.',
      },
      scheduleFailure: SCHEDULE_FAILURE_SCHEMA,
      archived: { type: 'boolean', description: 'Put away: not in lists, and not to be published.' },
    },
  };
}

/** The same in a list, where more can be included. */
export function listedSchema(type: ContentType): JsonSchema {
  const schema = answerSchema(type);
  const locale = {
    type: 'object',
    properties: {
      written: { type: 'integer' },
      of: { type: 'integer' },
      missing: { type: 'array', items: { type: 'string' }, description: 'JSON pointers.' },
    },
  };
  const completeness = {
    type: 'object',
    description: 'With include=completeness: by locale, how many of the localised texts are written.',
    additionalProperties: locale,
  };
  const reviewDueAt = {
    ...INSTANT,
    type: ['string', 'null'],
    description: 'With include=reviewDueAt: when it is to be reviewed; null without a review plan.',
  };
  return { ...schema, properties: { ...membersOf(schema), reviewDueAt, completeness } };
}

export const VERSION_SCHEMA: JsonSchema = {
  title: 'Version',
  type: 'object',
  properties: {
    number: { type: 'integer' },
    note: { type: ['string', 'null'] },
    publishedAt: INSTANT,
    publishedBy: { type: 'string', description: 'The name of the API token.' },
    document: { type: 'object', description: 'As it was published. Not in lists.' },
  },
};

export const VALIDATION_SCHEMA: JsonSchema = {
  title: 'Validation',
  type: 'object',
  properties: {
    publishable: { type: 'boolean' },
    findings: {
      type: 'array',
      items: {
        type: 'object',
        properties: {
          code: { type: 'string' },
          severity: { type: 'string', enum: ['error', 'warning'] },
          pointer: { type: 'string' },
          message: { type: 'string' },
          suggestion: { type: 'string' },
        },
      },
    },
  },
};

/** When something planned is to happen. */
export const AT_SCHEMA = {
  type: 'string',
  format: 'date-time',
  description: 'A time to come (RFC 3339); at once when left out.',
  examples: ['2030-03-02T08:00:00Z'],
} as const;

export const PUBLISH_SCHEMA = {
  title: 'Publish',
  type: 'object',
  additionalProperties: false,
  properties: {
    note: {
      type: 'string',
      maxLength: 1000,
      description: 'What changed, for the history.',
      examples: ['Shorter subject'],
    },
    at: AT_SCHEMA,
  },
} as const satisfies JsonSchema;

export const NO_MEMBERS_SCHEMA: JsonSchema = { type: 'object', additionalProperties: false };

export function membersOf(schema: JsonSchema): Members {
  const members = schema['properties'];
  return typeof members === 'object' && members !== null ? (members as Members) : {};
}

function namesIn(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((name) => typeof name === 'string') : [];
}

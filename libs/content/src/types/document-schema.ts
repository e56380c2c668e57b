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

const INSTANT = { type: 'string', format: 'date-time', examples: ['2026-03-02T08:00:00.000Z'] };
const INSTANT_OR_NULL = { ...INSTANT, type: ['string', 'null'] };

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

const COMPLETENESS_SCHEMA: JsonSchema = {
  title: 'Completeness',
  type: 'object',
  description: 'With include=completeness: by locale, how many of the localised texts are written.',
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

/** The whole document as it is kept and published: key, name, and the type's own members. */
export function documentSchema({ schema, singular }: ContentType): JsonSchema {
  return {
    ...schema,
    title: titled(singular, 'document'),
    type: 'object',
    additionalProperties: false,
    required: ['key', 'name', ...namesIn(schema['required'])],
    properties: { key: KEY_SCHEMA, name: NAME_SCHEMA, ...membersOf(schema) },
  };
}

/** What is sent to an address that has the key: a draft, which may be unfinished. */
export function draftSchema(type: ContentType): JsonSchema {
  const needed = namesIn(type.schema['required']);
  const toPublish = needed.length === 0 ? '' : ` To be published it needs ${needed.join(', ')} as well.`;
  return {
    ...documentSchema(type),
    title: titled(type.singular, 'draft'),
    description: `A draft may be unfinished.${toPublish}`,
    required: ['name'],
  };
}

/** The same where there is no key in the address. */
export function newDraftSchema(type: ContentType): JsonSchema {
  return { type: 'object', allOf: [draftSchema(type)], required: ['key'] };
}

/** A merge patch: any members, null to remove one. Its result is what is checked. */
export function patchSchema(type: ContentType): JsonSchema {
  return {
    title: titled(type.singular, 'patch'),
    type: 'object',
    description: 'JSON merge patch (RFC 7396): members replace, null removes.',
    examples: [{ name: 'A better name' }],
  };
}

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
      ...membersOf(type.schema),
      ...STANDING,
      completeness: COMPLETENESS_SCHEMA,
    },
  };
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

/** `message-template` and `draft` make `Message template draft`, which the documentation names MessageTemplateDraft. */
function titled(singular: string, part = ''): string {
  const words = `${singular.charAt(0).toUpperCase()}${singular.slice(1)}`.replaceAll('-', ' ');
  return `${words} ${part}`.trim();
}

function namesIn(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((name) => typeof name === 'string') : [];
}

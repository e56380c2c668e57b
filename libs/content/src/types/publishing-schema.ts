import type { JsonSchema } from '@parcours/http';

import type { ContentType } from './content-type.js';

const INSTANT = { type: 'string', format: 'date-time', examples: ['2026-03-02T08:00:00.000Z'] };

export const VERSION_SCHEMA: JsonSchema = {
  title: 'Version',
  description: 'A document as it was published.',
  type: 'object',
  required: ['number', 'note', 'publishedAt', 'publishedBy'],
  properties: {
    number: { type: 'integer', description: 'Counts the publishes of the thing.', examples: [3] },
    note: { type: ['string', 'null'], description: 'What changed.', examples: ['Shorter subject'] },
    publishedAt: { ...INSTANT, description: 'When it was published.' },
    publishedBy: {
      type: 'string',
      description: 'The name of who published it.',
      examples: ['campaign tool'],
    },
    document: {
      type: 'object',
      description: 'As it was published. Not in lists.',
      examples: [{ key: 'welcome-email', name: 'Welcome e-mail' }],
    },
  },
};

export const FINDING_SCHEMA: JsonSchema = {
  title: 'Finding',
  description: 'Something worth telling about a document.',
  type: 'object',
  required: ['code', 'severity', 'pointer', 'message'],
  properties: {
    code: { type: 'string', description: 'Stable, for programs.', examples: ['content.unknown-reference'] },
    severity: {
      type: 'string',
      enum: ['error', 'warning'],
      description: 'An error stops a publish; a warning does not.',
    },
    pointer: {
      type: 'string',
      description: 'JSON pointer (RFC 6901) to what it is about.',
      examples: ['/policy'],
    },
    message: {
      type: 'string',
      description: 'What is the matter, for people.',
      examples: ["There is no channel policy 'defualt'."],
    },
    suggestion: { type: 'string', description: 'What was probably meant.', examples: ['default'] },
  },
};

export const VALIDATION_SCHEMA: JsonSchema = {
  title: 'Validation',
  description: 'What stands between a draft and its publication.',
  type: 'object',
  required: ['publishable', 'findings'],
  properties: {
    publishable: { type: 'boolean', description: 'True when no finding is an error.' },
    findings: { type: 'array', items: FINDING_SCHEMA, description: 'Errors and warnings.' },
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
  description: 'How to publish.',
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

/** As a type extends it. */
export function publishSchema({ title, publishing }: ContentType): JsonSchema {
  const own = publishing?.publish;
  if (!own) return PUBLISH_SCHEMA;
  const properties = { ...PUBLISH_SCHEMA.properties, ...own };
  return { ...PUBLISH_SCHEMA, title: `Publish ${title.toLowerCase()}`, properties };
}

/** Nothing, unless a type takes something. */
export function unpublishSchema({ title, publishing }: ContentType): JsonSchema {
  const properties = publishing?.unpublish;
  if (!properties) return NO_MEMBERS_SCHEMA;
  return {
    title: `Unpublish ${title.toLowerCase()}`,
    description: 'How to take it out of use.',
    type: 'object',
    additionalProperties: false,
    properties,
  };
}

/** The body of a call that needs none. */
export const NO_MEMBERS_SCHEMA: JsonSchema = {
  title: 'No members',
  description: 'Nothing: an empty object, or no body at all.',
  type: 'object',
  additionalProperties: false,
};

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

export const KEY_SCHEMA: JsonSchema = {
  type: 'string',
  pattern: KEY_PATTERN,
  description: 'The stable name in addresses and references; it never changes.',
  examples: ['welcome-email'],
};

/** The key in an address: what fits no thing is found nowhere. */
export const KEY_PARAM: JsonSchema = {
  type: 'string',
  description: 'The key of the thing.',
  examples: ['welcome-email'],
};

export type Members = Readonly<Record<string, unknown>>;

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
    properties: { key: KEY_SCHEMA, name: NAME_SCHEMA, ...documentedMembers(type) },
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

export function membersOf(schema: JsonSchema): Members {
  const members = schema['properties'];
  return typeof members === 'object' && members !== null ? (members as Members) : {};
}

/** `message-template` and `draft` make `Message template draft`, which the documentation names MessageTemplateDraft. */
export function titled(singular: string, part = ''): string {
  const words = `${singular.charAt(0).toUpperCase()}${singular.slice(1)}`.replaceAll('-', ' ');
  return `${words} ${part}`.trim();
}

function documentedMembers({ schema, documented }: ContentType): Members {
  return { ...membersOf(schema), ...documented };
}

function namesIn(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((name) => typeof name === 'string') : [];
}

import type { JsonSchema } from '@parcours/http';
import { KEY_PATTERN, type JsonObject } from '@parcours/kernel';

import type { BuiltInRole } from './built-in-roles.rules.js';
import type { CustomRole } from './role.entity.js';

const SCOPES = {
  type: 'array',
  maxItems: 200,
  uniqueItems: true,
  items: { type: 'string', maxLength: 100 },
  description: 'What the role allows: `area:action`, `area:*` or `*`.',
  examples: [['touchpoints:read', 'touchpoints:write']],
} as const;

const NAME = {
  type: 'string',
  minLength: 1,
  maxLength: 200,
  description: 'What people call the role.',
  examples: ['Translator'],
} as const;

const DESCRIPTION = {
  type: ['string', 'null'],
  maxLength: 1_000,
  description: 'Whom it is for.',
  examples: ['Agencies that write in other languages'],
} as const;

const KEY = {
  type: 'string',
  description: 'The stable name of the role; it never changes.',
  examples: ['translator'],
} as const;

export const ROLE_KEY: JsonSchema = { ...KEY, description: 'The key of the role.' };

export const NEW_ROLE_SCHEMA = {
  title: 'New role',
  description: 'A bundle of scopes, and what it is called.',
  type: 'object',
  additionalProperties: false,
  required: ['key', 'name', 'scopes'],
  properties: {
    key: { ...KEY, pattern: KEY_PATTERN },
    name: NAME,
    description: DESCRIPTION,
    scopes: SCOPES,
  },
} as const satisfies JsonSchema;

export const ROLE_PATCH_SCHEMA = {
  title: 'Change of a role',
  description: 'What is left out stays as it is.',
  type: 'object',
  additionalProperties: false,
  properties: { name: NAME, description: DESCRIPTION, scopes: SCOPES },
} as const satisfies JsonSchema;

export const ROLE_SCHEMA: JsonSchema = {
  title: 'Role',
  description: 'A bundle of scopes that users and API tokens can have.',
  type: 'object',
  required: ['key', 'name', 'description', 'scopes', 'builtIn', 'revision'],
  properties: {
    key: KEY,
    name: NAME,
    description: DESCRIPTION,
    scopes: SCOPES,
    builtIn: { type: 'boolean', description: 'A built-in role cannot be changed.' },
    revision: {
      type: 'integer',
      description: 'Counts the changes; also the ETag. 0 for a built-in role.',
      examples: [1],
    },
  },
};

export type AnyRole = BuiltInRole | CustomRole;

export function presentRole(role: AnyRole): JsonObject & { revision: number } {
  const { key, name, description, scopes } = role;
  const revision = 'revision' in role ? role.revision : 0;
  return { key, name, description, scopes: [...scopes], builtIn: revision === 0, revision };
}

export function recordedRole({ name, description, scopes }: AnyRole): JsonObject {
  return { name, description, scopes: [...scopes] };
}

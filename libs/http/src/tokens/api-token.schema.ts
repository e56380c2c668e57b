import { KEY_PATTERN } from '@parcours/kernel';

import type { ListSpec } from '../lists/list-spec.js';
import type { JsonSchema } from '../validation/json-schema.js';
import { SCOPE_PATTERN } from './scopes.rules.js';

const NAME = {
  type: 'string',
  minLength: 1,
  maxLength: 200,
  description: 'Who or what uses the token.',
  examples: ['campaign tool'],
} as const;

const ROLES = {
  type: 'array',
  minItems: 1,
  maxItems: 50,
  uniqueItems: true,
  description: 'Keys of roles that the token has, beside its scopes or in their place.',
  items: { type: 'string', pattern: KEY_PATTERN },
  examples: [['integration']],
} as const;

/** The codes of what is told of a token that can be made all the same. */
export const TOKEN_FINDINGS = {
  'tokens.never-expires': 'An API token has no end.',
} as const;

export const TOKEN_PATCH_SCHEMA = {
  title: 'Change of an API token',
  type: 'object',
  additionalProperties: false,
  required: ['name'],
  properties: { name: NAME },
} as const satisfies JsonSchema;

export const NEW_TOKEN_SCHEMA = {
  title: 'New API token',
  description: 'Who the token is for and what it may do.',
  type: 'object',
  additionalProperties: false,
  required: ['name'],
  anyOf: [{ required: ['scopes'] }, { required: ['roles'] }],
  properties: {
    name: NAME,
    roles: ROLES,
    scopes: {
      type: 'array',
      minItems: 1,
      maxItems: 100,
      uniqueItems: true,
      description: 'What the token may do: `area:action`, `area:*` or `*`.',
      items: { type: 'string', pattern: SCOPE_PATTERN },
      examples: [['events:write', 'journeys:trigger']],
    },
    expiresAt: {
      type: 'string',
      format: 'date-time',
      description: 'When it stops working; never when left out, which is warned of.',
      examples: ['2027-01-01T00:00:00Z'],
    },
  },
} as const satisfies JsonSchema;

const INSTANT = { type: ['string', 'null'], format: 'date-time', examples: ['2027-01-01T00:00:00.000Z'] };

export const TOKEN_ID: JsonSchema = {
  type: 'string',
  description: 'The id of the token.',
  examples: ['8812345678901234'],
};

export const TOKEN_SCHEMA: JsonSchema = {
  title: 'API token',
  description: 'A token, as far as it is known after its creation.',
  type: 'object',
  required: ['id', 'name', 'hint', 'scopes', 'createdAt', 'expiresAt', 'revokedAt', 'lastUsedAt'],
  properties: {
    id: TOKEN_ID,
    name: NAME,
    hint: { type: 'string', description: 'How the token starts.', examples: ['prc_Qx3v'] },
    scopes: {
      type: 'array',
      items: { type: 'string' },
      description: 'What it may do.',
      examples: [['events:write']],
    },
    roles: {
      type: 'array',
      items: { type: 'string' },
      description: 'Keys of roles that it has beside its scopes.',
      examples: [['integration']],
    },
    createdBy: {
      type: ['string', 'null'],
      description: 'The name of the user or token that made it.',
      examples: ['Ada Lovelace'],
    },
    createdAt: { type: 'string', format: 'date-time', description: 'When it was created.' },
    expiresAt: { ...INSTANT, description: 'When it stops working; null for never.' },
    revokedAt: { ...INSTANT, description: 'When it was revoked; null when it was not.', examples: [null] },
    lastUsedAt: { ...INSTANT, description: 'To the minute; null when it never was.', examples: [null] },
    token: {
      type: 'string',
      description: 'The token itself: only in the answer that creates it.',
      examples: ['prc_…'],
    },
    warnings: {
      type: 'array',
      items: { type: 'object' },
      description: 'What is not wrong but unwise: only in the answer that creates it.',
      examples: [[{ code: 'tokens.never-expires' }]],
    },
  },
};

export const TOKEN_LIST: ListSpec = {
  name: 'api-tokens',
  fields: {
    id: { expression: 'id', type: 'id' },
    name: { expression: 'name', type: 'text' },
    hint: { expression: 'hint', type: 'text' },
    createdBy: { expression: 'created_by', type: 'text', nullable: true },
    createdAt: { expression: 'created_at', type: 'instant' },
    expiresAt: { expression: 'expires_at', type: 'instant', nullable: true },
    revokedAt: { expression: 'revoked_at', type: 'instant', nullable: true },
    lastUsedAt: { expression: 'last_used_at', type: 'instant', nullable: true },
  },
  members: [
    'id',
    'name',
    'hint',
    'scopes',
    'roles',
    'createdBy',
    'createdAt',
    'expiresAt',
    'revokedAt',
    'lastUsedAt',
  ],
  defaultSort: '-createdAt',
  unique: 'id',
};

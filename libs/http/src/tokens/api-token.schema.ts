import type { ListSpec } from '../lists/list-spec.js';
import type { JsonSchema } from '../validation/json-schema.js';
import { SCOPE_PATTERN } from './scopes.rules.js';

export const NEW_TOKEN_SCHEMA = {
  title: 'New API token',
  description: 'Who the token is for and what it may do.',
  type: 'object',
  additionalProperties: false,
  required: ['name', 'scopes'],
  properties: {
    name: {
      type: 'string',
      minLength: 1,
      maxLength: 200,
      description: 'Who or what uses the token.',
      examples: ['campaign tool'],
    },
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
      description: 'When it stops working; never when left out.',
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
    name: { type: 'string', description: 'Who or what uses it.', examples: ['campaign tool'] },
    hint: { type: 'string', description: 'How the token starts.', examples: ['prc_Qx3v'] },
    scopes: {
      type: 'array',
      items: { type: 'string' },
      description: 'What it may do.',
      examples: [['events:write']],
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
  },
};

export const TOKEN_LIST: ListSpec = {
  name: 'api-tokens',
  fields: {
    id: { expression: 'id', type: 'id' },
    name: { expression: 'name', type: 'text' },
    createdAt: { expression: 'created_at', type: 'instant' },
    expiresAt: { expression: 'expires_at', type: 'instant', nullable: true },
    revokedAt: { expression: 'revoked_at', type: 'instant', nullable: true },
    lastUsedAt: { expression: 'last_used_at', type: 'instant', nullable: true },
  },
  members: ['id', 'name', 'hint', 'scopes', 'createdAt', 'expiresAt', 'revokedAt', 'lastUsedAt'],
  defaultSort: '-createdAt',
  unique: 'id',
};

import type { ListSpec } from '../lists/list-spec.js';
import type { JsonSchema } from '../validation/json-schema.js';
import { SCOPE_PATTERN } from './scopes.rules.js';

export const NEW_TOKEN_SCHEMA = {
  title: 'New API token',
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
    },
  },
} as const satisfies JsonSchema;

const INSTANT = { type: ['string', 'null'], format: 'date-time' };

export const TOKEN_SCHEMA: JsonSchema = {
  title: 'API token',
  type: 'object',
  properties: {
    id: { type: 'string' },
    name: { type: 'string' },
    hint: { type: 'string', description: 'How the token starts.' },
    scopes: { type: 'array', items: { type: 'string' } },
    createdAt: { type: 'string', format: 'date-time' },
    expiresAt: INSTANT,
    revokedAt: INSTANT,
    lastUsedAt: { ...INSTANT, description: 'To the minute.' },
    token: { type: 'string', description: 'The token itself: only in the answer that creates it.' },
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

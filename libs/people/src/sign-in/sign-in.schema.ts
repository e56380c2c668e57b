import type { JsonSchema, ListSpec } from '@parcours/http';

import { EMAIL_SCHEMA } from '../users/email.rules.js';
import { PASSWORD_SCHEMA, USER_SCHEMA } from '../users/user.schema.js';

const TOKEN = { type: 'string', minLength: 1, maxLength: 200 } as const;
const INSTANT = { type: 'string', format: 'date-time' } as const;

export const LOGIN_SCHEMA = {
  title: 'Sign in',
  type: 'object',
  additionalProperties: false,
  required: ['email', 'password'],
  properties: {
    email: { type: 'string', minLength: 1, maxLength: 254, examples: EMAIL_SCHEMA.examples },
    password: { ...PASSWORD_SCHEMA, minLength: 0, description: 'The password.' },
  },
} as const satisfies JsonSchema;

export const REFRESH_SCHEMA = {
  title: 'Refresh',
  type: 'object',
  additionalProperties: false,
  required: ['refreshToken'],
  properties: { refreshToken: { ...TOKEN, description: 'The last one that was answered: each works once.' } },
} as const satisfies JsonSchema;

export const PASSWORD_CHANGE_SCHEMA = {
  title: 'Change of password',
  type: 'object',
  additionalProperties: false,
  required: ['oldPassword', 'newPassword'],
  properties: {
    oldPassword: { ...PASSWORD_SCHEMA, minLength: 0, description: 'The present one.' },
    newPassword: PASSWORD_SCHEMA,
  },
} as const satisfies JsonSchema;

export const PASSWORD_RESET_SCHEMA = {
  title: 'New password by link',
  type: 'object',
  additionalProperties: false,
  required: ['token', 'password'],
  properties: {
    token: { ...TOKEN, description: 'From POST /users/:id/invite.' },
    password: PASSWORD_SCHEMA,
  },
} as const satisfies JsonSchema;

export const SESSION_TOKENS_SCHEMA: JsonSchema = {
  title: 'Session tokens',
  type: 'object',
  properties: {
    accessToken: { type: 'string', description: 'For `Authorization: Bearer`: `prs_…`.' },
    accessExpiresAt: { ...INSTANT, description: 'A quarter of an hour from now.' },
    refreshToken: { type: 'string', description: 'For POST /auth/refresh, once: `prr_…`.' },
    refreshExpiresAt: { ...INSTANT, description: 'When the session is over, unless it is refreshed before.' },
    sessionExpiresAt: { ...INSTANT, description: 'When it is over in any case.' },
    sessionId: { type: 'string' },
  },
};

export const ME_SCHEMA: JsonSchema = {
  title: 'Caller',
  type: 'object',
  properties: {
    kind: { type: 'string', enum: ['user', 'token'] },
    id: { type: 'string' },
    name: { type: 'string' },
    scopes: { type: 'array', items: { type: 'string' }, description: 'What the caller may do.' },
    sessionId: { type: ['string', 'null'], description: 'Of a user.' },
    user: { oneOf: [USER_SCHEMA, { type: 'null' }] },
  },
};

export const SESSION_ID: JsonSchema = {
  type: 'integer',
  minimum: 1,
  maximum: Number.MAX_SAFE_INTEGER,
  description: 'The id of the session.',
};

export const SESSION_SCHEMA: JsonSchema = {
  title: 'Session',
  type: 'object',
  properties: {
    id: { type: 'string' },
    isCurrent: { type: 'boolean', description: 'The one that this call is made from.' },
    createdAt: INSTANT,
    lastUsedAt: { ...INSTANT, description: 'To a quarter of an hour.' },
    expiresAt: INSTANT,
    address: { type: 'string', description: 'Where it was opened from.' },
    userAgent: { type: ['string', 'null'], description: 'What the client called itself.' },
  },
};

export const SESSION_LIST: ListSpec = {
  name: 'sessions',
  fields: {
    id: { expression: 'id', type: 'id' },
    createdAt: { expression: 'created_at', type: 'instant' },
    lastUsedAt: { expression: 'last_used_at', type: 'instant' },
    address: { expression: 'address', type: 'text' },
  },
  members: Object.keys(SESSION_SCHEMA['properties'] as object),
  defaultSort: '-createdAt',
  unique: 'id',
};

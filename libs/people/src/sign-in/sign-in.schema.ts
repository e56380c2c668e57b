import type { JsonSchema, ListSpec } from '@parcours/http';

import { EMAIL_SCHEMA } from '../users/email.rules.js';
import { PASSWORD_SCHEMA, USER_SCHEMA } from '../users/user.schema.js';

const TOKEN = { type: 'string', minLength: 1, maxLength: 200 } as const;
const INSTANT = { type: 'string', format: 'date-time', examples: ['2026-03-02T08:00:00.000Z'] } as const;
const REFRESH_TOKEN = 'prr_8sKd2LmQ4vXz.Yt6WnB1cRfUgHjEaPoIk3M5q7S9w0D2xVbNl';

export const LOGIN_SCHEMA = {
  title: 'Sign in',
  description: 'An e-mail address and the password to it.',
  type: 'object',
  additionalProperties: false,
  required: ['email', 'password'],
  properties: {
    email: {
      type: 'string',
      minLength: 1,
      maxLength: 254,
      description: 'Of the user; upper and lower case make no difference.',
      examples: EMAIL_SCHEMA.examples,
    },
    password: { ...PASSWORD_SCHEMA, minLength: 0, description: 'The password.' },
  },
} as const satisfies JsonSchema;

export const REFRESH_SCHEMA = {
  title: 'Refresh',
  description: 'What a session is carried on with.',
  type: 'object',
  additionalProperties: false,
  required: ['refreshToken'],
  properties: {
    refreshToken: {
      ...TOKEN,
      description: 'The last one that was answered: each works once.',
      examples: [REFRESH_TOKEN],
    },
  },
} as const satisfies JsonSchema;

export const PASSWORD_CHANGE_SCHEMA = {
  title: 'Change of password',
  description: 'The present password and the next.',
  type: 'object',
  additionalProperties: false,
  required: ['oldPassword', 'newPassword'],
  properties: {
    oldPassword: {
      ...PASSWORD_SCHEMA,
      minLength: 0,
      description: 'The present one.',
      examples: ['velvet harbour nineteen'],
    },
    newPassword: PASSWORD_SCHEMA,
  },
} as const satisfies JsonSchema;

export const PASSWORD_RESET_SCHEMA = {
  title: 'New password by link',
  description: 'The token of an invitation, and the password to set with it.',
  type: 'object',
  additionalProperties: false,
  required: ['token', 'password'],
  properties: {
    token: {
      ...TOKEN,
      description: 'From POST /users/:id/invite.',
      examples: ['prl_4nHq0b7m2cUuK1sY8eTzXvWdJfLgPoRiQaNhBkMxCwE'],
    },
    password: PASSWORD_SCHEMA,
  },
} as const satisfies JsonSchema;

export const SESSION_TOKENS_SCHEMA: JsonSchema = {
  title: 'Session tokens',
  description: 'A session, with what calls are made with and what it is carried on with.',
  type: 'object',
  required: [
    'accessToken',
    'accessExpiresAt',
    'refreshToken',
    'refreshExpiresAt',
    'sessionExpiresAt',
    'sessionId',
  ],
  properties: {
    accessToken: {
      type: 'string',
      description: 'For `Authorization: Bearer`: `prs_…`.',
      examples: ['prs_Zb3Wq9LxT1vKc5RmY7uHn2JdPf8sGa4EoQi6XkVtBwM'],
    },
    accessExpiresAt: { ...INSTANT, description: 'A quarter of an hour from now.' },
    refreshToken: {
      type: 'string',
      description: 'For POST /auth/refresh, once: `prr_…`.',
      examples: [REFRESH_TOKEN],
    },
    refreshExpiresAt: { ...INSTANT, description: 'When the session is over, unless it is refreshed before.' },
    sessionExpiresAt: { ...INSTANT, description: 'When it is over in any case.' },
    sessionId: {
      type: 'string',
      description: 'Of the session, which `GET /auth/sessions` lists.',
      examples: ['6917529027641204'],
    },
  },
};

export const ME_SCHEMA: JsonSchema = {
  title: 'Caller',
  description: 'Who makes this call, and what they may do.',
  type: 'object',
  required: ['kind', 'id', 'name', 'scopes', 'sessionId', 'user'],
  properties: {
    kind: {
      type: 'string',
      enum: ['user', 'token'],
      description: 'Somebody who has signed in, or a program with an API token.',
    },
    id: { type: 'string', description: 'Of the user or the token.', examples: ['6917529027641081'] },
    name: { type: 'string', description: 'Of the user or the token.', examples: ['Ada Lovelace'] },
    scopes: {
      type: 'array',
      items: { type: 'string' },
      description: 'What the caller may do: `area:action`, `area:*` or `*`.',
      examples: [['touchpoints:read', 'touchpoints:write']],
    },
    sessionId: {
      type: ['string', 'null'],
      description: 'The session of a user; null of a token.',
      examples: ['6917529027641204'],
    },
    user: { oneOf: [USER_SCHEMA, { type: 'null' }], description: 'The user; null of a token.' },
  },
};

export const SESSION_ID: JsonSchema = {
  type: 'integer',
  minimum: 1,
  maximum: Number.MAX_SAFE_INTEGER,
  description: 'The id of the session.',
  examples: [6917529027641204],
};

export const SESSION_SCHEMA: JsonSchema = {
  title: 'Session',
  description: 'Somewhere that you are signed in.',
  type: 'object',
  required: ['id', 'isCurrent', 'createdAt', 'lastUsedAt', 'expiresAt', 'address', 'userAgent'],
  properties: {
    id: { type: 'string', description: 'Of the session.', examples: ['6917529027641204'] },
    isCurrent: { type: 'boolean', description: 'The one that this call is made from.' },
    createdAt: { ...INSTANT, description: 'When you signed in.' },
    lastUsedAt: { ...INSTANT, description: 'To a quarter of an hour.' },
    expiresAt: { ...INSTANT, description: 'When it is over, unless it is carried on before.' },
    address: {
      type: 'string',
      description: 'The network address that it was opened from.',
      examples: ['203.0.113.7'],
    },
    userAgent: {
      type: ['string', 'null'],
      description: 'What the client called itself.',
      examples: ['Mozilla/5.0 (X11; Linux x86_64)'],
    },
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

import type { JsonSchema, ListSpec } from '@parcours/http';
import { KEY_PATTERN } from '@parcours/kernel';

import { PASSWORD_MAX_LENGTH } from '../passwords/password.rules.js';
import { EMAIL_SCHEMA } from './email.rules.js';
import { USER_STATUSES } from './user.presenter.js';

export const USER_ID: JsonSchema = {
  type: 'integer',
  minimum: 1,
  maximum: Number.MAX_SAFE_INTEGER,
  description: 'The id of the user.',
  examples: [6917529027641081],
};

/** Shorter ones are refused with a reason, which a schema could not give. */
export const PASSWORD_SCHEMA = {
  type: 'string',
  minLength: 1,
  maxLength: PASSWORD_MAX_LENGTH,
  format: 'password',
  description: '12 characters or more.',
  examples: ['marble otter seventeen'],
} as const;

const NAME = {
  type: 'string',
  minLength: 1,
  maxLength: 200,
  pattern: '\\S',
  description: 'What others call the user.',
  examples: ['Ada Lovelace'],
} as const;

const LOCALE = {
  type: ['string', 'null'],
  maxLength: 35,
  pattern: '^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$',
  description: 'The language of the user, BCP 47.',
  examples: ['fr'],
} as const;

const ROLES = {
  type: 'array',
  maxItems: 50,
  uniqueItems: true,
  items: { type: 'string', pattern: KEY_PATTERN },
  description: 'Keys of roles; their scopes add up.',
  examples: [['editor']],
} as const;

export const NEW_USER_SCHEMA = {
  title: 'New user',
  description: 'Somebody who is to work here.',
  type: 'object',
  additionalProperties: false,
  required: ['email', 'name'],
  properties: {
    email: EMAIL_SCHEMA,
    name: NAME,
    locale: LOCALE,
    roles: ROLES,
    password: { ...PASSWORD_SCHEMA, description: 'Left out where the user is to choose it: invite them.' },
  },
} as const satisfies JsonSchema;

export const USER_PATCH_SCHEMA = {
  title: 'Change of a user',
  description: 'What is left out stays as it is.',
  type: 'object',
  additionalProperties: false,
  properties: {
    email: EMAIL_SCHEMA,
    name: NAME,
    locale: LOCALE,
    roles: ROLES,
    disabled: { type: 'boolean', description: 'A disabled user is signed out at once and cannot sign in.' },
  },
} as const satisfies JsonSchema;

const AT = '2026-03-02T08:00:00.000Z';
const INSTANT = { type: 'string', format: 'date-time', examples: [AT] } as const;
const INSTANT_OR_NULL = { type: ['string', 'null'], format: 'date-time', examples: [AT] } as const;

export const USER_SCHEMA: JsonSchema = {
  title: 'User',
  description: 'Somebody who works here.',
  type: 'object',
  required: [
    'id',
    'email',
    'name',
    'locale',
    'roles',
    'status',
    'revision',
    'createdAt',
    'updatedAt',
    'lastSignInAt',
    'passwordChangedAt',
    'inviteExpiresAt',
  ],
  properties: {
    id: { type: 'string', description: 'Of the user; it never changes.', examples: ['6917529027641081'] },
    email: EMAIL_SCHEMA,
    name: NAME,
    locale: LOCALE,
    roles: ROLES,
    status: {
      type: 'string',
      enum: [...USER_STATUSES],
      description: '`invited`: has no password yet; `disabled`: cannot sign in.',
      examples: ['active'],
    },
    revision: { type: 'integer', description: 'Counts the changes; also the ETag.', examples: [3] },
    createdAt: { ...INSTANT, description: 'When the user was made.' },
    updatedAt: { ...INSTANT, description: 'When the user was last changed.' },
    lastSignInAt: { ...INSTANT_OR_NULL, description: 'When they last signed in; null when they never did.' },
    passwordChangedAt: {
      ...INSTANT_OR_NULL,
      description: 'When the password was set; null while there is none.',
    },
    inviteExpiresAt: {
      ...INSTANT_OR_NULL,
      description: 'Until when the last invitation can be taken up; null when none is open.',
      examples: [null],
    },
  },
};

export const INVITE_SCHEMA: JsonSchema = {
  title: 'Invitation',
  description: 'What a user sets a password with.',
  type: 'object',
  required: ['token', 'expiresAt'],
  properties: {
    token: {
      type: 'string',
      description: 'For POST /auth/password-reset: once, and only in this answer.',
      examples: ['prl_4nHq0b7m2cUuK1sY8eTzXvWdJfLgPoRiQaNhBkMxCwE'],
    },
    expiresAt: { ...INSTANT, description: 'Until when it can be taken up.' },
  },
};

const STATUS_SQL =
  "CASE WHEN disabled_at IS NOT NULL THEN 'disabled' WHEN password_hash IS NULL THEN 'invited' ELSE 'active' END";

export const USER_LIST: ListSpec = {
  name: 'users',
  fields: {
    id: { expression: 'id', type: 'id' },
    email: { expression: 'email_key', type: 'text' },
    name: { expression: 'name', type: 'text' },
    status: { expression: STATUS_SQL, type: 'enum', values: USER_STATUSES },
    createdAt: { expression: 'created_at', type: 'instant' },
    updatedAt: { expression: 'updated_at', type: 'instant' },
    lastSignInAt: { expression: 'last_sign_in_at', type: 'instant', nullable: true },
  },
  members: Object.keys(USER_SCHEMA['properties'] as object),
  parameters: {
    role: {
      description: 'Only users who have this role.',
      maxLength: 100,
      pattern: KEY_PATTERN,
      example: 'editor',
    },
  },
  defaultSort: 'email',
  unique: 'id',
};

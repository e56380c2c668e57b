import type { JsonSchema } from '@parcours/http';
import { KEY_PATTERN } from '@parcours/kernel';

import { LOCALE_SCHEMA } from '../locales/locale-query.js';

export const VERSION_NUMBER: JsonSchema = {
  type: 'integer',
  minimum: 1,
  description: 'The number of the version.',
  examples: [3],
};

export const DIFF_SIDE: JsonSchema = {
  type: 'string',
  pattern: '^(draft|[1-9][0-9]{0,8})$',
  description: 'The number of a version, or `draft`.',
  examples: ['draft'],
};

export const DIFF_QUERY: JsonSchema = {
  type: 'object',
  properties: { locale: { ...LOCALE_SCHEMA, description: 'The language of the summary: `en` or `fr`.' } },
};

export const CHANGE_SCHEMA: JsonSchema = {
  title: 'Change',
  description: 'One change.',
  type: 'object',
  required: ['op', 'pointer'],
  properties: {
    op: { type: 'string', enum: ['add', 'remove', 'replace'], description: 'What was done.' },
    pointer: {
      type: 'string',
      description: 'JSON pointer (RFC 6901) into `to`; into `from` for a removal.',
      examples: ['/name'],
    },
    from: { description: 'The value before; absent for an addition.', examples: ['Welcome'] },
    to: { description: 'The value after; absent for a removal.', examples: ['Welcome e-mail'] },
    isHidden: { type: 'boolean', description: 'A secret changed; its values are not shown.' },
  },
};

export const DIFF_SCHEMA: JsonSchema = {
  title: 'Difference',
  description: 'What turned one state of a thing into another.',
  type: 'object',
  required: ['from', 'to', 'changes', 'summary'],
  properties: {
    from: { type: ['integer', 'string'], description: 'A version number, or `draft`.', examples: [2] },
    to: { type: ['integer', 'string'], description: 'A version number, or `draft`.', examples: ['draft'] },
    changes: {
      type: 'array',
      description: 'Each change.',
      items: CHANGE_SCHEMA,
    },
    summary: {
      type: 'array',
      items: { type: 'string' },
      description: 'Each change as a sentence.',
      examples: [['name changed from "Welcome" to "Welcome e-mail".']],
    },
  },
};

export const CLONE_SCHEMA = {
  title: 'Clone',
  description: 'Where to copy it to.',
  type: 'object',
  additionalProperties: false,
  required: ['key'],
  properties: {
    key: {
      type: 'string',
      pattern: KEY_PATTERN,
      description: 'The key of the copy.',
      examples: ['welcome-2'],
    },
  },
} as const satisfies JsonSchema;

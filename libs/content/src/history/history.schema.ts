import type { JsonSchema } from '@parcours/http';
import { KEY_PATTERN } from '@parcours/kernel';

import { LOCALE_SCHEMA } from '../locales/locale-query.js';

export const VERSION_NUMBER: JsonSchema = {
  type: 'integer',
  minimum: 1,
  description: 'The number of the version.',
};

export const DIFF_SIDE: JsonSchema = {
  type: 'string',
  pattern: '^(draft|[1-9][0-9]{0,8})$',
  description: 'The number of a version, or `draft`.',
};

export const DIFF_QUERY: JsonSchema = {
  type: 'object',
  properties: { locale: { ...LOCALE_SCHEMA, description: 'The language of the summary: `en` or `fr`.' } },
};

export const DIFF_SCHEMA: JsonSchema = {
  title: 'Difference',
  type: 'object',
  properties: {
    from: { type: ['integer', 'string'], description: 'A version number, or `draft`.' },
    to: { type: ['integer', 'string'] },
    changes: {
      type: 'array',
      items: {
        type: 'object',
        properties: {
          op: { type: 'string', enum: ['add', 'remove', 'replace'] },
          pointer: {
            type: 'string',
            description: 'JSON pointer (RFC 6901) into `to`; into `from` for a removal.',
          },
          from: { description: 'The value before; absent for an addition.' },
          to: { description: 'The value after; absent for a removal.' },
          isHidden: { type: 'boolean', description: 'A secret changed; its values are not shown.' },
        },
      },
    },
    summary: { type: 'array', items: { type: 'string' }, description: 'Each change as a sentence.' },
  },
};

export const CLONE_SCHEMA = {
  title: 'Clone',
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

import { CONTENT_FORMAT, THING_STATES } from '@parcours/content-files';
import type { JsonSchema } from '@parcours/http';

import { LOCALE_SCHEMA } from '../locales/locale-query.js';
import { MAX_THINGS } from './transfer.limits.js';

const TYPES_PATTERN = '^[a-z][a-z-]*(,[a-z][a-z-]*)*$';
export const TYPE = { type: 'string', description: 'The content type.', examples: ['touchpoints'] };
export const INSTANCE = { type: 'string', description: 'Names the installation.', examples: ['2vq1hl9xe3k'] };
const TYPE_LIST = {
  type: 'array',
  items: { type: 'string' },
  description: 'The content types that it speaks for.',
  examples: [['touchpoints', 'offers']],
};

const DOCUMENT = {
  type: 'object',
  description: 'The draft, with `{ "$secret": "NAME" }` in place of each secret.',
  examples: [{ key: 'marketing-email', name: 'Marketing email', kind: 'digital', direction: 'outbound' }],
};

const STATE = {
  type: 'string',
  enum: [...THING_STATES],
  default: 'published',
  description:
    '`published`: in use as its draft says. `draft`: not, or not yet, to be used so. `archived`: put away.',
  examples: ['published'],
};

const THING: JsonSchema = {
  title: 'Content thing',
  description: 'A piece of content as it travels.',
  type: 'object',
  additionalProperties: false,
  required: ['type', 'document'],
  properties: {
    type: TYPE,
    state: STATE,
    document: DOCUMENT,
    published: { ...DOCUMENT, description: 'What is in use while the draft has moved on.' },
  },
};

const FORMAT = {
  const: CONTENT_FORMAT,
  description: 'The format of this document.',
  examples: [CONTENT_FORMAT],
};

/** What an export is, and an import takes. */
export const EXPORT_SCHEMA: JsonSchema = {
  title: 'Content export',
  description: 'The content of an installation.',
  type: 'object',
  required: ['format', 'instance', 'types', 'things'],
  properties: {
    format: FORMAT,
    instance: INSTANCE,
    types: TYPE_LIST,
    things: { type: 'array', items: THING, description: 'By type and key.' },
  },
};

/** The same as a folder. */
export const ARCHIVE_SCHEMA: JsonSchema = {
  title: 'Content archive',
  type: 'string',
  description: 'A tar of a folder of YAML, as `parcours pull` writes it.',
};

export const IMPORT_SCHEMA: JsonSchema = {
  title: 'Content import',
  description: 'Content for an installation.',
  type: 'object',
  additionalProperties: false,
  required: ['format', 'things'],
  properties: {
    format: FORMAT,
    instance: { ...INSTANCE, description: 'Where it was exported from; not used.' },
    types: {
      ...TYPE_LIST,
      description:
        'The content types that it speaks for: of these, `prune` deletes what it lacks. Those of its things, when left out.',
    },
    things: { type: 'array', maxItems: MAX_THINGS, items: THING, description: 'In any order.' },
    base: {
      title: 'Import base',
      type: 'object',
      additionalProperties: false,
      required: ['instance', 'hashes'],
      description:
        'What the caller remembers of the last time that both sides were the same. With it, what changed there alone is kept, and what changed on both sides is a conflict.',
      properties: {
        instance: { ...INSTANCE, description: 'Of which installation; it counts for no other.' },
        hashes: {
          type: 'object',
          additionalProperties: { type: 'string' },
          description: 'By `type/key`, the hash of the draft.',
          examples: [{ 'touchpoints/marketing-email': 'q3Tz9…' }],
        },
      },
    },
    secrets: {
      type: 'object',
      additionalProperties: { type: 'string' },
      description:
        'Values by the names that the documents have. A secret without one keeps the value stored.',
      examples: [{ CONNECTORS_MAILBOX_CONFIG_PASSWORD: '…' }],
    },
  },
};

export const EXPORT_QUERY: JsonSchema = {
  type: 'object',
  properties: {
    format: {
      type: 'string',
      enum: ['json', 'yaml'],
      default: 'json',
      description: '`json`: one document. `yaml`: the folder of `parcours pull`, as a tar.',
    },
    types: {
      type: 'string',
      pattern: TYPES_PATTERN,
      description:
        'These content types alone, with commas between; all that the token may read when left out.',
      examples: ['touchpoints,offers'],
    },
    state: {
      type: 'string',
      enum: ['draft', 'published'],
      default: 'draft',
      description: '`draft`: everything, as it is edited. `published`: what is in use, as it is used.',
    },
  },
};

const FLAG = { type: 'boolean', default: false };

export const IMPORT_QUERY: JsonSchema = {
  type: 'object',
  properties: {
    dry_run: { ...FLAG, description: 'Answers the plan and changes nothing.', examples: [true] },
    publish: {
      ...FLAG,
      description: 'Publishes, in one release, what is meant to be in use and is not as it is here.',
    },
    prune: { ...FLAG, description: 'Deletes what there is of the types and the import lacks.' },
    force: { ...FLAG, description: 'The import wins where both sides have changed.' },
    plan: {
      type: 'string',
      maxLength: 100,
      examples: ['q3TzWm1kVb0cYx8dHs7LfA'],
      description: 'The `digest` of the plan that was agreed to: refused when it would be another by now.',
    },
    note: { type: 'string', maxLength: 300, default: 'Import', description: 'For the history.' },
    locale: { ...LOCALE_SCHEMA, default: 'en', description: 'The language of the summaries: `en` or `fr`.' },
  },
};

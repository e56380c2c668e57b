import type { JsonSchema } from '@parcours/http';

import { IMPORT_FORMATS, IMPORT_STATES } from './customer-import.js';
import { ENCODINGS } from './text-decoding.js';

export const IMPORT_QUERY: JsonSchema = {
  type: 'object',
  properties: {
    format: {
      type: 'string',
      enum: IMPORT_FORMATS,
      description: 'By the content type (text/csv, application/x-ndjson) where it is left out.',
    },
    dry_run: {
      type: 'boolean',
      default: false,
      description: 'Reads, checks and counts everything, and changes nobody.',
    },
    mapping: {
      type: 'string',
      maxLength: 50_000,
      description:
        'JSON: the column and where it goes: externalId, email, phone, locale, timezone, tags, traits.<path>, consent.<channel>, consent.<channel>.<topic>, or null. Without it columns go by their heads, and those that say nothing to us become traits.',
    },
    delimiter: {
      type: 'string',
      minLength: 1,
      maxLength: 1,
      description: 'Of the cells; found out from the head where it is left out.',
    },
    encoding: {
      type: 'string',
      enum: ENCODINGS,
      description: 'Found out where it is left out: byte order mark, UTF-8, else Windows-1252 (Latin-1).',
    },
    empty: {
      type: 'string',
      enum: ['keep', 'null'],
      default: 'keep',
      description: 'What an empty cell says: nothing, or that there is nothing.',
    },
    erased: {
      type: 'string',
      enum: ['reject', 'take'],
      default: 'reject',
      description: 'What becomes of rows about people who were erased.',
    },
  },
};

const INSTANT = { type: 'string', format: 'date-time' };
const NULLABLE_INSTANT = { type: ['string', 'null'], format: 'date-time' };
const COUNT = { type: 'integer' };

export const IMPORT_SCHEMA: JsonSchema = {
  type: 'object',
  properties: {
    id: { type: 'string' },
    state: { enum: IMPORT_STATES },
    dryRun: { type: 'boolean' },
    format: { enum: IMPORT_FORMATS },
    encoding: { type: ['string', 'null'] },
    mapping: {
      type: ['object', 'null'],
      additionalProperties: { type: ['string', 'null'] },
      description: 'Where each column goes.',
    },
    rows: {
      type: 'object',
      properties: {
        received: COUNT,
        created: COUNT,
        updated: COUNT,
        unchanged: COUNT,
        rejected: COUNT,
        repeated: { ...COUNT, description: 'Rows about a customer of an earlier row: the later one wins.' },
      },
      description:
        'What was read, and what became of it. Created, updated and unchanged are customers, of whom a thousand rows may make one.',
    },
    bytes: COUNT,
    failure: { type: ['string', 'null'] },
    rowsPerSecond: { type: ['number', 'null'] },
    secondsLeft: { type: ['number', 'null'] },
    by: { type: 'object', properties: { kind: { type: 'string' }, name: { type: 'string' } } },
    createdAt: INSTANT,
    storedAt: { ...NULLABLE_INSTANT, description: 'When the whole file was on disk.' },
    finishedAt: NULLABLE_INSTANT,
  },
  examples: [
    {
      id: '4302918374521984',
      state: 'running',
      dryRun: false,
      format: 'csv',
      encoding: 'utf-8',
      mapping: { id: 'externalId', 'E-mail': 'email', City: 'traits.city' },
      rows: { received: 250000, created: 120000, updated: 4000, unchanged: 900, rejected: 12, repeated: 3 },
      bytes: 18400000,
      failure: null,
      rowsPerSecond: 31000,
      secondsLeft: 4,
      by: { kind: 'token', id: 12, name: 'crm' },
      createdAt: '2026-06-01T08:00:00.000Z',
      storedAt: '2026-06-01T08:00:03.000Z',
      finishedAt: null,
    },
  ],
};

import type { JsonSchema } from '@parcours/http';

import { IMPORT_FORMATS, IMPORT_STATES } from './customer-import.js';
import { ENCODINGS } from './text-decoding.js';

export const IMPORT_ID: JsonSchema = {
  type: 'string',
  description: 'The number of the import.',
  examples: ['4302918374521984'],
};

export const IMPORT_FILE: JsonSchema = {
  title: 'Customer file',
  description: 'CSV with a head, or a JSON object a line.',
  type: 'string',
  examples: ['id,email,City\nc-1042,ada@example.com,Lyon\n'],
};

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
      examples: ['{"id":"externalId","City":"traits.city"}'],
      description:
        'JSON: the column and where it goes: externalId, email, phone, locale, timezone, tags, traits.<path>, consent.<channel>, consent.<channel>.<topic>, or null. Without it columns go by their heads, and those that say nothing to us become traits.',
    },
    delimiter: {
      type: 'string',
      minLength: 1,
      maxLength: 1,
      examples: [';'],
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

const INSTANT = { type: 'string', format: 'date-time', examples: ['2026-06-01T08:00:00.000Z'] };
const NULLABLE_INSTANT = { ...INSTANT, type: ['string', 'null'] };
const count = (description: string) => ({ type: 'integer', description, examples: [12] });

export const IMPORT_SCHEMA: JsonSchema = {
  title: 'Customer import',
  description: 'A file of customers, and how far the work on it has come.',
  type: 'object',
  required: ['id', 'state', 'dryRun', 'format', 'rows', 'createdAt'],
  properties: {
    id: IMPORT_ID,
    state: { type: 'string', enum: IMPORT_STATES, description: 'How far it has come.' },
    dryRun: { type: 'boolean', description: 'Nobody is changed.' },
    format: { type: 'string', enum: IMPORT_FORMATS, description: 'Of the file.' },
    encoding: {
      type: ['string', 'null'],
      description: 'Of the file, once it is known.',
      examples: ['utf-8'],
    },
    mapping: {
      type: ['object', 'null'],
      additionalProperties: { type: ['string', 'null'] },
      description: 'Where each column goes.',
      examples: [{ id: 'externalId', City: 'traits.city' }],
    },
    rows: {
      type: 'object',
      required: ['received', 'created', 'updated', 'unchanged', 'rejected', 'repeated'],
      properties: {
        received: count('Rows that were read.'),
        created: count('Customers who were not known.'),
        updated: count('Customers who were changed.'),
        unchanged: count('Customers of whom nothing new was said.'),
        rejected: count('Rows that were not taken.'),
        repeated: count('Rows about a customer of an earlier row: the later one wins.'),
      },
      description:
        'What was read, and what became of it. Created, updated and unchanged are customers, of whom a thousand rows may make one.',
    },
    bytes: count('Of the file.'),
    failure: { type: ['string', 'null'], description: 'Why it has failed, if it has.', examples: [null] },
    rowsPerSecond: { type: ['number', 'null'], description: 'How fast it goes.', examples: [12000] },
    secondsLeft: { type: ['number', 'null'], description: 'About how long it still takes.', examples: [4] },
    by: {
      type: 'object',
      description: 'Who asked for it.',
      examples: [{ kind: 'token', id: 12, name: 'crm' }],
    },
    createdAt: { ...INSTANT, description: 'When the file began to come.' },
    storedAt: { ...NULLABLE_INSTANT, description: 'When the whole file was on disk.' },
    finishedAt: { ...NULLABLE_INSTANT, description: 'When the last row was worked.' },
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

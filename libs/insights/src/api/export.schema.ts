import type { JsonSchema } from '@parcours/http';
import { INSIGHT_STREAMS } from '@parcours/sdk';

const INSTANT = { type: ['string', 'null'], format: 'date-time', examples: ['2026-03-02T08:00:00.000Z'] };

const STREAM: JsonSchema = {
  type: 'object',
  required: ['stream', 'rows', 'upTo', 'lastAt'],
  additionalProperties: false,
  properties: {
    stream: { type: 'string', enum: INSIGHT_STREAMS, description: 'What is exported.', examples: ['events'] },
    rows: {
      type: 'integer',
      minimum: 0,
      description: 'Rows that were kept since the beginning.',
      examples: [12000],
    },
    upTo: { ...INSTANT, description: 'Whatever came in before was exported; null before the first time.' },
    lastAt: { ...INSTANT, description: 'When the last batch was kept.' },
  },
};

export const EXPORT_STATUS_SCHEMA: JsonSchema = {
  title: 'Status of an export',
  description: 'How far a connector has brought what happened into its warehouse.',
  type: 'object',
  required: ['state', 'nextAt', 'streams', 'failure'],
  additionalProperties: false,
  properties: {
    state: {
      type: 'string',
      enum: ['running', 'waiting', 'failing'],
      description: 'Whether somebody is at it, and how it went last.',
      examples: ['waiting'],
    },
    nextAt: { ...INSTANT, type: 'string', description: 'When it is gone on with.' },
    streams: { type: 'array', description: 'By stream.', items: STREAM },
    failure: {
      type: ['object', 'null'],
      description: 'Why the last batch was not kept; null when all is well.',
      required: ['stream', 'class', 'code', 'detail', 'at', 'attempt'],
      additionalProperties: false,
      properties: {
        stream: {
          type: ['string', 'null'],
          description: 'Of which stream; null where the connector could not be opened.',
          examples: ['events'],
        },
        class: { type: 'string', description: 'What it means.', examples: ['misconfigured'] },
        code: { type: 'string', description: 'Stable.', examples: ['warehouse.not-authorised'] },
        detail: {
          type: 'string',
          description: 'In words, without secrets.',
          examples: ['The token expired.'],
        },
        at: { ...INSTANT, type: 'string', description: 'When.' },
        attempt: { type: 'integer', minimum: 1, description: 'How often in a row.', examples: [1] },
      },
      examples: [null],
    },
  },
};

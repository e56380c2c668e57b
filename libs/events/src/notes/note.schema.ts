import type { JsonSchema, ListSpec } from '@parcours/http';
import { CALLER_ID_PATTERN } from '@parcours/kernel';

import { ORIGIN_MEMBERS } from '../api/event.schema.js';
import { TIMELINE_LIST } from '../timeline/timeline-filter.js';
import { NOTE_KINDS, SENTIMENTS } from './note.js';

const { channel, touchpoint, department } = ORIGIN_MEMBERS;

const INSTANT = { type: 'string', format: 'date-time' };

const NOTE_MEMBERS = {
  text: { type: 'string', minLength: 1, maxLength: 10_000, description: 'What was said.' },
  kind: {
    enum: NOTE_KINDS,
    description: 'A note by a rep, a remark made to support, a comment in public, or something else.',
  },
  sentiment: { enum: SENTIMENTS, description: 'How it was meant, as the sender judges.' },
  author: { type: 'string', minLength: 1, maxLength: 200, description: 'Who wrote it down, or said it.' },
  source: {
    type: 'string',
    minLength: 1,
    maxLength: 1_000,
    description: 'Where it was said: an address, a system.',
  },
} as const;

export const NEW_NOTE_SCHEMA: JsonSchema = {
  title: 'New note',
  type: 'object',
  required: ['text', 'kind'],
  additionalProperties: false,
  properties: {
    ...NOTE_MEMBERS,
    channel,
    touchpoint,
    department,
    occurredAt: { ...INSTANT, description: 'When it was said; now, when left out.' },
    messageId: {
      type: 'string',
      minLength: 1,
      maxLength: 100,
      pattern: CALLER_ID_PATTERN,
      description: 'Your own id of the note: sent again, it is there once.',
    },
  },
  examples: [
    {
      text: 'Wants to be called before noon; the last delivery came late.',
      kind: 'rep-note',
      sentiment: 'negative',
      author: 'Grace, sales',
      channel: 'phone',
    },
  ],
};

export const NOTE_SCHEMA: JsonSchema = {
  title: 'Note',
  type: 'object',
  properties: {
    id: { type: 'string', description: 'The entry of the timeline.' },
    at: INSTANT,
    ...NOTE_MEMBERS,
    channel: { type: ['string', 'null'] },
    touchpoint: { type: ['string', 'null'] },
    department: { type: ['string', 'null'] },
  },
};

const { at, channel: byChannel, id } = TIMELINE_LIST.fields;

export const NOTE_LIST: ListSpec = {
  ...TIMELINE_LIST,
  name: 'notes',
  fields: { ...(at && { at }), ...(byChannel && { channel: byChannel }), ...(id && { id }) },
  members: [
    'id',
    'at',
    'text',
    'kind',
    'sentiment',
    'author',
    'source',
    'channel',
    'touchpoint',
    'department',
  ],
};

import type { JsonSchema, ListSpec } from '@parcours/http';
import { CALLER_ID_PATTERN } from '@parcours/kernel';

import { ORIGIN_MEMBERS } from '../api/event.schema.js';
import { TIMELINE_LIST } from '../timeline/timeline-filter.js';
import { NOTE_KINDS, SENTIMENTS } from './note.js';

const { channel, touchpoint, department } = ORIGIN_MEMBERS;

const INSTANT = { type: 'string', format: 'date-time', examples: ['2026-03-02T08:00:00.000Z'] };

const text = (maxLength: number, description: string, example: string) => ({
  type: 'string',
  minLength: 1,
  maxLength,
  description,
  examples: [example],
});

const TEXT = text(10_000, 'What was said.', 'Wants to be called before noon; the last delivery came late.');
const AUTHOR = text(200, 'Who wrote it down, or said it.', 'Grace, sales');
const SOURCE = text(1_000, 'Where it was said: an address, a system.', 'https://social.example/@ada/1042');

const KIND = {
  type: 'string',
  enum: NOTE_KINDS,
  description: 'A note by a rep, a remark made to support, a comment in public, or something else.',
};

const SENTIMENT = {
  type: 'string',
  enum: SENTIMENTS,
  description: 'How it was meant, as the sender judges.',
};

export const NEW_NOTE_SCHEMA: JsonSchema = {
  title: 'New note',
  description: 'Something that was said of or by a customer.',
  type: 'object',
  required: ['text', 'kind'],
  additionalProperties: false,
  properties: {
    text: TEXT,
    kind: KIND,
    sentiment: SENTIMENT,
    author: AUTHOR,
    source: SOURCE,
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
      examples: ['crm-7731'],
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

const orNull = ({ description, examples }: { description: string; examples: readonly string[] }) => ({
  type: ['string', 'null'],
  description: `${description} Null where nothing was said of it.`,
  examples,
});

const place = (description: string, example: string) => orNull({ description, examples: [example] });

export const NOTE_SCHEMA: JsonSchema = {
  title: 'Note',
  description: 'Something that was said of or by a customer, and where.',
  type: 'object',
  required: [
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
  properties: {
    id: {
      type: 'string',
      description: 'The entry of the timeline.',
      examples: ['event-8812345678901234'],
    },
    at: { ...INSTANT, description: 'When it was said.' },
    text: TEXT,
    kind: KIND,
    sentiment: { ...SENTIMENT, type: ['string', 'null'], enum: [...SENTIMENTS, null] },
    author: orNull(AUTHOR),
    source: orNull(SOURCE),
    channel: place('What it came by.', 'phone'),
    touchpoint: place('Key of the touchpoint where it was said.', 'hotline'),
    department: place('Whom it concerned.', 'Sales'),
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

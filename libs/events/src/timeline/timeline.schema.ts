import type { JsonSchema } from '@parcours/http';

import { EVENT_LAYERS } from '../event-origin.js';
import { SENTIMENTS } from '../notes/note.js';
import { TIMELINE_KINDS } from './timeline-entry.js';

const textOrNull = (description: string, example: string): JsonSchema => ({
  type: ['string', 'null'],
  description,
  examples: [example],
});

const ENTRY_ID: JsonSchema = {
  type: 'string',
  description: 'The entry; no other of the customer has it.',
  examples: ['event-8812345678901234'],
};

const AT: JsonSchema = {
  type: 'string',
  format: 'date-time',
  description: 'When it happened.',
  examples: ['2026-03-02T08:00:00.000Z'],
};

const CHANNEL = textOrNull('What it came or went by; null where it had none.', 'web');

const ENTRY: JsonSchema = {
  id: ENTRY_ID,
  kind: {
    type: 'string',
    enum: TIMELINE_KINDS,
    description:
      'Something that came in, something that was said, a message of ours, a step of a journey, or a call to another system.',
  },
  at: AT,
  name: {
    type: 'string',
    description: 'Of an event its name; else such as message.sent or journey.step.',
    examples: ['order.completed'],
  },
  layer: {
    type: ['string', 'null'],
    enum: [...EVENT_LAYERS, null],
    description: 'The layer of data that it belongs to; null of messages and steps of journeys.',
    examples: ['transactional'],
  },
  channel: CHANNEL,
  touchpoint: textOrNull('Key of the touchpoint at which it happened, where that is known.', 'website'),
  device: textOrNull('What it happened on, where that is known.', 'phone'),
  department: textOrNull('Whom it concerned, where that is known.', 'Sales'),
  details: {
    type: 'object',
    description:
      'What entries of the kind have of their own: properties and context of an event, the words of a note, journey, ' +
      'template and status of a message, journey, step and reason of a decision.',
    examples: [
      {
        properties: { amount: 140 },
        context: null,
        messageId: 'shop-1001',
        breaksSchema: false,
        receivedAt: '2026-03-02T08:00:01.000Z',
      },
    ],
  },
};

export const TIMELINE_SCHEMA: JsonSchema = {
  title: 'Timeline entry',
  description: 'Something that happened to a customer.',
  type: 'object',
  required: Object.keys(ENTRY),
  properties: ENTRY,
};

const SPEECH: JsonSchema = {
  id: ENTRY_ID,
  at: AT,
  name: {
    type: 'string',
    description: 'As on the timeline.',
    examples: ['note.added'],
  },
  direction: {
    type: 'string',
    enum: ['inbound', 'outbound', 'internal'],
    description: 'The customer said it, we did, or it was said among ourselves.',
  },
  channel: CHANNEL,
  by: textOrNull('Who said it, where that is known.', 'Grace, sales'),
  subject: textOrNull('What it was about, where it has a subject.', 'Your order'),
  text: textOrNull('The words; null where they cannot be had any more.', 'Wants to be called before noon.'),
  sentiment: textOrNull(
    `How it was meant, where that is known: of a note ${SENTIMENTS.join(', ')}.`,
    'neutral',
  ),
};

export const CONVERSATION_SCHEMA: JsonSchema = {
  title: 'Part of a conversation',
  description: 'Something that was said to or by a customer, or of one.',
  type: 'object',
  required: Object.keys(SPEECH),
  properties: SPEECH,
};

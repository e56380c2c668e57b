import type { JsonSchema } from '@parcours/http';

import { EVENT_LAYERS } from '../event-origin.js';
import { TIMELINE_KINDS } from './timeline-entry.js';

const TEXT_OR_NULL = { type: ['string', 'null'] };
const INSTANT = { type: 'string', format: 'date-time' };

export const TIMELINE_SCHEMA: JsonSchema = {
  title: 'Timeline entry',
  type: 'object',
  properties: {
    id: { type: 'string' },
    kind: { enum: TIMELINE_KINDS },
    at: { ...INSTANT, description: 'When it happened.' },
    name: { type: 'string', description: 'Of an event its name; else such as message.sent or journey.step.' },
    layer: { enum: [...EVENT_LAYERS, null] },
    channel: TEXT_OR_NULL,
    touchpoint: TEXT_OR_NULL,
    device: TEXT_OR_NULL,
    department: TEXT_OR_NULL,
    details: { type: 'object', description: 'What entries of the kind have of their own.' },
  },
  examples: [
    {
      id: 'event-5283467182',
      kind: 'event',
      at: '2026-03-02T08:00:00.000Z',
      name: 'order.completed',
      layer: 'transactional',
      channel: 'web',
      touchpoint: 'website',
      device: null,
      department: 'Sales',
      details: {
        properties: { amount: 140 },
        context: null,
        messageId: 'shop-1001',
        breaksSchema: false,
        receivedAt: '2026-03-02T08:00:01.000Z',
      },
    },
  ],
};

export const CONVERSATION_SCHEMA: JsonSchema = {
  title: 'Part of a conversation',
  type: 'object',
  properties: {
    id: { type: 'string', description: 'The entry of the timeline.' },
    at: INSTANT,
    name: { type: 'string' },
    direction: {
      enum: ['inbound', 'outbound', 'internal'],
      description: 'The customer said it, we did, or it was said among ourselves.',
    },
    channel: TEXT_OR_NULL,
    by: { ...TEXT_OR_NULL, description: 'Who said it, where that is known.' },
    subject: TEXT_OR_NULL,
    text: { ...TEXT_OR_NULL, description: 'The words; null where they cannot be had any more.' },
    sentiment: TEXT_OR_NULL,
  },
  examples: [
    {
      id: 'event-5283467182',
      at: '2026-03-02T08:00:00.000Z',
      name: 'note.added',
      direction: 'internal',
      channel: 'phone',
      by: 'Grace, sales',
      subject: null,
      text: 'Wants to be called before noon.',
      sentiment: 'neutral',
    },
  ],
};

import type { JsonSchema } from '@parcours/http';

import { MOST_COUNTED } from '../gates/gate.store.js';

const INSTANT_OR_NULL = { type: ['string', 'null'], format: 'date-time' } as const;

const WAITING: JsonSchema = {
  type: 'object',
  required: ['messages', 'since'],
  properties: {
    messages: {
      type: 'integer',
      description: `Those that wait for another try or are being sent, too. Each share is counted up to ${String(MOST_COUNTED)}.`,
      examples: [120],
    },
    since: {
      ...INSTANT_OR_NULL,
      description: 'When the first of them was due, or will be; null where none waits.',
    },
  },
};

export const CONNECTOR_DELIVERY_SCHEMA: JsonSchema = {
  title: 'Connector delivery',
  description: 'How the deliveries of a connector stand, for all workers together.',
  type: 'object',
  required: ['state', 'nextAt', 'waiting', 'sending', 'concurrency', 'limits', 'warmUp', 'lastError'],
  properties: {
    state: {
      type: 'string',
      enum: ['open', 'throttled', 'down', 'probing'],
      description:
        'Whether messages go out: `throttled` while the provider asks for a pause, `down` while it is out of reach or refuses the settings and is left alone, `probing` while a few messages try whether it is back.',
    },
    nextAt: { ...INSTANT_OR_NULL, description: 'When it is tried again; null where it is open.' },
    waiting: {
      type: 'object',
      required: ['marketing', 'transactional'],
      properties: {
        marketing: { ...WAITING, description: 'Of marketing.' },
        transactional: { ...WAITING, description: 'Of what customers need.' },
      },
      description: 'What waits, by the category of messages.',
    },
    sending: {
      type: 'object',
      required: ['batches', 'messages'],
      properties: {
        batches: { type: 'integer', description: 'Batches with the provider.', examples: [2] },
        messages: { type: 'integer', description: 'Messages in them.', examples: [50] },
      },
      description: 'What workers have in hand; counted where something limits the connector.',
    },
    concurrency: {
      type: ['integer', 'null'],
      description: 'Batches at the same time that it is limited to.',
      examples: [4],
    },
    limits: {
      type: 'array',
      description: 'Every window that limits it.',
      items: {
        type: 'object',
        required: ['per', 'limit', 'used', 'freeAt'],
        properties: {
          per: { type: 'string', enum: ['second', 'minute', 'day'], description: 'How long the window is.' },
          limit: { type: 'integer', description: 'Messages within it.', examples: [14] },
          used: { type: 'integer', description: 'Sent within it, or being sent.', examples: [9] },
          freeAt: { ...INSTANT_OR_NULL, description: 'When some of it is free again.' },
        },
      },
    },
    warmUp: {
      type: ['object', 'null'],
      required: ['day', 'date', 'limit', 'sent', 'endsAt'],
      description: 'The day of the warm-up; null where there is none or it is over.',
      properties: {
        day: { type: 'integer', description: '1 for the first; less before it begins.', examples: [3] },
        date: { type: 'string', format: 'date', description: 'The day.', examples: ['2026-03-04'] },
        limit: { type: 'integer', description: 'Messages on this day.', examples: [500] },
        sent: { type: 'integer', description: 'Sent on this day, or being sent.', examples: [212] },
        endsAt: { type: 'string', format: 'date-time', description: 'When the next day begins.' },
      },
      examples: [null],
    },
    lastError: {
      type: ['object', 'null'],
      required: ['code', 'detail', 'at'],
      description:
        'The last time that the provider was out of reach, refused the settings or asked for a pause.',
      properties: {
        code: { type: 'string', description: 'Stable.', examples: ['smtp.connection-failed'] },
        detail: { type: 'string', description: 'What was said.', examples: ['connect ECONNREFUSED'] },
        at: { type: 'string', format: 'date-time', description: 'When.' },
      },
      examples: [null],
    },
  },
};

import { CUSTOMER_ID_SCHEMA } from '@parcours/audience';
import { MOMENT_PATTERN, SIMULATED_CUSTOMER_SCHEMA, TIMELINE_SCHEMA } from '@parcours/engine';
import type { JsonSchema } from '@parcours/http';
import { LANGUAGES } from '@parcours/kernel';

const INSTANT = { type: 'string', format: 'date-time' } as const;

export const SIMULATION_ORDER_SCHEMA: JsonSchema = {
  type: 'object',
  required: ['timeline'],
  additionalProperties: false,
  properties: {
    customerId: {
      ...CUSTOMER_ID_SCHEMA,
      description: 'A customer who exists, with the traits they have now.',
    },
    customer: {
      ...SIMULATED_CUSTOMER_SCHEMA,
      description: 'A customer made up; with customerId, traits to lay over theirs.',
    },
    at: { ...INSTANT, description: 'When it begins; now when left out.' },
    until: {
      type: 'string',
      pattern: MOMENT_PATTERN,
      default: '+365d',
      description: 'When it ends at the latest.',
    },
    timeline: TIMELINE_SCHEMA,
  },
  examples: [
    {
      customer: { traits: { plan: 'trial', locale: 'fr' } },
      at: '2026-03-02T08:00:00Z',
      timeline: [
        { at: '+0m', event: 'account.created' },
        { at: '+1d', event: 'feature.used' },
      ],
    },
  ],
};

export const SIMULATION_QUERY_SCHEMA: JsonSchema = {
  type: 'object',
  properties: { locale: { enum: [...LANGUAGES], default: 'en', description: 'The language of `words`.' } },
};

export const SIMULATION_SCHEMA: JsonSchema = {
  type: 'object',
  properties: {
    startedAt: INSTANT,
    endedAt: { ...INSTANT, description: 'When nothing more could happen, or the simulation was over.' },
    complete: { type: 'boolean', description: 'False where it went on and on and was stopped.' },
    happenings: {
      type: 'array',
      description: 'All that happened, in order. What sends has the text as the customer would read it.',
      items: {
        type: 'object',
        required: ['at', 'after', 'type'],
        properties: {
          at: INSTANT,
          after: { type: 'string', description: 'How long after the beginning, such as +3d.' },
          type: { enum: ['event', 'enters', 'refused', 'step', 'sends', 'goal', 'journey', 'ends'] },
          words: { type: 'string', description: 'Of a step: why it was left.' },
        },
        additionalProperties: true,
      },
    },
    enrollments: {
      type: 'array',
      items: { type: 'object' },
      description: 'The passages, where they stand at the end.',
    },
    traits: { type: 'object', description: 'The customer’s at the end.' },
  },
};

export const TEST_RESULTS_SCHEMA: JsonSchema = {
  type: 'object',
  properties: {
    passed: { type: 'integer' },
    failed: { type: 'integer' },
    tests: {
      type: 'array',
      items: {
        type: 'object',
        properties: {
          name: { type: 'string' },
          passed: { type: 'boolean' },
          failures: {
            type: 'array',
            items: {
              type: 'object',
              properties: {
                pointer: { type: 'string', description: 'Inside the draft.' },
                message: { type: 'string', description: 'What was expected, and what happened instead.' },
              },
            },
          },
          transcript: {
            type: 'array',
            items: { type: 'string' },
            description: 'All that happened, a line each.',
          },
        },
      },
    },
  },
};

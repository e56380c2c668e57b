import type { JsonSchema } from '@parcours/http';

import { MOST_CUSTOMERS } from '../replay/journey-replay.service.js';

const COUNT = { type: 'integer', examples: [120] } as const;
const INSTANT = { type: 'string', format: 'date-time', examples: ['2026-03-02T08:00:00.000Z'] } as const;
const MS_OR_NULL = { type: ['integer', 'null'], examples: [86_400_000] } as const;

function counts(description: string, example: Record<string, number>): JsonSchema {
  return { type: 'object', additionalProperties: { type: 'integer' }, description, examples: [example] };
}

export const REPLAY_ORDER_SCHEMA: JsonSchema = {
  title: 'New journey replay',
  description: 'Whose events are played, and how far back.',
  type: 'object',
  required: ['days'],
  additionalProperties: false,
  properties: {
    days: { type: 'integer', minimum: 1, maximum: 90, description: 'How many days back.', examples: [30] },
    customers: {
      type: 'integer',
      minimum: 1,
      maximum: MOST_CUSTOMERS,
      default: MOST_CUSTOMERS,
      description: 'How many customers at the most: always the same ones.',
      examples: [10_000],
    },
    definition: {
      type: 'object',
      description: 'A journey document to play in place of the draft.',
      examples: [{ entry: { triggers: [{ type: 'api' }] }, start: 'end', steps: { end: { type: 'exit' } } }],
    },
  },
  examples: [{ days: 30, customers: 1_000 }],
};

const DURATION: JsonSchema = {
  type: 'object',
  description: 'How long it takes, in milliseconds; null where it never happened.',
  required: ['count', 'p50Ms', 'p95Ms'],
  properties: {
    count: { ...COUNT, description: 'How often it was measured.' },
    p50Ms: { ...MS_OR_NULL, description: 'Half of them take no longer.' },
    p95Ms: { ...MS_OR_NULL, description: '95 % of them take no longer.' },
  },
};

const STEP: JsonSchema = {
  title: 'Replayed step',
  description: 'What a step came to.',
  type: 'object',
  required: ['step', 'type', 'left', 'standing', 'codes', 'duration'],
  properties: {
    step: { type: 'string', description: 'The key of the step.', examples: ['hello'] },
    type: { type: 'string', description: 'Its type.', examples: ['message'] },
    left: { ...COUNT, description: 'How often it was left.' },
    standing: { ...COUNT, description: 'How many stand at it in the end.' },
    codes: counts('How often by each code.', { queued: 120 }),
    duration: { ...DURATION, description: 'From coming to it to leaving it.' },
  },
};

const GOAL: JsonSchema = {
  title: 'Replayed goal',
  description: 'How often a goal was reached.',
  type: 'object',
  required: ['goal', 'reached', 'value'],
  properties: {
    goal: { type: 'string', description: 'The key of the goal.', examples: ['activated'] },
    reached: { ...COUNT, description: 'How often.' },
    value: { type: 'number', description: 'The sum of what they were worth.', examples: [1_250.5] },
  },
};

const MESSAGES: JsonSchema = {
  type: 'object',
  description: 'What would have been sent.',
  required: ['total', 'perDay', 'templates', 'channels', 'skips', 'toSuppressed'],
  properties: {
    total: { ...COUNT, description: 'All of them.' },
    perDay: {
      type: 'array',
      description: 'By the day in UTC; days without one are left out.',
      items: {
        type: 'object',
        required: ['day', 'count'],
        properties: {
          day: { type: 'string', format: 'date', description: 'The day.', examples: ['2026-03-02'] },
          count: { ...COUNT, description: 'How many.' },
        },
      },
    },
    templates: counts('By template.', { welcome: 120 }),
    channels: counts('By channel.', { email: 120 }),
    skips: {
      type: 'array',
      description: 'What the channel policy would have skipped, and why.',
      items: {
        type: 'object',
        required: ['step', 'reason', 'count'],
        properties: {
          step: { type: 'string', description: 'The step.', examples: ['hello'] },
          reason: { type: 'string', description: 'The code of the reason.', examples: ['no-address'] },
          count: { ...COUNT, description: 'How often.' },
        },
      },
    },
    toSuppressed: {
      ...COUNT,
      description: 'How many of the total go to addresses on the suppression list, and fail.',
    },
  },
};

export const REPLAY_SCHEMA: JsonSchema = {
  title: 'Journey replay',
  description: 'What a journey would have done.',
  type: 'object',
  required: [
    'from',
    'to',
    'complete',
    'basis',
    'customers',
    'entries',
    'exits',
    'goals',
    'steps',
    'messages',
    'passage',
  ],
  properties: {
    from: { ...INSTANT, description: 'The beginning of the window.' },
    to: { ...INSTANT, description: 'Its end: now.' },
    complete: {
      type: 'boolean',
      description: 'False where the time was over before all customers were played.',
    },
    basis: {
      type: 'object',
      description: 'What it goes by where the past is not on record.',
      required: ['traits', 'consents', 'content', 'passages'],
      properties: {
        traits: { const: 'now', description: 'Traits are those of now.' },
        consents: { const: 'now', description: 'Consents are those of now.' },
        content: { const: 'published', description: 'Templates and policies are those published now.' },
        passages: { const: 'none-before', description: 'Nobody has been in the journey before.' },
      },
    },
    customers: {
      type: 'object',
      description: 'Whose events were played.',
      required: ['played', 'withEvents', 'entered', 'cutShort'],
      properties: {
        played: { ...COUNT, description: 'How many customers.' },
        withEvents: { ...COUNT, description: 'Those with an event in the window.' },
        entered: { ...COUNT, description: 'Those who entered at least once.' },
        cutShort: {
          ...COUNT,
          description: 'Those with more than 5,000 events, of which the first are played.',
        },
      },
    },
    entries: {
      type: 'object',
      description: 'Who came in.',
      required: ['entered', 'heldOut', 'refused'],
      properties: {
        entered: { ...COUNT, description: 'How often somebody entered.' },
        heldOut: { ...COUNT, description: 'Those among them who receive nothing.' },
        refused: counts('How often a trigger let nobody in, by why.', { 'condition-failed': 12 }),
      },
    },
    exits: {
      type: 'object',
      description: 'How passages ended.',
      required: ['reasons', 'underWay'],
      properties: {
        reasons: counts('By the reason.', { completed: 80, goal: 12 }),
        underWay: { ...COUNT, description: 'How many have not.' },
      },
    },
    goals: { type: 'array', items: GOAL, description: 'The goals that were reached.' },
    steps: { type: 'array', items: STEP, description: 'Every step, in the order of the definition.' },
    messages: MESSAGES,
    passage: { ...DURATION, description: 'From entering to the end, of passages that ended.' },
  },
};

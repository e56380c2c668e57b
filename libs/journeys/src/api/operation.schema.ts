import type { JsonSchema } from '@parcours/http';

import { OPERATION_ACTIONS, WAITS_FOR } from '../operations/operation.js';

const INSTANT = { type: 'string', format: 'date-time', examples: ['2026-03-02T08:00:00.000Z'] } as const;

export const OPERATION_ID: JsonSchema = {
  type: 'string',
  description: 'The id of the operation.',
  examples: ['8812345678901234'],
};

export const JOURNEY_KEY: JsonSchema = {
  type: 'string',
  description: 'The key of the journey template.',
  examples: ['welcome'],
};

const REASON = {
  type: 'string',
  minLength: 1,
  maxLength: 1000,
  description: 'Why, for the history and the audit log.',
  examples: ['The offer is over'],
} as const;

const STEP = { type: 'string', description: 'The key of the step to go to.', examples: ['thanks'] } as const;

export const OPERATION_SCHEMA: JsonSchema = {
  title: 'Operation',
  description: 'Something that is done with enrollments of a journey, and how far it has come.',
  type: 'object',
  required: [
    ...['id', 'action', 'journey', 'order', 'reason', 'requestedBy', 'requestedAt', 'state', 'selected'],
    ...['done', 'missed', 'finishedAt'],
  ],
  properties: {
    id: OPERATION_ID,
    action: { type: 'string', enum: [...OPERATION_ACTIONS], description: 'What is done with each.' },
    journey: {
      type: ['string', 'null'],
      description: 'The key of the journey; null where it was deleted since.',
      examples: ['welcome'],
    },
    order: {
      type: 'object',
      description: 'What was asked for, as it is kept; times are milliseconds since the epoch.',
      examples: [{ filter: { steps: ['rest'] }, step: 'thanks' }],
    },
    reason: REASON,
    requestedBy: { type: 'string', description: 'The name of who asked.', examples: ['Ada'] },
    requestedAt: { ...INSTANT, description: 'When.' },
    state: {
      type: 'string',
      enum: ['running', 'finished'],
      description: 'Finished: everybody whom it is about has been worked.',
    },
    selected: {
      type: 'integer',
      description: 'Enrollments that it is about, as found so far.',
      examples: [120],
    },
    done: { type: 'integer', description: 'Of these, those that did it.', examples: [118] },
    missed: {
      type: 'integer',
      description: 'Those that had ended or gone on when their turn came, or could not do it.',
      examples: [2],
    },
    finishedAt: {
      ...INSTANT,
      type: ['string', 'null'],
      description: 'When the last was worked.',
      examples: [null],
    },
  },
};

export const REASON_SCHEMA: JsonSchema = {
  title: 'Reason',
  description: 'Why it is done.',
  type: 'object',
  required: ['reason'],
  additionalProperties: false,
  properties: { reason: REASON },
};

export const MOVE_SCHEMA: JsonSchema = {
  title: 'Move',
  description: 'Where to, and why.',
  type: 'object',
  required: ['step', 'reason'],
  additionalProperties: false,
  properties: { step: STEP, reason: REASON },
};

const FILTER: JsonSchema = {
  type: 'object',
  description: 'Which active enrollments of the journey; all of them when empty. Every member has to hold.',
  additionalProperties: false,
  properties: {
    steps: {
      type: 'array',
      minItems: 1,
      maxItems: 100,
      items: { type: 'string' },
      description: 'Those at one of these steps.',
      examples: [['rest']],
    },
    versions: {
      type: 'array',
      minItems: 1,
      maxItems: 100,
      items: { type: 'integer' },
      description: 'Those of these versions.',
      examples: [[1, 2]],
    },
    waitsFor: { type: 'string', enum: [...WAITS_FOR], description: 'What they wait for.' },
    waitingBefore: { ...INSTANT, description: 'Those who have waited at their step since before.' },
    enteredBefore: { ...INSTANT, description: 'Those who entered before.' },
    customerIds: {
      type: 'array',
      minItems: 1,
      maxItems: 1000,
      items: { type: 'string' },
      description: 'Those of these customers.',
      examples: [['c-1042']],
    },
    failed: {
      type: 'boolean',
      description: 'Those that could not be worked when their time came.',
      examples: [true],
    },
  },
};

const JOURNEY = { type: 'string', description: 'The key of the journey.', examples: ['welcome'] } as const;

export const BULK_SCHEMA: JsonSchema = {
  title: 'Bulk operation',
  description: 'What is done with which enrollments, and why.',
  type: 'object',
  required: ['journey', 'filter', 'action', 'reason'],
  additionalProperties: false,
  properties: {
    journey: JOURNEY,
    filter: FILTER,
    action: {
      type: 'string',
      enum: ['exit', 'move', 'skip', 'retry'],
      description: 'exit: leave. move: go to a step. skip: end the wait. retry: try again what failed.',
    },
    step: { ...STEP, description: 'Of move: the key of the step to go to.' },
    reason: REASON,
  },
  allOf: [
    {
      if: { properties: { action: { const: 'move' } } },
      then: { required: ['step'] },
      else: { properties: { step: false } },
    },
  ],
};

export const BULK_PREVIEW_SCHEMA: JsonSchema = {
  title: 'Bulk preview',
  description: 'Which enrollments.',
  type: 'object',
  required: ['journey', 'filter'],
  additionalProperties: false,
  properties: { journey: JOURNEY, filter: FILTER },
};

export const BULK_COUNT_SCHEMA: JsonSchema = {
  title: 'Bulk count',
  description: 'How many enrollments an operation would be about.',
  type: 'object',
  required: ['matching'],
  properties: { matching: { type: 'integer', description: 'As of now.', examples: [120] } },
};

export const PAUSE_JOURNEY_SCHEMA: JsonSchema = {
  title: 'Pause a journey',
  description: 'What becomes of those under way, and why.',
  type: 'object',
  required: ['reason'],
  additionalProperties: false,
  properties: {
    inFlight: {
      type: 'string',
      enum: ['hold', 'drop'],
      default: 'hold',
      description: 'hold: those under way stay where they are until it goes on. drop: they leave.',
    },
    reason: REASON,
  },
};

export const JOURNEY_PAUSE_SCHEMA: JsonSchema = {
  title: 'Journey pause',
  description: 'Whether a journey is paused, and what waits for it to go on.',
  type: 'object',
  required: ['journey', 'paused', 'inFlight', 'reason', 'pausedBy', 'pausedAt', 'held', 'operation'],
  properties: {
    journey: JOURNEY_KEY,
    paused: {
      type: 'boolean',
      description: 'While it resumes, until its last lane goes on.',
      examples: [true],
    },
    inFlight: {
      type: ['string', 'null'],
      enum: ['hold', 'drop', null],
      description: 'What becomes of those under way.',
      examples: ['hold'],
    },
    reason: { ...REASON, type: ['string', 'null'] },
    pausedBy: { type: ['string', 'null'], description: 'The name of who paused it.', examples: ['Ada'] },
    pausedAt: { ...INSTANT, type: ['string', 'null'], description: 'Since when.' },
    held: {
      type: 'object',
      description: 'What waits.',
      required: ['enrollments', 'entries'],
      properties: {
        enrollments: { type: 'integer', description: 'Enrollments whose time has come.', examples: [12] },
        entries: { type: 'integer', description: 'Events and outcomes kept for enrollments.', examples: [3] },
      },
    },
    operation: {
      type: ['string', 'null'],
      description: 'The id of the operation that this call has started.',
      examples: ['8812345678901234'],
    },
  },
};

export const MIGRATION_PREVIEW_SCHEMA: JsonSchema = {
  title: 'Migration preview',
  description: 'What becomes of those under way when the draft is published with enrollments: migrate.',
  type: 'object',
  required: ['moves', 'stays', 'steps'],
  properties: {
    moves: { type: 'integer', description: 'Enrollments that go over.', examples: [118] },
    stays: { type: 'integer', description: 'Enrollments that stay with their version.', examples: [2] },
    steps: {
      type: 'array',
      description: 'Where they stand.',
      items: {
        title: 'Migration step',
        description: 'Those at one step of one version.',
        type: 'object',
        required: ['version', 'step', 'enrollments', 'moves', 'why', 'waitChanges'],
        properties: {
          version: { type: 'integer', description: 'The version that they are in.', examples: [1] },
          step: { type: 'string', description: 'The key of the step.', examples: ['rest'] },
          enrollments: { type: 'integer', description: 'How many.', examples: [118] },
          moves: { type: 'boolean', description: 'Whether they go over.', examples: [true] },
          why: {
            type: ['string', 'null'],
            enum: ['step-gone', 'type-changed', 'unreadable', null],
            description: 'Why they stay.',
            examples: [null],
          },
          waitChanges: {
            type: 'boolean',
            description:
              'The events that are waited for change, or whether there is a time-out. One who has nothing left to wait for stays.',
            examples: [false],
          },
        },
      },
    },
  },
};

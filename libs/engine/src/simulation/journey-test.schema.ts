import { type JsonObject, KEY_PATTERN } from '@parcours/kernel';
import { ANSWERS_SCHEMA } from './answers.js';
import { EVENT_NAME, KEY, STEP_KEY, writtenOut } from '../definition/schema-parts.js';
import { MESSAGE_REACTIONS } from '../steps/message-reaction.js';
import { MOMENT_PATTERN } from './moments.js';

const MOMENT: JsonObject = {
  type: 'string',
  pattern: MOMENT_PATTERN,
  description: 'An offset from the beginning, such as +3d, or an instant.',
  examples: ['+3d'],
};

const REASON: JsonObject = { type: 'string', pattern: KEY_PATTERN };

/** What can be expected to happen; each names one thing. */
const HAPPENINGS: Readonly<Record<string, JsonObject>> = {
  sends: {
    ...KEY,
    description: 'The template of a message, of a step or one that acknowledges the answer to a survey.',
  },
  skips: {
    ...STEP_KEY,
    description: 'The step of a message that is not sent, or whose answer is not acknowledged.',
  },
  exits: {
    ...REASON,
    description: 'The reason: completed, goal, exit-rule, or that of an exit step.',
    examples: ['completed'],
  },
  reaches: { ...KEY, description: 'The key of a goal.' },
  passes: { ...STEP_KEY, description: 'A step that is left.' },
  emits: { ...EVENT_NAME, description: 'An event that a step raises.' },
  calls: { ...STEP_KEY, description: 'A step that calls another system.' },
  enters: {
    ...KEY,
    description: 'A journey that a step, or the answer to a survey, sends the customer into.',
  },
  leaves: { ...KEY, description: 'A journey that a step takes the customer out of.' },
  refused: {
    ...REASON,
    description: 'Why the customer does not enter: condition-failed, already-active, cooldown.',
    examples: ['already-active'],
  },
};

const DETAILS: Readonly<Record<string, JsonObject>> = {
  channel: { ...REASON, description: 'Of a message that is sent.', examples: ['email'] },
  code: {
    ...REASON,
    description: 'How a step is left, or why a message is skipped.',
    examples: ['timeout'],
  },
  goal: { ...KEY, description: 'Of an exit by a goal.' },
};

const ONE_OF_THEM: readonly JsonObject[] = Object.keys(HAPPENINGS).map((name) => ({ required: [name] }));

const HAPPENING: JsonObject = {
  type: 'object',
  additionalProperties: false,
  description: 'What must not happen.',
  properties: { ...HAPPENINGS, ...DETAILS },
  oneOf: [...ONE_OF_THEM],
  examples: [{ sends: 'nudge' }],
};

const EXPECTATION: JsonObject = {
  type: 'object',
  additionalProperties: false,
  properties: {
    ...HAPPENINGS,
    ...DETAILS,
    at: { ...MOMENT, description: 'When, to the minute.' },
    before: { ...MOMENT, description: 'When at the latest.' },
    after: { ...MOMENT, description: 'When at the earliest.' },
    stands: { ...STEP_KEY, description: 'Where the customer is: at `at`, or at the end.' },
    never: HAPPENING,
  },
  oneOf: [...ONE_OF_THEM, { required: ['stands'] }, { required: ['never'] }],
};

const STIMULUS: JsonObject = {
  type: 'object',
  required: ['at'],
  additionalProperties: false,
  properties: {
    at: MOMENT,
    event: EVENT_NAME,
    properties: {
      type: 'object',
      description: 'What the event carries.',
      examples: [{ feature: 'report' }],
    },
    traits: {
      type: 'object',
      description: 'Merged into the traits with the event; null removes one.',
      examples: [{ plan: 'paid' }],
    },
    trigger: {
      type: 'object',
      description: 'A trigger through the API, with its context.',
      examples: [{ order: 'o-77' }],
    },
    message: { ...STEP_KEY, description: 'The step of whose message `is` tells.' },
    is: {
      enum: ['sent', 'failed', ...MESSAGE_REACTIONS],
      description: 'How the message ends, or what the customer does with it.',
    },
    choose: { ...STEP_KEY, description: 'The step of a choice, of which the customer chooses `option`.' },
    option: {
      type: 'string',
      pattern: KEY_PATTERN,
      description: 'The key of the option.',
      examples: ['call'],
    },
    answer: { ...STEP_KEY, description: 'The step of a survey, to which the customer answers `score`.' },
    score: { type: 'number', description: 'The answer.', examples: [9] },
    comment: {
      type: 'string',
      maxLength: 2_000,
      description: 'What they add in words.',
      examples: ['Well done'],
    },
    segment: { ...KEY, description: 'A segment that the customer comes into, or goes out of.' },
    persona: { ...KEY, description: 'A persona that the customer comes to be of, or is no longer of.' },
    on: { enum: ['enter', 'exit'], description: 'Of the segment or persona.' },
  },
  oneOf: [
    { required: ['event'] },
    { required: ['trigger'] },
    { required: ['message', 'is'] },
    { required: ['choose', 'option'] },
    { required: ['answer', 'score'] },
    { required: ['segment', 'on'] },
    { required: ['persona', 'on'] },
  ],
  dependentRequired: {
    properties: ['event'],
    traits: ['event'],
    is: ['message'],
    option: ['choose'],
    score: ['answer'],
    comment: ['answer'],
  },
};

/** What is brought to the customer of a simulation. */
export const TIMELINE_SCHEMA: JsonObject = writtenOut({
  type: 'array',
  maxItems: 1_000,
  description: 'What happens to the customer, in any order.',
  items: STIMULUS,
  examples: [[{ at: '+0m', event: 'account.created' }]],
});

/** Who is led through the journey. */
export const SIMULATED_CUSTOMER_SCHEMA: JsonObject = {
  type: 'object',
  additionalProperties: false,
  description: 'A customer made up.',
  properties: {
    id: {
      type: 'string',
      minLength: 1,
      maxLength: 255,
      default: 'customer',
      description: 'The id of the customer, who need not exist.',
    },
    traits: {
      type: 'object',
      description: 'An email address is added where there is none.',
      examples: [{ plan: 'trial', locale: 'fr' }],
    },
    tags: {
      type: 'array',
      maxItems: 100,
      items: { type: 'string' },
      description: 'Tags of the customer.',
      examples: [['keen']],
    },
    segments: {
      type: 'array',
      maxItems: 100,
      items: { type: 'string' },
      description:
        'Keys of segments that they are in at the beginning; of others their published rule is asked.',
      examples: [['vip']],
    },
    personas: {
      type: 'array',
      maxItems: 100,
      items: { type: 'string' },
      description:
        'Keys of personas that they are of at the beginning; of others their published rule is asked.',
      examples: [['climber']],
    },
  },
};

/** Tests of a journey, kept with it and run at every publish. */
export const JOURNEY_TESTS_SCHEMA: JsonObject = writtenOut({
  type: 'array',
  maxItems: 200,
  description: 'Tests of the journey on a virtual clock. They run at every publish; one that fails stops it.',
  items: {
    type: 'object',
    required: ['name', 'expect'],
    additionalProperties: false,
    properties: {
      name: {
        type: 'string',
        minLength: 1,
        maxLength: 300,
        description: 'What the test shows, as a sentence.',
        examples: ['makes a report, then is thanked'],
      },
      customer: SIMULATED_CUSTOMER_SCHEMA,
      at: {
        type: 'string',
        format: 'date-time',
        description: 'When it begins.',
        default: '2026-01-05T09:00:00Z',
      },
      timeline: TIMELINE_SCHEMA,
      answers: ANSWERS_SCHEMA,
      until: { ...MOMENT, default: '+365d', description: 'When it ends at the latest.' },
      expect: {
        type: 'array',
        minItems: 1,
        maxItems: 200,
        description: 'What has to happen, and what must not.',
        items: EXPECTATION,
        examples: [[{ exits: 'completed', before: '+5d' }, { never: { sends: 'nudge' } }]],
      },
    },
    examples: [
      {
        name: 'makes a report, then is thanked',
        customer: { traits: { plan: 'trial' } },
        at: '2026-03-02T08:00:00Z',
        timeline: [
          { at: '+0m', event: 'account.created' },
          { at: '+1d', event: 'feature.used', properties: { feature: 'report' } },
        ],
        expect: [
          { at: '+0m', sends: 'welcome', channel: 'email' },
          { exits: 'completed', before: '+5d' },
          { never: { sends: 'nudge' } },
        ],
      },
    ],
  },
});

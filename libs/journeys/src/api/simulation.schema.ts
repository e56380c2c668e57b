import { CUSTOMER_ID_SCHEMA } from '@parcours/audience';
import { ANSWERS_SCHEMA, MOMENT_PATTERN, SIMULATED_CUSTOMER_SCHEMA, TIMELINE_SCHEMA } from '@parcours/engine';
import type { JsonSchema } from '@parcours/http';
import { LANGUAGES } from '@parcours/kernel';

const AT = '2026-03-02T08:00:00.000Z';
const INSTANT = { type: 'string', format: 'date-time', examples: [AT] } as const;
const STEP = { type: 'string', examples: ['hello'] } as const;
const ENROLLMENT = {
  type: 'integer',
  description: 'Which passage, counted from 0.',
  examples: [0],
} as const;
const VISIT = {
  type: 'integer',
  description: 'Counts the steps of the passage from 1.',
  examples: [1],
} as const;
const DETAIL = {
  type: ['object', 'null'],
  description: 'What decided; null where there is nothing to tell.',
  examples: [{ next: 'thanks' }],
} as const;

export const SIMULATION_ORDER_SCHEMA: JsonSchema = {
  title: 'New simulation',
  description: 'Who is led through the journey, and what happens to them.',
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
    answers: ANSWERS_SCHEMA,
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
  properties: {
    locale: { type: 'string', enum: [...LANGUAGES], default: 'en', description: 'The language of `words`.' },
  },
};

const HAPPENING_SCHEMA: JsonSchema = {
  title: 'Happening',
  description: 'Something that happens in a simulation. What it has beside its time goes by its type.',
  type: 'object',
  required: ['at', 'after', 'type'],
  properties: {
    at: { ...INSTANT, description: 'When, on the virtual clock.' },
    after: { type: 'string', description: 'How long after the beginning.', examples: ['+3d'] },
    type: {
      type: 'string',
      enum: [
        'event',
        'enters',
        'refused',
        'step',
        'sends',
        'unacknowledged',
        'calls',
        'goal',
        'journey',
        'ends',
      ],
      description:
        'An event arrives; the customer enters or is refused; a step is left; a message is sent; what would have acknowledged an answer is not sent; another system is called; a goal is reached; another journey is entered or left; the passage ends.',
    },
    enrollment: ENROLLMENT,
    visit: VISIT,
    step: { ...STEP, description: 'Of a step that is left, or of the message.' },
    code: {
      type: 'string',
      description: 'How a step is left; why the customer is refused, or an answer is not acknowledged.',
      examples: ['event'],
    },
    detail: DETAIL,
    words: {
      type: 'string',
      description: 'Of a step: why it was left.',
      examples: ['Went on after 1 day.'],
    },
    event: { type: 'string', description: 'The name of the event.', examples: ['account.created'] },
    properties: { type: 'object', description: 'What the event carries.', examples: [{ plan: 'trial' }] },
    emitted: { type: 'boolean', description: 'Whether a step has raised the event.' },
    heldOut: { type: 'boolean', description: 'Whether whoever enters is in the control group.' },
    template: { type: 'string', description: 'The message template.', examples: ['welcome'] },
    acknowledges: {
      type: 'string',
      description: 'The survey whose answer the message acknowledges; left out for a message of the step.',
      examples: ['nps'],
    },
    survey: {
      type: 'string',
      description: 'The survey whose answer is not acknowledged.',
      examples: ['nps'],
    },
    channel: { type: 'string', description: 'What the message goes by.', examples: ['email'] },
    content: {
      type: ['object', 'null'],
      description:
        'The message as the customer would read it, or the `failure` of its template; null on a channel that has no text of ours.',
      examples: [{ subject: 'Welcome, Ada', text: 'Good to have you.', html: '<p>Good to have you.</p>' }],
    },
    call: {
      type: 'object',
      description: 'What another system would be told.',
      examples: [
        {
          kind: 'http',
          method: 'GET',
          url: 'https://api.example.com/scores/ada',
          headers: {},
          timeoutMs: 10_000,
        },
      ],
    },
    goal: { type: 'string', description: 'The key of the goal.', examples: ['first-report'] },
    value: {
      type: ['number', 'null'],
      description: 'What reaching the goal is worth; null where that is not told.',
      examples: [49],
    },
    journey: { type: 'string', description: 'The key of the other journey.', examples: ['onboarding'] },
    way: {
      type: 'string',
      enum: ['enter', 'leave'],
      description: 'Whether the other journey is entered or left.',
    },
    reason: { type: 'string', description: 'Why the passage ends.', examples: ['completed'] },
  },
  examples: [
    { at: AT, after: '+0m', type: 'enters', enrollment: 0, heldOut: false },
    { at: AT, after: '+0m', type: 'ends', enrollment: 0, reason: 'completed' },
  ],
};

const PASSAGE_SCHEMA: JsonSchema = {
  title: 'Simulated enrollment',
  description: 'A passage, where it stands at the end.',
  type: 'object',
  required: ['state', 'step', 'dueAt', 'endReason', 'goals', 'heldOut'],
  properties: {
    state: { type: 'string', enum: ['active', 'ended'], description: 'Whether it would go on.' },
    step: { ...STEP, type: ['string', 'null'], description: 'Where it stands; null once it has ended.' },
    dueAt: {
      ...INSTANT,
      type: ['string', 'null'],
      description: 'When it would go on by itself; null where it would not.',
    },
    endReason: {
      type: ['string', 'null'],
      description: 'Why it ended; null while it goes on.',
      examples: ['completed'],
    },
    goals: {
      type: 'array',
      items: { type: 'string' },
      description: 'The goals that were reached.',
      examples: [['first-report']],
    },
    heldOut: { type: 'boolean', description: 'Whether it is in the control group.' },
  },
  examples: [{ state: 'ended', step: null, dueAt: null, endReason: 'completed', goals: [], heldOut: false }],
};

export const SIMULATION_SCHEMA: JsonSchema = {
  title: 'Simulation',
  description: 'What came of leading one customer through a draft.',
  type: 'object',
  required: ['startedAt', 'endedAt', 'complete', 'happenings', 'enrollments', 'traits'],
  properties: {
    startedAt: { ...INSTANT, description: 'When it begins, on the virtual clock.' },
    endedAt: { ...INSTANT, description: 'When nothing more could happen, or the simulation was over.' },
    complete: {
      type: 'boolean',
      description: 'False where it went on and on and was stopped.',
      examples: [true],
    },
    happenings: {
      type: 'array',
      description: 'All that happened, in order. What sends has the text as the customer would read it.',
      items: HAPPENING_SCHEMA,
    },
    enrollments: {
      type: 'array',
      description: 'The passages, where they stand at the end.',
      items: PASSAGE_SCHEMA,
    },
    traits: {
      type: 'object',
      description: 'The traits of the customer at the end.',
      examples: [{ plan: 'trial', email: 'customer@example.com' }],
    },
  },
};

const TEST_RESULT_SCHEMA: JsonSchema = {
  title: 'Result of a journey test',
  description: 'Whether a test of a journey has passed, and what happened in it.',
  type: 'object',
  required: ['name', 'passed', 'failures', 'transcript'],
  properties: {
    name: {
      type: 'string',
      description: 'What the test shows.',
      examples: ['makes a report, then is thanked'],
    },
    passed: { type: 'boolean', description: 'Whether all that it expects came true.', examples: [true] },
    failures: {
      type: 'array',
      description: 'What did not come true.',
      items: {
        type: 'object',
        required: ['pointer', 'message'],
        properties: {
          pointer: {
            type: 'string',
            description: 'JSON pointer (RFC 6901) into the draft.',
            examples: ['/tests/0/expect/1'],
          },
          message: {
            type: 'string',
            description: 'What was expected, and what happened instead.',
            examples: ['Expected the message thanks; it was never sent.'],
          },
        },
      },
      examples: [[]],
    },
    transcript: {
      type: 'array',
      items: { type: 'string' },
      description: 'All that happened, a line each.',
      examples: [['+0m event account.created', '+0m enters']],
    },
  },
};

export const TEST_RESULTS_SCHEMA: JsonSchema = {
  title: 'Results of journey tests',
  description: 'What came of the tests of a draft.',
  type: 'object',
  required: ['passed', 'failed', 'tests'],
  properties: {
    passed: { type: 'integer', description: 'How many have passed.', examples: [1] },
    failed: { type: 'integer', description: 'How many have not.', examples: [0] },
    tests: { type: 'array', description: 'Each, in the order of the draft.', items: TEST_RESULT_SCHEMA },
  },
};

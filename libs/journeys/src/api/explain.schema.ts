import { KEY_PARAM } from '@parcours/content';
import type { JsonSchema } from '@parcours/http';
import { LANGUAGES } from '@parcours/kernel';

import { ENROLLMENT_ID } from './enrollment.schema.js';

const INSTANT = { type: 'string', format: 'date-time', examples: ['2026-03-02T08:00:00.000Z'] } as const;
const TEXT_OR_NULL = { type: ['string', 'null'] } as const;
const JOURNEY = { type: 'string', description: 'The key of the journey.', examples: ['welcome'] } as const;
const WORDS = { type: 'string', description: 'For people, in the language of `locale`.' } as const;
const DETAIL = {
  type: 'object',
  description: 'What decided: tests with the values that the customer has, numbers of rules, times.',
  examples: [
    { tests: [{ test: { trait: 'plan', is: 'pro' }, holds: false, values: { 'trait.plan': 'trial' } }] },
  ],
} as const;

export const EXPLAIN_QUERY_SCHEMA: JsonSchema = {
  type: 'object',
  properties: {
    journey: { ...KEY_PARAM, description: 'The key of one journey; all that are published when left out.' },
    locale: { type: 'string', enum: [...LANGUAGES], default: 'en', description: 'The language of `words`.' },
  },
};

const REASON: JsonSchema = {
  title: 'EntryObstacle',
  description: 'One thing that keeps the customer out, or from its messages.',
  type: 'object',
  required: ['code', 'detail', 'words'],
  properties: {
    code: {
      type: 'string',
      description:
        'not-published, paused, never-triggered, trigger-condition, condition-failed, exit-rule, already-active, reentry-never, ' +
        'cooldown or held-out.',
      examples: ['condition-failed'],
    },
    detail: DETAIL,
    words: {
      ...WORDS,
      examples: ['The entry condition fails: “plan is pro” does not hold (trait.plan: trial).'],
    },
  },
};

const PASSAGE: JsonSchema = {
  title: 'Explained enrollment',
  description: 'A passage of the customer through the journey.',
  type: 'object',
  required: ['id', 'state', 'step', 'enteredAt', 'endedAt', 'endReason', 'heldOut', 'words'],
  properties: {
    id: ENROLLMENT_ID,
    state: { type: 'string', enum: ['active', 'ended'], description: 'Whether it goes on.' },
    step: { ...TEXT_OR_NULL, description: 'Where it stands.', examples: ['rest'] },
    enteredAt: { ...INSTANT, description: 'When the customer entered.' },
    endedAt: { ...TEXT_OR_NULL, format: 'date-time', description: 'When it ended.', examples: [null] },
    endReason: { ...TEXT_OR_NULL, description: 'Why it ended.', examples: [null] },
    heldOut: { type: 'boolean', description: 'In the share that receives nothing.', examples: [false] },
    words: { ...WORDS, examples: ['They entered on 2026-03-02 and stand at rest.'] },
  },
};

const TRIGGER: JsonSchema = {
  title: 'Explained trigger',
  description: 'Something that came and could have let the customer in.',
  type: 'object',
  required: ['at', 'event', 'code', 'enrollmentId', 'detail', 'words'],
  properties: {
    at: { ...INSTANT, description: 'When it came.' },
    event: {
      ...TEXT_OR_NULL,
      description: 'The event; null for a trigger through the API or by another journey.',
      examples: ['account.created'],
    },
    code: {
      type: 'string',
      description:
        'entered, before-publication, would-enter (as of now), or why it does not let the customer in as of now: a code of a reason.',
      examples: ['condition-failed'],
    },
    enrollmentId: { ...TEXT_OR_NULL, description: 'The enrollment that it began.', examples: [null] },
    detail: DETAIL,
    words: {
      ...WORDS,
      examples: ['account.created came: it did not let them in, the entry condition fails.'],
    },
  },
};

const MESSAGE: JsonSchema = {
  title: 'Explained message step',
  description: 'Whether a message step would send to the customer now.',
  type: 'object',
  required: ['step', 'template', 'policy', 'touchpoint', 'channel', 'sends', 'code', 'detail', 'words'],
  properties: {
    step: { type: 'string', description: 'The key of the step.', examples: ['hello'] },
    template: { type: 'string', description: 'The message template.', examples: ['welcome'] },
    policy: { type: 'string', description: 'The channel policy.', examples: ['default'] },
    touchpoint: { ...TEXT_OR_NULL, description: 'The touchpoint that it is.', examples: [null] },
    channel: { ...TEXT_OR_NULL, description: 'The channel it would take.', examples: ['email'] },
    sends: { type: 'boolean', description: 'Whether it would send.', examples: [true] },
    code: {
      type: 'string',
      description: 'send, or why it would be skipped: holdout, address-suppressed, or what the policy says.',
      examples: ['send'],
    },
    detail: { ...DETAIL, examples: [{ channel: 'email', policy: 'default' }] },
    words: { ...WORDS, examples: ['hello would send welcome by email.'] },
  },
};

const STANDING: JsonSchema = {
  title: 'Explained journey',
  description: 'Where the customer stands in a journey, and why.',
  type: 'object',
  required: ['journey', 'version', 'asOf', 'standing', 'reasons', 'words'],
  properties: {
    journey: JOURNEY,
    version: {
      type: ['integer', 'null'],
      description: 'What is published; null for nothing.',
      examples: [3],
    },
    asOf: { ...INSTANT, description: 'The customer and the journey are looked at as they were then.' },
    standing: {
      type: 'string',
      enum: ['in', 'was-in', 'never-in'],
      description: 'Whether the customer is, or has been, in it.',
    },
    reasons: { type: 'array', items: REASON, description: 'Everything that stands in the way.' },
    words: { ...WORDS, examples: ['They have never been in welcome. The journey is not published.'] },
    enrollments: {
      type: 'array',
      items: PASSAGE,
      description: 'The last passages, the latest first: only for one journey, like the following.',
    },
    triggers: {
      type: 'array',
      items: TRIGGER,
      description: 'The last events and triggers that could have let the customer in, the latest first.',
    },
    messages: { type: 'array', items: MESSAGE, description: 'Each message step of the journey.' },
  },
};

export const EXPLANATION_SCHEMA: JsonSchema = {
  title: 'Explanation',
  description: 'Why a customer is in journeys, or not.',
  type: 'object',
  required: ['customerId', 'journeys'],
  properties: {
    customerId: { type: 'string', description: 'Your id of the customer.', examples: ['c-1042'] },
    journeys: { type: 'array', items: STANDING, description: 'One, or all that are published.' },
  },
};

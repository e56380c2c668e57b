import type { JsonSchema } from '@parcours/http';

import { OUTSIDE_CALL_STATUSES } from '../outside/outside-call.js';
import { CALL_KINDS } from '../outside/outside-call.rules.js';
import { OUTSIDE_CALL_LIST } from '../outside/outside-call-view.store.js';

const INSTANT_OR_NULL = { type: ['string', 'null'], format: 'date-time' } as const;

export const OUTSIDE_CALL_ID: JsonSchema = {
  type: 'string',
  description: 'The id of the call, which every attempt carries as its Idempotency-Key.',
  examples: ['8812345678901234'],
};

export const OUTSIDE_CALL_SCHEMA: JsonSchema = {
  title: 'Outside call',
  description: 'A call to another system that a step has asked for.',
  type: 'object',
  required: OUTSIDE_CALL_LIST.members,
  properties: {
    id: OUTSIDE_CALL_ID,
    customerId: {
      type: ['string', 'null'],
      description: 'Your id of the customer; null where they were erased.',
      examples: ['c-1042'],
    },
    enrollmentId: {
      type: 'string',
      description: 'The passage through the journey that asked for it.',
      examples: ['8812345678905678'],
    },
    journey: {
      type: ['string', 'null'],
      description: 'The key of the journey; null where it was deleted since, or the customer erased.',
      examples: ['scored'],
    },
    step: { type: 'string', description: 'The step that asked for it.', examples: ['score'] },
    visit: { type: 'integer', description: 'Which passage of the step it belongs to.', examples: [1] },
    kind: {
      type: 'string',
      enum: CALL_KINDS,
      description: 'An address on the web, a connector that does something, or a step of a plugin.',
    },
    system: {
      type: 'string',
      description:
        'The host with its port (an underscore before it), the connector, or the type of the step.',
      examples: ['api.example.com'],
    },
    request: {
      type: ['object', 'null'],
      description:
        'What is asked, without what it says of the customer; null once it was forgotten: when the call has succeeded or was withdrawn.',
      properties: {
        method: { type: 'string', description: 'Of an address.', examples: ['POST'] },
        url: { type: 'string', description: 'Of an address: up to the question mark.' },
        action: { type: 'string', description: 'Of a connector.', examples: ['create-task'] },
      },
      examples: [{ method: 'POST', url: 'https://api.example.com/scores' }],
    },
    status: { type: 'string', enum: OUTSIDE_CALL_STATUSES, description: 'Where it is on its way.' },
    attempts: { type: 'integer', description: 'How often it was made.', examples: [1] },
    maybeDuplicate: {
      type: 'boolean',
      description: 'An attempt was interrupted before its end was known, so that it may have come twice.',
    },
    failure: {
      type: ['object', 'null'],
      description: 'Why the last attempt failed; null where nothing failed.',
      required: ['code', 'detail'],
      properties: {
        code: { type: 'string', description: 'Stable.', examples: ['outside.refused'] },
        detail: { type: 'string', description: 'In words.', examples: ['The other system answered 503.'] },
        status: { type: 'integer', description: 'What an address answered.', examples: [503] },
      },
      examples: [null],
    },
    createdAt: { type: 'string', format: 'date-time', description: 'When the step asked for it.' },
    nextAttemptAt: { ...INSTANT_OR_NULL, description: 'When it is made next; null when it is not.' },
    finishedAt: { ...INSTANT_OR_NULL, description: 'When it succeeded, failed or was withdrawn.' },
    recordId: {
      type: ['string', 'null'],
      description: 'The id under which the other system keeps what was made; null where it has told none.',
      examples: ['task-7731'],
    },
    team: {
      type: ['string', 'null'],
      description: 'The team of which somebody is to do it; null where it was given to nobody.',
      examples: ['sales'],
    },
    owner: {
      type: ['string', 'null'],
      description: 'Who of the team is to do it.',
      examples: ['ann'],
    },
    outcome: {
      type: ['string', 'null'],
      description: 'What came of it once a person has done it; null until then.',
      examples: ['reached'],
    },
    completedAt: { ...INSTANT_OR_NULL, description: 'When a person has done it; null until then.' },
  },
};

/** What another system tells of something that a person has done. */
export const COMPLETION_SCHEMA: JsonSchema = {
  title: 'Completion',
  description: 'What came of something that a person was asked to do.',
  type: 'object',
  required: ['outcome'],
  additionalProperties: false,
  properties: {
    outcome: {
      type: 'string',
      minLength: 1,
      maxLength: 100,
      description: 'What came of it, in a word: the step goes on by the way of this name.',
      examples: ['reached'],
    },
    note: {
      type: 'string',
      minLength: 1,
      maxLength: 10_000,
      description: 'What the person has noted. It is a note of the customer from then on.',
      examples: ['Wants an offer for ten seats before Friday.'],
    },
    by: {
      type: 'string',
      minLength: 1,
      maxLength: 200,
      description: 'Who has done it.',
      examples: ['Grace, sales'],
    },
    at: {
      type: 'string',
      format: 'date-time',
      description:
        'When it was done; now, when left out. Times before the call or ahead of now are drawn in.',
      examples: ['2026-03-02T08:00:00.000Z'],
    },
    properties: {
      type: 'object',
      maxProperties: 100,
      description: 'What else the event tells.',
      examples: [{ seats: 10 }],
    },
    traits: {
      type: 'object',
      maxProperties: 100,
      description: 'What is known of the customer by it: merged into the traits.',
      examples: [{ seats: 10 }],
    },
  },
  examples: [{ outcome: 'reached', note: 'Wants an offer for ten seats before Friday.', by: 'Grace, sales' }],
};

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
  },
};

import type { JsonSchema } from '@parcours/http';
import { formatInstant } from '@parcours/kernel';

import { presentPerson } from '../person.js';
import { INSTANT, PERSON_SCHEMA } from '../schema.parts.js';
import type { ApprovalState } from './approval-book.service.js';
import { type ApprovalRequest, type ListedRequest, REQUEST_STATUSES } from './approval-request.store.js';
import { DECISIONS } from './approval.rules.js';

const NOTE = { type: 'string', minLength: 1, maxLength: 2_000 } as const;
const BY = { kind: 'user', id: '7301', name: 'Ada' };
const AT = '2030-03-02T08:00:00.000Z';

export const NEW_REQUEST_SCHEMA = {
  title: 'New approval request',
  type: 'object',
  additionalProperties: false,
  properties: { note: { ...NOTE, examples: ['For the spring campaign'] } },
} as const satisfies JsonSchema;

export const DECISION_SCHEMA = {
  title: 'Decision about a draft',
  type: 'object',
  additionalProperties: false,
  required: ['decision'],
  properties: {
    decision: { type: 'string', enum: DECISIONS, description: 'Takes the place of what you decided before.' },
    note: { ...NOTE, examples: ['The French text needs another look.'] },
  },
} as const satisfies JsonSchema;

const REQUEST_MEMBERS = {
  id: { type: 'string' },
  status: {
    type: 'string',
    enum: REQUEST_STATUSES,
    description: 'outdated: the draft has changed since, or was published.',
  },
  note: { type: ['string', 'null'] },
  by: PERSON_SCHEMA,
  createdAt: INSTANT,
};

const REQUEST_EXAMPLE = {
  id: '9301',
  status: 'open',
  note: 'For the spring campaign',
  by: BY,
  createdAt: AT,
};

export const REQUEST_SCHEMA: JsonSchema = {
  title: 'Approval request',
  type: 'object',
  properties: REQUEST_MEMBERS,
  examples: [REQUEST_EXAMPLE],
};

export const LISTED_REQUEST_SCHEMA: JsonSchema = {
  title: 'Listed approval request',
  type: 'object',
  properties: {
    ...REQUEST_MEMBERS,
    type: { type: 'string', description: 'The content type, as in addresses.' },
    key: { type: 'string' },
    name: { type: 'string' },
  },
  examples: [{ ...REQUEST_EXAMPLE, type: 'touchpoints', key: 'shop', name: 'Shop' }],
};

export const APPROVAL_SCHEMA: JsonSchema = {
  title: 'Approval of a draft',
  type: 'object',
  properties: {
    required: { type: 'integer', description: 'How many have to approve; 0 where the type has no rule.' },
    approvals: { type: 'integer', description: 'How many have approved the draft as it is.' },
    approved: { type: 'boolean', description: 'Whether it may be published.' },
    lastAuthor: { ...PERSON_SCHEMA, type: ['object', 'null'], description: 'Whose approval does not count.' },
    decisions: {
      type: 'array',
      description: 'About the draft as it is: when it changes, they fall.',
      items: {
        type: 'object',
        properties: {
          decision: { type: 'string', enum: DECISIONS },
          note: { type: ['string', 'null'] },
          by: PERSON_SCHEMA,
          at: INSTANT,
        },
      },
    },
    request: { ...REQUEST_SCHEMA, type: ['object', 'null'] },
  },
  examples: [
    {
      required: 2,
      approvals: 1,
      approved: false,
      lastAuthor: { kind: 'user', id: '7302', name: 'Ben' },
      decisions: [{ decision: 'approve', note: null, by: BY, at: AT }],
      request: REQUEST_EXAMPLE,
    },
  ],
};

export const RULE_REQUEST_SCHEMA = {
  title: 'New approval rule',
  type: 'object',
  additionalProperties: false,
  required: ['required'],
  properties: {
    required: {
      type: 'integer',
      minimum: 1,
      maximum: 3,
      description: 'How many others than the last author have to approve a draft before it is published.',
      examples: [1],
    },
  },
} as const satisfies JsonSchema;

export const RULE_SCHEMA: JsonSchema = {
  title: 'Approval rule',
  type: 'object',
  properties: {
    type: { type: 'string', description: 'The content type, as in addresses.' },
    required: { type: 'integer', description: '0: drafts of the type are published without.' },
  },
  examples: [{ type: 'touchpoints', required: 1 }],
};

export function presentRequest({ id, status, note, by, createdAt }: ApprovalRequest) {
  return { id: String(id), status, note, by: presentPerson(by), createdAt: formatInstant(createdAt) };
}

export function presentListedRequest(request: ListedRequest) {
  const { type, key, name } = request;
  const { id, ...rest } = presentRequest(request);
  return { id, type, key, name, ...rest };
}

export function presentApproval({ required, approvals, isApproved, lastAuthor, ...state }: ApprovalState) {
  return {
    required,
    approvals,
    approved: isApproved,
    lastAuthor: lastAuthor ? presentPerson(lastAuthor) : null,
    decisions: state.decisions.map(({ decision, note, by, at }) => ({
      decision,
      note,
      by: presentPerson(by),
      at: formatInstant(at),
    })),
    request: state.request ? presentRequest(state.request) : null,
  };
}

import type { JsonSchema } from '@parcours/http';
import { formatInstant } from '@parcours/kernel';

import { presentPerson } from '../person.js';
import { INSTANT, PERSON_SCHEMA, THING_MEMBERS } from '../schema.parts.js';
import type { ApprovalState } from './approval-book.service.js';
import { type ApprovalRequest, type ListedRequest, REQUEST_STATUSES } from './approval-request.store.js';
import { DECISIONS } from './approval.rules.js';

const NOTE = {
  type: 'string',
  minLength: 1,
  maxLength: 2_000,
  description: 'What the others should know.',
} as const;
const BY = { kind: 'user', id: '7301', name: 'Ada' };
const AT = '2030-03-02T08:00:00.000Z';

export const NEW_REQUEST_SCHEMA = {
  title: 'New approval request',
  description: 'What to tell those who are asked.',
  type: 'object',
  additionalProperties: false,
  properties: { note: { ...NOTE, examples: ['For the spring campaign'] } },
} as const satisfies JsonSchema;

const DECISION = { type: 'string', enum: DECISIONS } as const;

export const DECISION_SCHEMA = {
  title: 'Decision about a draft',
  description: 'What you say to the draft as it is.',
  type: 'object',
  additionalProperties: false,
  required: ['decision'],
  properties: {
    decision: { ...DECISION, description: 'Takes the place of what you decided before.' },
    note: { ...NOTE, examples: ['The French text needs another look.'] },
  },
} as const satisfies JsonSchema;

const REQUEST_MEMBERS = {
  id: { type: 'string', description: 'Of the request.', examples: ['9301'] },
  status: {
    type: 'string',
    enum: REQUEST_STATUSES,
    description: 'What became of it; outdated: the draft has changed since, or was published.',
  },
  note: {
    type: ['string', 'null'],
    description: 'What was told to those who are asked.',
    examples: ['For the spring campaign'],
  },
  by: PERSON_SCHEMA,
  createdAt: { ...INSTANT, description: 'When it was asked for.' },
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
  description: 'Somebody asks others to approve a draft.',
  type: 'object',
  required: Object.keys(REQUEST_MEMBERS),
  properties: REQUEST_MEMBERS,
  examples: [REQUEST_EXAMPLE],
};

export const LISTED_REQUEST_SCHEMA: JsonSchema = {
  title: 'Listed approval request',
  description: 'A request with the thing that it is about.',
  type: 'object',
  required: Object.keys({ ...REQUEST_MEMBERS, ...THING_MEMBERS }),
  properties: { ...REQUEST_MEMBERS, ...THING_MEMBERS },
  examples: [{ ...REQUEST_EXAMPLE, type: 'touchpoints', key: 'shop', name: 'Shop' }],
};

const PAST_DECISION_SCHEMA: JsonSchema = {
  title: 'Approval decision',
  description: 'What somebody has said to a draft.',
  type: 'object',
  required: ['decision', 'note', 'by', 'at'],
  properties: {
    decision: { ...DECISION, description: 'The last word of this person.' },
    note: {
      type: ['string', 'null'],
      description: 'Why.',
      examples: ['The French text needs another look.'],
    },
    by: PERSON_SCHEMA,
    at: { ...INSTANT, description: 'When it was decided.' },
  },
};

export const APPROVAL_SCHEMA: JsonSchema = {
  title: 'Approval of a draft',
  description: 'How a draft stands with those who have to approve it.',
  type: 'object',
  required: ['required', 'approvals', 'approved', 'lastAuthor', 'decisions', 'request'],
  properties: {
    required: {
      type: 'integer',
      description: 'How many have to approve; 0 where the type has no rule.',
      examples: [2],
    },
    approvals: { type: 'integer', description: 'How many have approved the draft as it is.', examples: [1] },
    approved: { type: 'boolean', description: 'Whether it may be published.' },
    lastAuthor: {
      oneOf: [PERSON_SCHEMA, { type: 'null' }],
      description: 'Whose approval does not count; null where nobody took note of who changed it last.',
    },
    decisions: {
      type: 'array',
      description: 'About the draft as it is: when it changes, they fall.',
      items: PAST_DECISION_SCHEMA,
    },
    request: {
      oneOf: [REQUEST_SCHEMA, { type: 'null' }],
      description: 'The latest about the draft as it is; null when nobody has asked.',
    },
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

/** The content type in a path. */
export const TYPE_PARAM: JsonSchema = {
  type: 'string',
  description: 'The content type, as in addresses.',
  examples: ['touchpoints'],
};

export const RULE_REQUEST_SCHEMA = {
  title: 'New approval rule',
  description: 'From how many approval is needed.',
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
  description: 'Whether drafts of a content type need approval.',
  type: 'object',
  required: ['type', 'required'],
  properties: {
    type: TYPE_PARAM,
    required: {
      type: 'integer',
      description: 'How many have to approve; 0: drafts of the type are published without.',
      examples: [1],
    },
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

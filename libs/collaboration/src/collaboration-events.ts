import {
  declareWebhookEvent,
  EVENT_ACTOR_SCHEMA,
  EVENT_THING_SCHEMA,
  type EventActor,
} from '@parcours/webhooks';

interface AboutThing {
  readonly contentType: string;
  readonly key: string;
}

const BY = { kind: 'user', id: '7301', name: 'Ada' } as const;
const THING = { contentType: 'touchpoints', key: 'marketing-email' };

export interface CommentEventData extends AboutThing {
  readonly comment: string;
  readonly thread: string;
  readonly pointer: string | null;
  readonly text: string;
  readonly by: EventActor;
}

export const COMMENT_CREATED = declareWebhookEvent<CommentEventData>({
  name: 'comment.created',
  description: 'Somebody wrote a comment on a thing, or replied to one.',
  data: {
    type: 'object',
    required: ['contentType', 'key', 'comment', 'thread', 'pointer', 'text', 'by'],
    properties: {
      ...EVENT_THING_SCHEMA,
      comment: { type: 'string', description: 'The id of the comment.' },
      thread: { type: 'string', description: 'The id of the comment that began it all.' },
      pointer: { type: ['string', 'null'], description: 'Which part of the document it is about.' },
      text: { type: 'string' },
      by: EVENT_ACTOR_SCHEMA,
    },
  },
  example: {
    ...THING,
    comment: '9101',
    thread: '9101',
    pointer: '/name',
    text: 'Too long for a phone.',
    by: BY,
  },
});

export interface ReviewDueData extends AboutThing {
  readonly owner: string | null;
  readonly cadence: string;
  readonly dueAt: string;
}

export const REVIEW_DUE = declareWebhookEvent<ReviewDueData>({
  name: 'review.due',
  description: 'The time has come to review a thing. Told once for each due date.',
  data: {
    type: 'object',
    required: ['contentType', 'key', 'owner', 'cadence', 'dueAt'],
    properties: {
      ...EVENT_THING_SCHEMA,
      owner: { type: ['string', 'null'], description: 'Who is to see to it.' },
      cadence: { type: 'string', description: 'ISO 8601 duration.' },
      dueAt: { type: 'string', format: 'date-time' },
    },
  },
  example: { ...THING, owner: 'ada@example.com', cadence: 'P3M', dueAt: '2030-03-02T08:00:00.000Z' },
});

export interface ReviewRecordedData extends AboutThing {
  readonly review: string;
  readonly outcome: string;
  readonly note: string | null;
  readonly nextDueAt: string | null;
  readonly by: EventActor;
}

export const REVIEW_RECORDED = declareWebhookEvent<ReviewRecordedData>({
  name: 'review.recorded',
  description: 'Somebody reviewed a thing.',
  data: {
    type: 'object',
    required: ['contentType', 'key', 'review', 'outcome', 'note', 'nextDueAt', 'by'],
    properties: {
      ...EVENT_THING_SCHEMA,
      review: { type: 'string', description: 'The id of the review.' },
      outcome: { type: 'string', enum: ['keep', 'change', 'retire'] },
      note: { type: ['string', 'null'] },
      nextDueAt: { type: ['string', 'null'], format: 'date-time' },
      by: EVENT_ACTOR_SCHEMA,
    },
  },
  example: {
    ...THING,
    review: '9201',
    outcome: 'change',
    note: 'Opens have halved.',
    nextDueAt: '2030-06-02T08:00:00.000Z',
    by: BY,
  },
});

export interface ApprovalRequestedData extends AboutThing {
  readonly request: string;
  readonly note: string | null;
  readonly required: number;
  readonly by: EventActor;
}

export const APPROVAL_REQUESTED = declareWebhookEvent<ApprovalRequestedData>({
  name: 'approval.requested',
  description: 'Somebody asks others to approve a draft.',
  data: {
    type: 'object',
    required: ['contentType', 'key', 'request', 'note', 'required', 'by'],
    properties: {
      ...EVENT_THING_SCHEMA,
      request: { type: 'string', description: 'The id of the request.' },
      note: { type: ['string', 'null'] },
      required: { type: 'integer', description: 'How many have to approve.' },
      by: EVENT_ACTOR_SCHEMA,
    },
  },
  example: { ...THING, request: '9301', note: 'For the spring campaign', required: 2, by: BY },
});

export interface ApprovalDecidedData extends AboutThing {
  readonly decision: string;
  readonly note: string | null;
  readonly approvals: number;
  readonly required: number;
  readonly approved: boolean;
  readonly by: EventActor;
}

export const APPROVAL_DECIDED = declareWebhookEvent<ApprovalDecidedData>({
  name: 'approval.decided',
  description: 'Somebody approved or rejected a draft.',
  data: {
    type: 'object',
    required: ['contentType', 'key', 'decision', 'note', 'approvals', 'required', 'approved', 'by'],
    properties: {
      ...EVENT_THING_SCHEMA,
      decision: { type: 'string', enum: ['approve', 'reject'] },
      note: { type: ['string', 'null'] },
      approvals: { type: 'integer', description: 'How many have approved the draft by now.' },
      required: { type: 'integer' },
      approved: { type: 'boolean', description: 'True when it may be published.' },
      by: EVENT_ACTOR_SCHEMA,
    },
  },
  example: { ...THING, decision: 'approve', note: null, approvals: 2, required: 2, approved: true, by: BY },
});

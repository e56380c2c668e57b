import type { JsonSchema } from '@parcours/http';
import { formatInstant } from '@parcours/kernel';

import { presentPerson } from '../person.js';
import { INSTANT, INSTANT_OR_NULL, PERSON_SCHEMA } from '../schema.parts.js';
import { CADENCE_PATTERN } from './cadence.rules.js';
import type { PlannedReview, ReviewPlan } from './review-plan.store.js';
import { type Review, REVIEW_OUTCOMES } from './review.store.js';

const OWNER = {
  type: 'string',
  minLength: 1,
  maxLength: 200,
  description: 'Who sees to it: an e-mail address, a name, a team.',
  examples: ['ada@example.com'],
} as const;

const CADENCE = {
  type: 'string',
  pattern: CADENCE_PATTERN,
  maxLength: 40,
  description: 'How often: an ISO 8601 duration of years, months, weeks and days.',
  examples: ['P3M'],
} as const;

export const REVIEW_PLAN_REQUEST_SCHEMA = {
  title: 'New review plan',
  type: 'object',
  additionalProperties: false,
  required: ['cadence'],
  properties: {
    cadence: CADENCE,
    owner: { ...OWNER, type: ['string', 'null'] },
    dueAt: {
      ...INSTANT,
      description:
        'When the next review is due. Left out: as it was, or a cadence from now where the cadence is new.',
      examples: ['2030-03-02T08:00:00Z'],
    },
  },
} as const satisfies JsonSchema;

const PLAN_MEMBERS = {
  cadence: CADENCE,
  owner: { ...OWNER, type: ['string', 'null'] },
  dueAt: INSTANT,
  due: { type: 'boolean', description: 'Whether the time has come.' },
  lastReviewedAt: INSTANT_OR_NULL,
  lastOutcome: { type: ['string', 'null'], enum: [...REVIEW_OUTCOMES, null] },
};

const PLAN_EXAMPLE = {
  cadence: 'P3M',
  owner: 'ada@example.com',
  dueAt: '2030-03-02T08:00:00.000Z',
  due: false,
  lastReviewedAt: null,
  lastOutcome: null,
};

export const REVIEW_PLAN_SCHEMA: JsonSchema = {
  title: 'Review plan',
  type: 'object',
  properties: { ...PLAN_MEMBERS, revision: { type: 'integer', description: 'Also the ETag.' } },
  examples: [{ ...PLAN_EXAMPLE, revision: 1 }],
};

export const PLANNED_REVIEW_SCHEMA: JsonSchema = {
  title: 'Planned review',
  type: 'object',
  properties: {
    id: { type: 'string' },
    type: { type: 'string', description: 'The content type, as in addresses.' },
    key: { type: 'string' },
    name: { type: 'string' },
    ...PLAN_MEMBERS,
  },
  examples: [{ id: '5101', type: 'touchpoints', key: 'shop', name: 'Shop', ...PLAN_EXAMPLE }],
};

export const NEW_REVIEW_SCHEMA = {
  title: 'New review',
  type: 'object',
  additionalProperties: false,
  required: ['outcome'],
  properties: {
    outcome: {
      type: 'string',
      enum: REVIEW_OUTCOMES,
      description: 'What is to become of it: it stays, it has to be changed, it has had its day.',
    },
    note: { type: 'string', minLength: 1, maxLength: 10_000, examples: ['Opens have halved since spring.'] },
    decisions: {
      type: 'array',
      maxItems: 50,
      description: 'What is to be done.',
      items: {
        type: 'object',
        additionalProperties: false,
        required: ['text'],
        properties: {
          text: { type: 'string', minLength: 1, maxLength: 2_000, examples: ['Try a shorter subject'] },
          owner: OWNER,
          due: { type: 'string', format: 'date', description: 'By when.', examples: ['2030-03-31'] },
        },
      },
    },
  },
} as const satisfies JsonSchema;

export const REVIEW_SCHEMA: JsonSchema = {
  title: 'Review',
  type: 'object',
  properties: {
    id: { type: 'string' },
    outcome: { type: 'string', enum: REVIEW_OUTCOMES },
    note: { type: ['string', 'null'] },
    decisions: NEW_REVIEW_SCHEMA.properties.decisions,
    version: { type: ['integer', 'null'], description: 'Which version was published then.' },
    by: PERSON_SCHEMA,
    createdAt: INSTANT,
  },
  examples: [
    {
      id: '9201',
      outcome: 'change',
      note: 'Opens have halved since spring.',
      decisions: [{ text: 'Try a shorter subject', owner: 'ada@example.com', due: '2030-03-31' }],
      version: 3,
      by: { kind: 'user', id: '7301', name: 'Ada' },
      createdAt: '2030-03-02T08:00:00.000Z',
    },
  ],
};

export const RECORDED_REVIEW_SCHEMA: JsonSchema = {
  ...REVIEW_SCHEMA,
  title: 'Recorded review',
  properties: {
    ...(REVIEW_SCHEMA['properties'] as object),
    nextDueAt: { ...INSTANT_OR_NULL, description: 'Null where no reviews are planned.' },
  },
};

export function presentReview({ id, outcome, note, decisions, version, by, createdAt }: Review) {
  return {
    id: String(id),
    outcome,
    note,
    decisions,
    version,
    by: presentPerson(by),
    createdAt: formatInstant(createdAt),
  };
}

export function presentPlan(plan: ReviewPlan, isDue: boolean) {
  return { ...planMembers(plan, isDue), revision: plan.revision };
}

export function presentPlanned(planned: PlannedReview, isDue: boolean) {
  const { itemId, type, key, name } = planned;
  return { id: String(itemId), type, key, name, ...planMembers(planned, isDue) };
}

function planMembers({ cadence, owner, dueAt, lastReviewedAt, lastOutcome }: ReviewPlan, isDue: boolean) {
  return {
    cadence,
    owner,
    dueAt: formatInstant(dueAt),
    due: isDue,
    lastReviewedAt: lastReviewedAt === null ? null : formatInstant(lastReviewedAt),
    lastOutcome,
  };
}

import type { JsonSchema } from '@parcours/http';
import { formatInstant } from '@parcours/kernel';

import { presentPerson } from '../person.js';
import { INSTANT, INSTANT_OR_NULL, PERSON_SCHEMA, THING_MEMBERS } from '../schema.parts.js';
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
  description: 'How often something is looked at again, and who sees to it.',
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
  dueAt: { ...INSTANT, description: 'When the next review is due.' },
  due: { type: 'boolean', description: 'Whether the time has come.' },
  lastReviewedAt: { ...INSTANT_OR_NULL, description: 'When it was last reviewed; null when it never was.' },
  lastOutcome: {
    type: ['string', 'null'],
    enum: [...REVIEW_OUTCOMES, null],
    description: 'What the last review found; null when there was none.',
  },
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
  description: 'When something is looked at again, and who sees to it.',
  type: 'object',
  required: [...Object.keys(PLAN_MEMBERS), 'revision'],
  properties: {
    ...PLAN_MEMBERS,
    revision: { type: 'integer', description: 'Counts the changes; also the ETag.', examples: [1] },
  },
  examples: [{ ...PLAN_EXAMPLE, revision: 1 }],
};

export const PLANNED_REVIEW_SCHEMA: JsonSchema = {
  title: 'Planned review',
  description: 'The review plan of a thing, with the thing.',
  type: 'object',
  required: ['id', ...Object.keys({ ...THING_MEMBERS, ...PLAN_MEMBERS })],
  properties: {
    id: { type: 'string', description: 'Of the thing.', examples: ['5101'] },
    ...THING_MEMBERS,
    ...PLAN_MEMBERS,
  },
  examples: [{ id: '5101', type: 'touchpoints', key: 'shop', name: 'Shop', ...PLAN_EXAMPLE }],
};

export const NEW_REVIEW_SCHEMA = {
  title: 'New review',
  description: 'What a review has found, and what is decided.',
  type: 'object',
  additionalProperties: false,
  required: ['outcome'],
  properties: {
    outcome: {
      type: 'string',
      enum: REVIEW_OUTCOMES,
      description: 'What is to become of it: it stays, it has to be changed, it has had its day.',
    },
    note: {
      type: 'string',
      minLength: 1,
      maxLength: 10_000,
      description: 'What was seen.',
      examples: ['Opens have halved since spring.'],
    },
    decisions: {
      type: 'array',
      maxItems: 50,
      description: 'What comes of it.',
      items: {
        type: 'object',
        additionalProperties: false,
        required: ['text'],
        properties: {
          text: {
            type: 'string',
            minLength: 1,
            maxLength: 2_000,
            description: 'What is to be done.',
            examples: ['Try a shorter subject'],
          },
          owner: OWNER,
          due: { type: 'string', format: 'date', description: 'By when.', examples: ['2030-03-31'] },
        },
      },
    },
  },
} as const satisfies JsonSchema;

const REVIEW_MEMBERS = {
  id: { type: 'string', description: 'Of the review.', examples: ['9201'] },
  outcome: NEW_REVIEW_SCHEMA.properties.outcome,
  note: {
    type: ['string', 'null'],
    description: 'What was seen.',
    examples: ['Opens have halved since spring.'],
  },
  decisions: NEW_REVIEW_SCHEMA.properties.decisions,
  version: {
    type: ['integer', 'null'],
    description: 'Which version was published then; null when none was.',
    examples: [3],
  },
  by: PERSON_SCHEMA,
  createdAt: { ...INSTANT, description: 'When it was recorded.' },
};

const REVIEW_EXAMPLE = {
  id: '9201',
  outcome: 'change',
  note: 'Opens have halved since spring.',
  decisions: [{ text: 'Try a shorter subject', owner: 'ada@example.com', due: '2030-03-31' }],
  version: 3,
  by: { kind: 'user', id: '7301', name: 'Ada' },
  createdAt: '2030-03-02T08:00:00.000Z',
};

export const REVIEW_SCHEMA: JsonSchema = {
  title: 'Review',
  description: 'Somebody has looked at a thing again.',
  type: 'object',
  required: Object.keys(REVIEW_MEMBERS),
  properties: REVIEW_MEMBERS,
  examples: [REVIEW_EXAMPLE],
};

export const RECORDED_REVIEW_SCHEMA: JsonSchema = {
  title: 'Recorded review',
  description: 'A review, and when the next one is due.',
  type: 'object',
  required: [...Object.keys(REVIEW_MEMBERS), 'nextDueAt'],
  properties: {
    ...REVIEW_MEMBERS,
    nextDueAt: {
      ...INSTANT_OR_NULL,
      description: 'When the next review is due; null where no reviews are planned.',
    },
  },
  examples: [{ ...REVIEW_EXAMPLE, nextDueAt: '2030-06-02T08:00:00.000Z' }],
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

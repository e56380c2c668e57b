import type { JsonSchema } from '@parcours/http';
import { LOCALISED_TEXT_SCHEMA } from '@parcours/kernel';
import { MESSAGE_STATUSES } from '@parcours/messaging';

import { FEEDBACK_LIST, FEEDBACK_STATES } from './feedback-view.store.js';

const TEXT_OR_NULL = { type: ['string', 'null'] } as const;
const INSTANT_OR_NULL = { type: ['string', 'null'], format: 'date-time' } as const;

export const FEEDBACK_ID: JsonSchema = {
  type: 'string',
  description: 'The id of the answer.',
  examples: ['8812345678901234'],
};

const LINK: JsonSchema = {
  type: 'string',
  pattern: '^https?://[^\\s]+$',
  maxLength: 2_000,
  description: 'Where it can be seen.',
  examples: ['https://belvedere.example/news/shorter-forms'],
};

export const FEEDBACK_CHANGE_SCHEMA: JsonSchema = {
  title: 'Feedback change',
  description: 'Something that was changed because of what a customer has said.',
  type: 'object',
  required: ['what'],
  additionalProperties: false,
  properties: {
    what: {
      ...LOCALISED_TEXT_SCHEMA,
      description: 'What was changed, in the words of the customer: the event that tells them carries it.',
      examples: [{ en: 'The form has three fields now', fr: 'Le formulaire n’a plus que trois champs' }],
    },
    link: LINK,
    at: { type: 'string', format: 'date-time', description: 'When it was changed; now, when left out.' },
    closes: {
      type: 'boolean',
      default: true,
      description: 'Nothing more is to be done about it.',
    },
  },
  examples: [{ what: 'The form has three fields now', link: 'https://belvedere.example/news' }],
};

export const FEEDBACK_SCHEMA: JsonSchema = {
  title: 'Feedback',
  description: 'What a customer has answered to a survey, and what was done about it.',
  type: 'object',
  required: FEEDBACK_LIST.members,
  properties: {
    id: FEEDBACK_ID,
    survey: { type: 'string', description: 'The key of the survey.', examples: ['nps-onboarding'] },
    version: { type: 'integer', description: 'The published version of the survey.', examples: [2] },
    score: { type: 'integer', description: 'The answer, on the scale of the survey.', examples: [3] },
    comment: { ...TEXT_OR_NULL, description: 'What was added in words.', examples: ['The form is too long'] },
    customerId: {
      ...TEXT_OR_NULL,
      description: 'Your id of the customer; null where they were erased.',
      examples: ['c-1042'],
    },
    journey: {
      ...TEXT_OR_NULL,
      description: 'The key of the journey that has asked; null where it was deleted since.',
      examples: ['onboarding'],
    },
    step: { type: 'string', description: 'The step that has asked.', examples: ['ask'] },
    enrollmentId: {
      type: 'string',
      description: 'The passage in which it was asked.',
      examples: ['8812345678901000'],
    },
    state: {
      type: 'string',
      enum: FEEDBACK_STATES,
      description:
        'closed: a change was recorded that ends it. followed-up: it led to a journey. acknowledged: a message answers it.',
    },
    acknowledgement: {
      type: ['object', 'null'],
      description: 'What answers it; null where its survey asks for nothing.',
      required: ['messageId', 'template', 'channel', 'status', 'refusal', 'finishedAt'],
      properties: {
        messageId: { ...TEXT_OR_NULL, description: 'The message.', examples: ['8812345678904321'] },
        template: { ...TEXT_OR_NULL, description: 'What it says.', examples: ['thanks-promoter'] },
        channel: { ...TEXT_OR_NULL, description: 'How it goes out.', examples: ['email'] },
        status: {
          type: ['string', 'null'],
          enum: [...MESSAGE_STATUSES, null],
          description: 'Where it is on its way.',
        },
        refusal: {
          ...TEXT_OR_NULL,
          description: 'Why there is no message: a code such as consent-denied.',
          examples: [null],
        },
        finishedAt: { ...INSTANT_OR_NULL, description: 'When it was sent, failed or was withdrawn.' },
      },
      examples: [null],
    },
    followUp: {
      type: ['object', 'null'],
      description: 'Where it led; null where its survey leads nowhere.',
      required: ['journey', 'enrollmentId'],
      properties: {
        journey: {
          ...TEXT_OR_NULL,
          description: 'The journey; null where it was deleted since.',
          examples: ['detractor-follow-up'],
        },
        enrollmentId: {
          ...TEXT_OR_NULL,
          description: 'The passage; null where the journey did not let the customer in.',
          examples: ['8812345678905678'],
        },
      },
      examples: [null],
    },
    changes: {
      type: 'array',
      description: 'What was changed because of it, the first one first.',
      examples: [[]],
      items: {
        type: 'object',
        required: ['id', 'what', 'link', 'at', 'by'],
        properties: {
          id: { type: 'string', description: 'The change.', examples: ['8812345678907777'] },
          what: {
            ...LOCALISED_TEXT_SCHEMA,
            description: 'What was changed.',
            examples: ['The form has three fields now'],
          },
          link: { ...TEXT_OR_NULL, description: 'Where it can be seen.', examples: [null] },
          at: { type: 'string', format: 'date-time', description: 'When it was changed.' },
          by: { type: 'string', description: 'Who has recorded it.', examples: ['Grace'] },
        },
      },
    },
    answeredAt: { type: 'string', format: 'date-time', description: 'When it was answered.' },
    closedAt: { ...INSTANT_OR_NULL, description: 'When the change was recorded that ended it.' },
  },
};

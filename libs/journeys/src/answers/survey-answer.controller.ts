import { Controller, Get } from '@nestjs/common';
import { ApiOperation } from '@nestjs/swagger';
import { SURVEY_TYPE } from '@parcours/catalog';
import { ContentErrors, DraftService, KEY_PARAM } from '@parcours/content';
import {
  answerPage,
  Answers,
  type JsonSchema,
  type ListQuery,
  ListParams,
  PathParam,
  Refuses,
  Scope,
  Tag,
} from '@parcours/http';
import { formatInstant } from '@parcours/kernel';

import { ANSWER_LIST, type AnswerView, AnswerViews } from './answer-views.store.js';

const TEXT_OR_NULL = { type: ['string', 'null'] } as const;

const ANSWER_SCHEMA: JsonSchema = {
  title: 'Survey answer',
  description: 'What a customer has answered to a survey.',
  type: 'object',
  required: [
    'id',
    'customerId',
    'journey',
    'step',
    'enrollmentId',
    'version',
    'score',
    'comment',
    'answeredAt',
  ],
  properties: {
    id: { type: 'string', description: 'The id of the answer.', examples: ['8812345678901234'] },
    customerId: {
      ...TEXT_OR_NULL,
      description: 'Your id of the customer; null where they were erased.',
      examples: ['c-1042'],
    },
    journey: {
      ...TEXT_OR_NULL,
      description: 'The key of the journey that has asked; null where it was deleted since.',
      examples: ['welcome'],
    },
    step: { type: 'string', description: 'The step that has asked.', examples: ['ask'] },
    enrollmentId: {
      type: 'string',
      description: 'The passage in which it was asked.',
      examples: ['8812345678901000'],
    },
    version: { type: 'integer', description: 'The published version of the survey.', examples: [2] },
    score: { type: 'integer', description: 'The answer, on the scale of the survey.', examples: [9] },
    comment: { ...TEXT_OR_NULL, description: 'What was added in words.', examples: ['Quick and friendly'] },
    answeredAt: { type: 'string', format: 'date-time', description: 'When it was answered.' },
  },
};

@Tag('Surveys')
@Controller('surveys')
export class SurveyAnswerController {
  constructor(
    private readonly drafts: DraftService,
    private readonly answers: AnswerViews,
  ) {}

  @Get(':key/answers')
  @Scope('customers:read')
  @ApiOperation({
    summary: 'List the answers to a survey',
    description:
      'What customers have answered, the last ones first. Answers name customers, hence customers:read.',
  })
  @Refuses(ContentErrors.notFound)
  @Answers(200, ANSWER_SCHEMA, 'list')
  async list(@PathParam('key', KEY_PARAM) key: string, @ListParams(ANSWER_LIST) query: ListQuery) {
    await this.drafts.require({ type: SURVEY_TYPE.name, key });
    return answerPage(await this.answers.list(key, query), query, present);
  }
}

function present(view: AnswerView) {
  return {
    id: String(view.id),
    customerId: view.customer_key,
    journey: view.journey,
    step: view.step,
    enrollmentId: String(view.enrollment_id),
    version: view.survey_version,
    score: view.score,
    comment: view.comment,
    answeredAt: formatInstant(view.answered_at),
  };
}

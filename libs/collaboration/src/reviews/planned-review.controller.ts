import { Controller, Get } from '@nestjs/common';
import { ApiOperation } from '@nestjs/swagger';
import { answerPage, Answers, ListParams, type ListQuery, Scope, Tag } from '@parcours/http';

import { ReviewPlans } from './review-plan.service.js';
import { PLANNED_REVIEW_LIST } from './review-plan.store.js';
import { PLANNED_REVIEW_SCHEMA, presentPlanned } from './review.schema.js';

@Tag(
  'Reviews',
  'What is to be looked at again, over all content types. The plan of one thing, and its reviews, are beside the thing.',
)
@Controller('reviews')
export class PlannedReviewController {
  constructor(private readonly plans: ReviewPlans) {}

  @Get()
  @Scope('reviews:read')
  @ApiOperation({
    summary: 'List what is to be reviewed',
    description: 'Of every type, the earliest first; `due=true` for those whose time has come.',
  })
  @Answers(200, PLANNED_REVIEW_SCHEMA, 'list')
  async list(@ListParams(PLANNED_REVIEW_LIST) query: ListQuery) {
    return answerPage(await this.plans.list(query), query, (planned) =>
      presentPlanned(planned, this.plans.isDue(planned)),
    );
  }
}

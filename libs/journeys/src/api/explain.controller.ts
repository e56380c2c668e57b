import { Controller, Get } from '@nestjs/common';
import { ApiOperation } from '@nestjs/swagger';
import { AudienceErrors, CUSTOMER_ID_SCHEMA } from '@parcours/audience';
import { ContentErrors } from '@parcours/content';
import { Answers, PathParam, QueryParams, Refuses, Scope, Tag } from '@parcours/http';
import type { Language } from '@parcours/kernel';

import { presentExplanation, presentOverview } from '../explain/explain.presenter.js';
import { JourneyExplain } from '../explain/journey-explain.service.js';
import { EXPLAIN_QUERY_SCHEMA, EXPLANATION_SCHEMA } from './explain.schema.js';

interface ExplainQuery {
  readonly journey?: string;
  readonly locale: Language;
}

@Tag('Customers')
@Controller('customers')
export class ExplainController {
  constructor(private readonly explanations: JourneyExplain) {}

  @Get(':id/explain')
  @Scope('customers:read')
  @ApiOperation({
    summary: 'Explain why a customer is in a journey, or not',
    description:
      'Holds the customer as they are now against the journeys as they are published now, with the rules that lanes go by; ' +
      'nothing is written. With `journey`, one journey with what came of each trigger and whether each message step ' +
      'would send; without, where the customer stands in all of them. What a trigger was refused for is not on record: it ' +
      'is decided anew.',
  })
  @Refuses(AudienceErrors.customerNotFound, ContentErrors.notFound)
  @Answers(200, EXPLANATION_SCHEMA)
  async explain(
    @PathParam('id', CUSTOMER_ID_SCHEMA) id: string,
    @QueryParams(EXPLAIN_QUERY_SCHEMA) { journey, locale }: ExplainQuery,
  ) {
    if (journey === undefined) {
      return { data: presentOverview(id, await this.explanations.overview(id, locale), locale) };
    }
    return { data: presentExplanation(id, await this.explanations.journey(id, journey, locale), locale) };
  }
}

import { Controller, Get, HttpCode, Post } from '@nestjs/common';
import { ApiOperation } from '@nestjs/swagger';
import {
  answerPage,
  Answers,
  CurrentActor,
  Idempotent,
  JsonBody,
  type ListQuery,
  ListParams,
  PathParam,
  Refuses,
  Scope,
  Tag,
} from '@parcours/http';
import type { Actor } from '@parcours/kernel';

import { JourneyErrors } from '../journeys.errors.js';
import { OutsideCallOrders } from '../outside/outside-call-orders.service.js';
import {
  OUTSIDE_CALL_LIST,
  type OutsideCallView,
  OutsideCallViews,
} from '../outside/outside-call-view.store.js';
import { REASON_SCHEMA } from './operation.schema.js';
import { presentOutsideCall } from './outside-call.presenter.js';
import { OUTSIDE_CALL_ID, OUTSIDE_CALL_SCHEMA } from './outside-call.schema.js';

@Tag('Outside calls', 'Calls to other systems that journeys have made, or are about to make.')
@Controller('outside-calls')
export class OutsideCallController {
  constructor(
    private readonly calls: OutsideCallViews,
    private readonly orders: OutsideCallOrders,
  ) {}

  @Get()
  @Scope('enrollments:read')
  @ApiOperation({
    summary: 'List calls to other systems',
    description: 'The newest first: which step asked which system for what, and what came of it.',
  })
  @Answers(200, OUTSIDE_CALL_SCHEMA, 'list')
  async list(@ListParams(OUTSIDE_CALL_LIST) query: ListQuery) {
    return answerPage(await this.calls.list(query), query, presentOutsideCall);
  }

  @Get(':id')
  @Scope('enrollments:read')
  @ApiOperation({ summary: 'Read a call to another system', description: 'What has become of it, and why.' })
  @Refuses(JourneyErrors.outsideCallNotFound)
  @Answers(200, OUTSIDE_CALL_SCHEMA)
  async get(@PathParam('id', OUTSIDE_CALL_ID) id: string) {
    return { data: presentOutsideCall(await this.find(id)) };
  }

  @Post(':id/retry')
  @HttpCode(202)
  @Scope('enrollments:operate')
  @Idempotent()
  @ApiOperation({
    summary: 'Make a call at once, or once more',
    description:
      'One that waits for its next attempt is made at once. One that has failed is made anew, with the same Idempotency-Key; its customer has gone on and stays where they are.',
  })
  @Refuses(JourneyErrors.outsideCallNotFound, JourneyErrors.outsideCallOver)
  @Answers(202, OUTSIDE_CALL_SCHEMA)
  async retry(
    @PathParam('id', OUTSIDE_CALL_ID) id: string,
    @JsonBody(REASON_SCHEMA) { reason }: { reason: string },
    @CurrentActor() by: Actor,
  ) {
    await this.orders.retry(await this.find(id), { reason, by });
    return { data: presentOutsideCall(await this.find(id)) };
  }

  @Post(':id/give-up')
  @HttpCode(202)
  @Scope('enrollments:operate')
  @Idempotent()
  @ApiOperation({
    summary: 'Give a waiting call up',
    description: 'It is not made again: its customer goes on by the way of failures.',
  })
  @Refuses(JourneyErrors.outsideCallNotFound, JourneyErrors.outsideCallOver)
  @Answers(202, OUTSIDE_CALL_SCHEMA)
  async giveUp(
    @PathParam('id', OUTSIDE_CALL_ID) id: string,
    @JsonBody(REASON_SCHEMA) { reason }: { reason: string },
    @CurrentActor() by: Actor,
  ) {
    await this.orders.giveUp(await this.find(id), { reason, by });
    return { data: presentOutsideCall(await this.find(id)) };
  }

  private async find(id: string): Promise<OutsideCallView> {
    const call = /^\d{1,16}$/.test(id) ? await this.calls.find(Number(id)) : undefined;
    if (!call) throw JourneyErrors.outsideCallNotFound({ id });
    return call;
  }
}

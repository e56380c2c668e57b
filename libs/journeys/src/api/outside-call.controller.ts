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
import { type Actor, idOf, type JsonObject, parseInstant } from '@parcours/kernel';

import { OutsideCallCompletion } from '../completions/outside-call-completion.service.js';
import { JourneyErrors } from '../journeys.errors.js';
import { OutsideCallOrders } from '../outside/outside-call-orders.service.js';
import {
  OUTSIDE_CALL_LIST,
  type OutsideCallView,
  OutsideCallViews,
} from '../outside/outside-call-view.store.js';
import { REASON_SCHEMA } from './operation.schema.js';
import { presentOutsideCall } from './outside-call.presenter.js';
import { COMPLETION_SCHEMA, OUTSIDE_CALL_ID, OUTSIDE_CALL_SCHEMA } from './outside-call.schema.js';

interface CompletionBody {
  readonly outcome: string;
  readonly note?: string;
  readonly by?: string;
  readonly at?: string;
  readonly properties?: JsonObject;
  readonly traits?: JsonObject;
}

@Tag('Outside calls', 'Calls to other systems that journeys have made, or are about to make.')
@Controller('outside-calls')
export class OutsideCallController {
  constructor(
    private readonly calls: OutsideCallViews,
    private readonly orders: OutsideCallOrders,
    private readonly completions: OutsideCallCompletion,
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

  @Post(':id/complete')
  @HttpCode(202)
  @Scope('events:write')
  @Idempotent()
  @ApiOperation({
    summary: 'Tell what came of a call',
    description:
      'For systems without a connector: a person has done what the call asked for. Its step goes on by the outcome, the note is on the timeline, and the customer has the event that the step waits for (`action.completed` where it waits for none). Told once more, nothing happens; told differently, it is the event `action.corrected`.',
  })
  @Refuses(JourneyErrors.outsideCallNotFound)
  @Answers(202, OUTSIDE_CALL_SCHEMA)
  async complete(
    @PathParam('id', OUTSIDE_CALL_ID) id: string,
    @JsonBody(COMPLETION_SCHEMA) { at, ...told }: CompletionBody,
  ) {
    await this.completions.complete(await this.find(id), {
      ...told,
      at: at === undefined ? undefined : parseInstant(at),
    });
    return { data: presentOutsideCall(await this.find(id)) };
  }

  private async find(id: string): Promise<OutsideCallView> {
    const call = await this.calls.find(idOf(id));
    if (!call) throw JourneyErrors.outsideCallNotFound({ id });
    return call;
  }
}

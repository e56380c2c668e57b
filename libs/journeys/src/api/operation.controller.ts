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
import { type Actor, parseInstant } from '@parcours/kernel';

import { JourneyErrors } from '../journeys.errors.js';
import { EnrollmentOrders } from '../operations/enrollment-orders.service.js';
import { JourneyLookup } from '../operations/journey-lookup.store.js';
import type { EnrollmentFilter } from '../operations/operation.js';
import { OperationService } from '../operations/operation.service.js';
import { OPERATION_LIST } from '../operations/operation.store.js';
import { ENROLLMENT_ID } from './enrollment.schema.js';
import { presentOperation } from './operation.presenter.js';
import {
  BULK_COUNT_SCHEMA,
  BULK_PREVIEW_SCHEMA,
  BULK_SCHEMA,
  MOVE_SCHEMA,
  OPERATION_ID,
  OPERATION_SCHEMA,
  REASON_SCHEMA,
} from './operation.schema.js';

/** Times as they are sent. */
interface SentFilter extends Omit<EnrollmentFilter, 'waitingBefore' | 'enteredBefore' | 'customers'> {
  readonly customerIds?: readonly string[];
  readonly waitingBefore?: string;
  readonly enteredBefore?: string;
}

interface BulkBody {
  readonly journey: string;
  readonly filter: SentFilter;
  readonly action: 'exit' | 'move' | 'skip' | 'retry';
  readonly step?: string;
  readonly reason: string;
}

@Tag('Operations', 'What is done with enrollments by hand, one or many.')
@Controller()
export class OperationController {
  constructor(
    private readonly orders: EnrollmentOrders,
    private readonly operations: OperationService,
    private readonly journeys: JourneyLookup,
  ) {}

  @Post('enrollments/:id/exit')
  @HttpCode(202)
  @Scope('enrollments:operate')
  @Idempotent()
  @ApiOperation({
    summary: 'Take a customer out',
    description: 'The enrollment ends where it stands; a message that no provider has yet is withdrawn.',
  })
  @Refuses(JourneyErrors.enrollmentNotFound, JourneyErrors.enrollmentEnded)
  @Answers(202, OPERATION_SCHEMA)
  async exit(
    @PathParam('id', ENROLLMENT_ID) id: string,
    @JsonBody(REASON_SCHEMA) { reason }: { reason: string },
    @CurrentActor() by: Actor,
  ) {
    return { data: presentOperation(await this.orders.order(id, { action: 'exit', reason, by })) };
  }

  @Post('enrollments/:id/move')
  @HttpCode(202)
  @Scope('enrollments:operate')
  @Idempotent()
  @ApiOperation({
    summary: 'Move an enrollment to a step',
    description:
      'To a step of the version that it is pinned to, and on from there. What was queued before is sent.',
  })
  @Refuses(
    JourneyErrors.enrollmentNotFound,
    JourneyErrors.enrollmentEnded,
    JourneyErrors.paused,
    JourneyErrors.stepUnknown,
  )
  @Answers(202, OPERATION_SCHEMA)
  async move(
    @PathParam('id', ENROLLMENT_ID) id: string,
    @JsonBody(MOVE_SCHEMA) { step, reason }: { step: string; reason: string },
    @CurrentActor() by: Actor,
  ) {
    return { data: presentOperation(await this.orders.order(id, { action: 'move', step, reason, by })) };
  }

  @Post('enrollments/:id/skip')
  @HttpCode(202)
  @Scope('enrollments:operate')
  @Idempotent()
  @ApiOperation({
    summary: 'End the wait of an enrollment',
    description:
      'It goes where time would have led it: a wait to its next step, a wait for events to its time-out.',
  })
  @Refuses(
    JourneyErrors.enrollmentNotFound,
    JourneyErrors.enrollmentEnded,
    JourneyErrors.paused,
    JourneyErrors.nothingToSkip,
  )
  @Answers(202, OPERATION_SCHEMA)
  async skip(
    @PathParam('id', ENROLLMENT_ID) id: string,
    @JsonBody(REASON_SCHEMA) { reason }: { reason: string },
    @CurrentActor() by: Actor,
  ) {
    return { data: presentOperation(await this.orders.order(id, { action: 'skip', reason, by })) };
  }

  @Post('enrollments/:id/retry')
  @HttpCode(202)
  @Scope('enrollments:operate')
  @Idempotent()
  @ApiOperation({
    summary: 'Try again what failed for an enrollment',
    description: 'Its messages that were given up are sent, and what could not be worked is worked at once.',
  })
  @Refuses(JourneyErrors.enrollmentNotFound, JourneyErrors.paused)
  @Answers(202, OPERATION_SCHEMA)
  async retry(
    @PathParam('id', ENROLLMENT_ID) id: string,
    @JsonBody(REASON_SCHEMA) { reason }: { reason: string },
    @CurrentActor() by: Actor,
  ) {
    return { data: presentOperation(await this.orders.order(id, { action: 'retry', reason, by })) };
  }

  @Post('enrollments/bulk/preview')
  @HttpCode(200)
  @Scope('enrollments:operate')
  @ApiOperation({
    summary: 'Count whom a bulk operation would be about',
    description: 'Changes nothing.',
  })
  @Refuses(JourneyErrors.unknown)
  @Answers(200, BULK_COUNT_SCHEMA)
  async preview(@JsonBody(BULK_PREVIEW_SCHEMA) body: Pick<BulkBody, 'journey' | 'filter'>) {
    const { id } = await this.journeys.require(body.journey);
    return { data: { matching: await this.operations.count(id, await this.filterOf(body.filter)) } };
  }

  @Post('enrollments/bulk')
  @HttpCode(202)
  @Scope('enrollments:operate')
  @Idempotent()
  @ApiOperation({
    summary: 'Do something with many enrollments',
    description:
      'With those of a journey that were under way at the time of the request. Answered once it is on disk; GET /operations/:id tells how far it has come.',
  })
  @Refuses(JourneyErrors.unknown)
  @Answers(202, OPERATION_SCHEMA)
  async bulk(@JsonBody(BULK_SCHEMA) body: BulkBody, @CurrentActor() by: Actor) {
    const { action, step, reason } = body;
    const journey = await this.journeys.require(body.journey);
    const order = { action, filter: await this.filterOf(body.filter), ...(step !== undefined && { step }) };
    return { data: presentOperation(await this.operations.start({ journey, body: order, reason, by })) };
  }

  @Get('operations')
  @Scope('enrollments:read')
  @ApiOperation({ summary: 'List operations', description: 'The latest first, with how far each has come.' })
  @Answers(200, OPERATION_SCHEMA, 'list')
  async list(@ListParams(OPERATION_LIST) query: ListQuery) {
    return answerPage(await this.operations.list(query), query, presentOperation);
  }

  @Get('operations/:id')
  @Scope('enrollments:read')
  @ApiOperation({
    summary: 'Read how an operation goes',
    description: 'How many enrollments it is about, and how many have done it.',
  })
  @Refuses(JourneyErrors.operationNotFound)
  @Answers(200, OPERATION_SCHEMA)
  async get(@PathParam('id', OPERATION_ID) id: string) {
    if (!/^\d{1,16}$/.test(id)) throw JourneyErrors.operationNotFound({ id });
    return { data: presentOperation(await this.operations.get(Number(id))) };
  }

  private async filterOf({
    waitingBefore,
    enteredBefore,
    customerIds,
    ...rest
  }: SentFilter): Promise<EnrollmentFilter> {
    const [waiting, entered] = [waitingBefore, enteredBefore].map((text) => text && parseInstant(text));
    return {
      ...rest,
      ...(typeof waiting === 'number' && { waitingBefore: waiting }),
      ...(typeof entered === 'number' && { enteredBefore: entered }),
      ...(customerIds && { customers: await this.operations.customersOf(customerIds) }),
    };
  }
}

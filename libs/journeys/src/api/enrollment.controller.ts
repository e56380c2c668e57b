import { Controller, Get } from '@nestjs/common';
import { ApiOperation } from '@nestjs/swagger';
import { CUSTOMER_ID_SCHEMA } from '@parcours/audience';
import { type ExplainLocale, nextSignals } from '@parcours/engine';
import {
  answerPage,
  Answers,
  type ListQuery,
  ListParams,
  PathParam,
  QueryParams,
  Refuses,
  Scope,
  Tag,
} from '@parcours/http';
import { formatInstant, idOf } from '@parcours/kernel';
import { EnrollmentMessages } from '@parcours/messaging';

import { historyOf } from '../enrollments/enrollment-history.js';
import { StepCatalogue } from '../templates/step-catalogue.service.js';
import { toEnrollment } from '../enrollments/enrollment.store.js';
import {
  ENROLLMENT_LIST,
  type EnrollmentView,
  EnrollmentViews,
} from '../enrollments/enrollment-view.store.js';
import { JourneyErrors } from '../journeys.errors.js';
import {
  ENROLLMENT_ID,
  ENROLLMENT_SCHEMA,
  HISTORY_QUERY_SCHEMA,
  HISTORY_SCHEMA,
} from './enrollment.schema.js';

@Tag('Enrollments', 'Passages of customers through journeys.')
@Controller()
export class EnrollmentController {
  constructor(
    private readonly enrollments: EnrollmentViews,
    private readonly messages: EnrollmentMessages,
    private readonly steps: StepCatalogue,
  ) {}

  @Get('enrollments')
  @Scope('enrollments:read')
  @ApiOperation({
    summary: 'List enrollments',
    description: 'Passages of customers through journeys: where each stands, and what it waits for.',
  })
  @Answers(200, ENROLLMENT_SCHEMA, 'list')
  async list(@ListParams(ENROLLMENT_LIST) query: ListQuery) {
    return answerPage(await this.enrollments.list(query), query, present);
  }

  @Get('enrollments/:id')
  @Scope('enrollments:read')
  @ApiOperation({
    summary: 'Read an enrollment',
    description: 'It says where it stands and what it waits for.',
  })
  @Refuses(JourneyErrors.enrollmentNotFound)
  @Answers(200, ENROLLMENT_SCHEMA)
  async get(@PathParam('id', ENROLLMENT_ID) id: string) {
    return { data: present(await this.find(id)) };
  }

  @Get('enrollments/:id/history')
  @Scope('enrollments:read')
  @ApiOperation({
    summary: 'Read the history of an enrollment',
    description:
      'What happened and why, the earliest first: steps with what decided, messages, goals, and last what it waits for; in ' +
      'codes and in words.',
  })
  @Refuses(JourneyErrors.enrollmentNotFound)
  @Answers(200, HISTORY_SCHEMA)
  async history(
    @PathParam('id', ENROLLMENT_ID) id: string,
    @QueryParams(HISTORY_QUERY_SCHEMA) { locale }: { locale: ExplainLocale },
  ) {
    const enrollment = await this.find(id);
    const { id: enrollmentId, version } = enrollment;
    const [records, goals, messages] = await Promise.all([
      this.enrollments.history(enrollmentId),
      this.enrollments.goals(enrollmentId),
      this.messages.of(enrollmentId),
    ]);
    const past = { enrollment: toEnrollment(enrollment), version, records, messages, goals };
    return { data: historyOf(past, locale, this.steps.types()) };
  }

  @Get('customers/:id/enrollments')
  @Scope('enrollments:read')
  @ApiOperation({
    summary: "List a customer's enrollments",
    description: 'As the list of all enrollments. A customer who is not known has none.',
  })
  @Answers(200, ENROLLMENT_SCHEMA, 'list')
  async listOfCustomer(
    @PathParam('id', CUSTOMER_ID_SCHEMA) id: string,
    @ListParams(ENROLLMENT_LIST) query: ListQuery,
  ) {
    return answerPage(await this.enrollments.list(query, id), query, present);
  }

  private async find(id: string): Promise<EnrollmentView> {
    const found = await this.enrollments.find(idOf(id));
    if (!found) throw JourneyErrors.enrollmentNotFound({ id });
    return found;
  }
}

function present(view: EnrollmentView) {
  const { state, entryKey } = toEnrollment(view);
  const { events, message, call, dueAt } = nextSignals(state);
  return {
    id: String(view.id),
    customerId: view.customer_key,
    journey: view.journey,
    version: view.version,
    entryKey,
    state: state.status,
    step: state.step,
    waitsFor:
      state.waiting === null
        ? null
        : { for: state.waiting.for, events, messageOutcome: message, answer: call },
    waitingSince: state.waiting === null ? null : formatInstant(state.waiting.since),
    held: view.held_due_at !== null,
    failure: view.failure,
    dueAt: dueAt === null ? null : formatInstant(dueAt),
    context: state.context,
    enteredAt: formatInstant(state.enteredAt),
    endedAt: state.endedAt === null ? null : formatInstant(state.endedAt),
    endReason: state.endReason,
    goals: state.progress.goals ?? [],
    heldOut: state.progress.isHeldOut ?? false,
  };
}

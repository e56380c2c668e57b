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
import { type Actor, formatInstant, idOf, type LocalisedText, parseInstant } from '@parcours/kernel';
import { MESSAGE_STATUSES } from '@parcours/messaging';

import { JourneyErrors } from '../journeys.errors.js';
import { FEEDBACK_CHANGE_SCHEMA, FEEDBACK_ID, FEEDBACK_SCHEMA } from './feedback.schema.js';
import { FeedbackService } from './feedback.service.js';
import { FEEDBACK_LIST, type FeedbackView, FeedbackViews } from './feedback-view.store.js';

interface ChangeBody {
  readonly what: LocalisedText;
  readonly link?: string;
  readonly at?: string;
  readonly closes?: boolean;
}

@Tag('Feedback', 'What customers have said, and what was done about it.')
@Controller('feedback')
export class FeedbackController {
  constructor(
    private readonly views: FeedbackViews,
    private readonly feedback: FeedbackService,
  ) {}

  @Get()
  @Scope('feedback:read')
  @ApiOperation({
    summary: 'List feedback',
    description: 'Answers to all surveys, the last ones first, with what was done about each.',
  })
  @Answers(200, FEEDBACK_SCHEMA, 'list')
  async list(@ListParams(FEEDBACK_LIST) query: ListQuery) {
    return answerPage(await this.views.list(query), query, present);
  }

  @Get(':id')
  @Scope('feedback:read')
  @ApiOperation({ summary: 'Read feedback', description: 'What was said, and what was done about it.' })
  @Refuses(JourneyErrors.feedbackNotFound)
  @Answers(200, FEEDBACK_SCHEMA)
  async get(@PathParam('id', FEEDBACK_ID) id: string) {
    return { data: present(await this.find(id)) };
  }

  @Post(':id/changes')
  @HttpCode(201)
  @Scope('feedback:write')
  @Idempotent()
  @ApiOperation({
    summary: 'Record a change',
    description:
      'What was changed because of the answer. The event feedback.changed tells the customer, so that journeys can.',
  })
  @Refuses(JourneyErrors.feedbackNotFound)
  @Answers(201, FEEDBACK_SCHEMA)
  async change(
    @PathParam('id', FEEDBACK_ID) id: string,
    @JsonBody(FEEDBACK_CHANGE_SCHEMA) { at, closes = true, ...change }: ChangeBody,
    @CurrentActor() by: Actor,
  ) {
    const changedAt = at === undefined ? undefined : parseInstant(at);
    const dated = { ...change, closes, ...(changedAt !== undefined && { at: changedAt }) };
    await this.feedback.change(await this.find(id), dated, by);
    return { data: present(await this.find(id)) };
  }

  private async find(id: string): Promise<FeedbackView> {
    const found = await this.views.find(idOf(id));
    if (!found) throw JourneyErrors.feedbackNotFound({ id });
    return found;
  }
}

function present(view: FeedbackView) {
  const { survey, score, comment, journey, step, state } = view;
  return {
    id: String(view.id),
    survey,
    version: view.survey_version,
    score,
    comment,
    customerId: view.customer_key,
    journey,
    step,
    enrollmentId: String(view.enrollment_id),
    state,
    acknowledgement: acknowledgementOf(view),
    followUp:
      view.leads_to === null
        ? null
        : {
            journey: view.leads_to_key,
            enrollmentId: view.followUp === undefined ? null : String(view.followUp),
          },
    changes: view.changes.map(({ id, what, link, at, by }) => ({
      id: String(id),
      what,
      link,
      at: formatInstant(at),
      by,
    })),
    answeredAt: formatInstant(view.answered_at),
    closedAt: view.closed_at === null ? null : formatInstant(view.closed_at),
  };
}

function acknowledgementOf(view: FeedbackView) {
  const { acknowledged_by: message, refusal, message_status: status, message_finished_at: finished } = view;
  if (message === null && refusal === null) return null;
  return {
    messageId: message === null ? null : String(message),
    template: view.message_template,
    channel: view.message_channel,
    status: status === null ? null : (MESSAGE_STATUSES[status] ?? null),
    refusal,
    finishedAt: finished === null ? null : formatInstant(finished),
  };
}

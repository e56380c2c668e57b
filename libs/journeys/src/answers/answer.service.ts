import { Injectable } from '@nestjs/common';
import { Database } from '@parcours/database';
import { CHOICE_EVENT, SURVEY_EVENT } from '@parcours/engine';
import { type AnswerEntry, type EventEntry, InboxStore, LANE_JOB } from '@parcours/events';
import { JobRunner } from '@parcours/jobs';
import { Clock, type JsonObject } from '@parcours/kernel';

import { AnswerStore, type NewAnswer } from './answer.store.js';
import type { AskedVisit } from './asked-visits.service.js';

/** An answer to the question of a survey, of a published version of it. */
export interface SurveyReply {
  readonly key: string;
  readonly version: number;
  readonly score: number;
  readonly comment?: string;
}

/** Takes answers: kept, and told to the journey by an event that is on disk with them. */
@Injectable()
export class AnswerService {
  constructor(
    private readonly database: Database,
    private readonly answers: AnswerStore,
    private readonly inbox: InboxStore,
    private readonly jobs: JobRunner,
    private readonly clock: Clock,
  ) {}

  /** False where the question is answered already: that answer stays. */
  choose(visit: AskedVisit, option: string): Promise<boolean> {
    return this.give(visit, { choice: option }, { name: CHOICE_EVENT, properties: { option } });
  }

  /** False where the question is answered already: that answer stays. */
  answer(visit: AskedVisit, survey: SurveyReply): Promise<boolean> {
    const { key, ...said } = survey;
    return this.give(visit, { survey }, { name: SURVEY_EVENT, properties: { survey: key, ...said } });
  }

  private async give(
    { asked, customer, enrollment }: AskedVisit,
    answer: Pick<NewAnswer, 'choice' | 'survey'>,
    { name, properties }: { name: string; properties: JsonObject },
  ): Promise<boolean> {
    const { enrollmentId, step, visit } = asked;
    const now = this.clock.now();
    const { journey } = enrollment;
    const entry: EventEntry = {
      kind: 'event',
      customerKey: customer.externalId,
      name,
      messageId: undefined,
      occurredAt: now,
      properties: { ...properties, journey, step, enrollment: String(enrollmentId) },
      traits: undefined,
    };
    const lanes = await this.database.transaction(async ({ sql }) => {
      const answerId = await this.answers.add(sql, {
        enrollmentId,
        visit,
        step,
        customerId: customer.id,
        journeyId: enrollment.journey_id,
        answeredAt: now,
        ...answer,
      });
      if (answerId === undefined) return undefined;
      const acknowledged =
        answer.survey && acknowledgementOf(answer.survey, { answerId, entry, asked, journey });
      const { rows, lanes: told } = this.inbox.rowsOf([entry, ...(acknowledged ? [acknowledged] : [])]);
      await this.inbox.insert(sql, rows);
      return told;
    });
    if (lanes) this.jobs.wake(LANE_JOB, [...lanes].map(String));
    return lanes !== undefined;
  }
}

/** Lies behind the event of its answer, so that the journey has gone on by then. */
function acknowledgementOf(
  { key, score, comment }: NonNullable<NewAnswer['survey']>,
  {
    answerId,
    entry: { customerKey, occurredAt },
    asked: { enrollmentId, step, visit },
    journey,
  }: {
    readonly answerId: number;
    readonly entry: EventEntry;
    readonly asked: AskedVisit['asked'];
    readonly journey: string | null;
  },
): AnswerEntry | undefined {
  if (journey === null) return undefined;
  return {
    kind: 'answer',
    ...{ customerKey, answerId, enrollmentId, journey, step, visit, occurredAt },
    ...{ survey: key, score, ...(comment !== undefined && { comment }) },
  };
}

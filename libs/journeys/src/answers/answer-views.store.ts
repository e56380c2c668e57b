import { Injectable } from '@nestjs/common';
import { Database } from '@parcours/database';
import { type ListQuery, type ListSpec, type Page, selectPage } from '@parcours/http';

/** An answer to a survey as people look at it, with keys in place of ids. */
export interface AnswerView {
  readonly id: number;
  readonly enrollment_id: number;
  /** Null where the customer was erased. */
  readonly customer_key: string | null;
  /** Null where the journey was deleted since. */
  readonly journey: string | null;
  readonly step: string;
  readonly survey_version: number;
  readonly score: number;
  readonly comment: string | null;
  readonly answered_at: number;
}

const COLUMNS = `a.id, a.enrollment_id, a.step, a.survey_version, a.score, a.comment, a.answered_at,
  c.external_id AS customer_key, j.item_key AS journey`;

const FROM = `answers a
  LEFT JOIN customers c ON c.id = a.customer_id
  LEFT JOIN content_items j ON j.id = a.journey_id`;

export const ANSWER_LIST: ListSpec = {
  name: 'survey answers',
  fields: {
    id: { expression: 'a.id', type: 'id' },
    customerId: { expression: 'c.external_id', type: 'text', nullable: true },
    journey: { expression: 'j.item_key', type: 'text', nullable: true },
    step: { expression: 'a.step', type: 'text' },
    version: { expression: 'a.survey_version', type: 'integer' },
    score: { expression: 'a.score', type: 'integer' },
    answeredAt: { expression: 'a.answered_at', type: 'instant' },
  },
  members: [
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
  defaultSort: '-id',
  unique: 'id',
};

/** Answers to surveys, for people to look at. */
@Injectable()
export class AnswerViews {
  constructor(private readonly database: Database) {}

  list(survey: string, query: ListQuery): Promise<Page<AnswerView>> {
    return selectPage<AnswerView>(this.database.sql, {
      query,
      columns: COLUMNS,
      from: FROM,
      where: 'a.survey = ?',
      parameters: [survey],
    });
  }
}

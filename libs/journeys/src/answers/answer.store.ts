import { Injectable } from '@nestjs/common';
import type { Sql } from '@parcours/database';
import { IdGenerator } from '@parcours/kernel';

import type { HandledAnswer } from './answer.js';

/** What a customer has answered to a step that asks: an option, or a score. Times in milliseconds since the epoch. */
export interface NewAnswer {
  readonly enrollmentId: number;
  readonly visit: number;
  readonly customerId: number;
  readonly journeyId: number;
  readonly step: string;
  readonly choice?: string;
  readonly survey?: {
    readonly key: string;
    readonly version: number;
    readonly score: number;
    readonly comment?: string;
  };
  readonly answeredAt: number;
}

/** As much of an answer as its page tells. */
export interface GivenAnswer {
  readonly choice: string | null;
  readonly score: number | null;
}

/** Answers that customers give on the pages of their links: one for each visit of a step. */
@Injectable()
export class AnswerStore {
  constructor(private readonly ids: IdGenerator) {}

  /** Its id; `undefined` where the visit is answered already: that answer stays. */
  async add(sql: Sql, { survey, ...answer }: NewAnswer): Promise<number | undefined> {
    const id = this.ids.next();
    const added = await sql.insert({
      table: 'answers',
      columns: [
        'id',
        'enrollment_id',
        'visit',
        'customer_id',
        'journey_id',
        'step',
        'choice',
        'survey',
        'survey_version',
        'score',
        'comment',
        'answered_at',
      ],
      rows: [
        [
          id,
          answer.enrollmentId,
          answer.visit,
          answer.customerId,
          answer.journeyId,
          answer.step,
          answer.choice ?? null,
          survey?.key ?? null,
          survey?.version ?? null,
          survey?.score ?? null,
          survey?.comment ?? null,
          answer.answeredAt,
        ],
      ],
      onDuplicate: 'ignore',
    });
    return added > 0 ? id : undefined;
  }

  /** One statement, and none where nothing was done about any. */
  async noteHandled(sql: Sql, handled: readonly HandledAnswer[]): Promise<void> {
    const rows = handled.flatMap(({ answerId, acknowledgedBy, refusal, leadsTo }) =>
      acknowledgedBy === undefined && refusal === undefined && leadsTo === undefined
        ? []
        : [[answerId, acknowledgedBy ?? null, refusal ?? null, leadsTo ?? null]],
    );
    if (rows.length === 0) return;
    const columns = { acknowledged_by: 'BIGINT', refusal: 'VARCHAR(100)', leads_to: 'BIGINT' };
    await sql.updateEach({ table: 'answers', key: 'id', columns, rows });
  }

  async find(sql: Sql, enrollmentId: number, visit: number): Promise<GivenAnswer | undefined> {
    const [row] = await sql.select<GivenAnswer>(
      'SELECT choice, score FROM answers WHERE enrollment_id = ? AND visit = ?',
      [enrollmentId, visit],
    );
    return row;
  }
}

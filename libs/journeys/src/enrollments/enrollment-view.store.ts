import { Injectable } from '@nestjs/common';
import { CURRENT_CUSTOMER } from '@parcours/audience';
import { Database } from '@parcours/database';
import type { StepRecord } from '@parcours/engine';
import { type ListQuery, type ListSpec, type Page, selectPage } from '@parcours/http';
import type { JsonObject } from '@parcours/kernel';

import type { KeptGoal } from './enrollment-history.js';
import { WAITS_FOR } from '../operations/operation.js';
import { ENROLLMENT_COLUMNS, type EnrollmentRow } from './enrollment.store.js';

/** An enrollment as people look at it, with keys in place of ids. */
export interface EnrollmentView extends EnrollmentRow {
  readonly customer_key: string;
  /** Null where the journey was deleted since. */
  readonly journey: string | null;
  readonly version: number;
}

const COLUMNS = `${ENROLLMENT_COLUMNS.map((column) => `e.${column}`).join(', ')}, c.external_id AS customer_key,
  j.item_key AS journey, v.number AS version`;

const FROM = `enrollments e
  JOIN customers c ON c.id = e.customer_id
  LEFT JOIN content_items j ON j.id = e.journey_id
  JOIN content_versions v ON v.id = e.version_id`;

export const ENROLLMENT_LIST: ListSpec = {
  name: 'enrollments',
  fields: {
    id: { expression: 'e.id', type: 'id' },
    customerId: { expression: 'c.external_id', type: 'text' },
    journey: { expression: 'j.item_key', type: 'text' },
    version: { expression: 'v.number', type: 'integer' },
    state: {
      expression: "CASE e.is_active WHEN 1 THEN 'active' ELSE 'ended' END",
      type: 'enum',
      values: ['active', 'ended'],
    },
    step: { expression: 'e.step', type: 'text', nullable: true },
    endReason: { expression: 'e.end_reason', type: 'text', nullable: true },
    waitsFor: {
      expression: 'e.waiting',
      json: 'for',
      type: 'enum',
      values: WAITS_FOR,
      nullable: true,
      unsortable: true,
    },
    waitingSince: {
      expression: 'e.waiting',
      json: 'since',
      type: 'instant',
      nullable: true,
      unsortable: true,
    },
    held: { expression: '(e.held_due_at IS NOT NULL)', type: 'boolean', unsortable: true },
    failure: { expression: 'e.failure', type: 'text', nullable: true, unsortable: true },
    dueAt: { expression: 'e.due_at', type: 'instant', nullable: true },
    enteredAt: { expression: 'e.entered_at', type: 'instant' },
    endedAt: { expression: 'e.ended_at', type: 'instant', nullable: true },
  },
  members: [
    'id',
    'customerId',
    'journey',
    'version',
    'entryKey',
    'state',
    'step',
    'waitsFor',
    'waitingSince',
    'held',
    'failure',
    'dueAt',
    'context',
    'enteredAt',
    'endedAt',
    'endReason',
    'goals',
    'heldOut',
  ],
  defaultSort: '-id',
  unique: 'id',
};

interface RecordRow {
  visit: number;
  step: string;
  type: string;
  at: number;
  code: string;
  detail: string | null;
}

/** Enrollments and their history, for people to look at. */
@Injectable()
export class EnrollmentViews {
  constructor(private readonly database: Database) {}

  /** All of them, or one customer's. */
  async list(query: ListQuery, customerKey?: string): Promise<Page<EnrollmentView>> {
    const confined = customerKey === undefined ? {} : { where: CURRENT_CUSTOMER, parameters: [customerKey] };
    return selectPage<EnrollmentView>(this.database.sql, {
      query,
      columns: COLUMNS,
      from: FROM,
      ...confined,
    });
  }

  async find(id: number): Promise<EnrollmentView | undefined> {
    const text = `SELECT ${COLUMNS} FROM ${FROM} WHERE e.id = ?`;
    const [row] = await this.database.sql.select<EnrollmentView>(text, [id]);
    return row;
  }

  /** The goals that an enrollment has reached, the earliest first. */
  async goals(id: number): Promise<KeptGoal[]> {
    return this.database.sql.select<KeptGoal>(
      'SELECT goal, reached_at AS at, value, credit_step AS creditStep FROM enrollment_goals WHERE enrollment_id = ? ORDER BY reached_at',
      [id],
    );
  }

  /** The steps that an enrollment has left, in order. */
  async history(id: number): Promise<StepRecord[]> {
    const rows = await this.database.sql.select<RecordRow>(
      'SELECT visit, step, type, at, code, detail FROM enrollment_steps WHERE enrollment_id = ? ORDER BY visit',
      [id],
    );
    return rows.map(({ detail, ...record }) => ({
      ...record,
      detail: detail === null ? undefined : (JSON.parse(detail) as JsonObject),
    }));
  }
}

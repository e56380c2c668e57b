import { Injectable } from '@nestjs/common';
import type { Sql } from '@parcours/database';
import type { Progress, Waiting } from '@parcours/engine';
import type { JsonObject } from '@parcours/kernel';

import type { Enrollment, EnrollmentRecord, PastEnrollment, ReachedGoal } from './enrollment.js';

export interface EnrollmentRow {
  id: number;
  lane: number;
  customer_id: number;
  journey_id: number;
  version_id: number;
  entry_key: string;
  is_active: number;
  step: string | null;
  visit: number;
  due_at: number | null;
  waiting: string | null;
  context: string;
  entered_at: number;
  ended_at: number | null;
  end_reason: string | null;
  progress: string | null;
  held_due_at: number | null;
  failure: string | null;
}

export const ENROLLMENT_COLUMNS = [
  'id',
  'lane',
  'customer_id',
  'journey_id',
  'version_id',
  'entry_key',
  'is_active',
  'step',
  'visit',
  'due_at',
  'waiting',
  'context',
  'entered_at',
  'ended_at',
  'end_reason',
  'progress',
  'held_due_at',
  'failure',
] as const;

const BY_CUSTOMER = 'ix_enrollments_customer';

const SELECT = `SELECT ${ENROLLMENT_COLUMNS.join(', ')} FROM enrollments`;

/** What a passage changes; the rest of the row never does. */
const CHANGING = [
  'is_active',
  'step',
  'visit',
  'due_at',
  'waiting',
  'context',
  'ended_at',
  'end_reason',
  'progress',
  'held_due_at',
  'failure',
];

/** Whose ended enrollments, in which journeys, begun since when (milliseconds since the epoch). */
export interface EndedRequest {
  readonly customerIds: readonly number[];
  readonly journeyIds: readonly number[];
  readonly since: number;
}

/** Enrollments by the batch, for lanes. */
@Injectable()
export class EnrollmentStore {
  /** Those of a lane whose time has come, longest overdue first. */
  async due(
    sql: Sql,
    { lane, now, limit }: { lane: number; now: number; limit: number },
  ): Promise<Enrollment[]> {
    const rows = await sql.select<EnrollmentRow>(
      `${SELECT} WHERE lane = ? AND due_at <= ? ORDER BY due_at LIMIT ?`,
      [lane, now, limit],
    );
    return rows.map(toEnrollment);
  }

  /** The id of what `due` would answer first, without a look at its content. */
  async firstDueId(sql: Sql, lane: number, now: number): Promise<number | undefined> {
    const [row] = await sql.select<{ id: number }>(
      'SELECT id FROM enrollments WHERE lane = ? AND due_at <= ? ORDER BY due_at LIMIT 1',
      [lane, now],
    );
    return row?.id;
  }

  async activeOf(sql: Sql, customerIds: readonly number[]): Promise<Enrollment[]> {
    if (customerIds.length === 0) return [];
    const rows = await sql.select<EnrollmentRow>(
      `${SELECT}${sql.byIndex(BY_CUSTOMER)} WHERE customer_id IN (?) AND is_active = 1`,
      [customerIds],
    );
    return rows.map(toEnrollment);
  }

  /** Ended enrollments of these customers in these journeys, the last one of each entry key. */
  async pastOf(
    sql: Sql,
    customerIds: readonly number[],
    journeyIds: readonly number[],
  ): Promise<PastEnrollment[]> {
    if (customerIds.length === 0 || journeyIds.length === 0) return [];
    return sql.select<PastEnrollment>(
      `SELECT customer_id AS customerId, journey_id AS journeyId, entry_key AS entryKey, MAX(ended_at) AS endedAt
       FROM enrollments${sql.byIndex(BY_CUSTOMER)}
       WHERE customer_id IN (?) AND is_active = 0 AND journey_id IN (?)
       GROUP BY customer_id, journey_id, entry_key`,
      [customerIds, journeyIds],
    );
  }

  /** Ended enrollments of these customers in these journeys that began since: a goal may still be reached for them. */
  async endedOf(sql: Sql, { customerIds, journeyIds, since }: EndedRequest): Promise<Enrollment[]> {
    if (customerIds.length === 0 || journeyIds.length === 0) return [];
    const rows = await sql.select<EnrollmentRow>(
      `${SELECT}${sql.byIndex(BY_CUSTOMER)}
       WHERE customer_id IN (?) AND is_active = 0 AND journey_id IN (?) AND entered_at >= ?`,
      [customerIds, journeyIds, since],
    );
    return rows.map(toEnrollment);
  }

  /** A goal counts once per enrollment: one that is there already stays as it is. */
  async addGoals(sql: Sql, goals: readonly ReachedGoal[]): Promise<void> {
    if (goals.length === 0) return;
    await sql.insert({
      table: 'enrollment_goals',
      columns: [
        'enrollment_id',
        'goal',
        'journey_id',
        'version_id',
        'customer_id',
        'reached_at',
        'value',
        'credit_step',
        'credit_visit',
      ],
      rows: goals.map(({ enrollment, goal, value, at, credit }) => [
        enrollment.id,
        goal,
        enrollment.journeyId,
        enrollment.versionId,
        enrollment.customerId,
        at,
        value,
        credit?.step ?? null,
        credit?.visit ?? null,
      ]),
      onDuplicate: 'ignore',
    });
  }

  /** Writes new and changed enrollments in one statement. */
  async save(sql: Sql, enrollments: readonly Enrollment[]): Promise<void> {
    if (enrollments.length === 0) return;
    await sql.insert({
      table: 'enrollments',
      columns: ENROLLMENT_COLUMNS,
      rows: enrollments.map(({ state, heldDueAt, failure, ...enrollment }) => [
        enrollment.id,
        enrollment.lane,
        enrollment.customerId,
        enrollment.journeyId,
        enrollment.versionId,
        enrollment.entryKey,
        state.status === 'active',
        state.step,
        state.visit,
        state.dueAt,
        state.waiting === null ? null : JSON.stringify(state.waiting),
        JSON.stringify(state.context),
        state.enteredAt,
        state.endedAt,
        state.endReason,
        isEmpty(state.progress) ? null : JSON.stringify(state.progress),
        state.status === 'active' ? (heldDueAt ?? null) : null,
        state.status === 'active' ? (failure ?? null) : null,
      ]),
      onDuplicate: { update: CHANGING },
    });
  }

  async addRecords(sql: Sql, records: readonly EnrollmentRecord[]): Promise<void> {
    if (records.length === 0) return;
    await sql.insert({
      table: 'enrollment_steps',
      columns: ['enrollment_id', 'visit', 'step', 'type', 'at', 'code', 'detail'],
      rows: records.map(({ enrollmentId, record }) => [
        enrollmentId,
        record.visit,
        record.step,
        record.type,
        record.at,
        record.code,
        record.detail === undefined ? null : JSON.stringify(record.detail),
      ]),
    });
  }

  /** Looks at an enrollment later again, because working it failed. */
  async postpone(
    sql: Sql,
    id: number,
    { until, failure }: { until: number; failure: string },
  ): Promise<void> {
    await sql.run('UPDATE enrollments SET due_at = ?, failure = ? WHERE id = ?', [until, failure, id]);
  }

  /** When the lane's next enrollment is due. */
  async nextDueAt(sql: Sql, lane: number): Promise<number | undefined> {
    const [row] = await sql.select<{ next: number | null }>(
      'SELECT MIN(due_at) AS next FROM enrollments WHERE lane = ? AND due_at >= 0',
      [lane],
    );
    return row?.next ?? undefined;
  }

  /** The next due time of every lane that has one; one index look-up a lane. */
  async nextDueByLane(sql: Sql): Promise<{ lane: number; dueAt: number }[]> {
    const rows = await sql.select<{ lane: number; next: number | null }>(
      `SELECT lane, (SELECT e.due_at FROM enrollments e WHERE e.lane = lanes.lane AND e.due_at >= 0
                     ORDER BY e.due_at LIMIT 1) AS next
       FROM lanes`,
    );
    return rows.flatMap(({ lane, next }) => (next === null ? [] : [{ lane, dueAt: next }]));
  }
}

function isEmpty(progress: Progress): boolean {
  return Object.keys(progress).length === 0;
}

export function toEnrollment(row: EnrollmentRow): Enrollment {
  return {
    id: row.id,
    lane: row.lane,
    customerId: row.customer_id,
    journeyId: row.journey_id,
    versionId: row.version_id,
    entryKey: row.entry_key,
    heldDueAt: row.held_due_at,
    failure: row.failure,
    state: {
      step: row.step,
      visit: row.visit,
      status: row.is_active === 1 ? 'active' : 'ended',
      enteredAt: row.entered_at,
      endedAt: row.ended_at,
      endReason: row.end_reason,
      dueAt: row.due_at,
      waiting: row.waiting === null ? null : (JSON.parse(row.waiting) as Waiting),
      context: JSON.parse(row.context) as JsonObject,
      progress: row.progress === null ? {} : (JSON.parse(row.progress) as Progress),
    },
  };
}

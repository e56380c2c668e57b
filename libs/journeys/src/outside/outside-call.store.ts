import { Injectable } from '@nestjs/common';
import type { Sql } from '@parcours/database';
import type { OutsideCall } from '@parcours/engine';

import {
  callStatus,
  type CallOutcome,
  type ClaimedCall,
  type FinishedCall,
  type NewOutsideCall,
} from './outside-call.js';
import { targetOf } from './outside-call.rules.js';

const COLUMNS = [
  'id',
  'lane',
  'customer_id',
  'enrollment_id',
  'step',
  'visit',
  'target',
  'request',
  'status',
  'queue_at',
  'attempts',
  'maybe_duplicate',
  'created_at',
  'is_ordered',
  'awaits',
  'team',
  'owner',
] as const;

const QUEUE = 'ix_outside_calls_queue';
const DUE = 'ix_outside_calls_due';

const QUEUED = callStatus('queued');
const CALLING = callStatus('calling');
const WITHDRAWN = callStatus('withdrawn');

export interface CallClaim {
  readonly target: string;
  readonly now: number;
  readonly limit: number;
  /** Until when the claim holds, in milliseconds since the epoch. */
  readonly until: number;
}

interface ClaimRow {
  id: number;
  customer_id: number;
  enrollment_id: number;
  step: string;
  visit: number;
  request: string;
  attempts: number;
  is_ordered: number;
  created_at: number;
}

/**
 * The outbox of calls. `queue_at` is when a call is to be looked at next: its due time while queued, the end of its claim
 * while it is being made, NULL when it is over. What was sent is forgotten with the end of the call, unless it has failed:
 * people may have it made once more.
 */
@Injectable()
export class OutsideCallStore {
  async add(sql: Sql, calls: readonly NewOutsideCall[]): Promise<void> {
    if (calls.length === 0) return;
    await sql.insert({
      table: 'outside_calls',
      columns: COLUMNS,
      rows: calls.map(({ call, ...row }) => [
        row.id,
        row.lane,
        row.customerId,
        row.enrollmentId,
        row.step,
        row.visit,
        targetOf(call),
        JSON.stringify(call),
        QUEUED,
        row.createdAt,
        0,
        0,
        row.createdAt,
        row.isOrdered,
        call.kind === 'action' ? (call.awaits ?? null) : null,
        row.owner?.team ?? null,
        row.owner?.key ?? null,
      ]),
    });
  }

  /** Takes back what these enrollments have asked for and nobody has begun. */
  async withdraw(sql: Sql, enrollmentIds: readonly number[], now: number): Promise<void> {
    if (enrollmentIds.length === 0) return;
    await sql.run(
      `UPDATE outside_calls SET status = ?, queue_at = NULL, request = NULL, finished_at = ?
       WHERE enrollment_id IN (?) AND status = ? AND is_ordered = 0`,
      [WITHDRAWN, now, enrollmentIds, QUEUED],
    );
  }

  /** Reserves calls that are due for an attempt, which is counted before the other system hears of it. */
  async claim(
    sql: Sql,
    { target, now, limit, until }: CallClaim,
  ): Promise<Omit<ClaimedCall, 'customerKey'>[]> {
    const rows = await sql.select<ClaimRow>(
      `SELECT id, customer_id, enrollment_id, step, visit, request, attempts, is_ordered, created_at
       FROM outside_calls${sql.byIndex(QUEUE)} WHERE target = ? AND queue_at <= ?
       ORDER BY queue_at, id LIMIT ?${sql.forUpdateSkipLocked}`,
      [target, now, limit],
    );
    if (rows.length === 0) return [];
    // The mark comes first: MariaDB and MySQL assign from left to right and would see the new status.
    await sql.run(
      `UPDATE outside_calls SET maybe_duplicate = CASE WHEN status = ? THEN 1 ELSE maybe_duplicate END,
         status = ?, attempts = attempts + 1, queue_at = ? WHERE id IN (?)`,
      [CALLING, CALLING, until, rows.map(({ id }) => id)],
    );
    return rows.map((row) => ({
      id: row.id,
      customerId: row.customer_id,
      enrollmentId: row.enrollment_id,
      step: row.step,
      visit: row.visit,
      target,
      call: JSON.parse(row.request) as OutsideCall,
      attempt: row.attempts + 1,
      createdAt: row.created_at,
      isOrdered: row.is_ordered === 1,
      until,
    }));
  }

  /** Lengthens a claim that is still held. */
  async renew(sql: Sql, id: number, { from, to }: { from: number; to: number }): Promise<void> {
    await sql.run('UPDATE outside_calls SET queue_at = ? WHERE id = ? AND status = ? AND queue_at = ?', [
      to,
      id,
      CALLING,
      from,
    ]);
  }

  /**
   * Records how an attempt ended, as long as the claim is still ours: whoever took the call over meanwhile ends it.
   * Answers whether it was.
   */
  async finish(sql: Sql, { call, outcome }: FinishedCall, now: number): Promise<boolean> {
    const isOver = outcome.kind !== 'retry';
    const recordId = outcome.kind === 'ended' ? outcome.recordId : undefined;
    const record = recordId === undefined ? '' : ', record_id = ?';
    const mark = outcome.kind === 'retry' && outcome.maybeSent ? ', maybe_duplicate = 1' : '';
    const forget = isOver && !hasFailed(outcome) ? ', request = NULL' : '';
    const failure = outcome.kind === 'withdrawn' ? null : outcome.failure;
    const affected = await sql.run(
      `UPDATE outside_calls SET status = ?, queue_at = ?, failure = ?, finished_at = ?${mark}${forget}${record}
       WHERE id = ? AND status = ? AND queue_at = ?`,
      [
        statusAfter(outcome),
        isOver ? null : outcome.at,
        failure && JSON.stringify(failure),
        isOver ? now : null,
        ...(recordId === undefined ? [] : [recordId]),
        call.id,
        CALLING,
        call.until,
      ],
    );
    if (affected === 1 && recordId !== undefined)
      await this.hurryCompletions(sql, recordId, call.target, now);
    return affected === 1;
  }

  /** What was told of the record before its id was known here is looked at now. */
  private async hurryCompletions(sql: Sql, recordId: string, target: string, now: number): Promise<void> {
    await sql.run(
      `UPDATE completion_inbox SET due_at = ? WHERE record_id = ? AND target = ? AND due_at > ?`,
      [now, recordId, target, now],
    );
  }

  async nextDueAt(sql: Sql, target: string): Promise<number | undefined> {
    const [row] = await sql.select<{ next: number | null }>(
      `SELECT MIN(queue_at) AS next FROM outside_calls${sql.byIndex(QUEUE)} WHERE target = ? AND queue_at >= 0`,
      [target],
    );
    return row?.next ?? undefined;
  }

  /** The systems that calls are due to. */
  async overdue(sql: Sql, now: number): Promise<string[]> {
    const rows = await sql.select<{ target: string }>(
      `SELECT DISTINCT target FROM outside_calls${sql.byIndex(DUE)} WHERE queue_at <= ?`,
      [now],
    );
    return rows.map(({ target }) => target);
  }
}

function hasFailed(outcome: CallOutcome): boolean {
  return outcome.kind === 'ended' && !outcome.end.succeeded;
}

function statusAfter(outcome: CallOutcome): number {
  switch (outcome.kind) {
    case 'retry':
      return QUEUED;
    case 'withdrawn':
      return WITHDRAWN;
    case 'ended':
      return callStatus(outcome.end.succeeded ? 'succeeded' : 'failed');
  }
}

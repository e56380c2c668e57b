import { Injectable } from '@nestjs/common';
import type { Sql } from '@parcours/database';

import { type ClaimedMessage, type FinishedMessage, type NewMessage, statusNumber } from './message.js';

const NEW_COLUMNS = [
  'id',
  'lane',
  'customer_id',
  'enrollment_id',
  'step',
  'visit',
  'channel',
  'connector_id',
  'template_version_id',
  'status',
  'queue_at',
  'attempts',
  'maybe_duplicate',
  'reports_outcome',
  'created_at',
] as const;

const QUEUED = statusNumber('queued');
const SENDING = statusNumber('sending');
const SENT = statusNumber('sent');
const FAILED = statusNumber('failed');
const WITHDRAWN = statusNumber('withdrawn');

/** The messages of one delivery: those of a connector whose lane falls to the share. */
export interface DeliveryShare {
  readonly connectorId: number;
  readonly share: number;
  readonly shares: number;
}

/** Which messages a delivery looks for. */
export interface ClaimRequest extends DeliveryShare {
  readonly now: number;
  /** Nothing due earlier is left: spares walking over index entries of rows that are done. */
  readonly from: number;
  readonly limit: number;
  /** Until when the claim holds; a message whose claim has run out is claimed again and marked. */
  readonly until: number;
}

interface ClaimRow {
  id: number;
  customer_id: number;
  enrollment_id: number;
  step: string;
  visit: number;
  template_version_id: number;
  attempts: number;
  reports_outcome: number;
  queue_at: number;
}

/**
 * The outbox. `queue_at` is when a message is to be looked at next: its due time while queued, the end of its claim
 * while it is being sent, NULL when it is done. One index serves new messages, retries and abandoned claims alike.
 */
@Injectable()
export class MessageStore {
  async add(sql: Sql, messages: readonly NewMessage[]): Promise<void> {
    if (messages.length === 0) return;
    await sql.insert({
      table: 'messages',
      columns: NEW_COLUMNS,
      rows: messages.map((message) => [
        message.id,
        message.lane,
        message.customerId,
        message.enrollmentId,
        message.step,
        message.visit,
        message.channel,
        message.connectorId,
        message.templateVersionId,
        QUEUED,
        message.createdAt,
        0,
        0,
        message.reportsOutcome,
        message.createdAt,
      ]),
    });
  }

  /** Takes back what these enrollments have not yet handed to a provider. */
  async withdraw(sql: Sql, enrollmentIds: readonly number[], now: number): Promise<void> {
    if (enrollmentIds.length === 0) return;
    await sql.run(
      'UPDATE messages SET status = ?, queue_at = NULL, finished_at = ? WHERE enrollment_id IN (?) AND status = ?',
      [WITHDRAWN, now, enrollmentIds, QUEUED],
    );
  }

  /** Reserves due messages for an attempt, which is recorded with the reservation, before any provider hears of it. */
  async claim(sql: Sql, request: ClaimRequest): Promise<ClaimedMessage[]> {
    const { connectorId, share, shares, now, from, limit, until } = request;
    const rows = await sql.select<ClaimRow>(
      `SELECT id, customer_id, enrollment_id, step, visit, template_version_id, attempts, reports_outcome, queue_at
       FROM messages WHERE connector_id = ? AND queue_at >= ? AND queue_at <= ? AND lane % ? = ?
       ORDER BY queue_at, id LIMIT ?${sql.forUpdateSkipLocked}`,
      [connectorId, from, now, shares, share, limit],
    );
    if (rows.length === 0) return [];
    // The mark comes first: MariaDB and MySQL assign from left to right and would see the new status.
    await sql.run(
      `UPDATE messages SET maybe_duplicate = CASE WHEN status = ? THEN 1 ELSE maybe_duplicate END,
         status = ?, attempts = attempts + 1, queue_at = ? WHERE id IN (?)`,
      [SENDING, SENDING, until, rows.map(({ id }) => id)],
    );
    return rows.map(toClaimed);
  }

  /** Lengthens claims that are still held: one that ran out and was taken by another worker ends at another time. */
  async renew(sql: Sql, ids: readonly number[], { from, to }: { from: number; to: number }): Promise<void> {
    await sql.run('UPDATE messages SET queue_at = ? WHERE id IN (?) AND status = ? AND queue_at = ?', [
      to,
      ids,
      SENDING,
      from,
    ]);
  }

  /** Records how attempts ended. A message sent is sent, whatever another worker made of it meanwhile. */
  async finish(sql: Sql, finished: readonly FinishedMessage[], now: number): Promise<void> {
    await this.finishDone(sql, finished, now);
    await this.queueAgain(sql, finished);
  }

  /** When the next message of a share is due: another's backlog is no reason to look. */
  async nextDueAt(sql: Sql, { connectorId, share, shares }: DeliveryShare): Promise<number | undefined> {
    const [row] = await sql.select<{ queue_at: number }>(
      `SELECT queue_at FROM messages WHERE connector_id = ? AND queue_at >= 0 AND lane % ? = ?
       ORDER BY queue_at LIMIT 1`,
      [connectorId, shares, share],
    );
    return row?.queue_at;
  }

  private async finishDone(sql: Sql, finished: readonly FinishedMessage[], now: number): Promise<void> {
    const rows = finished.flatMap(({ message, outcome }) => {
      if (outcome.kind === 'retry') return [];
      if (outcome.kind === 'sent') {
        return [[message.id, SENT, outcome.address, outcome.providerId ?? null, null, now]];
      }
      if (outcome.kind === 'withdrawn') return [[message.id, WITHDRAWN, null, null, null, now]];
      return [[message.id, FAILED, outcome.address ?? null, null, JSON.stringify(outcome.failure), now]];
    });
    if (rows.length === 0) return;
    await sql.updateEach({
      table: 'messages',
      key: 'id',
      columns: {
        status: 'INT',
        address: 'VARCHAR(320)',
        provider_id: 'VARCHAR(255)',
        failure: 'TEXT',
        finished_at: 'BIGINT',
        queue_at: 'BIGINT',
      },
      rows: rows.map((row) => [...row, null]),
    });
  }

  /** Failures of one batch are mostly one failure: a statement each distinct one, not each message. */
  private async queueAgain(sql: Sql, finished: readonly FinishedMessage[]): Promise<void> {
    const groups = new Map<string, { failure: string; at: number; maybeSent: boolean; ids: number[] }>();
    for (const { message, outcome } of finished) {
      if (outcome.kind !== 'retry') continue;
      const { at, maybeSent } = outcome;
      const failure = JSON.stringify(outcome.failure);
      const name = `${String(at)} ${String(maybeSent)} ${failure}`;
      const group = groups.get(name) ?? { failure, at, maybeSent, ids: [] };
      groups.set(name, group);
      group.ids.push(message.id);
    }
    for (const { failure, at, maybeSent, ids } of groups.values()) {
      const mark = maybeSent ? ', maybe_duplicate = 1' : '';
      await sql.run(
        `UPDATE messages SET status = ?, queue_at = ?, failure = ?${mark} WHERE id IN (?) AND status = ?`,
        [QUEUED, at, failure, ids, SENDING],
      );
    }
  }
}

function toClaimed(row: ClaimRow): ClaimedMessage {
  return {
    id: row.id,
    customerId: row.customer_id,
    enrollmentId: row.enrollment_id,
    step: row.step,
    visit: row.visit,
    templateVersionId: row.template_version_id,
    attempt: row.attempts + 1,
    reportsOutcome: row.reports_outcome === 1,
    queueAt: row.queue_at,
  };
}

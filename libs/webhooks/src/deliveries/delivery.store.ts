import { Injectable } from '@nestjs/common';
import type { Sql } from '@parcours/database';

import type {
  AttemptResult,
  ClaimedDelivery,
  DeliveryFailure,
  DeliveryOutcome,
  DeliveryStatus,
  LoggedAttempt,
} from './delivery.js';

export interface NewDelivery {
  readonly id: number;
  readonly itemId: number;
  readonly eventId: number;
  readonly eventType: string;
  readonly status: DeliveryStatus;
  /** When it is looked at next; null when it is over. */
  readonly queueAt: number | null;
  readonly giveUpAt: number;
  readonly attempts: number;
  readonly failure: DeliveryFailure | null;
  readonly at: number;
}

export interface ClaimRequest {
  readonly itemId: number;
  readonly now: number;
  readonly limit: number;
  /** Until when the claim holds: longer than any attempt takes. */
  readonly until: number;
}

interface ClaimRow {
  id: number;
  event_id: number;
  event_type: string;
  attempts: number;
  give_up_at: number;
  attempt_log: string;
}

const COLUMNS = [
  'id',
  'item_id',
  'event_id',
  'event_type',
  'status',
  'queue_at',
  'give_up_at',
  'attempts',
  'attempt_log',
  'failure',
  'created_at',
  'finished_at',
] as const;

const QUEUE = 'ix_webhook_deliveries_queue';

/** Attempts that are remembered of one delivery, replays included. */
const LOGGED_ATTEMPTS = 30;

/**
 * What is to be delivered, and what was. `queue_at` is when a row is to be looked at next: when it is due, when it is to be
 * tried again, when the claim of whoever tries it runs out; NULL when it is over.
 */
@Injectable()
export class DeliveryStore {
  /** A webhook hears of an event once, however often somebody adds it. */
  async add(sql: Sql, deliveries: readonly NewDelivery[]): Promise<void> {
    if (deliveries.length === 0) return;
    await sql.insert({
      table: 'webhook_deliveries',
      columns: COLUMNS,
      rows: deliveries.map(({ id, itemId, eventId, eventType, status, queueAt, giveUpAt, ...more }) => [
        id,
        itemId,
        eventId,
        eventType,
        status,
        queueAt,
        giveUpAt,
        more.attempts,
        '[]',
        more.failure && JSON.stringify(more.failure),
        more.at,
        queueAt === null ? more.at : null,
      ]),
      onDuplicate: 'ignore',
    });
  }

  /** Reserves what is due for an attempt, which is counted before the receiver hears of it. */
  async claim(sql: Sql, { itemId, now, limit, until }: ClaimRequest): Promise<ClaimedDelivery[]> {
    const rows = await sql.select<ClaimRow>(
      `SELECT id, event_id, event_type, attempts, give_up_at, attempt_log FROM webhook_deliveries${sql.byIndex(QUEUE)}
       WHERE item_id = ? AND queue_at <= ? ORDER BY queue_at LIMIT ?${sql.forUpdateSkipLocked}`,
      [itemId, now, limit],
    );
    if (rows.length === 0) return [];
    await sql.run(
      "UPDATE webhook_deliveries SET status = 'sending', attempts = attempts + 1, queue_at = ? WHERE id IN (?)",
      [until, rows.map(({ id }) => id)],
    );
    return rows.map((row) => ({
      id: row.id,
      eventId: row.event_id,
      eventType: row.event_type,
      attempt: row.attempts + 1,
      giveUpAt: row.give_up_at,
      log: JSON.parse(row.attempt_log) as LoggedAttempt[],
      until,
    }));
  }

  /** What has arrived has arrived; anything else counts only as long as the claim is still ours. */
  async finish(
    sql: Sql,
    { id, log, until }: ClaimedDelivery,
    { result, outcome }: { result: AttemptResult; outcome: DeliveryOutcome },
  ): Promise<void> {
    const { at, durationMs, status, failure, body } = result;
    const attempts = [...log, { at, durationMs, status, failure }].slice(-LOGGED_ATTEMPTS);
    const isOver = outcome.kind !== 'retry';
    const mayStand = outcome.kind === 'delivered' ? '' : " AND status = 'sending' AND queue_at = ?";
    await sql.run(
      `UPDATE webhook_deliveries SET status = ?, queue_at = ?, attempt_log = ?, response_status = ?, response_body = ?,
         failure = ?, finished_at = ? WHERE id = ?${mayStand}`,
      [
        outcome.kind === 'retry' ? 'waiting' : outcome.kind,
        outcome.kind === 'retry' ? outcome.at : null,
        JSON.stringify(attempts),
        status,
        body,
        failure && JSON.stringify(failure),
        isOver ? at + durationMs : null,
        id,
        ...(mayStand === '' ? [] : [until]),
      ],
    );
  }

  /** Gives up everything of a webhook that is not under way. */
  async giveUp(sql: Sql, itemId: number, { failure, at }: { failure: DeliveryFailure; at: number }) {
    await sql.run(
      `UPDATE webhook_deliveries SET status = 'dead', queue_at = NULL, failure = ?, finished_at = ?
       WHERE item_id = ? AND queue_at IS NOT NULL AND (status = 'waiting' OR queue_at <= ?)`,
      [JSON.stringify(failure), at, itemId, at],
    );
  }

  async nextDueAt(sql: Sql, itemId: number): Promise<number | undefined> {
    const [row] = await sql.select<{ next: number | null }>(
      `SELECT MIN(queue_at) AS next FROM webhook_deliveries${sql.byIndex(QUEUE)} WHERE item_id = ?`,
      [itemId],
    );
    return row?.next ?? undefined;
  }

  /** Queues one again, from the first try. False when it is just under way. */
  async replay(sql: Sql, id: number, { at, giveUpAt }: { at: number; giveUpAt: number }): Promise<boolean> {
    const affected = await sql.run(`${REPLAY} WHERE id = ? AND status <> 'sending'`, [at, giveUpAt, id]);
    return affected === 1;
  }

  /** The same for those of a webhook that were first queued since a time; answers how many. */
  async replaySince(
    sql: Sql,
    itemId: number,
    request: { since: number; firstId: number; statuses: readonly string[]; at: number; giveUpAt: number },
  ): Promise<number> {
    const { since, firstId, statuses, at, giveUpAt } = request;
    return sql.run(`${REPLAY} WHERE item_id = ? AND id >= ? AND created_at >= ? AND status IN (?)`, [
      at,
      giveUpAt,
      itemId,
      firstId,
      since,
      statuses,
    ]);
  }

  async removeOf(sql: Sql, itemId: number): Promise<void> {
    await sql.run('DELETE FROM webhook_deliveries WHERE item_id = ?', [itemId]);
  }

  /** Forgets up to `limit` deliveries that are over and older than an id; answers how many. */
  async removeOlder(sql: Sql, beforeId: number, limit: number): Promise<number> {
    const rows = await sql.select<{ id: number }>(
      'SELECT id FROM webhook_deliveries WHERE id < ? AND queue_at IS NULL ORDER BY id LIMIT ?',
      [beforeId, limit],
    );
    if (rows.length === 0) return 0;
    return sql.run('DELETE FROM webhook_deliveries WHERE id IN (?)', [rows.map(({ id }) => id)]);
  }
}

const REPLAY = `UPDATE webhook_deliveries SET status = 'waiting', queue_at = ?, give_up_at = ?, attempts = 0,
  finished_at = NULL`;

import { Injectable } from '@nestjs/common';
import type { Sql } from '@parcours/database';

export interface StoredEvent {
  readonly id: number;
  readonly type: string;
  /** JSON text. */
  readonly data: string;
  readonly at: number;
}

/** Events that were raised. One is pending until it is known who is to hear of it. */
@Injectable()
export class WebhookEventStore {
  async add(sql: Sql, events: readonly StoredEvent[], { isPending }: { isPending: boolean }): Promise<void> {
    if (events.length === 0) return;
    await sql.insert({
      table: 'webhook_events',
      columns: ['id', 'type', 'data', 'at', 'is_pending'],
      rows: events.map(({ id, type, data, at }) => [id, type, data, at, isPending]),
    });
  }

  async pendingIds(sql: Sql, limit: number): Promise<number[]> {
    const rows = await sql.select<{ id: number }>(
      'SELECT id FROM webhook_events WHERE is_pending = 1 ORDER BY id LIMIT ?',
      [limit],
    );
    return rows.map(({ id }) => id);
  }

  /** Those of them that are still pending and that no other process is at. */
  async take(sql: Sql, ids: readonly number[]): Promise<StoredEvent[]> {
    return sql.select(
      `SELECT id, type, data, at FROM webhook_events WHERE id IN (?) AND is_pending = 1
       ORDER BY id${sql.forUpdateSkipLocked}`,
      [ids],
    );
  }

  async settle(sql: Sql, ids: readonly number[]): Promise<void> {
    if (ids.length > 0) await sql.run('UPDATE webhook_events SET is_pending = 0 WHERE id IN (?)', [ids]);
  }

  async remove(sql: Sql, ids: readonly number[]): Promise<void> {
    if (ids.length > 0) await sql.run('DELETE FROM webhook_events WHERE id IN (?)', [ids]);
  }

  async find(sql: Sql, ids: readonly number[]): Promise<ReadonlyMap<number, StoredEvent>> {
    if (ids.length === 0) return new Map();
    const rows = await sql.select<StoredEvent>(
      'SELECT id, type, data, at FROM webhook_events WHERE id IN (?)',
      [ids],
    );
    return new Map(rows.map((event) => [event.id, event]));
  }

  /** Forgets up to `limit` events older than an id; answers how many. */
  async removeOlder(sql: Sql, beforeId: number, limit: number): Promise<number> {
    const rows = await sql.select<{ id: number }>(
      'SELECT id FROM webhook_events WHERE id < ? ORDER BY id LIMIT ?',
      [beforeId, limit],
    );
    if (rows.length === 0) return 0;
    return sql.run('DELETE FROM webhook_events WHERE id IN (?)', [rows.map(({ id }) => id)]);
  }
}

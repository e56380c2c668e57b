import { Injectable } from '@nestjs/common';
import { Database, type Sql } from '@parcours/database';

/** Stands for every event that has no rule of its own. */
export const EVERY_EVENT = '*';

/** How long events of a name are kept. */
export interface Retention {
  readonly event: string;
  readonly days: number;
  /** Everything that is older has been looked through up to this id. */
  readonly sweptTo: number;
  readonly deleted: number;
  readonly updatedAt: number;
}

interface Row {
  event: string;
  days: number;
  swept_to: number;
  deleted: number;
  updated_at: number;
}

const COLUMNS = ['event', 'days', 'swept_to', 'deleted', 'updated_at'] as const;

/** The rules about how long events are kept, and the events that they are about. */
@Injectable()
export class RetentionStore {
  constructor(private readonly database: Database) {}

  async all(): Promise<Retention[]> {
    const rows = await this.database.sql.select<Row>(
      `SELECT ${COLUMNS.join(', ')} FROM event_retention ORDER BY event LIMIT 10000`,
    );
    return rows.map(toRetention);
  }

  /** Sets a rule. Nothing needs to be looked through again: a shorter time has a later end to look up to. */
  async put(event: string, days: number, now: number): Promise<void> {
    await this.database.sql.insert({
      table: 'event_retention',
      columns: COLUMNS,
      rows: [[event, days, 0, 0, now]],
      onDuplicate: { update: ['days', 'updated_at'] },
    });
  }

  /** False where there was none. What the rule had kept is looked through anew for the general one. */
  async remove(event: string): Promise<boolean> {
    return this.database.transaction(async ({ sql }) => {
      const removed = await sql.run('DELETE FROM event_retention WHERE event = ?', [event]);
      await sql.run('UPDATE event_retention SET swept_to = 0 WHERE event = ?', [EVERY_EVENT]);
      return removed === 1;
    });
  }

  /** Events that came in between two ids, in their order: the primary key is one of time. */
  async between(sql: Sql, range: { from: number; to: number; limit: number }) {
    return sql.select<{ id: number; name: string }>(
      'SELECT id, name FROM events WHERE id > ? AND id < ? ORDER BY id LIMIT ?',
      [range.from, range.to, range.limit],
    );
  }

  /** Deletes events and notes how far the rule has come; another process may have come further. */
  async sweep(event: string, { ids, to }: { ids: readonly number[]; to: number }): Promise<void> {
    const { sql } = this.database;
    const deleted = ids.length === 0 ? 0 : await sql.run('DELETE FROM events WHERE id IN (?)', [ids]);
    await sql.run(
      `UPDATE event_retention SET deleted = deleted + ?, swept_to = CASE WHEN swept_to < ? THEN ? ELSE swept_to END
       WHERE event = ?`,
      [deleted, to, to, event],
    );
  }
}

function toRetention(row: Row): Retention {
  return {
    event: row.event,
    days: row.days,
    sweptTo: row.swept_to,
    deleted: row.deleted,
    updatedAt: row.updated_at,
  };
}

import { Injectable } from '@nestjs/common';
import type { Sql } from '@parcours/database';
import { IdGenerator } from '@parcours/kernel';

/** A customer who has to be looked at. */
export interface DueCustomer {
  readonly id: number;
  readonly customerId: number;
}

/** What a lane finds at the beginning of a batch. */
export interface DueRead {
  /** Under which revision of the content the lane's segments were last filled; 0 where none was. */
  readonly filledRevision: number;
  readonly due: readonly DueCustomer[];
}

export interface DueTime {
  readonly customerId: number;
  readonly lane: number;
  readonly dueAt: number;
}

const COLUMNS = ['id', 'lane', 'due_at', 'customer_id'] as const;

/** The earliest time that a request to look at a customer can have: as soon as possible. */
const AT_ONCE = 0;

/** Lists of ids stay within what a statement takes. */
const IDS_PER_STATEMENT = 2_000;

/** When customers have to be looked at again because time changes where they belong, or because somebody asks for it. */
@Injectable()
export class DueStore {
  constructor(private readonly ids: IdGenerator) {}

  /** Those of a lane whose time has come, longest overdue first. */
  async take(sql: Sql, { lane, now, limit }: { lane: number; now: number; limit: number }): Promise<DueRead> {
    const rows = await sql.select<{ revision: number | null; id: number | null; customerId: number | null }>(
      `SELECT f.revision, d.id, d.customerId
       FROM (SELECT MAX(revision) AS revision FROM segment_fills WHERE lane = ?) f
       LEFT JOIN (SELECT id, customer_id AS customerId FROM segment_due${sql.byIndex('ix_segment_due_lane')}
                  WHERE lane = ? AND due_at <= ? ORDER BY due_at, id LIMIT ?) d ON 1 = 1`,
      [lane, lane, now, limit],
    );
    return {
      filledRevision: rows[0]?.revision ?? 0,
      due: rows.flatMap(({ id, customerId }) =>
        id === null || customerId === null ? [] : [{ id, customerId }],
      ),
    };
  }

  /** Asks that customers are looked at with every rule. In the transaction that changes them. */
  async request(
    sql: Sql,
    customers: readonly { readonly id: number; readonly lane: number }[],
  ): Promise<void> {
    if (customers.length === 0) return;
    const rows = customers.map(({ id, lane }) => [this.ids.next(), lane, AT_ONCE, id]);
    await sql.insert({ table: 'segment_due', columns: COLUMNS, rows });
  }

  /** Sets when customers are looked at next; only a worker that holds their lane does. */
  async set(sql: Sql, times: readonly DueTime[]): Promise<void> {
    if (times.length === 0) return;
    const rows = times.map(({ customerId, lane, dueAt }) => [customerId, lane, dueAt, customerId]);
    await sql.insert({
      table: 'segment_due',
      columns: COLUMNS,
      rows,
      onDuplicate: { update: ['lane', 'due_at'] },
    });
  }

  async remove(sql: Sql, ids: readonly number[]): Promise<void> {
    for (let from = 0; from < ids.length; from += IDS_PER_STATEMENT) {
      await sql.run('DELETE FROM segment_due WHERE id IN (?)', [ids.slice(from, from + IDS_PER_STATEMENT)]);
    }
  }

  /** When the lane's next customer has to be looked at. */
  async nextDueAt(sql: Sql, lane: number): Promise<number | undefined> {
    const [row] = await sql.select<{ next: number | null }>(
      'SELECT MIN(due_at) AS next FROM segment_due WHERE lane = ? AND due_at >= 0',
      [lane],
    );
    return row?.next ?? undefined;
  }

  /** The next due time of every lane that has one; one index look-up a lane, where MIN() would read them all. */
  async nextDueByLane(sql: Sql): Promise<{ lane: number; dueAt: number }[]> {
    const rows = await sql.select<{ lane: number; next: number | null }>(
      `SELECT lane, (SELECT d.due_at FROM segment_due d WHERE d.lane = lanes.lane AND d.due_at >= 0
                     ORDER BY d.due_at LIMIT 1) AS next
       FROM lanes`,
    );
    return rows.flatMap(({ lane, next }) => (next === null ? [] : [{ lane, dueAt: next }]));
  }

  /** Requests that nobody answers, because there is no rule to ask. */
  async clear(sql: Sql): Promise<void> {
    await sql.run('DELETE FROM segment_due WHERE NOT EXISTS (SELECT 1 FROM segment_fills)');
  }
}

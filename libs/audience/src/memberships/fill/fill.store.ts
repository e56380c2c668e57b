import { Injectable } from '@nestjs/common';
import type { DueSql, SqlFragment } from '@parcours/conditions';
import { Database, type Sql } from '@parcours/database';

import type { Customer } from '../../customers/customer.js';
import { CUSTOMER_COLUMNS, type CustomerRow, toCustomer } from '../../customers/customer.store.js';

/** How far a segment has been filled in a lane. */
export interface Fill {
  readonly lane: number;
  readonly segmentId: number;
  /** Of the rule that it was filled by. */
  readonly fingerprint: string;
  /** Of the content at the time. */
  readonly revision: number;
  /** Customers up to this one are done. */
  readonly afterId: number;
  readonly isDone: boolean;
}

/** Customers of a lane with numbers above `after` and up to `to`. */
export interface Stretch {
  readonly lane: number;
  readonly after: number;
  /** Absent for the last of them. */
  readonly to: number | undefined;
}

interface FillRow {
  lane: number;
  segment_id: number;
  fingerprint: string;
  revision: number;
  after_id: number;
  is_done: number;
}

const COLUMNS = [
  'lane',
  'segment_id',
  'fingerprint',
  'revision',
  'after_id',
  'is_done',
  'updated_at',
] as const;
const SELECT = 'SELECT lane, segment_id, fingerprint, revision, after_id, is_done FROM segment_fills';
const REMOVED_AT_ONCE = 5_000;

/** Fills a segment by statements over many customers at once. */
@Injectable()
export class FillStore {
  constructor(private readonly database: Database) {}

  async all(sql: Sql = this.database.sql): Promise<Fill[]> {
    return (await sql.select<FillRow>(SELECT)).map(toFill);
  }

  async of(sql: Sql, lane: number, segmentId: number): Promise<Fill | undefined> {
    const [row] = await sql.select<FillRow>(`${SELECT} WHERE lane = ? AND segment_id = ?`, [lane, segmentId]);
    return row && toFill(row);
  }

  async save(sql: Sql, fill: Fill, now: number): Promise<void> {
    const { lane, segmentId, fingerprint, revision, afterId, isDone } = fill;
    await sql.insert({
      table: 'segment_fills',
      columns: COLUMNS,
      rows: [[lane, segmentId, fingerprint, revision, afterId, isDone, now]],
      onDuplicate: { update: COLUMNS.slice(2) },
    });
  }

  async forget(sql: Sql, segmentId: number): Promise<void> {
    await sql.run('DELETE FROM segment_fills WHERE segment_id = ?', [segmentId]);
  }

  /** The next stretch of a lane, of about so many customers. */
  async stretch(sql: Sql, lane: number, after: number, size: number): Promise<Stretch> {
    const [row] = await sql.select<{ id: number }>(
      'SELECT id FROM customers WHERE lane = ? AND id > ? ORDER BY id LIMIT 1 OFFSET ?',
      [lane, after, size - 1],
    );
    return { lane, after, to: row?.id };
  }

  /** Takes in whoever fits, as far as SQL can tell. */
  async join(
    sql: Sql,
    stretch: Stretch,
    { segmentId, fits, now }: { segmentId: number; fits: SqlFragment; now: number },
  ): Promise<void> {
    const where = whereIn(stretch);
    const verb = sql.dialect === 'sqlite' ? 'INSERT OR IGNORE' : 'INSERT IGNORE';
    await sql.run(
      `${verb} INTO segment_members (customer_id, segment_id, lane, entered_at)
       SELECT c.id, ?, c.lane, ? FROM customers c WHERE ${where.text} AND (${fits.text}) IS TRUE`,
      [segmentId, now, ...where.parameters, ...fits.parameters],
    );
  }

  /** Lets go whoever fits no longer, as far as SQL can tell, and whoever became another customer. */
  async leave(
    sql: Sql,
    stretch: Stretch,
    { segmentId, fits }: { segmentId: number; fits: SqlFragment },
  ): Promise<void> {
    const where = whereIn(stretch, 'm.customer_id');
    const rows = await sql.select<{ id: number }>(
      `SELECT c.id FROM customers c JOIN segment_members m ON m.customer_id = c.id AND m.segment_id = ?
       WHERE ${where.text} AND (${fits.text}) IS FALSE`,
      [segmentId, ...where.parameters, ...fits.parameters],
    );
    const ids = rows.map(({ id }) => id);
    for (let from = 0; from < ids.length; from += REMOVED_AT_ONCE) {
      await this.removeMembers(sql, segmentId, ids.slice(from, from + REMOVED_AT_ONCE));
    }
  }

  /** Notes when customers are to be looked at again, unless that is earlier already. */
  async schedule(sql: Sql, stretch: Stretch, { at }: DueSql): Promise<void> {
    const where = whereIn(stretch);
    const keepEarliest =
      sql.dialect === 'sqlite'
        ? 'ON CONFLICT (id) DO UPDATE SET due_at = MIN(due_at, excluded.due_at)'
        : 'ON DUPLICATE KEY UPDATE due_at = LEAST(segment_due.due_at, VALUES(due_at))';
    await sql.run(
      `INSERT INTO segment_due (id, lane, due_at, customer_id)
       SELECT d.id, d.lane, d.due_at, d.id
       FROM (SELECT c.id, c.lane, (${at.text}) AS due_at FROM customers c WHERE ${where.text}) d
       WHERE d.due_at IS NOT NULL ${keepEarliest}`,
      [...at.parameters, ...where.parameters],
    );
  }

  /** Customers of whom SQL cannot tell. */
  async unsure(sql: Sql, stretch: Stretch, isUnsure: SqlFragment): Promise<Customer[]> {
    const where = whereIn(stretch);
    const columns = CUSTOMER_COLUMNS.map((column) => `c.${column}`).join(', ');
    const rows = await sql.select<CustomerRow>(
      `SELECT ${columns} FROM customers c WHERE ${where.text} AND (${isUnsure.text})`,
      [...where.parameters, ...isUnsure.parameters],
    );
    return rows.map(toCustomer);
  }

  /** Takes some members out; answers how many there were. */
  async removeSome(sql: Sql, segmentId: number): Promise<number> {
    const rows = await sql.select<{ customer_id: number }>(
      'SELECT customer_id FROM segment_members WHERE segment_id = ? LIMIT ?',
      [segmentId, REMOVED_AT_ONCE],
    );
    const ids = rows.map(({ customer_id }) => customer_id);
    await this.removeMembers(sql, segmentId, ids);
    return ids.length;
  }

  private async removeMembers(sql: Sql, segmentId: number, ids: readonly number[]): Promise<void> {
    if (ids.length === 0) return;
    await sql.run('DELETE FROM segment_members WHERE customer_id IN (?) AND segment_id = ?', [
      ids,
      segmentId,
    ]);
  }
}

function whereIn({ lane, after, to }: Stretch, id = 'c.id'): { text: string; parameters: number[] } {
  const text = `c.lane = ? AND ${id} > ?`;
  return to === undefined
    ? { text, parameters: [lane, after] }
    : { text: `${text} AND ${id} <= ?`, parameters: [lane, after, to] };
}

function toFill(row: FillRow): Fill {
  return {
    lane: row.lane,
    segmentId: row.segment_id,
    fingerprint: row.fingerprint,
    revision: row.revision,
    afterId: row.after_id,
    isDone: row.is_done === 1,
  };
}

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

/** Customers of some lanes with numbers above `after` and up to `to`. */
export interface Stretch {
  readonly lanes: readonly number[];
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

/** By lane, the number up to which a rule has been filled: Infinity where it is done. Lanes that lack have not begun. */
export function reachedBy(fills: readonly Fill[], fingerprint: string): ReadonlyMap<number, number> {
  return new Map(
    fills
      .filter((fill) => fill.fingerprint === fingerprint)
      .map(({ lane, isDone, afterId }) => [lane, isDone ? Infinity : afterId]),
  );
}

/** Fills a segment by statements over many customers at once. */
@Injectable()
export class FillStore {
  constructor(private readonly database: Database) {}

  async all(sql: Sql = this.database.sql): Promise<Fill[]> {
    return (await sql.select<FillRow>(SELECT)).map(toFill);
  }

  async of(sql: Sql, lanes: readonly number[], segmentId: number): Promise<Fill[]> {
    const rows = await sql.select<FillRow>(`${SELECT} WHERE lane IN (?) AND segment_id = ?`, [
      lanes,
      segmentId,
    ]);
    return rows.map(toFill);
  }

  async save(sql: Sql, fills: readonly Fill[], now: number): Promise<void> {
    await sql.insert({
      table: 'segment_fills',
      columns: COLUMNS,
      rows: fills.map(({ lane, segmentId, fingerprint, revision, afterId, isDone }) => [
        ...[lane, segmentId, fingerprint, revision, afterId, isDone, now],
      ]),
      onDuplicate: { update: COLUMNS.slice(2) },
    });
  }

  async forget(sql: Sql, segmentId: number): Promise<void> {
    await sql.run('DELETE FROM segment_fills WHERE segment_id = ?', [segmentId]);
  }

  /** The number up to which there are so many customers after one, whatever their lanes; undefined where that is all. */
  async end(after: number, size: number): Promise<number | undefined> {
    const [row] = await this.database.sql.select<{ id: number }>(
      'SELECT id FROM customers WHERE id > ? ORDER BY id LIMIT 1 OFFSET ?',
      [after, size - 1],
    );
    return row?.id;
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
       SELECT c.id, ?, c.lane, ? FROM ${inOrder(sql)} WHERE ${where.text} AND (${fits.text}) IS TRUE`,
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
       FROM (SELECT c.id, c.lane, (${at.text}) AS due_at FROM ${inOrder(sql)} WHERE ${where.text}) d
       WHERE d.due_at IS NOT NULL ${keepEarliest}`,
      [...at.parameters, ...where.parameters],
    );
  }

  /** Customers of whom SQL cannot tell. */
  async unsure(sql: Sql, stretch: Stretch, isUnsure: SqlFragment): Promise<Customer[]> {
    const where = whereIn(stretch);
    const columns = CUSTOMER_COLUMNS.map((column) => `c.${column}`).join(', ');
    const rows = await sql.select<CustomerRow>(
      `SELECT ${columns} FROM ${inOrder(sql)} WHERE ${where.text} AND (${isUnsure.text})`,
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

/**
 * Customers in the order of their numbers, which is the order in which they lie on disk. Those of one lane lie scattered
 * over all of it: by the index of lanes, each of them would be fetched from a page of its own.
 */
function inOrder({ dialect }: Sql): string {
  return dialect === 'sqlite' ? 'customers c' : 'customers c FORCE INDEX (PRIMARY)';
}

/** The sign keeps SQLite from going by the index of lanes. */
function whereIn(
  { lanes, after, to }: Stretch,
  id = 'c.id',
): { text: string; parameters: (number | readonly number[])[] } {
  const text = `+c.lane IN (?) AND ${id} > ?`;
  return to === undefined
    ? { text, parameters: [lanes, after] }
    : { text: `${text} AND ${id} <= ?`, parameters: [lanes, after, to] };
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

import { Injectable } from '@nestjs/common';
import type { Sql, SqlParameter, SqlValue } from '@parcours/database';

import type { CompletedCall } from './completion.js';

interface Row extends Omit<CompletedCall, 'journey' | 'isAwaited'> {
  readonly enrollmentId: number;
}

interface Standing {
  readonly id: number;
  readonly visit: number;
  readonly isActive: number;
  readonly journey: string | null;
}

const SELECT = `SELECT id, customer_id AS customerId, enrollment_id AS enrollmentId, step, visit, target,
  record_id AS recordId, owner, awaits, completed_at AS completedAt, created_at AS createdAt FROM outside_calls`;

/** Finds the calls that something is told of, and keeps what came of them. */
@Injectable()
export class CompletedCalls {
  /** By our ids and by those of other systems, held until the commit. Four statements at the most. */
  async find(
    sql: Sql,
    { ids, recordIds }: { readonly ids: readonly number[]; readonly recordIds: readonly string[] },
  ): Promise<CompletedCall[]> {
    const named = await this.select(sql, 'WHERE id IN (?)', ids);
    const ofRecords = await this.select(
      sql,
      `${sql.byIndex('ix_outside_calls_record')} WHERE record_id IN (?)`,
      recordIds,
    );
    const rows = [...new Map([...named, ...ofRecords].map((row) => [row.id, row])).values()];
    const standings = await this.standings(sql, [...new Set(rows.map(({ enrollmentId }) => enrollmentId))]);
    return rows.map((row) => {
      const standing = standings.get(row.enrollmentId);
      const isAwaited = row.awaits !== null && standing?.isActive === 1 && standing.visit === row.visit;
      return { ...row, journey: standing?.journey ?? null, isAwaited };
    });
  }

  async complete(
    sql: Sql,
    rows: readonly { readonly id: number; readonly outcome: string; readonly at: number }[],
  ): Promise<void> {
    if (rows.length === 0) return;
    await sql.updateEach({
      table: 'outside_calls',
      key: 'id',
      columns: { outcome: 'VARCHAR(100)', completed_at: 'BIGINT' },
      rows: rows.map(({ id, outcome, at }): SqlValue[] => [id, outcome, at]),
    });
  }

  private async select(sql: Sql, where: string, values: readonly SqlValue[]): Promise<Row[]> {
    if (values.length === 0) return [];
    const parameters: SqlParameter[] = [values];
    return sql.select<Row>(
      `${SELECT}${where.startsWith(' ') ? '' : ' '}${where}${sql.forUpdate}`,
      parameters,
    );
  }

  private async standings(sql: Sql, ids: readonly number[]): Promise<ReadonlyMap<number, Standing>> {
    if (ids.length === 0) return new Map();
    const rows = await sql.select<Standing>(
      `SELECT e.id, e.visit, e.is_active AS isActive, j.item_key AS journey FROM enrollments e
       LEFT JOIN content_items j ON j.id = e.journey_id WHERE e.id IN (?)`,
      [ids],
    );
    return new Map(rows.map((row) => [row.id, row]));
  }
}

import { Injectable } from '@nestjs/common';
import { Database, type Sql } from '@parcours/database';

/** How many events a connector has told, and of how many nobody knows whom they are about. */
export interface SourceCount {
  readonly taken: number;
  readonly unmatched: number;
  readonly lastAt: number | null;
  readonly unmatchedAt: number | null;
}

/** Counts what callbacks tell. */
@Injectable()
export class SourceCounts {
  constructor(private readonly database: Database) {}

  async add(
    sql: Sql,
    {
      connectorId,
      taken,
      unmatched,
      now,
    }: { connectorId: number; taken: number; unmatched: number; now: number },
  ): Promise<void> {
    const table = 'crm_source_counts';
    await sql.insert({
      table,
      columns: ['connector_id', 'taken', 'unmatched'],
      rows: [[connectorId, taken, unmatched]],
      onDuplicate: { update: [], add: ['taken', 'unmatched'] },
    });
    const times = { last_at: taken, unmatched_at: unmatched };
    for (const [column, count] of Object.entries(times)) {
      if (count > 0)
        await sql.run(`UPDATE ${table} SET ${column} = ? WHERE connector_id = ?`, [now, connectorId]);
    }
  }

  async find(connectorId: number): Promise<SourceCount> {
    const [row] = await this.database.sql.select<{
      taken: number;
      unmatched: number;
      last_at: number | null;
      unmatched_at: number | null;
    }>('SELECT taken, unmatched, last_at, unmatched_at FROM crm_source_counts WHERE connector_id = ?', [
      connectorId,
    ]);
    return {
      taken: row?.taken ?? 0,
      unmatched: row?.unmatched ?? 0,
      lastAt: row?.last_at ?? null,
      unmatchedAt: row?.unmatched_at ?? null,
    };
  }
}

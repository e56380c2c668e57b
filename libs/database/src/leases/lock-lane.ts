import type { Sql } from '../sql/sql.js';

/**
 * One worker a lane at a time: inside a transaction, locks the lane's row until the commit, or answers false when another
 * worker has it. A worker that dies gives the lock back with its connection, at once; one that stalls and comes back
 * finds its transaction gone and can write nothing.
 */
export async function lockLane(sql: Sql, lane: number): Promise<boolean> {
  const rows = await sql.select(`SELECT lane FROM lanes WHERE lane = ?${sql.forUpdateSkipLocked}`, [lane]);
  return rows.length === 1;
}

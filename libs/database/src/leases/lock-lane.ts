import type { Sql } from '../sql/sql.js';

/** A lane that this transaction holds. */
export interface LockedLane {
  /** Whoever decides for the lane knows the content at least as it was at this revision. */
  readonly contentRevision: number;
}

/**
 * One worker a lane at a time: inside a transaction, locks the lane's row until the commit, or answers nothing when another
 * worker has it. A worker that dies gives the lock back with its connection, at once; one that stalls and comes back
 * finds its transaction gone and can write nothing.
 */
export async function lockLane(sql: Sql, lane: number): Promise<LockedLane | undefined> {
  const [row] = await sql.select<LockedLane>(
    `SELECT content_revision AS contentRevision FROM lanes WHERE lane = ?${sql.forUpdateSkipLocked}`,
    [lane],
  );
  return row;
}

/** Under the lane's lock: from now on nobody decides for it by content that is older than this revision. */
export async function requireRevision(sql: Sql, lane: number, revision: number): Promise<void> {
  const text = 'UPDATE lanes SET content_revision = ? WHERE lane = ? AND content_revision < ?';
  await sql.run(text, [revision, lane, revision]);
}

/**
 * Locks several lanes until the commit, waiting for each as long as its batch takes: for what moves rows between lanes.
 * Always in the order of their numbers, so that two that want the same lanes never wait for each other; a batch has one
 * lane and waits for none. The database hands the lane on before the worker's next batch can have it.
 */
export async function waitForLanes(sql: Sql, lanes: Iterable<number>): Promise<void> {
  for (const lane of [...new Set(lanes)].sort((a, b) => a - b)) {
    await sql.select(`SELECT lane FROM lanes WHERE lane = ?${sql.forUpdate}`, [lane]);
  }
}

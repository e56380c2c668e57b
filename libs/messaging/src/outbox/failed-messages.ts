import type { Sql } from '@parcours/database';

import { ACKNOWLEDGEMENT_LEG, statusNumber } from './message.js';

const FAILED = statusNumber('failed');
const QUEUED = statusNumber('queued');
const IDS_PER_STATEMENT = 2_000;

/** Of a message `m`: another one was sent in its place. What acknowledges an answer takes nobody's place. */
export const REPLACED = `EXISTS (SELECT 1 FROM messages l WHERE l.enrollment_id = m.enrollment_id AND l.step = m.step
  AND l.visit = m.visit AND l.leg > m.leg AND l.leg < ${String(ACKNOWLEDGEMENT_LEG)})`;

/** As if they had not been tried yet. Answers how many: one that somebody else took up since is not. */
export async function requeueFailed(sql: Sql, ids: readonly number[], now: number): Promise<number> {
  let count = 0;
  for (let from = 0; from < ids.length; from += IDS_PER_STATEMENT) {
    count += await sql.run(
      `UPDATE messages SET status = ?, queue_at = ?, attempts = 0, failure = NULL, finished_at = NULL,
         fallback_at = NULL WHERE id IN (?) AND status = ?`,
      [QUEUED, now, ids.slice(from, from + IDS_PER_STATEMENT), FAILED],
    );
  }
  return count;
}

import type { Database } from '@parcours/database';
import { waitFor } from '@parcours/testing';
import type { Installation } from './installation.js';

export interface Progress {
  readonly inbox: number;
  readonly started: number;
  readonly ended: number;
  readonly unsent: number;
}

export async function progressOf({ sql }: Database): Promise<Progress> {
  const [row] = await sql.select<Progress>(
    `SELECT (SELECT COUNT(*) FROM event_inbox) AS inbox,
            (SELECT COUNT(*) FROM enrollments) AS started,
            (SELECT COUNT(*) FROM enrollments WHERE is_active = 0) AS ended,
            (SELECT COUNT(*) FROM messages WHERE finished_at IS NULL) AS unsent`,
  );
  if (!row) throw new Error('the database gave no answer');
  return row;
}

/** Waits until so many enrollments have ended and no event and no message waits any more. */
export async function comeToRest(
  installation: Installation,
  enrollments: number,
  timeoutMs = 60_000,
): Promise<void> {
  let last: Progress | undefined;
  await waitFor(
    async () => {
      last = await progressOf(installation.database);
      return last.inbox === 0 && last.unsent === 0 && last.ended >= enrollments;
    },
    {
      timeoutMs,
      intervalMs: 100,
      describe: () =>
        `rest after ${String(enrollments)} enrollments: ${JSON.stringify(last)}\n${installation.output()}`,
    },
  );
}

export function startedReach({ database }: Installation, count: number): Promise<boolean> {
  return waitFor(async () => (await progressOf(database)).started >= count, {
    describe: `${String(count)} enrollments to start`,
  });
}

export function arrivalsReach({ sink }: Installation, count: number): Promise<boolean> {
  return waitFor(() => sink.distinct >= count, {
    intervalMs: 5,
    describe: () => `${String(count)} messages to arrive, of which ${String(sink.distinct)} came`,
  });
}

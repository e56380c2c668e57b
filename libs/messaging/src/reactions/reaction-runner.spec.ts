import { type Database, DatabaseErrors, type Sql } from '@parcours/database';
import { JobRunner } from '@parcours/jobs';
import { ManualClock } from '@parcours/kernel';

import type { ReactionBatch } from './reaction-batch.service.js';
import type { ReactionInbox } from './reaction-inbox.store.js';
import { ReactionRunner } from './reaction-runner.service.js';

class SilentRunner extends JobRunner {
  readonly lanes: string[] = [];
  override wake(_job: unknown, keys: readonly string[]): void {
    this.lanes.push(...keys);
  }
  override wakeAt = (): void => undefined;
  override start = (): void => undefined;
  override stop = (): Promise<void> => Promise.resolve();
  override isHealthy = (): Promise<boolean> => Promise.resolve(true);
}

const POISON = 3;

/** An inbox of numbers; a batch that holds the third fails by `error`. */
function runnerOf(error: Error, waiting: number[]) {
  const aside: number[] = [];
  const worked: number[] = [];
  const batch: Partial<ReactionBatch> = {
    run: (_sql, { limit }) => {
      const rows = waiting.slice(0, limit);
      if (rows.includes(POISON)) return Promise.reject(error);
      worked.push(...waiting.splice(0, limit));
      return Promise.resolve({ taken: rows.length, lanes: new Set(rows), unknown: 0 });
    },
  };
  const inbox: Partial<ReactionInbox> = {
    nextDueAt: () => Promise.resolve(undefined),
    takeDue: () =>
      Promise.resolve(
        waiting
          .slice(0, 1)
          .map((id) => ({ id, messageId: id, attempts: 0, reaction: { kind: 'opened', at: 0 } })),
      ),
    putAside: (_sql, id) => {
      aside.push(id);
      waiting.shift();
      return Promise.resolve();
    },
  };
  const sql = {} as Sql;
  const transaction = (work: (tx: { sql: Sql }) => Promise<unknown>) => work({ sql });
  const database = { sql, transaction } as unknown as Database;
  const jobs = new SilentRunner();
  const clock = new ManualClock(Date.UTC(2026, 5, 1));
  const runner = new ReactionRunner(database, batch as ReactionBatch, inbox as ReactionInbox, jobs, clock);
  return { runner, aside, worked, jobs };
}

describe('work on reactions', () => {
  it('puts aside the one that it fails by, and goes on with the others', async () => {
    const { runner, aside, worked, jobs } = runnerOf(new RangeError('no such thing'), [1, 2, POISON, 4, 5]);
    await runner.run(new AbortController().signal);
    expect([aside, worked, jobs.lanes]).toEqual([[POISON], [1, 2, 4, 5], ['1', '2', '4', '5']]);
  });

  it('puts nothing aside while the database is out of reach', async () => {
    const waiting = [1, POISON];
    const outage = DatabaseErrors.unavailable({ reason: 'ECONNREFUSED' });
    const { runner, aside } = runnerOf(outage, waiting);
    await expect(runner.run(new AbortController().signal)).rejects.toBe(outage);
    expect([aside, waiting]).toEqual([[], [1, POISON]]);
  });
});

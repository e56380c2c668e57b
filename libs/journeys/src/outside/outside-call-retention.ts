import { Injectable, type OnModuleInit } from '@nestjs/common';
import { ParcoursConfig } from '@parcours/config';
import { Database } from '@parcours/database';
import { Sweeps } from '@parcours/jobs';
import { Clock, firstIdAt } from '@parcours/kernel';

const DAY_MS = 86_400_000;
const EVERY_MS = 3_600_000;
const DELETED_AT_ONCE = 1_000;

/** Deletes calls that are over, where the installation says how long they are kept. */
@Injectable()
export class OutsideCallRetention implements OnModuleInit {
  private lastAt = 0;

  constructor(
    private readonly config: ParcoursConfig,
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly sweeps: Sweeps,
  ) {}

  onModuleInit(): void {
    this.sweeps.register('outside-call-retention', (signal) => this.sweep(signal));
  }

  /** Once an hour. */
  async sweep(signal: AbortSignal): Promise<void> {
    const { keptDays } = this.config.outsideCalls;
    const now = this.clock.now();
    if (keptDays === undefined || now - this.lastAt < EVERY_MS) return;
    this.lastAt = now;
    await this.purge(now - keptDays * DAY_MS, signal);
  }

  /** Deletes what was asked for before a time and is over. The primary key is in the order of time. */
  async purge(before: number, signal: AbortSignal): Promise<number> {
    const { sql } = this.database;
    const end = firstIdAt(before);
    let deleted = 0;
    while (!signal.aborted) {
      const rows = await sql.select<{ id: number }>(
        'SELECT id FROM outside_calls WHERE id < ? AND queue_at IS NULL ORDER BY id LIMIT ?',
        [end, DELETED_AT_ONCE],
      );
      const ids = rows.map(({ id }) => id);
      if (ids.length > 0) deleted += await sql.run('DELETE FROM outside_calls WHERE id IN (?)', [ids]);
      if (ids.length < DELETED_AT_ONCE) break;
    }
    return deleted;
  }
}

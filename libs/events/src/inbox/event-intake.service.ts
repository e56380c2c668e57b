import { Injectable } from '@nestjs/common';
import { Database } from '@parcours/database';
import { JobRunner } from '@parcours/jobs';

import { EventErrors } from '../events.errors.js';
import { type InboxEntry, LANE_JOB } from './inbox-entry.js';
import { type InboxBatch, InboxStore } from './inbox.store.js';

/** What one insert carries at the most, unless a single request is larger. */
const GROUP_ROWS = 1_000;
const GROUP_BYTES = 2_000_000;
/** From this size on a group is part of a rush: what counts is throughput. */
const RUSH_ROWS = 100;
/** Inserts that travel at the same time. */
const PARALLEL_GROUPS = 2;
/** Rows in memory above which callers are sent away: the database does not keep up. */
const BACKLOG_MAX = 100_000;

interface Waiting {
  readonly batch: InboxBatch;
  readonly resolve: () => void;
  readonly reject: (error: unknown) => void;
}

/**
 * Group commit: requests that arrive while an insert is under way share the next one, and each is answered after the
 * commit that carries its entries. Nothing waits on purpose: on an idle system a request is its own group.
 */
@Injectable()
export class EventIntake {
  private waiting: Waiting[] = [];
  private backlog = 0;
  private travelling = 0;
  private isScheduled = false;

  constructor(
    private readonly database: Database,
    private readonly inbox: InboxStore,
    private readonly jobs: JobRunner,
  ) {}

  /** Resolves when the entries are on disk. @throws events.backlog when the database does not keep up. */
  accept(entries: readonly InboxEntry[]): Promise<void> {
    if (entries.length === 0) return Promise.resolve();
    if (this.backlog > BACKLOG_MAX) return Promise.reject(EventErrors.backlog({}, { retryAfter: 1 }));
    return new Promise((resolve, reject) => {
      this.waiting.push({ batch: this.inbox.rowsOf(entries), resolve, reject });
      this.backlog += entries.length;
      this.schedule();
    });
  }

  /** Requests of the same turn of the event loop join the group. */
  private schedule(): void {
    if (this.isScheduled || this.travelling >= PARALLEL_GROUPS) return;
    this.isScheduled = true;
    setImmediate(() => {
      this.isScheduled = false;
      if (this.waiting.length > 0) void this.send(this.nextGroup());
    });
  }

  private nextGroup(): Waiting[] {
    let rows = 0;
    let bytes = 0;
    let count = 0;
    for (const { batch } of this.waiting) {
      rows += batch.rows.length;
      bytes += batch.bytes;
      if (count > 0 && (rows > GROUP_ROWS || bytes > GROUP_BYTES)) break;
      count++;
    }
    return this.waiting.splice(0, count);
  }

  private async send(group: readonly Waiting[]): Promise<void> {
    const rows = group.flatMap(({ batch }) => batch.rows);
    this.travelling++;
    try {
      await this.inbox.insert(this.database.sql, rows);
      for (const request of group) request.resolve();
      const lanes = new Set(group.flatMap(({ batch }) => [...batch.lanes]));
      this.jobs.wake(LANE_JOB, [...lanes].map(String), rows.length >= RUSH_ROWS ? 'rush' : 'calm');
    } catch (error) {
      for (const request of group) request.reject(error);
    } finally {
      this.travelling--;
      this.backlog -= rows.length;
      if (this.waiting.length > 0) this.schedule();
    }
  }
}

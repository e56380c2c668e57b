import { Injectable } from '@nestjs/common';
import { Database } from '@parcours/database';
import { JobRunner } from '@parcours/jobs';

import { EventErrors } from '../events.errors.js';
import { GroupCommit } from './group-commit.js';
import { type InboxEntry, LANE_JOB } from './inbox-entry.js';
import { type InboxBatch, InboxStore } from './inbox.store.js';

/** From this size on a group is part of a rush: what counts is throughput. */
const RUSH_ROWS = 100;

/** Takes entries in by group commit: many requests, one insert. */
@Injectable()
export class EventIntake {
  private readonly groups: GroupCommit<InboxBatch>;

  constructor(
    database: Database,
    private readonly inbox: InboxStore,
    private readonly jobs: JobRunner,
  ) {
    this.groups = new GroupCommit({
      insert: (rows) => this.inbox.insert(database.sql, rows),
      committed: (batches) => {
        this.wake(batches);
      },
      refusal: () => EventErrors.backlog({}, { retryAfter: 1 }),
    });
  }

  /** Resolves when the entries are on disk. @throws events.backlog when the database does not keep up. */
  accept(entries: readonly InboxEntry[]): Promise<void> {
    if (entries.length === 0) return Promise.resolve();
    return this.groups.add(() => this.inbox.rowsOf(entries));
  }

  private wake(batches: readonly InboxBatch[]): void {
    const lanes = new Set(batches.flatMap((batch) => [...batch.lanes]));
    const rows = batches.reduce((sum, batch) => sum + batch.rows.length, 0);
    this.jobs.wake(LANE_JOB, [...lanes].map(String), rows >= RUSH_ROWS ? 'rush' : 'calm');
  }
}

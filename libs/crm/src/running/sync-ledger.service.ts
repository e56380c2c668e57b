import { Injectable } from '@nestjs/common';
import { Database, type Sql } from '@parcours/database';
import { type EventEntry, InboxStore, LANE_JOB } from '@parcours/events';
import { JobRunner } from '@parcours/jobs';

import { type CrmLink, LinkStore } from '../state/link.store.js';
import { type Claim, type SyncProgress, SyncStore } from '../state/sync.store.js';

/** Somebody else is at the sync, or it was paused: what was done is not written. */
export class ClaimLost extends Error {}

/** Everything that a step writes beside its own tables. */
export interface Written {
  readonly progress: SyncProgress;
  readonly entries: readonly EventEntry[];
  readonly links: readonly LinkToSave[];
}

export interface LinkToSave {
  readonly link: CrmLink;
  /** The entry by which its customer learns what was taken from the CRM. */
  readonly entry?: EventEntry;
}

const RUSH_ENTRIES = 100;

/** Writes a step: what it comes to and how far it is, together or not at all. */
@Injectable()
export class SyncLedger {
  constructor(
    private readonly database: Database,
    private readonly syncs: SyncStore,
    private readonly links: LinkStore,
    private readonly inbox: InboxStore,
    private readonly jobs: JobRunner,
  ) {}

  get sql(): Sql {
    return this.database.sql;
  }

  /** @throws ClaimLost */
  async commit(claim: Claim, work: (sql: Sql) => Promise<Written>): Promise<SyncProgress> {
    const { progress, lanes, count } = await this.database.transaction(async ({ sql }) => {
      const written = await work(sql);
      const { rows, lanes } = this.inbox.rowsOf(written.entries);
      if (rows.length > 0) await this.inbox.insert(sql, rows);
      // The second member of a row is its id, as in the order of the entries.
      const ids = new Map(written.entries.map((entry, at) => [entry, Number(rows[at]?.[1])]));
      await this.links.save(
        sql,
        written.links.map(({ link, entry }) =>
          entry ? { ...link, pendingId: ids.get(entry) ?? null } : link,
        ),
      );
      if (!(await this.syncs.advance(sql, claim, written.progress))) throw new ClaimLost();
      return { progress: written.progress, lanes, count: rows.length };
    });
    this.jobs.wake(LANE_JOB, [...lanes].map(String), count >= RUSH_ENTRIES ? 'rush' : 'calm');
    return progress;
  }
}

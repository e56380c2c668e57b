import { Injectable } from '@nestjs/common';
import type { Sql } from '@parcours/database';
import type { RecordKind, SendErrorClass } from '@parcours/sdk';

/** How far the reading of one kind is. */
export interface KindProgress {
  readonly cursor?: string;
  /** Everything was read once: what comes now are changes. */
  readonly isLoaded: boolean;
  /** Records so far, since the beginning. */
  readonly read: number;
  readonly total?: number;
}

/** What came of it, since the beginning. */
export interface SyncCounts {
  /** Customers who were made. */
  readonly created: number;
  /** People and customers who were found to be one. */
  readonly linked: number;
  /** Customers who have learned something from the CRM. */
  readonly changed: number;
  readonly conflicts: number;
  /** Records that were deleted there. */
  readonly deleted: number;
  /** People who were created or changed there. */
  readonly sent: number;
  readonly events: number;
  /** Records that are about nobody who is linked yet. */
  readonly unmatched: number;
  /** People whom the CRM has deleted because their customers were erased here. */
  readonly forgotten: number;
}

export const NO_COUNTS: SyncCounts = {
  created: 0,
  linked: 0,
  changed: 0,
  conflicts: 0,
  deleted: 0,
  sent: 0,
  events: 0,
  unmatched: 0,
  forgotten: 0,
};

export interface SyncFailure {
  readonly class: SendErrorClass;
  readonly code: string;
  readonly detail: string;
  readonly at: number;
  /** How often in a row. */
  readonly attempt: number;
}

export interface SyncProgress {
  /** What is shared: when that changes everything is read anew. */
  readonly mapping: string;
  readonly kinds: Readonly<Partial<Record<RecordKind, KindProgress>>>;
  readonly counts: SyncCounts;
  /** What the run is at; left out between runs. */
  readonly run?: {
    readonly startedAt: number;
    /** Kinds that are done in it. */
    readonly done: readonly RecordKind[];
    /** The last customer who was looked at on the way out. */
    readonly after: number;
    /** The last person whom the CRM was asked to forget. */
    readonly forgetting?: { readonly after: string; readonly isOver: boolean };
    /** Who goes out, as it was when the run began. */
    readonly sending?: string;
    /** Left out where everybody is looked at on the way out. */
    readonly changedSince?: number;
  };
  /** The last pass over the customers who go out. */
  readonly out?: {
    readonly sending: string;
    /** What changed before was looked at. */
    readonly through: number;
    /** When everybody was looked at last. */
    readonly fullAt: number;
  };
  readonly lastRunAt?: number;
  readonly since: number;
  readonly failure?: SyncFailure;
}

/** A sync as all processes know it. */
export interface SyncState {
  readonly syncId: number;
  readonly progress: SyncProgress;
  readonly nextAt: number;
  readonly claimedUntil: number;
  /** Counts the claims: a process that has lost its claim can't write. */
  readonly fence: number;
  readonly pausedAt: number | null;
}

interface Row {
  sync_id: number;
  progress: string;
  next_at: number;
  claimed_until: number;
  fence: number;
  paused_at: number | null;
}

const SELECT = 'SELECT sync_id, progress, next_at, claimed_until, fence, paused_at FROM crm_syncs';

export interface Claim {
  readonly syncId: number;
  readonly fence: number;
}

/** How syncs stand, one row each. */
@Injectable()
export class SyncStore {
  async find(sql: Sql, syncId: number): Promise<SyncState | undefined> {
    const [row] = await sql.select<Row>(`${SELECT} WHERE sync_id = ?`, [syncId]);
    return row && toState(row);
  }

  async all(sql: Sql): Promise<SyncState[]> {
    return (await sql.select<Row>(`${SELECT} ORDER BY sync_id`)).map(toState);
  }

  /** Makes a row where there is none. */
  async add(sql: Sql, syncId: number, progress: SyncProgress, nextAt: number): Promise<void> {
    await sql.insert({
      table: 'crm_syncs',
      columns: ['sync_id', 'progress', 'next_at', 'claimed_until', 'fence', 'paused_at'],
      rows: [[syncId, JSON.stringify(progress), nextAt, 0, 0, null]],
      onDuplicate: 'ignore',
    });
  }

  /** Takes a sync that is due and that nobody is at; `undefined` where there is nothing to take. */
  async claim(
    sql: Sql,
    syncId: number,
    { now, until }: { now: number; until: number },
  ): Promise<SyncState | undefined> {
    const taken = await sql.run(
      `UPDATE crm_syncs SET fence = fence + 1, claimed_until = ?
       WHERE sync_id = ? AND paused_at IS NULL AND next_at <= ? AND claimed_until <= ?`,
      [until, syncId, now, now],
    );
    return taken === 1 ? this.find(sql, syncId) : undefined;
  }

  /** False where the claim was lost. */
  async renew(sql: Sql, { syncId, fence }: Claim, until: number): Promise<boolean> {
    const text = 'UPDATE crm_syncs SET claimed_until = ? WHERE sync_id = ? AND fence = ?';
    return (await sql.run(text, [until, syncId, fence])) === 1;
  }

  /** Writes how far it is, with what was done; false where the claim was lost. */
  async advance(sql: Sql, { syncId, fence }: Claim, progress: SyncProgress): Promise<boolean> {
    const text = 'UPDATE crm_syncs SET progress = ? WHERE sync_id = ? AND fence = ?';
    return (await sql.run(text, [JSON.stringify(progress), syncId, fence])) === 1;
  }

  /** Lets go of it until then. */
  async release(sql: Sql, { syncId, fence }: Claim, nextAt: number): Promise<void> {
    await sql.run(
      'UPDATE crm_syncs SET claimed_until = 0, next_at = CASE WHEN next_at = 0 THEN 0 ELSE ? END WHERE sync_id = ? AND fence = ?',
      [nextAt, syncId, fence],
    );
  }

  /** Due at once: also where somebody is at it this moment, who then begins anew. */
  async hurry(sql: Sql, syncId: number): Promise<void> {
    await sql.run('UPDATE crm_syncs SET next_at = 0 WHERE sync_id = ?', [syncId]);
  }

  /** What was asked for is what is done now. */
  async begin(sql: Sql, { syncId, fence }: Claim, now: number): Promise<void> {
    await sql.run('UPDATE crm_syncs SET next_at = ? WHERE sync_id = ? AND fence = ?', [now, syncId, fence]);
  }

  /** Takes the sync out of whoever's hands it is in, with a progress of its own. */
  async restart(sql: Sql, syncId: number, progress: SyncProgress): Promise<void> {
    await sql.run(
      'UPDATE crm_syncs SET progress = ?, next_at = 0, fence = fence + 1, claimed_until = 0 WHERE sync_id = ?',
      [JSON.stringify(progress), syncId],
    );
  }

  async pause(sql: Sql, syncId: number, at: number | null): Promise<void> {
    await sql.run(
      `UPDATE crm_syncs SET paused_at = CASE WHEN ? IS NULL THEN NULL ELSE COALESCE(paused_at, ?) END,
         fence = fence + 1, claimed_until = 0 WHERE sync_id = ?`,
      [at, at, syncId],
    );
  }

  /** Due ones that nobody is at. */
  async due(sql: Sql, now: number): Promise<number[]> {
    const rows = await sql.select<{ sync_id: number }>(
      'SELECT sync_id FROM crm_syncs WHERE paused_at IS NULL AND next_at <= ? AND claimed_until <= ?',
      [now, now],
    );
    return rows.map(({ sync_id }) => sync_id);
  }
}

function toState(row: Row): SyncState {
  return {
    syncId: row.sync_id,
    progress: JSON.parse(row.progress) as SyncProgress,
    nextAt: row.next_at,
    claimedUntil: row.claimed_until,
    fence: row.fence,
    pausedAt: row.paused_at,
  };
}

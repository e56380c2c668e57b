import { Injectable, Logger } from '@nestjs/common';
import { ParcoursConfig } from '@parcours/config';
import { Database } from '@parcours/database';
import { JobRunner } from '@parcours/jobs';
import { Clock } from '@parcours/kernel';
import { renewDuring } from '@parcours/messaging';

import { type SyncProgress, type SyncState, SyncStore } from '../state/sync.store.js';
import { CRM_SYNC_JOB } from './crm.jobs.js';
import { ClaimLost } from './sync-ledger.service.js';

/** How far a turn has come, and when the next one begins. */
export interface TurnEnd {
  readonly progress: SyncProgress;
  readonly nextAt: number;
}

/** Gives a sync to one process at a time. */
@Injectable()
export class SyncClaims {
  private readonly logger = new Logger(SyncClaims.name);

  constructor(
    private readonly database: Database,
    private readonly syncs: SyncStore,
    private readonly jobs: JobRunner,
    private readonly clock: Clock,
    private readonly config: ParcoursConfig,
  ) {}

  /** Works a sync that is due and that nobody is at, and says when it is to be gone on with. */
  async during(syncId: number, turn: (state: SyncState) => Promise<TurnEnd>): Promise<void> {
    const { sql } = this.database;
    const { leaseMs } = this.config.work;
    const now = this.clock.now();
    const state = await this.syncs.claim(sql, syncId, { now, until: now + leaseMs });
    if (!state) return;
    await this.syncs.begin(sql, state, now);
    const held = {
      leaseMs,
      renew: async () => {
        await this.syncs.renew(sql, state, this.clock.now() + leaseMs);
      },
      warn: (message: string) => {
        this.logger.warn(message);
      },
    };
    try {
      const { progress, nextAt } = await renewDuring(held, () => turn(state));
      if (await this.syncs.advance(sql, state, progress)) await this.release(state, nextAt);
    } catch (error) {
      // Anything else is a database that is away, or a fault of ours: the claim runs out, and the sweep comes back.
      if (!(error instanceof ClaimLost)) throw error;
    }
  }

  private async release(state: SyncState, nextAt: number): Promise<void> {
    const { sql } = this.database;
    await this.syncs.release(sql, state, nextAt);
    const after = await this.syncs.find(sql, state.syncId);
    if (after) this.jobs.wakeAt(CRM_SYNC_JOB, String(state.syncId), after.nextAt);
  }
}

import { Injectable, Logger } from '@nestjs/common';
import { ParcoursConfig } from '@parcours/config';
import { Database } from '@parcours/database';
import { JobRunner } from '@parcours/jobs';
import { Clock } from '@parcours/kernel';
import { renewDuring } from '@parcours/messaging';

import { type ExportProgress, type ExportState, ExportStore } from '../state/export.store.js';
import { INSIGHT_EXPORT_JOB } from './insight.jobs.js';

/** Somebody else is at the export, or it begins anew: what was done is not written. */
class ClaimLost extends Error {}

/** An export in the hands of this process. */
export interface HeldExport {
  readonly state: ExportState;
  /** Writes how far it is. @throws where the claim was lost; hand it on */
  commit(progress: ExportProgress): Promise<void>;
}

/** Gives an export to one process at a time. */
@Injectable()
export class ExportClaims {
  private readonly logger = new Logger(ExportClaims.name);

  constructor(
    private readonly database: Database,
    private readonly store: ExportStore,
    private readonly jobs: JobRunner,
    private readonly clock: Clock,
    private readonly config: ParcoursConfig,
  ) {}

  /** Works an export that is due and that nobody is at; `turn` answers when it is to be gone on with. */
  async during(connectorId: number, turn: (held: HeldExport) => Promise<number>): Promise<void> {
    const { sql } = this.database;
    const { leaseMs } = this.config.work;
    const now = this.clock.now();
    const state = await this.store.claim(sql, connectorId, { now, until: now + leaseMs });
    if (!state) return;
    const held = {
      leaseMs,
      renew: () => this.store.renew(sql, state, this.clock.now() + leaseMs),
      warn: (message: string) => {
        this.logger.warn(message);
      },
    };
    const commit = async (progress: ExportProgress): Promise<void> => {
      if (!(await this.store.advance(sql, state, progress))) throw new ClaimLost();
    };
    try {
      const nextAt = await renewDuring(held, () => turn({ state, commit }));
      await this.store.release(sql, state, nextAt);
      this.jobs.wakeAt(INSIGHT_EXPORT_JOB, String(connectorId), nextAt);
    } catch (error) {
      // Anything else is a database that is away, or a fault of ours: the claim runs out, and the sweep comes back.
      if (!(error instanceof ClaimLost)) throw error;
    }
  }
}

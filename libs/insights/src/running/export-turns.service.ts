import { Injectable } from '@nestjs/common';
import { ParcoursConfig } from '@parcours/config';
import { Database, type Sql } from '@parcours/database';
import { Clock } from '@parcours/kernel';
import { nextTryAt } from '@parcours/messaging';
import type { InsightStream, SendError } from '@parcours/sdk';

import type { ExportProgress } from '../state/export.store.js';
import type { HeldExport } from './export-claims.service.js';

/** How often one looks for what is new in the time that it waits in any case, and how long it takes at least. */
const LOOKS_PER_DELAY = 6;
const LEAST_REST_MS = 100;

/** A batch, or an opening, that came to nothing. */
export interface FailedExport {
  readonly stream?: InsightStream;
  readonly error: SendError;
  /** Aborted where it was given up for a shutdown. */
  readonly signal: AbortSignal;
}

/** Says when an export is gone on with. */
@Injectable()
export class ExportTurns {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly config: ParcoursConfig,
  ) {}

  get sql(): Sql {
    return this.database.sql;
  }

  now(): number {
    return this.clock.now();
  }

  goOn(): number {
    return this.clock.now();
  }

  rest(): number {
    const { exportDelayMs } = this.config.work;
    return this.clock.now() + Math.max(LEAST_REST_MS, Math.round(exportDelayMs / LOOKS_PER_DELAY));
  }

  /** Whatever its class: nothing is passed over, and what is refused for good today may be put right tomorrow. */
  async putOff(
    held: HeldExport,
    progress: ExportProgress,
    { stream, error, signal }: FailedExport,
  ): Promise<number> {
    const now = this.clock.now();
    // What was given up says nothing about the warehouse.
    if (signal.aborted) return now;
    const attempt = (progress.failure?.attempt ?? 0) + 1;
    const { class: kind, code, detail } = error;
    const again = { ...error, class: 'temporary' } as const;
    const failure = { ...(stream && { stream }), class: kind, code, detail, at: now, attempt };
    await held.commit({ ...progress, failure });
    return nextTryAt({ error: again, attempt, now, spread: 0.5 }, Infinity) ?? now;
  }
}

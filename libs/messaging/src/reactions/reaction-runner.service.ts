import { Injectable, Logger } from '@nestjs/common';
import { Database } from '@parcours/database';
import { LANE_JOB } from '@parcours/events';
import { JobRunner } from '@parcours/jobs';
import { Clock, describeError, ParcoursError } from '@parcours/kernel';

import { ReactionBatch, type ReactionBatchResult } from './reaction-batch.service.js';
import { ReactionInbox } from './reaction-inbox.store.js';

const BATCH = 1_000;
/** From this size on a batch is part of a rush. */
const RUSH_ROWS = 100;
/** Somebody else holds what is due: look again a little later. */
const HELD_RETRY_MS = 250;

/** Works off what has come in of reactions, batch after batch. */
@Injectable()
export class ReactionRunner {
  private readonly logger = new Logger(ReactionRunner.name);

  constructor(
    private readonly database: Database,
    private readonly batch: ReactionBatch,
    private readonly inbox: ReactionInbox,
    private readonly jobs: JobRunner,
    private readonly clock: Clock,
  ) {}

  /** Answers when to look again; `undefined` when nothing waits. */
  async run(signal: AbortSignal): Promise<number | undefined> {
    let taken = BATCH;
    while (taken >= BATCH && !signal.aborted) taken = (await this.work()).taken;
    const next = await this.inbox.nextDueAt(this.database.sql);
    return next === undefined ? undefined : Math.max(next, this.clock.now() + HELD_RETRY_MS);
  }

  private async work(): Promise<ReactionBatchResult> {
    const result = await this.batchOf(BATCH).catch((error: unknown) => this.oneByOne(error));
    const { lanes, taken, unknown } = result;
    if (unknown > 0) this.logger.warn(`${String(unknown)} reactions belong to no message or customer`);
    if (lanes.size > 0) {
      this.jobs.wake(LANE_JOB, [...lanes].map(String), taken >= RUSH_ROWS ? 'rush' : 'calm');
    }
    return result;
  }

  private async batchOf(limit: number): Promise<ReactionBatchResult> {
    return this.database.transaction(({ sql }) => this.batch.run(sql, { now: this.clock.now(), limit }));
  }

  /** Finds the one that the batch fails by, and puts it aside; an outage is nobody's fault and tried again. */
  private async oneByOne(error: unknown): Promise<ReactionBatchResult> {
    if (isOutage(error)) throw error;
    try {
      const result = await this.batchOf(1);
      return result.taken === 0 ? result : { ...result, taken: BATCH };
    } catch (cause) {
      if (isOutage(cause)) throw cause;
      const now = this.clock.now();
      const [first] = await this.inbox.takeDue(this.database.sql, { now, limit: 1 });
      if (!first) throw cause;
      this.logger.error(`reaction ${String(first.id)} was put aside: ${describeError(cause)}`);
      await this.inbox.putAside(this.database.sql, first.id, describeError(cause));
      return { taken: BATCH, lanes: new Set(), unknown: 0 };
    }
  }
}

function isOutage(error: unknown): boolean {
  return error instanceof ParcoursError && error.retryable;
}

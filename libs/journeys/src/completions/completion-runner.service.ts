import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { Database, type Sql } from '@parcours/database';
import { LANE_JOB } from '@parcours/events';
import { JobHandlers, JobRunner, Sweeps } from '@parcours/jobs';
import { Clock, describeError, ParcoursError } from '@parcours/kernel';

import { COMPLETION_JOB, COMPLETION_KEY, type CompletionRow } from './completion.js';
import { CompletionDesk } from './completion-desk.service.js';
import { CompletionInbox } from './completion-inbox.store.js';

const BATCH = 500;
/** Somebody else holds what is due: look again a little later. */
const HELD_RETRY_MS = 250;

/** What cannot be worked is looked at again after this: somebody may have mended what it fails by. */
const PUT_OFF_MS = 3_600_000;

/** How long after each other a record is looked for that the other system knows and we do not yet. */
const LOOK_AGAIN_MS = [2_000, 10_000, 60_000, 600_000, 3_600_000, 21_600_000];

interface DoneBatch {
  readonly taken: number;
  /** Lanes to wake. */
  readonly lanes: ReadonlySet<number>;
  readonly unknown: number;
}

/** Works off what has come in of completions, batch after batch. */
@Injectable()
export class CompletionRunner {
  private readonly logger = new Logger(CompletionRunner.name);

  constructor(
    private readonly database: Database,
    private readonly inbox: CompletionInbox,
    private readonly desk: CompletionDesk,
    private readonly jobs: JobRunner,
    private readonly clock: Clock,
  ) {}

  /** Answers when to look again; `undefined` when nothing waits. */
  async run(signal: AbortSignal): Promise<number | undefined> {
    let taken = BATCH;
    while (taken >= BATCH && !signal.aborted) taken = await this.work();
    const next = await this.inbox.nextDueAt(this.database.sql);
    return next === undefined ? undefined : Math.max(next, this.clock.now() + HELD_RETRY_MS);
  }

  private async work(): Promise<number> {
    const { taken, lanes, unknown } = await this.batchOf(BATCH).catch((error: unknown) =>
      this.oneByOne(error),
    );
    if (unknown > 0) this.logger.warn(`${String(unknown)} completions belong to no call`);
    this.jobs.wake(LANE_JOB, [...lanes].map(String));
    return taken;
  }

  private batchOf(limit: number): Promise<DoneBatch> {
    const now = this.clock.now();
    return this.database.transaction(({ sql }) => this.batch(sql, { now, limit }));
  }

  /** Finds the one that the batch fails by, and looks at it later; an outage is nobody's fault and tried again. */
  private async oneByOne(error: unknown): Promise<DoneBatch> {
    if (isOutage(error)) throw error;
    try {
      const done = await this.batchOf(1);
      return done.taken === 0 ? done : { ...done, taken: BATCH };
    } catch (cause) {
      if (isOutage(cause)) throw cause;
      const now = this.clock.now();
      const { sql } = this.database;
      const [first] = await this.inbox.takeDue(sql, { now, limit: 1 });
      if (!first) throw cause;
      this.logger.error(`completion ${String(first.id)} cannot be worked: ${describeError(cause)}`);
      await this.inbox.postpone(sql, [first.id], now + PUT_OFF_MS);
      return { taken: BATCH, lanes: new Set(), unknown: 0 };
    }
  }

  private async batch(sql: Sql, { now, limit }: { now: number; limit: number }): Promise<DoneBatch> {
    const rows = await this.inbox.takeDue(sql, { now, limit });
    if (rows.length === 0) return { taken: 0, lanes: new Set(), unknown: 0 };
    const { lanes, found } = await this.desk.complete(sql, rows, now);
    const lost = rows.filter((row) => !found.includes(row));
    const late = lost.filter(mayComeYet);
    for (const [attempts, pauseMs] of LOOK_AGAIN_MS.entries()) {
      const again = late.filter((row) => row.attempts === attempts);
      await this.inbox.postpone(
        sql,
        again.map(({ id }) => id),
        now + pauseMs,
      );
    }
    const over = rows.filter((row) => !late.includes(row));
    await this.inbox.remove(
      sql,
      over.map(({ id }) => id),
    );
    return { taken: rows.length, lanes, unknown: lost.length - late.length };
  }
}

/** Connects the work on completions with wake-ups and the sweep. */
@Injectable()
export class CompletionJobs implements OnModuleInit {
  constructor(
    private readonly runner: CompletionRunner,
    private readonly handlers: JobHandlers,
    private readonly sweeps: Sweeps,
    private readonly jobs: JobRunner,
  ) {}

  onModuleInit(): void {
    this.handlers.register(COMPLETION_JOB, { concurrency: 1 }, (_key, signal) => this.run(signal));
    this.sweeps.register('completions', (signal) => this.run(signal));
  }

  private async run(signal: AbortSignal): Promise<void> {
    const nextAt = await this.runner.run(signal);
    if (nextAt !== undefined && !signal.aborted) this.jobs.wakeAt(COMPLETION_JOB, COMPLETION_KEY, nextAt);
  }
}

/** Our ids are on disk before anybody hears of them; a record may be known there before its id is recorded here. */
function mayComeYet({ callId, attempts }: CompletionRow): boolean {
  return callId === undefined && attempts < LOOK_AGAIN_MS.length;
}

function isOutage(error: unknown): boolean {
  return error instanceof ParcoursError && error.retryable;
}

import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { Database, type Sql } from '@parcours/database';
import { LANE_JOB } from '@parcours/events';
import { JobHandlers, JobRunner, Sweeps } from '@parcours/jobs';
import { Clock } from '@parcours/kernel';

import { COMPLETION_JOB, COMPLETION_KEY, type CompletionRow } from './completion.js';
import { CompletionDesk } from './completion-desk.service.js';
import { CompletionInbox } from './completion-inbox.store.js';

const BATCH = 500;
/** Somebody else holds what is due: look again a little later. */
const HELD_RETRY_MS = 250;

/** How long after each other a record is looked for that the other system knows and we do not yet. */
const LOOK_AGAIN_MS = [2_000, 10_000, 60_000, 600_000, 3_600_000, 21_600_000];

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
    const now = this.clock.now();
    const { taken, lanes, unknown } = await this.database.transaction(({ sql }) => this.batch(sql, now));
    if (unknown > 0) this.logger.warn(`${String(unknown)} completions belong to no call`);
    this.jobs.wake(LANE_JOB, [...lanes].map(String));
    return taken;
  }

  private async batch(sql: Sql, now: number) {
    const rows = await this.inbox.takeDue(sql, { now, limit: BATCH });
    if (rows.length === 0) return { taken: 0, lanes: new Set<number>(), unknown: 0 };
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

import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { ParcoursConfig } from '@parcours/config';
import { LANE_JOB } from '@parcours/events';
import { JobHandlers, Sweeps } from '@parcours/jobs';
import { describeError } from '@parcours/kernel';

import { type BatchResult, LaneBatch } from './lane-batch.service.js';
import { LaneOutbox } from './lane-outbox.service.js';
import { isOutage } from './lane-outage.rules.js';
import { LaneRepair } from './lane-repair.service.js';
import { LaneSchedule } from './lane-schedule.service.js';

/** After this a lane lets others have a turn. */
const TURN_MS = 2_000;
/** Another worker has the lane: look again a little later, so that no wake-up is lost. */
const BUSY_RETRY_MS = 250;
const RETRIES = 3;
/** A sweep sees to what is due before the next one, and with a margin. */
const SHORTEST_HORIZON_MS = 60_000;

/** Works lanes: batch after batch until a lane is empty. */
@Injectable()
export class LaneRunner {
  private readonly logger = new Logger(LaneRunner.name);

  constructor(
    private readonly batch: LaneBatch,
    private readonly repair: LaneRepair,
    private readonly schedule: LaneSchedule,
    private readonly outbox: LaneOutbox,
    private readonly config: ParcoursConfig,
  ) {}

  async run(lane: number, signal: AbortSignal): Promise<void> {
    const turnEnds = performance.now() + TURN_MS;
    while (!signal.aborted) {
      const results = await this.runBatch(lane);
      let isFull = false;
      for (const result of results) {
        if (result.status === 'busy') {
          this.schedule.again(lane, BUSY_RETRY_MS);
          return;
        }
        this.outbox.wake(result.changes);
        await this.schedule.after(result);
        isFull ||= result.isFull;
      }
      if (!isFull) return;
      if (performance.now() > turnEnds) {
        this.schedule.again(lane, 0);
        return;
      }
    }
  }

  /** A failure that may pass is tried again at once; one that stays is narrowed down to the row that causes it. */
  private async runBatch(lane: number): Promise<readonly BatchResult[]> {
    const { laneBatch } = this.config.work;
    for (let attempt = 1; ; attempt++) {
      try {
        return [await this.batch.run(lane, { inbox: laneBatch, due: laneBatch })];
      } catch (error) {
        this.logger.warn(`lane ${String(lane)}, attempt ${String(attempt)}: ${describeError(error)}`);
        if (attempt < RETRIES) continue;
        if (isOutage(error)) throw error;
        return this.repair.run(lane, laneBatch);
      }
    }
  }
}

/** Connects the runner with wake-ups and the sweep. */
@Injectable()
export class LaneJobs implements OnModuleInit {
  constructor(
    private readonly runner: LaneRunner,
    private readonly schedule: LaneSchedule,
    private readonly handlers: JobHandlers,
    private readonly sweeps: Sweeps,
    private readonly config: ParcoursConfig,
  ) {}

  onModuleInit(): void {
    const concurrency = this.config.work.laneConcurrency;
    this.handlers.register(LANE_JOB, { concurrency }, (key, signal) => this.runner.run(Number(key), signal));
    this.sweeps.register('lanes', (signal) => this.sweep(signal));
  }

  private async sweep(signal: AbortSignal): Promise<void> {
    const horizonMs = Math.max(SHORTEST_HORIZON_MS, 2 * this.config.work.sweepMs);
    for (const lane of await this.schedule.overdue(horizonMs)) {
      if (signal.aborted) return;
      await this.runner.run(lane, signal);
    }
  }
}

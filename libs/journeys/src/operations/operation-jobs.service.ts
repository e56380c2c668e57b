import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Database } from '@parcours/database';
import { LANE_JOB } from '@parcours/events';
import { JobHandlers, JobRunner, Sweeps } from '@parcours/jobs';
import { Clock } from '@parcours/kernel';

import { OPERATION_JOB, operationKey, parseOperationKey } from './operation.js';
import { OperationStore } from './operation.store.js';
import { OperationWorker } from './operation-worker.service.js';

/** After this a lane lets others have a turn. */
const TURN_MS = 400;
/** Lanes of operations that one process works at the same time. */
const CONCURRENCY = 2;

/** Works operations lane by lane, a chunk at a time, and wakes the lanes that have something to do then. */
@Injectable()
export class OperationRunner {
  constructor(
    private readonly worker: OperationWorker,
    private readonly jobs: JobRunner,
    private readonly clock: Clock,
  ) {}

  async run(key: string, signal: AbortSignal): Promise<void> {
    const { id, lane } = parseOperationKey(key);
    const turnEnds = performance.now() + TURN_MS;
    while (!signal.aborted) {
      const isLeft = await this.worker.work(id, lane);
      this.jobs.wake(LANE_JOB, [String(lane)]);
      if (!isLeft) return;
      if (performance.now() < turnEnds) continue;
      this.jobs.wakeAt(OPERATION_JOB, key, this.clock.now());
      return;
    }
  }
}

/** Connects the runner with wake-ups and the sweep. */
@Injectable()
export class OperationJobs implements OnModuleInit {
  constructor(
    private readonly runner: OperationRunner,
    private readonly operations: OperationStore,
    private readonly database: Database,
    private readonly handlers: JobHandlers,
    private readonly sweeps: Sweeps,
  ) {}

  onModuleInit(): void {
    this.handlers.register(OPERATION_JOB, { concurrency: CONCURRENCY }, (key, signal) =>
      this.runner.run(key, signal),
    );
    this.sweeps.register('operations', async (signal) => {
      for (const { id, lane } of await this.operations.unfinished(this.database.sql)) {
        if (signal.aborted) return;
        await this.runner.run(operationKey(id, lane), signal);
      }
    });
  }
}

import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Database } from '@parcours/database';
import { LANE_JOB } from '@parcours/events';
import { JobHandlers, JobRunner, Sweeps } from '@parcours/jobs';
import { Clock, systemActor } from '@parcours/kernel';

import { DeliveryWaker } from '../delivery/delivery-waker.service.js';
import { MESSAGE_PAUSE_JOB } from './message-pause.js';
import { MessagePauses } from './message-pause.service.js';
import { MessagePauseStore } from './message-pause.store.js';
import { PauseRelease } from './pause-release.service.js';

/** After this others have a turn. */
const TURN_MS = 2_000;

/** Ends pauses whose time is over, and lets go what ended ones held. */
@Injectable()
export class PauseRunner {
  constructor(
    private readonly pauses: MessagePauses,
    private readonly release: PauseRelease,
    private readonly waker: DeliveryWaker,
    private readonly jobs: JobRunner,
    private readonly clock: Clock,
  ) {}

  async run(id: number, signal: AbortSignal): Promise<void> {
    const known = await this.pauses.get(id);
    const isOver = known.untilAt !== null && known.untilAt <= this.clock.now();
    if (known.endedAt === null && !isOver) return;
    const pause = known.endedAt === null ? await this.pauses.end(id, systemActor('until')) : known;
    const turnEnds = performance.now() + TURN_MS;
    while (!signal.aborted) {
      const step = await this.release.step(pause, this.clock);
      this.waker.wakeFor(step.requeued);
      this.jobs.wake(LANE_JOB, [...step.lanes].map(String));
      if (step.isOver) return;
      if (performance.now() < turnEnds) continue;
      this.jobs.wakeAt(MESSAGE_PAUSE_JOB, String(id), this.clock.now());
      return;
    }
  }
}

/** Connects the runner with wake-ups and the sweep. */
@Injectable()
export class PauseJobs implements OnModuleInit {
  constructor(
    private readonly runner: PauseRunner,
    private readonly pauses: MessagePauseStore,
    private readonly database: Database,
    private readonly handlers: JobHandlers,
    private readonly sweeps: Sweeps,
  ) {}

  onModuleInit(): void {
    this.handlers.register(MESSAGE_PAUSE_JOB, { concurrency: 1 }, (key, signal) =>
      this.runner.run(Number(key), signal),
    );
    this.sweeps.register('message-pauses', async (signal) => {
      for (const { id } of await this.pauses.unfinished(this.database.sql)) {
        if (signal.aborted) return;
        await this.runner.run(id, signal);
      }
    });
  }
}

import { Injectable, type OnModuleInit } from '@nestjs/common';
import { LANE_JOB } from '@parcours/events';
import { JobHandlers, JobRunner, Sweeps } from '@parcours/jobs';
import { Clock } from '@parcours/kernel';

import { ALL_FALLBACKS, FALLBACK_JOB } from '../outbox/message.js';
import { Fallbacks } from './fallback.service.js';

/** Connects the search for messages that nobody has reacted to with wake-ups and the sweep. */
@Injectable()
export class FallbackJobs implements OnModuleInit {
  constructor(
    private readonly fallbacks: Fallbacks,
    private readonly handlers: JobHandlers,
    private readonly sweeps: Sweeps,
    private readonly jobs: JobRunner,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.handlers.register(FALLBACK_JOB, { concurrency: 1 }, (_key, signal) => this.run(signal));
    this.sweeps.register('message-fallbacks', async (signal) => {
      const dueAt = await this.fallbacks.nextDueAt();
      if (dueAt !== undefined && dueAt <= this.clock.now()) await this.run(signal);
    });
  }

  private async run(signal: AbortSignal): Promise<void> {
    for (let isOver = false; !isOver && !signal.aborted;) {
      const step = await this.fallbacks.step(this.clock.now());
      this.jobs.wake(LANE_JOB, [...step.lanes].map(String));
      isOver = step.isOver;
    }
    const nextAt = await this.fallbacks.nextDueAt();
    if (nextAt !== undefined && !signal.aborted) this.jobs.wakeAt(FALLBACK_JOB, ALL_FALLBACKS, nextAt);
  }
}

import { Injectable, type OnModuleInit } from '@nestjs/common';
import { JobHandlers, JobRunner, Sweeps } from '@parcours/jobs';

import { OUTSIDE_CALL_JOB } from './outside-call.js';
import { OutsideCallRunner } from './outside-call-runner.service.js';

/** Systems that one process calls at the same time: most of it is waiting for answers. */
const CONCURRENCY = 32;

/** Connects calls with wake-ups and the sweep. */
@Injectable()
export class OutsideCallJobs implements OnModuleInit {
  constructor(
    private readonly runner: OutsideCallRunner,
    private readonly handlers: JobHandlers,
    private readonly sweeps: Sweeps,
    private readonly jobs: JobRunner,
  ) {}

  onModuleInit(): void {
    this.handlers.register(OUTSIDE_CALL_JOB, { concurrency: CONCURRENCY }, (target, signal) =>
      this.run(target, signal),
    );
    this.sweeps.register('outside-calls', (signal) => this.sweep(signal));
  }

  private async run(target: string, signal: AbortSignal): Promise<void> {
    const nextAt = await this.runner.run(target, signal);
    if (nextAt !== undefined && !signal.aborted) this.jobs.wakeAt(OUTSIDE_CALL_JOB, target, nextAt);
  }

  /** Side by side: a system that is slow holds up no other. */
  private async sweep(signal: AbortSignal): Promise<void> {
    const overdue = await this.runner.overdue();
    await Promise.all(overdue.map((target) => this.run(target, signal)));
  }
}

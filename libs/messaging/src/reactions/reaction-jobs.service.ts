import { Injectable, type OnModuleInit } from '@nestjs/common';
import { JobHandlers, JobRunner, Sweeps } from '@parcours/jobs';

import { REACTION_JOB, REACTION_KEY } from './reaction.js';
import { ReactionRunner } from './reaction-runner.service.js';

/** Connects the work on reactions with wake-ups and the sweep. */
@Injectable()
export class ReactionJobs implements OnModuleInit {
  constructor(
    private readonly runner: ReactionRunner,
    private readonly handlers: JobHandlers,
    private readonly sweeps: Sweeps,
    private readonly jobs: JobRunner,
  ) {}

  onModuleInit(): void {
    this.handlers.register(REACTION_JOB, { concurrency: 1 }, (_key, signal) => this.run(signal));
    this.sweeps.register('reactions', (signal) => this.run(signal));
  }

  private async run(signal: AbortSignal): Promise<void> {
    const nextAt = await this.runner.run(signal);
    if (nextAt !== undefined && !signal.aborted) this.jobs.wakeAt(REACTION_JOB, REACTION_KEY, nextAt);
  }
}

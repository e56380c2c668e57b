import { Injectable, type OnModuleInit } from '@nestjs/common';
import { JobHandlers, Sweeps } from '@parcours/jobs';

import { FanOut } from './fan-out.service.js';
import { FAN_OUT_JOB } from './webhook.jobs.js';

/** Connects what is raised with wake-ups and the sweep. */
@Injectable()
export class FanOutJobs implements OnModuleInit {
  constructor(
    private readonly fanOut: FanOut,
    private readonly handlers: JobHandlers,
    private readonly sweeps: Sweeps,
  ) {}

  onModuleInit(): void {
    this.handlers.register(FAN_OUT_JOB, { concurrency: 1 }, (_key, signal) => this.fanOut.run(signal));
    this.sweeps.register('webhook-fan-out', (signal) => this.fanOut.run(signal));
  }
}

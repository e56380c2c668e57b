import {
  type BeforeApplicationShutdown,
  type DynamicModule,
  Global,
  Inject,
  Injectable,
  Module,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { ParcoursConfig } from '@parcours/config';
import { Clock } from '@parcours/kernel';

import { BullMqJobRunner } from './bullmq-job-runner.js';
import { InProcessJobRunner } from './in-process-job-runner.js';
import { JobHandlers } from './job-handlers.js';
import { JobRunner } from './job-runner.js';
import { Sweeps } from './sweeps.js';

/** `works` processes run jobs and sweeps; the others only wake those that do. */
export interface JobsOptions {
  readonly works: boolean;
}

const OPTIONS = Symbol('JobsOptions');

/** Starts the work when everything is wired, and drains it before connections close. */
@Injectable()
class JobLifecycle implements OnApplicationBootstrap, BeforeApplicationShutdown {
  constructor(
    private readonly runner: JobRunner,
    private readonly handlers: JobHandlers,
    private readonly sweeps: Sweeps,
    @Inject(OPTIONS) private readonly options: JobsOptions,
  ) {}

  onApplicationBootstrap(): void {
    if (!this.options.works) return;
    this.runner.start(this.handlers.complete());
    this.sweeps.start();
  }

  async beforeApplicationShutdown(): Promise<void> {
    await Promise.all([this.sweeps.stop(), this.runner.stop()]);
  }
}

@Global()
@Module({})
export class JobsModule {
  static forRoot(options: JobsOptions): DynamicModule {
    return {
      module: JobsModule,
      providers: [
        { provide: OPTIONS, useValue: options },
        { provide: JobRunner, inject: [ParcoursConfig, Clock], useFactory: createRunner },
        JobHandlers,
        Sweeps,
        JobLifecycle,
      ],
      exports: [JobRunner, JobHandlers, Sweeps],
    };
  }
}

function createRunner(config: ParcoursConfig, clock: Clock): JobRunner {
  if (config.redisUrl === undefined) return new InProcessJobRunner(clock);
  return new BullMqJobRunner({ redisUrl: config.redisUrl, prefix: config.queuePrefix }, clock);
}

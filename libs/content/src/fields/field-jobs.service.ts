import { Injectable, type OnModuleInit } from '@nestjs/common';
import { JobHandlers, JobRunner, Sweeps } from '@parcours/jobs';

import { ContentTypeRegistry } from '../types/content-type-registry.js';
import { FieldBackfill } from './field-backfill.service.js';
import { CONTENT_FIELDS_JOB } from './field.job.js';

/** Connects the reading of things by their custom fields with wake-ups and the sweep. */
@Injectable()
export class FieldJobs implements OnModuleInit {
  constructor(
    private readonly backfill: FieldBackfill,
    private readonly types: ContentTypeRegistry,
    private readonly handlers: JobHandlers,
    private readonly sweeps: Sweeps,
    private readonly jobs: JobRunner,
  ) {}

  onModuleInit(): void {
    this.handlers.register(CONTENT_FIELDS_JOB, { concurrency: 1 }, (type, signal) => this.run(type, signal));
    this.sweeps.register('content-fields', () => this.sweep());
  }

  private async run(type: string, signal: AbortSignal): Promise<void> {
    if (!this.types.has(type)) return;
    await this.backfill.catchUp(type, { atMost: Number.POSITIVE_INFINITY, signal });
  }

  /** Also finds what was written by fields of before, at the moment at which others were published. */
  private async sweep(): Promise<void> {
    for (const { name } of this.types.all()) {
      if (await this.backfill.isBehind(name)) this.jobs.wake(CONTENT_FIELDS_JOB, [name]);
    }
  }
}

import { Injectable, type OnModuleInit } from '@nestjs/common';
import { ContentChanges } from '@parcours/content';
import { declareJob, JobHandlers, JobRunner, Sweeps } from '@parcours/jobs';

import { MembershipRuleBook } from '../rules/membership-rules.service.js';
import { IdleDues, SegmentFill } from './segment-fill.service.js';

/** Brings the members of segments in line with what is published. */
const SEGMENT_FILL_JOB = declareJob('segment-fill');

/** Wakes the work as soon as something is published that says who belongs where; in every process. */
@Injectable()
export class SegmentFillWaker implements OnModuleInit {
  constructor(
    private readonly changes: ContentChanges,
    private readonly jobs: JobRunner,
    private readonly book: MembershipRuleBook,
  ) {}

  onModuleInit(): void {
    this.changes.subscribe({
      changed: (changes) => {
        const concerns = changes.some(({ type }) => this.book.concerns(type));
        if (concerns) this.jobs.wake(SEGMENT_FILL_JOB, ['all']);
      },
    });
  }
}

/** Does the work; in processes that work. */
@Injectable()
export class SegmentFillJobs implements OnModuleInit {
  constructor(
    private readonly fill: SegmentFill,
    private readonly idle: IdleDues,
    private readonly handlers: JobHandlers,
    private readonly sweeps: Sweeps,
  ) {}

  onModuleInit(): void {
    this.handlers.register(SEGMENT_FILL_JOB, { concurrency: 1 }, (_key, signal) =>
      this.fill.reconcile(signal),
    );
    this.sweeps.register('segment-fill', async (signal) => {
      await this.idle.clear();
      await this.fill.reconcile(signal);
    });
  }
}

import { Injectable, type OnModuleInit } from '@nestjs/common';
import { type JobDefinition, JobRunner } from '@parcours/jobs';

import { ConsentListeners } from '../consents/consent-listeners.js';

/** The job of a lane's batches: declared and handled by libraries above this one, and known by its name. */
const LANE_JOB: JobDefinition = { name: 'lane' };

/** Has a lane look at customers who were changed outside of it, rather than at the next sweep. */
@Injectable()
export class LaneWaker implements OnModuleInit {
  constructor(
    private readonly jobs: JobRunner,
    private readonly consents: ConsentListeners,
  ) {}

  onModuleInit(): void {
    this.consents.subscribe({
      decided: ({ customer }) => {
        this.wake(customer);
      },
    });
  }

  /** After the commit. */
  wake({ lane }: { readonly lane: number }): void {
    this.jobs.wake(LANE_JOB, [String(lane)]);
  }

  /** After the commit. */
  wakeAt({ lane, dueAt }: { readonly lane: number; readonly dueAt: number }): void {
    this.jobs.wakeAt(LANE_JOB, String(lane), dueAt);
  }
}

import { Injectable } from '@nestjs/common';
import { type JobDefinition, JobRunner } from '@parcours/jobs';

/** The job of a lane's batches: declared and handled by libraries above this one, and known by its name. */
const LANE_JOB: JobDefinition = { name: 'lane' };

/** Has a lane look at customers who were changed outside of it, rather than at the next sweep. */
@Injectable()
export class LaneWaker {
  constructor(private readonly jobs: JobRunner) {}

  /** After the commit. */
  wake({ lane }: { readonly lane: number }): void {
    this.jobs.wake(LANE_JOB, [String(lane)]);
  }
}

import { Injectable } from '@nestjs/common';
import { declareJob, JobRunner } from '@parcours/jobs';

/** The job of a lane's batches, which a library above this one handles; a job is known by its name. */
const LANE_JOB = declareJob('lane');

/** Has a lane look at customers who were changed outside of it, rather than at the next sweep. */
@Injectable()
export class LaneWaker {
  constructor(private readonly jobs: JobRunner) {}

  /** After the commit. */
  wake({ lane }: { readonly lane: number }): void {
    this.jobs.wake(LANE_JOB, [String(lane)]);
  }
}

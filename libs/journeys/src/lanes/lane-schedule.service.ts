import { Injectable } from '@nestjs/common';
import { Database } from '@parcours/database';
import { InboxStore, LANE_JOB } from '@parcours/events';
import { JobRunner } from '@parcours/jobs';
import { Clock } from '@parcours/kernel';

import type { DoneBatch } from './lane-batch.service.js';
import { LaneDueTimes } from './lane-due-times.service.js';
import type { LaneChanges } from './lane-work.js';

/** Knows when a lane has to be looked at next. */
@Injectable()
export class LaneSchedule {
  constructor(
    private readonly database: Database,
    private readonly inbox: InboxStore,
    private readonly due: LaneDueTimes,
    private readonly jobs: JobRunner,
    private readonly clock: Clock,
  ) {}

  again(lane: number, inMs: number): void {
    this.jobs.wakeAt(LANE_JOB, String(lane), this.clock.now() + inMs);
  }

  /**
   * After a batch: wakes the lane when the first of what it wrote is due. When due times have passed, the table
   * says which comes next.
   */
  async after({ work, changes, isFull }: DoneBatch): Promise<void> {
    const { lane, due, dueMembers, inbox, handedOn } = work;
    this.jobs.wake(LANE_JOB, [...new Set(handedOn.map(({ to }) => String(to.lane)))]);
    const asksTable = !isFull && (due.length > 0 || dueMembers.length > 0 || inbox.length === 0);
    const dueAt = asksTable ? await this.due.next(this.database.sql, lane) : earliestDue(changes);
    if (dueAt !== undefined) this.jobs.wakeAt(LANE_JOB, String(lane), dueAt);
  }

  /** Lanes with something to do now; wake-ups for those due within the horizon are sent anew, in case they were lost. */
  async overdue(horizonMs: number): Promise<number[]> {
    const now = this.clock.now();
    const lanes = new Set(await this.inbox.lanesWithEntries(this.database.sql));
    for (const { lane, dueAt } of await this.due.nextByLane(this.database.sql)) {
      if (dueAt <= now) lanes.add(lane);
      else if (dueAt <= now + horizonMs) this.jobs.wakeAt(LANE_JOB, String(lane), dueAt);
    }
    return [...lanes];
  }
}

function earliestDue({ enrollments, membersDueAt }: LaneChanges): number | undefined {
  let earliest = membersDueAt;
  for (const { state } of enrollments) {
    if (state.dueAt !== null && (earliest === undefined || state.dueAt < earliest)) earliest = state.dueAt;
  }
  return earliest;
}

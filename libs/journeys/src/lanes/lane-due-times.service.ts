import { Injectable } from '@nestjs/common';
import type { Sql } from '@parcours/database';

import { EnrollmentStore } from '../enrollments/enrollment.store.js';
import { LaneMemberships } from '../memberships/lane-memberships.service.js';

/** When something in a lane is due by time: an enrollment, or a customer whom segments have to be asked about. */
@Injectable()
export class LaneDueTimes {
  constructor(
    private readonly enrollments: EnrollmentStore,
    private readonly memberships: LaneMemberships,
  ) {}

  async next(sql: Sql, lane: number): Promise<number | undefined> {
    const times = [
      await this.enrollments.nextDueAt(sql, lane),
      await this.memberships.nextDueAt(sql, lane),
    ].filter((at) => at !== undefined);
    return times.length === 0 ? undefined : Math.min(...times);
  }

  /** A lane comes once for each of the two that it has. */
  async nextByLane(sql: Sql): Promise<readonly { lane: number; dueAt: number }[]> {
    return [...(await this.enrollments.nextDueByLane(sql)), ...(await this.memberships.nextDueByLane(sql))];
  }
}

import { Injectable } from '@nestjs/common';
import type { Sql } from '@parcours/database';

import { IntakeStore } from '../intake/intake.store.js';
import {
  type DueMembers,
  type DueRequest,
  LaneMemberships,
} from '../memberships/lane-memberships.service.js';
import type { LaneSession } from './lane-session.js';
import type { LaneWork } from './lane-work.js';

/** What follows once a batch has been brought to its journeys: where customers belong then, and whose turn it is. */
@Injectable()
export class LaneFollowUp {
  constructor(
    private readonly memberships: LaneMemberships,
    private readonly intake: IntakeStore,
  ) {}

  /** Whom segments have to be asked about whatever else happens. */
  due(sql: Sql, request: DueRequest): Promise<DueMembers> {
    return this.memberships.due(sql, request);
  }

  /** Answers when the first of these customers has to be looked at again. */
  async follow(sql: Sql, work: LaneWork, session: LaneSession): Promise<number | undefined> {
    const membersDueAt = await this.memberships.follow(sql, work, session);
    // In one order everywhere: two lanes that let customers into the same journeys wait for each other, and no longer.
    const queues = [...session.queue].sort(([one], [other]) => one.itemId - other.itemId);
    for (const [{ itemId, compiled }, ids] of queues) {
      if (!compiled.intake) continue;
      const request = { ...compiled.intake, now: work.now, count: ids.length };
      const turns = await this.intake.take(sql, itemId, request);
      ids.forEach((id, place) => {
        session.giveTurn(id, turns[place] ?? work.now);
      });
    }
    return membersDueAt;
  }
}

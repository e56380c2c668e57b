import { Injectable } from '@nestjs/common';
import type { Sql } from '@parcours/database';

import { IntakeStore } from '../intake/intake.store.js';
import {
  type DueMembers,
  type DueRequest,
  LaneMemberships,
} from '../memberships/lane-memberships.service.js';
import { OperationsWriter } from '../operations/operations-writer.service.js';
import type { OpenJourneys } from '../templates/running-journeys.service.js';
import { MadeOfferReader } from '../trials/made-offer-reader.service.js';
import type { MadeOffers } from '../trials/made-offers.js';
import { TrialCounts, type TrialSnapshot } from '../trials/trial-counts.service.js';
import type { LaneSession } from './lane-session.js';
import type { LaneChanges, LaneWork } from './lane-work.js';

/**
 * What follows once a batch has been brought to its journeys: where customers belong then, whose turn it is, how what was
 * tried goes, and what operations leave to be written.
 */
@Injectable()
export class LaneFollowUp {
  constructor(
    private readonly memberships: LaneMemberships,
    private readonly intake: IntakeStore,
    private readonly trials: TrialCounts,
    private readonly operations: OperationsWriter,
    private readonly offers: MadeOfferReader,
  ) {}

  /** How what journeys try went so far; read before the transaction. */
  trialCount(open: OpenJourneys): Promise<TrialSnapshot> {
    return this.trials.snapshot(open);
  }

  /** How often its customers were made offers, where a journey at hand asks for that. */
  madeOffers(sql: Sql, work: LaneWork): Promise<MadeOffers | undefined> {
    return this.offers.read(sql, work);
  }

  /** Whom segments have to be asked about whatever else happens. */
  due(sql: Sql, request: DueRequest): Promise<DueMembers> {
    return this.memberships.due(sql, request);
  }

  async follow(sql: Sql, work: LaneWork, session: LaneSession): Promise<LaneChanges> {
    const membersDueAt = await this.memberships.follow(sql, work, session);
    await this.takeTurns(sql, work, session);
    await this.trials.note(sql, work.lane, session.trials());
    const changes = session.changes();
    const { contacts } = session;
    const redelivered = await this.operations.write(sql, work, { changes, contacts });
    return { ...changes, membersDueAt, redelivered };
  }

  private async takeTurns(sql: Sql, { now }: LaneWork, session: LaneSession): Promise<void> {
    // In one order everywhere: two lanes that let customers into the same journeys wait for each other, and no longer.
    const queues = [...session.queue].sort(([one], [other]) => one.itemId - other.itemId);
    for (const [{ itemId, compiled }, ids] of queues) {
      if (!compiled.intake) continue;
      const request = { ...compiled.intake, now, count: ids.length };
      const turns = await this.intake.take(sql, itemId, request);
      ids.forEach((id, place) => {
        session.giveTurn(id, turns[place] ?? now);
      });
    }
  }
}

import { Injectable } from '@nestjs/common';
import type { Transition } from '@parcours/audience';
import type { Sql } from '@parcours/database';

import { EnrollmentStore } from '../enrollments/enrollment.store.js';
import { LaneFactReader } from '../facts/lane-fact-reader.service.js';
import type { LaneSession } from '../lanes/lane-session.js';
import type { LaneWork } from '../lanes/lane-work.js';
import { MadeOfferReader } from '../trials/made-offer-reader.service.js';
import { eventOf } from './transition-event.js';

/** Reads what has to be known to let customers in because of what a batch finds out about them. */
@Injectable()
export class TransitionReader {
  constructor(
    private readonly enrollments: EnrollmentStore,
    private readonly facts: LaneFactReader,
    private readonly offers: MadeOfferReader,
  ) {}

  /** A handful of statements where one of the transitions is a trigger, and none otherwise. */
  async read(
    sql: Sql,
    {
      work,
      session,
      transitions,
    }: { work: LaneWork; session: LaneSession; transitions: readonly Transition[] },
  ): Promise<void> {
    const journeys = new Set(
      transitions.flatMap((transition) => work.open.byTriggerEvent.get(eventOf(transition)) ?? []),
    );
    if (journeys.size === 0) return;
    const customers = [...new Set(transitions.map(({ customer }) => customer))];
    const past = await this.enrollments.pastOf(
      sql,
      customers.map(({ id }) => id),
      [...journeys].map(({ itemId }) => itemId),
    );
    session.recall(past);
    const asked = { customers, journeys: [...journeys].map(({ compiled }) => compiled) };
    await this.offers.readMore(sql, work, { ...asked, made: session.offers });
    const { facts } = session;
    if (facts) await this.facts.readMore(sql, work, { ...asked, facts });
  }
}

import { Injectable } from '@nestjs/common';
import type { Sql } from '@parcours/database';
import type { CompiledJourney } from '@parcours/engine';

import type { LaneWork } from '../lanes/lane-work.js';
import { journeysAtHand } from '../templates/journeys-at-hand.js';
import { MadeOffers } from './made-offers.js';
import { MadeOfferStore } from './made-offers.store.js';
import { limitedOffersIn, offersAny } from './offer-refusal.rules.js';

/** Whose offers are looked up, by both ids. */
interface OfferedCustomer {
  readonly id: number;
  readonly externalId: string;
}

/** Finds out for a batch how often its customers were made offers that are not made for ever. */
@Injectable()
export class MadeOfferReader {
  constructor(private readonly store: MadeOfferStore) {}

  /** One statement, and none where no journey at hand makes such an offer; then the answer is `undefined`. */
  async read(sql: Sql, work: LaneWork): Promise<MadeOffers | undefined> {
    const limited = limitedOffersIn(work.open.content);
    if (limited.size === 0) return undefined;
    const made = new MadeOffers();
    const concerned = new Set<number>();
    journeysAtHand(work, (customerId, compiled) => {
      if (offersAny(compiled, limited)) concerned.add(customerId);
    });
    await this.note(
      sql,
      made,
      work.customers.filter(({ id }) => concerned.has(id)),
    );
    return made;
  }

  /** The same for customers whom something found out in the batch may let into journeys. */
  async readMore(
    sql: Sql,
    { open }: Pick<LaneWork, 'open'>,
    asked: {
      readonly made: MadeOffers | undefined;
      readonly customers: readonly OfferedCustomer[];
      readonly journeys: readonly CompiledJourney[];
    },
  ): Promise<void> {
    const { made, customers, journeys } = asked;
    const limited = limitedOffersIn(open.content);
    if (made && journeys.some((journey) => offersAny(journey, limited)))
      await this.note(sql, made, customers);
  }

  private async note(sql: Sql, made: MadeOffers, customers: readonly OfferedCustomer[]): Promise<void> {
    const unknown = customers.filter(({ externalId }) => made.expect(externalId));
    const keys = new Map(unknown.map(({ id, externalId }) => [id, externalId]));
    for (const { customerId, offer, times } of await this.store.of(sql, [...keys.keys()])) {
      const key = keys.get(customerId);
      if (key !== undefined) made.note(key, offer, times);
    }
  }
}

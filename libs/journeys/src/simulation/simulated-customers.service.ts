import { Injectable } from '@nestjs/common';
import { CustomerStore } from '@parcours/audience';
import { Database } from '@parcours/database';
import type { SimulatedCustomer } from '@parcours/engine';
import type { JsonObject } from '@parcours/kernel';

import { JourneyErrors } from '../journeys.errors.js';
import { byCustomer, MadeOfferStore } from '../trials/made-offers.store.js';

/** Whom a simulation is about: a customer who exists, or one made up. */
export interface SimulatedPerson {
  readonly customerId?: string;
  readonly customer?: SimulatedCustomer;
}

/** Somebody who can be led through a journey, with what is known of them. */
export type KnownPerson = SimulatedCustomer & {
  readonly id: string;
  readonly traits: JsonObject;
  /** How often they were made which offers. */
  readonly offers?: ReadonlyMap<string, number>;
};

/** Finds out about the customers of simulations. */
@Injectable()
export class SimulatedCustomers {
  constructor(
    private readonly database: Database,
    private readonly customers: CustomerStore,
    private readonly offers: MadeOfferStore,
  ) {}

  /** @throws journeys.simulated-customer-unknown */
  async whom({ customerId, customer = {} }: SimulatedPerson): Promise<KnownPerson> {
    const { id = 'customer', traits = {}, ...given } = customer;
    if (customerId === undefined) return { ...given, id, traits };
    const { sql } = this.database;
    const [found] = await this.customers.findByExternalIds(sql, [customerId]);
    if (!found) throw JourneyErrors.simulatedCustomerUnknown({ id: customerId });
    const { tags = [] } = found.profile;
    const offers = byCustomer(await this.offers.of(sql, [found.id])).get(found.id) ?? new Map();
    return { tags, ...given, id: customerId, traits: { ...found.traits, ...traits }, offers };
  }
}

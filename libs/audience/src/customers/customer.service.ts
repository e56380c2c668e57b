import { Injectable } from '@nestjs/common';
import { Database, isDuplicate, Lanes } from '@parcours/database';
import { assertMatch } from '@parcours/http';
import { Clock, IdGenerator, type JsonObject, mergePatch } from '@parcours/kernel';

import { AudienceErrors } from '../audience.errors.js';
import type { Customer } from './customer.js';
import { CustomerStore } from './customer.store.js';

export interface CustomerChange {
  readonly externalId: string;
  readonly ifMatch: string | undefined;
  readonly traits: JsonObject;
}

/** Customers one by one, for people and programs that look them up or correct them. */
@Injectable()
export class CustomerService {
  constructor(
    private readonly database: Database,
    private readonly customers: CustomerStore,
    private readonly ids: IdGenerator,
    private readonly clock: Clock,
    private readonly lanes: Lanes,
  ) {}

  /** @throws audience.customer-not-found */
  async get(externalId: string): Promise<Customer> {
    const [customer] = await this.customers.findByExternalIds(this.database.sql, [externalId]);
    if (!customer) throw AudienceErrors.customerNotFound({});
    return customer;
  }

  /** Creates the customer, or replaces all traits. @throws http.stale */
  async replace(change: CustomerChange): Promise<{ customer: Customer; isNew: boolean }> {
    try {
      return await this.replaceOnce(change);
    } catch (error) {
      // An event has created the same customer in between.
      if (!isDuplicate(error)) throw error;
      return this.replaceOnce(change);
    }
  }

  /** Merges traits (RFC 7396): null removes one. @throws audience.customer-not-found, http.stale */
  async patch({ externalId, ifMatch, traits }: CustomerChange): Promise<Customer> {
    return this.database.transaction(async ({ sql }) => {
      const [stored] = await this.customers.lockByExternalIds(sql, [externalId]);
      assertMatch(ifMatch, stored?.revision);
      if (!stored) throw AudienceErrors.customerNotFound({});
      const changed = this.changed(stored, mergePatch(stored.traits, traits) as JsonObject);
      await this.customers.save(sql, [changed]);
      return changed;
    });
  }

  private async replaceOnce(change: CustomerChange): Promise<{ customer: Customer; isNew: boolean }> {
    const { externalId, ifMatch, traits } = change;
    return this.database.transaction(async ({ sql }) => {
      const [stored] = await this.customers.lockByExternalIds(sql, [externalId]);
      assertMatch(ifMatch, stored?.revision);
      const customer = stored ? this.changed(stored, traits) : this.created(externalId, traits);
      if (stored) await this.customers.save(sql, [customer]);
      else await this.customers.add(sql, [customer]);
      return { customer, isNew: !stored };
    });
  }

  private changed(stored: Customer, traits: JsonObject): Customer {
    return { ...stored, traits, revision: stored.revision + 1, updatedAt: this.clock.now() };
  }

  private created(externalId: string, traits: JsonObject): Customer {
    const now = this.clock.now();
    const lane = this.lanes.of(externalId);
    return { id: this.ids.next(), lane, externalId, traits, revision: 1, createdAt: now, updatedAt: now };
  }
}

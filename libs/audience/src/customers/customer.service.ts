import { Injectable } from '@nestjs/common';
import { Database, isDuplicate } from '@parcours/database';
import { assertMatch } from '@parcours/http';
import type { ErrorItem } from '@parcours/kernel';

import { AudienceErrors } from '../audience.errors.js';
import { TraitCatalogue } from '../traits/trait-catalogue.service.js';
import type { Customer } from './customer.js';
import { type CustomerBody, readBody } from './customer-input.rules.js';
import { CustomerMaker } from './customer-maker.service.js';
import { CustomerRows } from './customer-rows.store.js';
import { CustomerStore } from './customer.store.js';
import { EMPTY_PROFILE, type Profile } from './profile.js';

export interface CustomerChange {
  readonly externalId: string;
  readonly ifMatch: string | undefined;
  readonly body: CustomerBody;
}

/**
 * Customers one by one, for people and programs that look them up or correct them. A change locks the row that a lane's
 * batch locks, so neither loses what the other writes. Ids that were merged lead to who took them in.
 */
@Injectable()
export class CustomerService {
  constructor(
    private readonly database: Database,
    private readonly customers: CustomerStore,
    private readonly rows: CustomerRows,
    private readonly maker: CustomerMaker,
    private readonly catalogue: TraitCatalogue,
  ) {}

  /** @throws audience.customer-not-found */
  async get(externalId: string): Promise<Customer> {
    const found = await this.customers.findCurrentByKeys(this.database.sql, [externalId]);
    const current = found.get(externalId);
    if (!current) throw AudienceErrors.customerNotFound({});
    return current;
  }

  /** Creates the customer, or replaces everything but consents. @throws http.stale, audience.invalid-customer */
  async replace(change: CustomerChange): Promise<{ customer: Customer; isNew: boolean }> {
    const declared = await this.catalogue.declared();
    try {
      return await this.replaceOnce(change, declared.defectsOf);
    } catch (error) {
      // An event has created the same customer in between.
      if (!isDuplicate(error)) throw error;
      return this.replaceOnce(change, declared.defectsOf);
    }
  }

  /** A merge patch (RFC 7396): null removes. @throws audience.customer-not-found, http.stale, audience.invalid-customer */
  async patch({ externalId, ifMatch, body }: CustomerChange): Promise<Customer> {
    const declared = await this.catalogue.declared();
    return this.database.transaction(async ({ sql }) => {
      const stored = await this.rows.lockCurrent(sql, externalId);
      assertMatch(ifMatch, stored?.revision);
      if (!stored) throw AudienceErrors.customerNotFound({});
      const state = checked(readBody(stored, body), declared.defectsOf);
      const customer = this.maker.change(stored, state);
      await this.rows.save(sql, customer, stored);
      return customer;
    });
  }

  private async replaceOnce(
    { externalId, ifMatch, body }: CustomerChange,
    defectsOf: DefectsOf,
  ): Promise<{ customer: Customer; isNew: boolean }> {
    return this.database.transaction(async ({ sql }) => {
      const stored = await this.rows.lockCurrent(sql, externalId);
      assertMatch(ifMatch, stored?.revision);
      const empty = { traits: {}, profile: decidedIn(stored?.profile) };
      const state = checked(readBody(empty, body), defectsOf);
      const customer = stored
        ? this.maker.change(stored, state)
        : { ...this.maker.create(externalId), ...state };
      if (stored) await this.rows.save(sql, customer, stored);
      else await this.rows.add(sql, customer);
      return { customer, isNew: !stored };
    });
  }
}

/** What customers have decided and done is not what a caller says of them. */
function decidedIn({ consents, channels }: Profile = EMPTY_PROFILE): Profile {
  return { ...(consents && { consents }), ...(channels && { channels }) };
}

type DefectsOf = (traits: Customer['traits']) => readonly ErrorItem[];

function checked(
  { errors, ...state }: ReturnType<typeof readBody>,
  defectsOf: DefectsOf,
): Pick<Customer, 'traits' | 'profile'> {
  const defects = [...errors, ...defectsOf(state.traits)];
  if (defects.length > 0)
    throw AudienceErrors.invalidCustomer({ count: defects.length }, { errors: defects });
  return state;
}

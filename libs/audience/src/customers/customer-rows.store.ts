import { Injectable } from '@nestjs/common';
import type { Sql } from '@parcours/database';

import { comparableEmail, isEmailAddress } from '../contacts/email-address.rules.js';
import { DueStore } from '../memberships/due.store.js';
import type { Customer } from './customer.js';
import { CustomerStore } from './customer.store.js';

/**
 * A customer's row with those that it is found by: further addresses, and tags. Where the customer belongs is asked anew
 * by their lane.
 */
@Injectable()
export class CustomerRows {
  constructor(
    private readonly customers: CustomerStore,
    private readonly dues: DueStore,
  ) {}

  /**
   * Locks a customer by an id that may have been merged: the row at the end of the signposts. Signposts are read
   * without a lock: they never become customers again.
   */
  async lockCurrent(sql: Sql, externalId: string): Promise<Customer | undefined> {
    const [seen] = await this.customers.findByExternalIds(sql, [externalId]);
    return seen && this.lockAt(sql, seen.mergedInto ?? seen.id);
  }

  async add(sql: Sql, customer: Customer): Promise<void> {
    await this.customers.add(sql, [customer]);
    await this.dues.request(sql, [customer]);
    await this.addFinders(sql, customer);
  }

  /** Writes a locked customer; `before` spares statements where nothing to be found by has changed. */
  async save(sql: Sql, customer: Customer, before: Customer): Promise<void> {
    await this.customers.saveWhole(sql, [customer]);
    await this.dues.request(sql, [customer]);
    if (findersOf(customer) === findersOf(before)) return;
    await this.removeFinders(sql, customer.id);
    await this.addFinders(sql, customer);
  }

  async removeFinders(sql: Sql, id: number): Promise<void> {
    await sql.run('DELETE FROM customer_addresses WHERE customer_id = ?', [id]);
    await sql.run('DELETE FROM customer_tags WHERE customer_id = ?', [id]);
  }

  private async lockAt(sql: Sql, id: number): Promise<Customer | undefined> {
    const [found] = await this.customers.lockByIds(sql, [id]);
    if (!found || found.mergedInto === null) return found;
    return this.lockAt(sql, found.mergedInto);
  }

  private async addFinders(sql: Sql, customer: Customer): Promise<void> {
    const { id, lane } = customer;
    const addresses = furtherAddresses(customer);
    const tags = customer.profile.tags ?? [];
    if (addresses.length > 0) {
      const rows = addresses.map((address) => [address, id, lane]);
      await sql.insert({ table: 'customer_addresses', columns: ['address', 'customer_id', 'lane'], rows });
    }
    if (tags.length === 0) return;
    const rows = tags.map((tag) => [tag, id, lane]);
    await sql.insert({ table: 'customer_tags', columns: ['tag', 'customer_id', 'lane'], rows });
  }
}

function furtherAddresses({ profile: { emails = [], phones = [] } }: Customer): string[] {
  return [...new Set([...emails.filter(isEmailAddress).map(comparableEmail), ...phones])];
}

function findersOf(customer: Customer): string {
  return JSON.stringify([furtherAddresses(customer), customer.profile.tags ?? []]);
}

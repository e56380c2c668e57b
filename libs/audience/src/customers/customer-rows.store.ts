import { Injectable } from '@nestjs/common';
import type { Sql } from '@parcours/database';

import { comparableEmail, isEmailAddress } from '../contacts/email-address.rules.js';
import { DueStore } from '../memberships/due.store.js';
import type { Customer } from './customer.js';
import { CustomerStore } from './customer.store.js';

/** Customers whose rows are locked, by the ids that led to them. */
export interface LockedCustomers {
  readonly known: ReadonlyMap<string, Customer>;
  /** When ids that are nobody's were erased. */
  readonly erased: ReadonlyMap<string, number>;
}

export interface CustomerChanges {
  readonly added: readonly Customer[];
  readonly changed: readonly { readonly before: Customer; readonly after: Customer }[];
}

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

  /**
   * Locks the customers of a lane that ids lead to, and tells which ids are nobody's because their customers were erased.
   * The lane is held already.
   */
  async lockMany(sql: Sql, lane: number, externalIds: readonly string[]): Promise<LockedCustomers> {
    const found = await this.customers.lockByExternalIds(sql, externalIds);
    const known = new Map(found.map((customer) => [customer.externalId, customer]));
    const goals = [...new Set(found.flatMap(({ mergedInto }) => mergedInto ?? []))];
    const winners = new Map(
      (await this.customers.lockByIds(sql, goals)).map((winner) => [winner.id, winner]),
    );
    for (const { externalId, mergedInto } of found) {
      const winner = winners.get(mergedInto ?? 0);
      // Merged itself while the lock was waited for.
      const current = winner && winner.mergedInto !== null ? await this.lockAt(sql, winner.id) : winner;
      if (current) known.set(externalId, current);
    }
    const unknown = externalIds.filter((externalId) => !known.has(externalId));
    return { known, erased: await this.customers.erasedAt(sql, lane, unknown) };
  }

  async add(sql: Sql, customer: Customer): Promise<void> {
    await this.writeMany(sql, { added: [customer], changed: [] });
  }

  /** Writes new customers and locked ones that have changed: as many statements for a thousand as for one. */
  async writeMany(sql: Sql, { added, changed }: CustomerChanges): Promise<void> {
    await this.customers.add(sql, added);
    await this.customers.saveWhole(
      sql,
      changed.map(({ after }) => after),
    );
    const moved = changed.filter(({ before, after }) => findersOf(before) !== findersOf(after));
    await this.removeFinders(sql, ...moved.map(({ after }) => after.id));
    await this.addFinders(sql, [...added, ...moved.map(({ after }) => after)]);
    await this.dues.request(sql, [...added, ...changed.map(({ after }) => after)]);
  }

  /** Writes a locked customer; `before` spares statements where nothing to be found by has changed. */
  async save(sql: Sql, customer: Customer, before: Customer): Promise<void> {
    await this.writeMany(sql, { added: [], changed: [{ before, after: customer }] });
  }

  async removeFinders(sql: Sql, ...ids: readonly number[]): Promise<void> {
    if (ids.length === 0) return;
    await sql.run('DELETE FROM customer_addresses WHERE customer_id IN (?)', [ids]);
    await sql.run('DELETE FROM customer_tags WHERE customer_id IN (?)', [ids]);
  }

  private async lockAt(sql: Sql, id: number): Promise<Customer | undefined> {
    const [found] = await this.customers.lockByIds(sql, [id]);
    if (!found || found.mergedInto === null) return found;
    return this.lockAt(sql, found.mergedInto);
  }

  private async addFinders(sql: Sql, customers: readonly Customer[]): Promise<void> {
    const addresses = customers.flatMap((customer) =>
      furtherAddresses(customer).map((address) => [address, customer.id, customer.lane]),
    );
    const tags = customers.flatMap(({ id, lane, profile }) =>
      (profile.tags ?? []).map((tag) => [tag, id, lane]),
    );
    if (addresses.length > 0) {
      const columns = ['address', 'customer_id', 'lane'];
      await sql.insert({ table: 'customer_addresses', columns, rows: addresses });
    }
    if (tags.length === 0) return;
    await sql.insert({ table: 'customer_tags', columns: ['tag', 'customer_id', 'lane'], rows: tags });
  }
}

function furtherAddresses({ profile: { emails = [], phones = [] } }: Customer): string[] {
  return [...new Set([...emails.filter(isEmailAddress).map(comparableEmail), ...phones])];
}

function findersOf(customer: Customer): string {
  return JSON.stringify([furtherAddresses(customer), customer.profile.tags ?? []]);
}

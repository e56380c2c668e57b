import { Injectable } from '@nestjs/common';
import { Database, DatabaseErrors, type Sql, waitForLanes } from '@parcours/database';
import { Clock } from '@parcours/kernel';

import { comparableEmail } from '../contacts/email-address.rules.js';
import type { Customer } from '../customers/customer.js';
import { listed } from '../customers/customer-input.rules.js';
import { CustomerMaker } from '../customers/customer-maker.service.js';
import {
  CUSTOMER_COLUMNS,
  type CustomerRow,
  CustomerStore,
  toCustomer,
} from '../customers/customer.store.js';
import type { DataSubject } from './data-subject.js';
import { Pseudonyms } from './pseudonyms.service.js';

/** Finds out by what a person is named. */
@Injectable()
export class DataSubjects {
  constructor(
    private readonly database: Database,
    private readonly customers: CustomerStore,
    private readonly maker: CustomerMaker,
    private readonly pseudonyms: Pseudonyms,
    private readonly clock: Clock,
  ) {}

  async find(externalId: string, sql: Sql = this.database.sql): Promise<DataSubject> {
    const [seen] = await this.customers.findByExternalIds(sql, [externalId]);
    const all = seen ? await this.withSignposts(sql, seen.mergedInto ?? seen.id) : [];
    const own = all.find(({ mergedInto }) => mergedInto === null)?.externalId ?? externalId;
    const keys = [...new Set([own, externalId, ...all.map((customer) => customer.externalId)])];
    return {
      externalId: own,
      ids: all.map(({ id }) => id),
      keys,
      pseudonyms: keys.map((key) => this.pseudonyms.ofCustomer(key)),
      lanes: [...new Set([...all.map(({ lane }) => lane), ...keys.map((key) => this.maker.laneOf(key))])],
      addresses: [...new Set(all.flatMap(addressesOf))],
      now: this.clock.now(),
    };
  }

  /** As `find`, with every lane and row of the person locked until the commit. */
  async lock(externalId: string, sql: Sql): Promise<DataSubject> {
    const before = await this.find(externalId, sql);
    await waitForLanes(sql, before.lanes);
    const subject = await this.find(externalId, sql);
    // A merge went first and brought further lanes with it: then everything begins anew.
    if (subject.lanes.some((lane) => !before.lanes.includes(lane))) {
      throw DatabaseErrors.conflict({ reason: 'merged meanwhile' });
    }
    await this.customers.lockByIds(sql, subject.ids);
    return subject;
  }

  private async withSignposts(sql: Sql, id: number): Promise<Customer[]> {
    const rows = await sql.select<CustomerRow>(
      `SELECT ${CUSTOMER_COLUMNS.join(', ')} FROM customers WHERE id = ? OR merged_into = ? ORDER BY id`,
      [id, id],
    );
    return rows.map(toCustomer);
  }
}

function addressesOf({ traits, profile }: Customer): string[] {
  return [
    ...listed(traits['email'], profile.emails).map(comparableEmail),
    ...listed(traits['phone'], profile.phones),
    ...(profile.devices ?? []).map(({ token }) => token),
  ];
}

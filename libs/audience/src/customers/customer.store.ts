import { Injectable } from '@nestjs/common';
import type { Sql, SqlValue } from '@parcours/database';
import type { JsonObject } from '@parcours/kernel';

import { comparableEmail, isEmailAddress } from '../contacts/email-address.rules.js';
import { type Customer, CUSTOMER_KINDS } from './customer.js';
import { readProfile, writeProfile } from './profile.js';

export interface CustomerRow {
  id: number;
  lane: number;
  external_id: string;
  kind: number;
  traits: string;
  profile: string | null;
  merged_into: number | null;
  revision: number;
  created_at: number;
  updated_at: number;
}

export const CUSTOMER_COLUMNS = [
  'id',
  'lane',
  'external_id',
  'kind',
  'traits',
  'profile',
  'merged_into',
  'revision',
  'created_at',
  'updated_at',
] as const;

/** Copies of traits that customers are found by. */
const FOUND_BY = ['email', 'phone'] as const;

const WRITTEN = [...CUSTOMER_COLUMNS, ...FOUND_BY];

/** What events and journeys change. */
const CHANGED_BY_LANES = ['traits', 'revision', 'updated_at', ...FOUND_BY];

const CHANGED_BY_HAND = [...CHANGED_BY_LANES, 'kind', 'profile', 'merged_into', 'created_at'];

const SELECT = `SELECT ${CUSTOMER_COLUMNS.join(', ')} FROM customers`;

/** SQL that confines `customers c` to whom an id leads to, merged or not; it takes the id. */
export const CURRENT_CUSTOMER =
  'c.id = (SELECT COALESCE(found.merged_into, found.id) FROM customers found WHERE found.external_id = ?)';

/** The longest number in E.164, with its sign. */
const PHONE_MAX = 16;

/** Customers by the batch, for lanes and deliveries. */
@Injectable()
export class CustomerStore {
  async findByExternalIds(sql: Sql, externalIds: readonly string[]): Promise<Customer[]> {
    if (externalIds.length === 0) return [];
    const rows = await sql.select<CustomerRow>(`${SELECT} WHERE external_id IN (?)`, [externalIds]);
    return rows.map(toCustomer);
  }

  async findByIds(sql: Sql, ids: readonly number[]): Promise<Customer[]> {
    if (ids.length === 0) return [];
    const rows = await sql.select<CustomerRow>(`${SELECT} WHERE id IN (?)`, [ids]);
    return rows.map(toCustomer);
  }

  /**
   * Customers by ids that may be out of date: one that was merged is found as the customer it was merged into. A second
   * statement is asked only where there is one.
   */
  async findCurrent(sql: Sql, ids: readonly number[]): Promise<ReadonlyMap<number, Customer>> {
    const found = new Map((await this.findByIds(sql, ids)).map((customer) => [customer.id, customer]));
    const signposts = [...found.values()].filter(({ mergedInto }) => mergedInto !== null);
    if (signposts.length === 0) return found;
    const winners = await this.findCurrent(sql, [
      ...new Set(signposts.flatMap(({ mergedInto }) => mergedInto ?? [])),
    ]);
    for (const { id, mergedInto } of signposts) {
      const winner = winners.get(mergedInto ?? 0);
      if (winner) found.set(id, winner);
      else found.delete(id);
    }
    return found;
  }

  /** The customers that ids lead to, by id; one statement where none of them was merged. */
  async findCurrentByKeys(sql: Sql, externalIds: readonly string[]): Promise<ReadonlyMap<string, Customer>> {
    const seen = await this.findByExternalIds(sql, externalIds);
    const merged = seen.filter(({ mergedInto }) => mergedInto !== null).map(({ id }) => id);
    const winners = merged.length === 0 ? new Map<number, Customer>() : await this.findCurrent(sql, merged);
    return new Map(
      seen.flatMap((customer) => {
        const current = customer.mergedInto === null ? customer : winners.get(customer.id);
        return current ? [[customer.externalId, current]] : [];
      }),
    );
  }

  /** As findByExternalIds, locking the rows until the commit: a REST change of the same customer waits. */
  async lockByExternalIds(sql: Sql, externalIds: readonly string[]): Promise<Customer[]> {
    if (externalIds.length === 0) return [];
    const text = `${SELECT} WHERE external_id IN (?)${sql.forUpdate}`;
    return (await sql.select<CustomerRow>(text, [externalIds])).map(toCustomer);
  }

  /** As findByIds, locking the rows until the commit. */
  async lockByIds(sql: Sql, ids: readonly number[]): Promise<Customer[]> {
    if (ids.length === 0) return [];
    const text = `${SELECT} WHERE id IN (?)${sql.forUpdate}`;
    return (await sql.select<CustomerRow>(text, [ids])).map(toCustomer);
  }

  /** Writes customers that must be new. @throws database.duplicate */
  async add(sql: Sql, customers: readonly Customer[]): Promise<void> {
    if (customers.length === 0) return;
    await sql.insert({ table: 'customers', columns: WRITTEN, rows: customers.map(toRow) });
  }

  /** Writes the traits of customers that are locked, in one statement. */
  async save(sql: Sql, customers: readonly Customer[]): Promise<void> {
    await this.write(sql, customers, CHANGED_BY_LANES);
  }

  /** Writes everything of customers that are locked. */
  async saveWhole(sql: Sql, customers: readonly Customer[]): Promise<void> {
    await this.write(sql, customers, CHANGED_BY_HAND);
  }

  private async write(sql: Sql, customers: readonly Customer[], update: readonly string[]): Promise<void> {
    if (customers.length === 0) return;
    await sql.insert({
      table: 'customers',
      columns: WRITTEN,
      rows: customers.map(toRow),
      onDuplicate: { update },
    });
  }
}

function toRow(customer: Customer): SqlValue[] {
  const { traits } = customer;
  return [
    customer.id,
    customer.lane,
    customer.externalId,
    CUSTOMER_KINDS.indexOf(customer.kind),
    JSON.stringify(traits),
    writeProfile(customer.profile),
    customer.mergedInto,
    customer.revision,
    customer.createdAt,
    customer.updatedAt,
    isEmailAddress(traits['email']) ? comparableEmail(traits['email']) : null,
    phoneOf(traits),
  ];
}

function phoneOf({ phone }: JsonObject): string | null {
  return typeof phone === 'string' && phone.startsWith('+') && phone.length <= PHONE_MAX ? phone : null;
}

export function toCustomer(row: CustomerRow): Customer {
  return {
    id: row.id,
    lane: row.lane,
    externalId: row.external_id,
    kind: CUSTOMER_KINDS[row.kind] ?? 'known',
    traits: JSON.parse(row.traits) as JsonObject,
    profile: readProfile(row.profile),
    mergedInto: row.merged_into,
    revision: row.revision,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  };
}

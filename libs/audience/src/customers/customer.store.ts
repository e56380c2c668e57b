import { Injectable } from '@nestjs/common';
import type { Sql, SqlValue } from '@parcours/database';
import type { JsonObject } from '@parcours/kernel';

import type { Customer } from './customer.js';

interface CustomerRow {
  id: number;
  lane: number;
  external_id: string;
  traits: string;
  revision: number;
  created_at: number;
  updated_at: number;
}

const COLUMNS = ['id', 'lane', 'external_id', 'traits', 'revision', 'created_at', 'updated_at'] as const;
const SELECT = `SELECT ${COLUMNS.join(', ')} FROM customers`;

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
    await sql.insert({ table: 'customers', columns: COLUMNS, rows: customers.map(toRow) });
  }

  /** Writes customers that are locked, in one statement. */
  async save(sql: Sql, customers: readonly Customer[]): Promise<void> {
    if (customers.length === 0) return;
    await sql.insert({
      table: 'customers',
      columns: COLUMNS,
      rows: customers.map(toRow),
      onDuplicate: { update: ['traits', 'revision', 'updated_at'] },
    });
  }
}

function toRow(customer: Customer): SqlValue[] {
  const { id, lane, externalId, traits, revision, createdAt, updatedAt } = customer;
  return [id, lane, externalId, JSON.stringify(traits), revision, createdAt, updatedAt];
}

function toCustomer(row: CustomerRow): Customer {
  return {
    id: row.id,
    lane: row.lane,
    externalId: row.external_id,
    traits: JSON.parse(row.traits) as JsonObject,
    revision: row.revision,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  };
}

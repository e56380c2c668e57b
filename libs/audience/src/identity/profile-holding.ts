import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Sql } from '@parcours/database';

import type { Customer } from '../customers/customer.js';
import { CustomerRows } from '../customers/customer-rows.store.js';
import { type CustomerHolding, CustomerHoldings, type CustomerMerge } from './customer-holdings.js';

/** What this library keeps of customers beside their own rows. */
@Injectable()
export class ProfileHolding implements CustomerHolding, OnModuleInit {
  readonly name = 'profiles';
  readonly tables = [
    'customers',
    'customer_addresses',
    'customer_tags',
    'customer_merges',
    'consent_changes',
  ] as const;

  constructor(
    private readonly holdings: CustomerHoldings,
    private readonly rows: CustomerRows,
  ) {}

  onModuleInit(): void {
    this.holdings.register(this);
  }

  /** Addresses and tags are written with the winner's row. The log of merges keeps the names that it was written with. */
  async merge(sql: Sql, { winner, loser }: CustomerMerge): Promise<Record<string, number>> {
    const consentChanges = await sql.run(
      'UPDATE consent_changes SET customer_id = ?, lane = ? WHERE customer_id = ?',
      [winner.id, winner.lane, loser.id],
    );
    return { consentChanges };
  }

  async remove(sql: Sql, { id }: Customer): Promise<void> {
    await this.rows.removeFinders(sql, id);
    await sql.run('DELETE FROM consent_changes WHERE customer_id = ?', [id]);
    const merged = await sql.select<{ id: number }>('SELECT id FROM customers WHERE merged_into = ?', [id]);
    const ids = [id, ...merged.map((signpost) => signpost.id)];
    await sql.run('DELETE FROM customer_merges WHERE winner_id IN (?)', [ids]);
  }
}

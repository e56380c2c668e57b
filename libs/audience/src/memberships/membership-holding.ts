import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Sql } from '@parcours/database';

import type { Customer } from '../customers/customer.js';
import { type CustomerHolding, CustomerHoldings, type CustomerMerge } from '../identity/customer-holdings.js';
import { DueStore } from './due.store.js';

/** What becomes of a customer's places in segments and personas. */
@Injectable()
export class MembershipHolding implements CustomerHolding, OnModuleInit {
  readonly name = 'segments';
  readonly tables = ['segment_members', 'segment_due'] as const;

  constructor(
    private readonly holdings: CustomerHoldings,
    private readonly dues: DueStore,
  ) {}

  onModuleInit(): void {
    this.holdings.register(this);
  }

  /** Where the two who are one now belong follows from what is known of both, and is asked anew. */
  async merge(sql: Sql, { winner, loser }: CustomerMerge): Promise<Record<string, number>> {
    const segments = await this.removeRows(sql, loser.id);
    await this.dues.request(sql, [winner]);
    return { segments };
  }

  async remove(sql: Sql, { id }: Customer): Promise<void> {
    await this.removeRows(sql, id);
  }

  private async removeRows(sql: Sql, id: number): Promise<number> {
    await sql.run('DELETE FROM segment_due WHERE id = ?', [id]);
    return sql.run('DELETE FROM segment_members WHERE customer_id = ?', [id]);
  }
}

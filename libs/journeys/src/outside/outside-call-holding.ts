import { Injectable, type OnModuleInit } from '@nestjs/common';
import {
  type Customer,
  type CustomerHolding,
  CustomerHoldings,
  type CustomerMerge,
} from '@parcours/audience';
import type { Sql } from '@parcours/database';

/** What becomes of the calls that were made about a customer. */
@Injectable()
export class OutsideCallHolding implements CustomerHolding, OnModuleInit {
  readonly name = 'outside-calls';
  readonly tables = ['outside_calls'] as const;

  constructor(private readonly holdings: CustomerHoldings) {}

  onModuleInit(): void {
    this.holdings.register(this);
  }

  async merge(sql: Sql, { winner, loser }: CustomerMerge): Promise<Record<string, number>> {
    const outsideCalls = await sql.run(
      'UPDATE outside_calls SET customer_id = ?, lane = ? WHERE customer_id = ?',
      [winner.id, winner.lane, loser.id],
    );
    return { outsideCalls };
  }

  async remove(sql: Sql, { id }: Customer): Promise<void> {
    await sql.run('DELETE FROM outside_calls WHERE customer_id = ?', [id]);
  }
}

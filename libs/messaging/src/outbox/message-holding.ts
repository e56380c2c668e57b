import { Injectable, type OnModuleInit } from '@nestjs/common';
import {
  type Customer,
  type CustomerHolding,
  CustomerHoldings,
  type CustomerMerge,
} from '@parcours/audience';
import type { Sql } from '@parcours/database';

/** What becomes of a customer's messages. */
@Injectable()
export class MessageHolding implements CustomerHolding, OnModuleInit {
  readonly name = 'messages';
  readonly tables = ['messages'] as const;

  constructor(private readonly holdings: CustomerHoldings) {}

  onModuleInit(): void {
    this.holdings.register(this);
  }

  /** Those on their way stay in their share of the deliveries, where somebody may be at them this moment. */
  async merge(sql: Sql, { winner, loser }: CustomerMerge): Promise<Record<string, number>> {
    const messages = await sql.run('UPDATE messages SET customer_id = ?, lane = ? WHERE customer_id = ?', [
      winner.id,
      winner.lane,
      loser.id,
    ]);
    return { messages };
  }

  async remove(sql: Sql, { id }: Customer): Promise<void> {
    await sql.run('DELETE FROM messages WHERE customer_id = ?', [id]);
  }
}

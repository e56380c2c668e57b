import { Injectable, type OnModuleInit } from '@nestjs/common';
import {
  type Customer,
  type CustomerHolding,
  CustomerHoldings,
  type CustomerMerge,
} from '@parcours/audience';
import { Lanes, type Sql } from '@parcours/database';
import { JobRunner } from '@parcours/jobs';

import { LANE_JOB } from './inbox/inbox-entry.js';

interface Twin {
  id: number;
  is_same: number;
}

/** What becomes of a customer's events, worked and waiting. */
@Injectable()
export class EventHolding implements CustomerHolding, OnModuleInit {
  readonly name = 'events';
  readonly tables = ['events', 'event_inbox', 'event_dead_letters'] as const;

  constructor(
    private readonly holdings: CustomerHoldings,
    private readonly jobs: JobRunner,
    private readonly lanes: Lanes,
  ) {}

  onModuleInit(): void {
    this.holdings.register(this);
  }

  /** What waits in the inbox stays there: the loser's lane hands it on when its turn has come, in its order. */
  async merge(sql: Sql, { winner, loser }: CustomerMerge): Promise<Record<string, number>> {
    await this.settleTwins(sql, { winner, loser });
    const events = await sql.run('UPDATE events SET customer_id = ?, lane = ? WHERE customer_id = ?', [
      winner.id,
      winner.lane,
      loser.id,
    ]);
    return { events };
  }

  async remove(sql: Sql, { id, externalId }: Customer): Promise<void> {
    const rows = await sql.select<{ external_id: string }>(
      'SELECT external_id FROM customers WHERE merged_into = ?',
      [id],
    );
    await sql.run('DELETE FROM events WHERE customer_id = ?', [id]);
    for (const key of [externalId, ...rows.map((row) => row.external_id)]) {
      const lane = this.lanes.of(key);
      await sql.run('DELETE FROM event_inbox WHERE lane = ? AND customer_key = ?', [lane, key]);
      await sql.run('DELETE FROM event_dead_letters WHERE lane = ? AND customer_key = ?', [lane, key]);
    }
  }

  /** The winner's lane finds out what is due next, the loser's hands on what waits in it. */
  merged({ winner, loser }: CustomerMerge): void {
    this.jobs.wake(LANE_JOB, [...new Set([winner.lane, loser.lane])].map(String));
  }

  /**
   * Message ids are unique for each customer, so two who become one may have one of the same name. The same event under
   * both ids is kept once; two different ones are both kept, and the loser's goes on without its message id.
   */
  private async settleTwins(
    sql: Sql,
    { winner, loser }: Pick<CustomerMerge, 'winner' | 'loser'>,
  ): Promise<void> {
    const twins = await sql.select<Twin>(
      `SELECT l.id, CASE WHEN l.name = w.name AND l.occurred_at = w.occurred_at AND l.properties = w.properties
         THEN 1 ELSE 0 END AS is_same
       FROM events l JOIN events w ON w.lane = ? AND w.message_id = l.message_id AND w.customer_id = ?
       WHERE l.customer_id = ? AND l.message_id IS NOT NULL`,
      [winner.lane, winner.id, loser.id],
    );
    const same = twins.filter((twin) => twin.is_same === 1).map(({ id }) => id);
    const others = twins.filter((twin) => twin.is_same !== 1).map(({ id }) => id);
    if (same.length > 0) await sql.run('DELETE FROM events WHERE id IN (?)', [same]);
    if (others.length > 0) await sql.run('UPDATE events SET message_id = NULL WHERE id IN (?)', [others]);
  }
}

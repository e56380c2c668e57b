import { Injectable } from '@nestjs/common';
import type { Sql } from '@parcours/database';
import { type InboxEntry, InboxStore } from '@parcours/events';

/** Something that came for an enrollment of a paused journey. */
export interface HeldEntry {
  readonly journeyId: number;
  readonly entry: InboxEntry;
}

/** What came for enrollments of paused journeys, in its order, until they go on. */
@Injectable()
export class HeldEntryStore {
  constructor(private readonly inbox: InboxStore) {}

  async add(sql: Sql, lane: number, held: readonly HeldEntry[]): Promise<void> {
    if (held.length === 0) return;
    const { rows } = this.inbox.rowsOf(held.map(({ entry }) => entry));
    await sql.insert({
      table: 'held_entries',
      columns: ['journey_id', 'lane', 'id', 'kind', 'customer_key', 'body'],
      rows: rows.map(([, ...row], at) => [held[at]?.journeyId ?? 0, lane, ...row]),
    });
  }

  /** Brings back what was kept for one customer, as another's: whether it is kept again is for their lane to say. */
  async handOn(sql: Sql, from: string, to: { lane: number; customerKey: string }): Promise<void> {
    await sql.run(
      `INSERT INTO event_inbox (lane, id, kind, customer_key, body)
       SELECT ?, id, kind, ?, body FROM held_entries WHERE customer_key = ?`,
      [to.lane, to.customerKey, from],
    );
    await this.remove(sql, from);
  }

  async remove(sql: Sql, customerKey: string): Promise<void> {
    await sql.run('DELETE FROM held_entries WHERE customer_key = ?', [customerKey]);
  }
}

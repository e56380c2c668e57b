import { Injectable } from '@nestjs/common';
import { ConsentHistory, CustomerRows, CustomerStore } from '@parcours/audience';
import type { Sql } from '@parcours/database';
import { ConsentEvents, InboxStore } from '@parcours/events';

import type { LaneChanges } from './lane-work.js';

/** Writes the customers of a batch; what steps have decided about consents with its history, and the events that follow. */
@Injectable()
export class LaneCustomers {
  constructor(
    private readonly customers: CustomerStore,
    private readonly rows: CustomerRows,
    private readonly history: ConsentHistory,
    private readonly consentEvents: ConsentEvents,
    private readonly inbox: InboxStore,
  ) {}

  async write(sql: Sql, { newCustomers, customers, profiles }: LaneChanges): Promise<void> {
    await this.customers.add(sql, newCustomers);
    await this.customers.save(sql, customers);
    if (profiles.length === 0) return;
    await this.rows.writeMany(sql, { added: [], changed: profiles });
    await this.history.addMany(
      sql,
      profiles.map(({ after, decisions }) => ({ customer: after, changes: decisions })),
      undefined,
    );
    const entries = profiles.flatMap(({ after, news }) =>
      this.consentEvents.entriesOf({ customer: after, changes: news }),
    );
    await this.inbox.add(sql, entries);
  }

  /** Counts rows of erased customers that were not taken. */
  async countDropped(sql: Sql, externalIds: readonly string[]): Promise<void> {
    await this.customers.countDropped(sql, externalIds);
  }
}

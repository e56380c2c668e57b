import { Injectable } from '@nestjs/common';
import { Database, type Sql, waitForLanes } from '@parcours/database';
import { assertMatch } from '@parcours/http';

import { AudienceErrors } from '../audience.errors.js';
import { CustomerHoldings } from '../identity/customer-holdings.js';
import { CustomerRows } from './customer-rows.store.js';
import { CustomerStore } from './customer.store.js';

/** Takes customers away, with everything that hangs on them. */
@Injectable()
export class CustomerRemoval {
  constructor(
    private readonly database: Database,
    private readonly rows: CustomerRows,
    private readonly customers: CustomerStore,
    private readonly holdings: CustomerHoldings,
  ) {}

  /**
   * Deletes the customer and every row of theirs, what still waits in the inbox included; an event that comes later
   * makes a new one. Suppressions stay: they are kept by address. @throws audience.customer-not-found, http.stale
   */
  async remove(externalId: string, ifMatch: string | undefined): Promise<void> {
    await this.database.transaction(async ({ sql }) => {
      const before = (await this.customers.findCurrentByKeys(sql, [externalId])).get(externalId);
      // Lanes come before everything else: their batches would write of a customer who is gone, or hand on to them.
      if (before) await waitForLanes(sql, await this.lanesOf(sql, before.id));
      const stored = await this.rows.lockCurrent(sql, externalId);
      assertMatch(ifMatch, stored?.revision);
      if (!stored) throw AudienceErrors.customerNotFound({});
      await this.holdings.remove(sql, stored);
      await sql.run('DELETE FROM customers WHERE id = ? OR merged_into = ?', [stored.id, stored.id]);
    });
  }

  /** The customer's own, and those of ids that lead to them. */
  private async lanesOf(sql: Sql, id: number): Promise<number[]> {
    const rows = await sql.select<{ lane: number }>(
      'SELECT DISTINCT lane FROM customers WHERE id = ? OR merged_into = ?',
      [id, id],
    );
    return rows.map(({ lane }) => lane);
  }
}

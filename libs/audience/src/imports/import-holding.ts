import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Sql } from '@parcours/database';

import type { Customer } from '../customers/customer.js';
import { type CustomerHolding, CustomerHoldings } from '../identity/customer-holdings.js';

/** What becomes of rejected rows when the customers whom they name merge or go. */
@Injectable()
export class ImportHolding implements CustomerHolding, OnModuleInit {
  readonly name = 'imports';
  readonly tables = ['import_rejections'] as const;

  constructor(private readonly holdings: CustomerHoldings) {}

  onModuleInit(): void {
    this.holdings.register(this);
  }

  /** A rejected row stays as it stood in its file: the id in it leads to who took the customer in. */
  merge(): Promise<Record<string, number>> {
    return Promise.resolve({});
  }

  async remove(sql: Sql, { id, externalId }: Customer): Promise<void> {
    const rows = await sql.select<{ external_id: string }>(
      'SELECT external_id FROM customers WHERE merged_into = ?',
      [id],
    );
    const keys = [externalId, ...rows.map((row) => row.external_id)];
    await sql.run('DELETE FROM import_rejections WHERE customer_key IN (?)', [keys]);
  }
}

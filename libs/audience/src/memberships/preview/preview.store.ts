import { Injectable } from '@nestjs/common';
import type { SqlFragment } from '@parcours/conditions';
import { Database } from '@parcours/database';

import type { Customer } from '../../customers/customer.js';
import { CUSTOMER_COLUMNS, type CustomerRow, toCustomer } from '../../customers/customer.store.js';

/** One customer in so many, chosen by the number of their row. */
export interface Sampling {
  readonly every: number;
}

/** How the customers of a sample answer. */
export interface SampleCount {
  readonly asked: number;
  readonly fitting: number;
  /** SQL cannot tell. */
  readonly unsure: number;
}

const ROWS = CUSTOMER_COLUMNS.map((column) => `c.${column}`).join(', ');

/** Counts customers by a condition without keeping who they are. */
@Injectable()
export class PreviewStore {
  constructor(private readonly database: Database) {}

  async total(): Promise<number> {
    const [row] = await this.database.sql.select<{ total: number }>(
      'SELECT COUNT(*) AS total FROM customers WHERE merged_into IS NULL',
    );
    return row?.total ?? 0;
  }

  async count(fits: SqlFragment, sampling: Sampling): Promise<SampleCount> {
    const [row] = await this.database.sql.select<Record<keyof SampleCount, number | string | null>>(
      `SELECT COUNT(*) AS asked, SUM(CASE WHEN s.fits = 1 THEN 1 ELSE 0 END) AS fitting,
         SUM(CASE WHEN s.fits IS NULL THEN 1 ELSE 0 END) AS unsure
       FROM (SELECT (${fits.text}) AS fits FROM ${fromSample(sampling)}) s`,
      fits.parameters,
    );
    return {
      asked: Number(row?.asked ?? 0),
      fitting: Number(row?.fitting ?? 0),
      unsure: Number(row?.unsure ?? 0),
    };
  }

  /** Some of those who fit, or (`IS NULL`) of whom SQL cannot tell. */
  async some(
    fits: SqlFragment,
    { is, sampling, limit }: { is: 'TRUE' | 'NULL'; sampling: Sampling; limit: number },
  ): Promise<Customer[]> {
    const rows = await this.database.sql.select<CustomerRow>(
      `SELECT ${ROWS} FROM ${fromSample(sampling)} AND (${fits.text}) IS ${is} LIMIT ?`,
      [...fits.parameters, limit],
    );
    return rows.map(toCustomer);
  }
}

/** The index by lane has the numbers of all rows: only those of the sample are read. */
function fromSample({ every }: Sampling): string {
  const current = 'c.merged_into IS NULL';
  if (every === 1) return `customers c WHERE ${current}`;
  const chosen = `SELECT id FROM customers WHERE id % ${String(every)} = 0`;
  return `(${chosen}) chosen JOIN customers c ON c.id = chosen.id WHERE ${current}`;
}

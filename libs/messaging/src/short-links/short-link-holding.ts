import { Injectable, type OnModuleInit } from '@nestjs/common';
import {
  byId,
  type Customer,
  type CustomerHolding,
  CustomerHoldings,
  type CustomerMerge,
  PersonalDataCatalogue,
  personalRows,
} from '@parcours/audience';
import type { Sql } from '@parcours/database';

/** An address can hold anything of the reader: it goes, and the link leads nowhere from then on. */
const LINKS = personalRows({
  table: 'short_links',
  of: byId('customer_id'),
  order: ['code'],
  omit: ['place', 'places'],
  erase: 'delete',
});

/** What becomes of the short links of a customer's messages. */
@Injectable()
export class ShortLinkHolding implements CustomerHolding, OnModuleInit {
  readonly name = 'short-links';
  readonly tables = ['short_links'] as const;

  constructor(
    private readonly holdings: CustomerHoldings,
    private readonly catalogue: PersonalDataCatalogue,
  ) {}

  onModuleInit(): void {
    this.holdings.register(this);
    this.catalogue.register(LINKS);
  }

  async merge(sql: Sql, { winner, loser }: CustomerMerge): Promise<Record<string, number>> {
    const change = 'UPDATE short_links SET customer_id = ? WHERE customer_id = ?';
    return { shortLinks: await sql.run(change, [winner.id, loser.id]) };
  }

  async remove(sql: Sql, { id }: Customer): Promise<void> {
    await sql.run('DELETE FROM short_links WHERE customer_id = ?', [id]);
  }
}

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

const NOBODY = 0;

/** How often which score was given stays, so that what was counted stays true; who said what goes. */
const ANSWERS = personalRows({
  table: 'answers',
  of: byId('customer_id'),
  order: ['id'],
  erase: { set: { customer_id: NOBODY, comment: null } },
});

/** What becomes of a customer's answers. */
@Injectable()
export class AnswerHolding implements CustomerHolding, OnModuleInit {
  readonly name = 'answers';
  readonly tables = ['answers'] as const;

  constructor(
    private readonly holdings: CustomerHoldings,
    private readonly catalogue: PersonalDataCatalogue,
  ) {}

  onModuleInit(): void {
    this.holdings.register(this);
    this.catalogue.register(ANSWERS);
  }

  async merge(sql: Sql, { winner, loser }: CustomerMerge): Promise<Record<string, number>> {
    const answers = await sql.run('UPDATE answers SET customer_id = ? WHERE customer_id = ?', [
      winner.id,
      loser.id,
    ]);
    return { answers };
  }

  async remove(sql: Sql, { id }: Customer): Promise<void> {
    await sql.run('DELETE FROM answers WHERE customer_id = ?', [id]);
  }
}

import { Injectable, type OnModuleInit } from '@nestjs/common';
import {
  byKey,
  type Customer,
  type CustomerHolding,
  CustomerHoldings,
  type CustomerMerge,
  PersonalDataCatalogue,
  personalRows,
} from '@parcours/audience';
import type { Sql } from '@parcours/database';

import { LINK_STATES } from '../state/link.store.js';

/** The CRM's own id stays, so that the person does not come back with the next change there. */
const LINKS = personalRows({
  table: 'crm_links',
  of: byKey('customer_key'),
  order: ['sync_id', 'record_id'],
  json: ['agreed'],
  omit: ['state', 'pending_id'],
  erase: {
    set: { customer_key: null, agreed: '{}', pending_id: null, state: LINK_STATES.indexOf('erased') },
  },
});

const RECORDS = personalRows({
  table: 'crm_records',
  of: byKey('customer_key'),
  order: ['sync_id', 'kind', 'record_id'],
  json: ['fields', 'waiting'],
  erase: 'delete',
});

const ISSUES = personalRows({
  table: 'crm_issues',
  of: byKey('customer_key'),
  order: ['sync_id', 'subject'],
  erase: 'delete',
});

/** What is held of people for the sake of CRMs, and what becomes of it when customers merge or go. */
@Injectable()
export class CrmHolding implements CustomerHolding, OnModuleInit {
  readonly name = 'crm';
  readonly tables = ['crm_links', 'crm_records', 'crm_issues'] as const;

  constructor(
    private readonly holdings: CustomerHoldings,
    private readonly catalogue: PersonalDataCatalogue,
  ) {}

  onModuleInit(): void {
    this.holdings.register(this);
    this.catalogue.register(LINKS, RECORDS, ISSUES);
  }

  /** Somebody who is two people in one CRM stays the one that the winner is; the other one is nobody's. */
  async merge(sql: Sql, { winner, loser }: CustomerMerge): Promise<Record<string, number>> {
    const [to, from] = [winner.externalId, loser.externalId];
    await sql.run(
      `UPDATE crm_links SET customer_key = NULL, state = ? WHERE customer_key = ? AND sync_id IN (
         SELECT sync_id FROM (SELECT sync_id FROM crm_links WHERE customer_key = ?) taken)`,
      [LINK_STATES.indexOf('gone'), from, to],
    );
    const crmLinks = await sql.run('UPDATE crm_links SET customer_key = ? WHERE customer_key = ?', [
      to,
      from,
    ]);
    await sql.run('UPDATE crm_records SET customer_key = ? WHERE customer_key = ?', [to, from]);
    await sql.run('UPDATE crm_issues SET customer_key = ? WHERE customer_key = ?', [to, from]);
    return { crmLinks };
  }

  async remove(sql: Sql, { externalId }: Customer): Promise<void> {
    for (const table of this.tables) {
      await sql.run(`DELETE FROM ${table} WHERE customer_key = ?`, [externalId]);
    }
  }
}

import { Injectable } from '@nestjs/common';
import { Database, type Sql } from '@parcours/database';
import { type ListQuery, type ListSpec, type Page, selectPage } from '@parcours/http';
import { type Actor, IdGenerator } from '@parcours/kernel';

import type { Customer } from '../customers/customer.js';
import { CONSENT_STATES, type ConsentChange } from './consent.js';

export interface ConsentChangeView {
  readonly id: number;
  readonly channel: string;
  readonly topic: string;
  readonly state: number;
  readonly source: string;
  readonly proof: string | null;
  readonly actor: string | null;
  readonly decided_at: number;
}

const STATE_NAME = `CASE h.state ${CONSENT_STATES.map((name, at) => `WHEN ${String(at)} THEN '${name}'`).join(' ')} END`;

export const CONSENT_HISTORY_LIST: ListSpec = {
  name: 'consent-changes',
  fields: {
    id: { expression: 'h.id', type: 'id' },
    channel: { expression: 'h.channel', type: 'text', unsortable: true },
    topic: { expression: 'h.topic', type: 'text', unsortable: true },
    state: { expression: STATE_NAME, type: 'enum', values: CONSENT_STATES, unsortable: true },
    decidedAt: { expression: 'h.decided_at', type: 'instant' },
  },
  members: ['id', 'channel', 'topic', 'state', 'source', 'proof', 'by', 'decidedAt'],
  defaultSort: '-id',
  unique: 'id',
};

/** What a customer has decided. */
export interface ChangedConsents {
  readonly customer: Customer;
  readonly changes: readonly ConsentChange[];
}

/** Every decision that was ever made, with what shows it. Rows are added, and change hands when customers merge. */
@Injectable()
export class ConsentHistory {
  constructor(
    private readonly database: Database,
    private readonly ids: IdGenerator,
  ) {}

  async add(
    sql: Sql,
    customer: Customer,
    changes: readonly ConsentChange[],
    by: Actor | undefined,
  ): Promise<void> {
    await this.addMany(sql, [{ customer, changes }], by);
  }

  /** One statement, however many customers. */
  async addMany(sql: Sql, changed: readonly ChangedConsents[], by: Actor | undefined): Promise<void> {
    const rows = changed.flatMap(({ customer, changes }) => changes.map((change) => ({ customer, change })));
    if (rows.length === 0) return;
    const actor = by ? JSON.stringify({ kind: by.kind, id: by.id, name: by.name }) : null;
    await sql.insert({
      table: 'consent_changes',
      columns: [
        'id',
        'lane',
        'customer_id',
        'channel',
        'topic',
        'state',
        'source',
        'proof',
        'actor',
        'decided_at',
      ],
      rows: rows.map(({ customer: { id, lane }, change: { channel, topic, state, source, proof, at } }) => [
        this.ids.next(),
        lane,
        id,
        channel,
        topic,
        CONSENT_STATES.indexOf(state),
        source,
        proof === undefined ? null : JSON.stringify(proof),
        actor,
        at,
      ]),
    });
  }

  async list(customerId: number, query: ListQuery): Promise<Page<ConsentChangeView>> {
    return selectPage<ConsentChangeView>(this.database.sql, {
      query,
      columns: 'h.id, h.channel, h.topic, h.state, h.source, h.proof, h.actor, h.decided_at',
      from: 'consent_changes h',
      where: 'h.customer_id = ?',
      parameters: [customerId],
    });
  }
}

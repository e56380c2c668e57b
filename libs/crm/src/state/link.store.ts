import { Injectable } from '@nestjs/common';
import type { Sql, SqlValue } from '@parcours/database';
import type { JsonObject } from '@parcours/kernel';

/**
 * `gone`: the record was deleted there, or merged into another that is somebody else here. `erased`: the customer was
 * erased here, and must not come back. `forgotten`: and the CRM has deleted them; late news of them may still come. The
 * places in the list are stored.
 */
export const LINK_STATES = ['linked', 'gone', 'erased', 'forgotten'] as const;
export type LinkState = (typeof LINK_STATES)[number];

/** A person of a CRM and a customer who are one. */
export interface CrmLink {
  readonly syncId: number;
  readonly recordId: string;
  /** Null where the customer was erased. */
  readonly customerKey: string | null;
  readonly state: LinkState;
  /** By field: what both sides had when they last agreed. */
  readonly agreed: JsonObject;
  /** Of the entry in the inbox by which the customer gets what was taken from the CRM last. */
  readonly pendingId: number | null;
  /** When the CRM says that the record has changed last. */
  readonly changedAt: number;
  readonly linkedAt: number;
  readonly exchangedAt: number;
}

interface Row {
  sync_id: number;
  record_id: string;
  customer_key: string | null;
  state: number;
  agreed: string;
  pending_id: number | null;
  changed_at: number;
  linked_at: number;
  exchanged_at: number;
}

const COLUMNS = [
  'sync_id',
  'record_id',
  'customer_key',
  'state',
  'agreed',
  'pending_id',
  'changed_at',
  'linked_at',
  'exchanged_at',
] as const;

const SELECT = `SELECT ${COLUMNS.join(', ')} FROM crm_links`;

/** Who is who, by sync. */
@Injectable()
export class LinkStore {
  /** By record, in any state. */
  async byRecords(sql: Sql, syncId: number, ids: readonly string[]): Promise<Map<string, CrmLink>> {
    if (ids.length === 0) return new Map();
    const rows = await sql.select<Row>(`${SELECT} WHERE sync_id = ? AND record_id IN (?)`, [syncId, ids]);
    return new Map(rows.map((row) => [row.record_id, toLink(row)]));
  }

  /** By customer, in any state but `erased` and `forgotten`. */
  async byCustomers(sql: Sql, syncId: number, keys: readonly string[]): Promise<Map<string, CrmLink>> {
    if (keys.length === 0) return new Map();
    const rows = await sql.select<Row>(`${SELECT} WHERE sync_id = ? AND customer_key IN (?)`, [syncId, keys]);
    return new Map(rows.map((row) => [row.customer_key ?? '', toLink(row)]));
  }

  /** Those of these customers with whom something was exchanged since. */
  async exchangedSince(
    sql: Sql,
    syncId: number,
    { keys, since }: { readonly keys: readonly string[]; readonly since: number },
  ): Promise<string[]> {
    if (keys.length === 0) return [];
    const rows = await sql.select<{ customer_key: string }>(
      'SELECT customer_key FROM crm_links WHERE sync_id = ? AND customer_key IN (?) AND exchanged_at >= ?',
      [syncId, keys, since],
    );
    return rows.map(({ customer_key: key }) => key);
  }

  /** Those whose customers were erased, in the order of their records. */
  async erased(
    sql: Sql,
    syncId: number,
    { after, limit }: { readonly after: string; readonly limit: number },
  ): Promise<CrmLink[]> {
    const rows = await sql.select<Row>(
      `${SELECT} WHERE sync_id = ? AND customer_key IS NULL AND state = ? AND record_id > ?
       ORDER BY record_id LIMIT ?`,
      [syncId, LINK_STATES.indexOf('erased'), after, limit],
    );
    return rows.map(toLink);
  }

  /** Drops those whom the CRM has deleted before. */
  async dropForgotten(sql: Sql, syncId: number, before: number): Promise<void> {
    await sql.run(
      'DELETE FROM crm_links WHERE sync_id = ? AND customer_key IS NULL AND state = ? AND exchanged_at < ?',
      [syncId, LINK_STATES.indexOf('forgotten'), before],
    );
  }

  async ofCustomer(sql: Sql, key: string): Promise<CrmLink[]> {
    const rows = await sql.select<Row>(`${SELECT} WHERE customer_key = ? ORDER BY sync_id`, [key]);
    return rows.map(toLink);
  }

  /** The customer behind a person, whichever of these syncs knows them. */
  async customersOf(sql: Sql, syncIds: readonly number[], recordIds: readonly string[]) {
    if (syncIds.length === 0 || recordIds.length === 0) return new Map<string, string>();
    const rows = await sql.select<{ record_id: string; customer_key: string }>(
      `SELECT record_id, customer_key FROM crm_links
       WHERE sync_id IN (?) AND record_id IN (?) AND state = 0 AND customer_key IS NOT NULL`,
      [syncIds, recordIds],
    );
    return new Map(rows.map((row) => [row.record_id, row.customer_key]));
  }

  async save(sql: Sql, links: readonly CrmLink[]): Promise<void> {
    if (links.length === 0) return;
    const update = COLUMNS.filter((column) => column !== 'sync_id' && column !== 'record_id');
    await sql.insert({
      table: 'crm_links',
      columns: COLUMNS,
      rows: links.map(toRow),
      onDuplicate: { update },
    });
  }

  async remove(sql: Sql, syncId: number, recordIds: readonly string[]): Promise<void> {
    if (recordIds.length === 0) return;
    await sql.run('DELETE FROM crm_links WHERE sync_id = ? AND record_id IN (?)', [syncId, recordIds]);
  }

  /** Those of these entries that still lie in the inbox. */
  async stillPending(sql: Sql, ids: readonly number[]): Promise<ReadonlySet<number>> {
    if (ids.length === 0) return new Set();
    const rows = await sql.select<{ id: number }>(
      'SELECT i.id FROM lanes l JOIN event_inbox i ON i.lane = l.lane AND i.id IN (?)',
      [ids],
    );
    return new Set(rows.map(({ id }) => id));
  }

  async countByState(sql: Sql, syncId: number): Promise<Readonly<Record<LinkState, number>>> {
    const rows = await sql.select<{ state: number; links: number }>(
      'SELECT state, COUNT(*) AS links FROM crm_links WHERE sync_id = ? GROUP BY state',
      [syncId],
    );
    const counts = { linked: 0, gone: 0, erased: 0, forgotten: 0 };
    for (const { state, links } of rows) counts[LINK_STATES[state] ?? 'gone'] = links;
    return counts;
  }
}

function toLink(row: Row): CrmLink {
  return {
    syncId: row.sync_id,
    recordId: row.record_id,
    customerKey: row.customer_key,
    state: LINK_STATES[row.state] ?? 'gone',
    agreed: JSON.parse(row.agreed) as JsonObject,
    pendingId: row.pending_id,
    changedAt: row.changed_at,
    linkedAt: row.linked_at,
    exchangedAt: row.exchanged_at,
  };
}

function toRow(link: CrmLink): SqlValue[] {
  return [
    link.syncId,
    link.recordId,
    link.customerKey,
    LINK_STATES.indexOf(link.state),
    JSON.stringify(link.agreed),
    link.pendingId,
    link.changedAt,
    link.linkedAt,
    link.exchangedAt,
  ];
}

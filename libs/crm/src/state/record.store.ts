import { Injectable } from '@nestjs/common';
import type { Sql } from '@parcours/database';
import type { JsonObject } from '@parcours/kernel';
import type { RecordKind } from '@parcours/sdk';

/** An event that waits for its customer to be known. */
export interface WaitingEvent {
  readonly name: string;
  readonly messageId: string;
  readonly occurredAt: number;
  readonly properties: JsonObject;
}

/** What is kept of a deal, a ticket, an invoice: the fields that a sync names. */
export interface KeptRecord {
  readonly kind: RecordKind;
  readonly recordId: string;
  readonly personId: string | null;
  readonly customerKey: string | null;
  readonly fields: JsonObject;
  readonly waiting: readonly WaitingEvent[];
  readonly changedAt: number;
}

interface Row {
  kind: string;
  record_id: string;
  person_id: string | null;
  customer_key: string | null;
  fields: string;
  waiting: string | null;
  changed_at: number;
}

const COLUMNS = [
  'sync_id',
  'kind',
  'record_id',
  'person_id',
  'customer_key',
  'fields',
  'waiting',
  'changed_at',
] as const;

const SELECT =
  'SELECT kind, record_id, person_id, customer_key, fields, waiting, changed_at FROM crm_records';

/** Records beside people, by sync. */
@Injectable()
export class RecordStore {
  async byIds(
    sql: Sql,
    syncId: number,
    kind: RecordKind,
    ids: readonly string[],
  ): Promise<Map<string, KeptRecord>> {
    if (ids.length === 0) return new Map();
    const text = `${SELECT} WHERE sync_id = ? AND kind = ? AND record_id IN (?)`;
    const rows = await sql.select<Row>(text, [syncId, kind, ids]);
    return new Map(rows.map((row) => [row.record_id, toRecord(row)]));
  }

  /** Everything about these people. */
  async ofPeople(sql: Sql, syncId: number, personIds: readonly string[]): Promise<KeptRecord[]> {
    if (personIds.length === 0) return [];
    const text = `${SELECT} WHERE sync_id = ? AND person_id IN (?) ORDER BY kind, record_id`;
    return (await sql.select<Row>(text, [syncId, personIds])).map(toRecord);
  }

  async save(sql: Sql, syncId: number, records: readonly KeptRecord[]): Promise<void> {
    if (records.length === 0) return;
    await sql.insert({
      table: 'crm_records',
      columns: COLUMNS,
      rows: records.map((record) => [
        syncId,
        record.kind,
        record.recordId,
        record.personId,
        record.customerKey,
        JSON.stringify(record.fields),
        record.waiting.length === 0 ? null : JSON.stringify(record.waiting),
        record.changedAt,
      ]),
      onDuplicate: { update: ['person_id', 'customer_key', 'fields', 'waiting', 'changed_at'] },
    });
  }

  async remove(sql: Sql, syncId: number, kind: RecordKind, ids: readonly string[]): Promise<void> {
    if (ids.length === 0) return;
    const text = 'DELETE FROM crm_records WHERE sync_id = ? AND kind = ? AND record_id IN (?)';
    await sql.run(text, [syncId, kind, ids]);
  }
}

function toRecord(row: Row): KeptRecord {
  return {
    kind: row.kind as RecordKind,
    recordId: row.record_id,
    personId: row.person_id,
    customerKey: row.customer_key,
    fields: JSON.parse(row.fields) as JsonObject,
    waiting: row.waiting === null ? [] : (JSON.parse(row.waiting) as WaitingEvent[]),
    changedAt: row.changed_at,
  };
}

import { Injectable } from '@nestjs/common';
import { Lanes, type Sql, type SqlValue } from '@parcours/database';
import { IdGenerator } from '@parcours/kernel';

import { INBOX_KINDS, type InboxEntry, type InboxRow } from './inbox-entry.js';

const COLUMNS = ['lane', 'id', 'kind', 'customer_key', 'body'] as const;

export interface InboxBatch {
  readonly rows: readonly (readonly SqlValue[])[];
  /** The lanes to wake after the commit. */
  readonly lanes: ReadonlySet<number>;
  /** About how long the rows are in a statement. */
  readonly bytes: number;
}

interface Row {
  id: number;
  kind: number;
  customer_key: string;
  body: string;
}

/** What has come in and is not yet worked, in the order of its ids within a lane. */
@Injectable()
export class InboxStore {
  constructor(
    private readonly lanes: Lanes,
    private readonly ids: IdGenerator,
  ) {}

  /** Gives each entry its lane and its place in the order. */
  rowsOf(entries: readonly InboxEntry[]): InboxBatch {
    const lanes = new Set<number>();
    let bytes = 0;
    const rows = entries.map((entry) => {
      const { kind, customerKey, ...content } = entry;
      const lane = this.lanes.of(customerKey);
      const body = JSON.stringify(content);
      lanes.add(lane);
      bytes += body.length;
      return [lane, this.ids.next(), INBOX_KINDS.indexOf(kind), customerKey, body];
    });
    return { rows, lanes, bytes };
  }

  async insert(sql: Sql, rows: InboxBatch['rows']): Promise<void> {
    await sql.insert({ table: 'event_inbox', columns: COLUMNS, rows });
  }

  async add(sql: Sql, entries: readonly InboxEntry[]): Promise<void> {
    if (entries.length > 0) await this.insert(sql, this.rowsOf(entries).rows);
  }

  async take(sql: Sql, lane: number, limit: number): Promise<InboxRow[]> {
    const rows = await sql.select<Row>(
      'SELECT id, kind, customer_key, body FROM event_inbox WHERE lane = ? ORDER BY id LIMIT ?',
      [lane, limit],
    );
    return rows.map((row) => ({ id: row.id, entry: toEntry(row) }));
  }

  async remove(sql: Sql, lane: number, ids: readonly number[]): Promise<void> {
    if (ids.length === 0) return;
    await sql.run('DELETE FROM event_inbox WHERE lane = ? AND id IN (?)', [lane, ids]);
  }

  /**
   * Hands rows on to the customer whom theirs was merged into, in whichever lane that is. They keep their ids and so
   * their places in the order.
   */
  async readdress(
    sql: Sql,
    { lane, ids, to }: { lane: number; ids: readonly number[]; to: { lane: number; customerKey: string } },
  ): Promise<void> {
    if (ids.length === 0) return;
    await sql.run('UPDATE event_inbox SET customer_key = ?, lane = ? WHERE lane = ? AND id IN (?)', [
      to.customerKey,
      to.lane,
      lane,
      ids,
    ]);
  }

  /** The id of what `take` would answer first, without a look at its content. */
  async firstId(sql: Sql, lane: number): Promise<number | undefined> {
    const [row] = await sql.select<{ id: number }>(
      'SELECT id FROM event_inbox WHERE lane = ? ORDER BY id LIMIT 1',
      [lane],
    );
    return row?.id;
  }

  /** The id of what has waited longest in any lane. */
  async oldestId(sql: Sql): Promise<number | undefined> {
    const [row] = await sql.select<{ id: number | null }>(
      `SELECT MIN(f.first_id) AS id FROM
         (SELECT (SELECT MIN(i.id) FROM event_inbox i WHERE i.lane = l.lane) AS first_id FROM lanes l) f`,
    );
    return row?.id ?? undefined;
  }

  /** Puts one entry aside that can't be worked, so that the lane goes on. */
  async bury(sql: Sql, lane: number, id: number, failure: string, at: number): Promise<void> {
    await sql.run(
      `INSERT INTO event_dead_letters (id, lane, kind, customer_key, body, failure, failed_at)
       SELECT id, lane, kind, customer_key, body, ?, ? FROM event_inbox WHERE lane = ? AND id = ?`,
      [failure.slice(0, 1_000), at, lane, id],
    );
    await this.remove(sql, lane, [id]);
  }

  /** Puts entries aside that were never in a lane. */
  async refuse(sql: Sql, entries: readonly InboxEntry[], failure: string, at: number): Promise<void> {
    if (entries.length === 0) return;
    await sql.insert({
      table: 'event_dead_letters',
      columns: [...COLUMNS, 'failure', 'failed_at'],
      rows: this.rowsOf(entries).rows.map((row) => [...row, failure, at]),
    });
  }

  /** Lanes in which something lies. */
  async lanesWithEntries(sql: Sql): Promise<number[]> {
    const rows = await sql.select<{ lane: number }>(
      `SELECT lane FROM lanes WHERE EXISTS (SELECT 1 FROM event_inbox i WHERE i.lane = lanes.lane)`,
    );
    return rows.map(({ lane }) => lane);
  }
}

function toEntry(row: Row): InboxEntry {
  const body = JSON.parse(row.body) as object;
  return { kind: INBOX_KINDS[row.kind] ?? 'event', customerKey: row.customer_key, ...body } as InboxEntry;
}

import { Injectable } from '@nestjs/common';
import type { Sql } from '@parcours/database';

import { Pseudonyms } from './pseudonyms.service.js';

interface Row {
  subject: string;
  erased_at: number;
}

/** Somebody whom a batch does not know. */
export interface Unknown {
  readonly lane: number;
  readonly externalId: string;
}

/** Who was erased and when, known by pseudonym alone: what they did before must not come back. */
@Injectable()
export class TombstoneStore {
  constructor(private readonly pseudonyms: Pseudonyms) {}

  /** When those of these ids were erased that were. Ids are hashed only in lanes in which somebody was. */
  async erasedAt(sql: Sql, unknown: readonly Unknown[]): Promise<ReadonlyMap<string, number>> {
    if (unknown.length === 0) return new Map();
    const lanes = [...new Set(unknown.map(({ lane }) => lane))];
    const some = await sql.select('SELECT 1 AS found FROM customer_tombstones WHERE lane IN (?) LIMIT 1', [
      lanes,
    ]);
    if (some.length === 0) return new Map();
    const names = new Map(
      unknown.map(({ externalId }) => [this.pseudonyms.ofCustomer(externalId), externalId]),
    );
    const rows = await sql.select<Row>(
      'SELECT subject, erased_at FROM customer_tombstones WHERE subject IN (?)',
      [[...names.keys()]],
    );
    return new Map(rows.map((row) => [names.get(row.subject) ?? '', row.erased_at]));
  }

  async put(
    sql: Sql,
    tombstones: readonly Unknown[],
    { erasureId, erasedAt }: { erasureId: number; erasedAt: number },
  ): Promise<void> {
    await sql.insert({
      table: 'customer_tombstones',
      columns: ['subject', 'lane', 'erasure_id', 'erased_at', 'dropped'],
      rows: tombstones.map(({ lane, externalId }) => [
        this.pseudonyms.ofCustomer(externalId),
        lane,
        erasureId,
        erasedAt,
        0,
      ]),
      onDuplicate: { update: ['erasure_id', 'erased_at'] },
    });
  }

  /** Counts what came again and was not taken: as many of these ids as there were rows. */
  async countDropped(sql: Sql, externalIds: readonly string[]): Promise<void> {
    const counts = new Map<string, number>();
    for (const externalId of externalIds) counts.set(externalId, (counts.get(externalId) ?? 0) + 1);
    for (const [externalId, count] of counts) {
      await sql.run('UPDATE customer_tombstones SET dropped = dropped + ? WHERE subject = ?', [
        count,
        this.pseudonyms.ofCustomer(externalId),
      ]);
    }
  }
}

import { Injectable } from '@nestjs/common';
import type { Sql } from '@parcours/database';

/** By what, beside their ids, customers can be looked up. */
export type LookupTrait = 'email' | 'phone' | 'id';

const COLUMNS = { email: 'email', phone: 'phone', id: 'external_id' } as const;

/** Finds customers by the batch: by the first address, or by the id. */
@Injectable()
export class CustomerLookup {
  /** The ids of the customers by value; several customers may share an address. Values are in the compared form. */
  async keysBy(
    sql: Sql,
    trait: LookupTrait,
    values: readonly string[],
  ): Promise<ReadonlyMap<string, readonly string[]>> {
    const found = new Map<string, string[]>();
    if (values.length === 0) return found;
    const column = COLUMNS[trait];
    const rows = await sql.select<{ value: string; external_id: string }>(
      `SELECT ${column} AS value, external_id FROM customers
       WHERE ${column} IN (?) AND merged_into IS NULL ORDER BY id`,
      [[...new Set(values)]],
    );
    for (const { value, external_id: key } of rows) {
      const keys = found.get(value);
      if (keys) keys.push(key);
      else found.set(value, [key]);
    }
    return found;
  }

  /**
   * Known customers behind an inner id, in the order of those; of a segment where one is given. `changedAt` is when they,
   * or their standing in the segment, have changed last.
   */
  async pageAfter(
    sql: Sql,
    { after, limit, segmentId }: { after: number; limit: number; segmentId: number | undefined },
  ): Promise<readonly { readonly id: number; readonly externalId: string; readonly changedAt: number }[]> {
    const membership = 'FROM segment_members m WHERE m.customer_id = c.id AND m.segment_id = ?';
    const isOfSegment = segmentId !== undefined;
    const rows = await sql.select<{
      id: number;
      external_id: string;
      updated_at: number;
      entered_at: number;
    }>(
      `SELECT c.id, c.external_id, c.updated_at, ${isOfSegment ? `(SELECT m.entered_at ${membership})` : '0'} AS entered_at
       FROM customers c
       WHERE c.id > ? AND c.merged_into IS NULL AND c.kind = 0
         ${isOfSegment ? `AND EXISTS (SELECT 1 ${membership})` : ''}
       ORDER BY c.id LIMIT ?`,
      isOfSegment ? [segmentId, after, segmentId, limit] : [after, limit],
    );
    return rows.map(({ id, external_id: externalId, updated_at, entered_at }) => ({
      id,
      externalId,
      changedAt: Math.max(updated_at, entered_at),
    }));
  }
}

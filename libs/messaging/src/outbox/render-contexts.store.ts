import { Injectable } from '@nestjs/common';
import type { Sql } from '@parcours/database';
import type { JsonObject } from '@parcours/kernel';

/** What a message's enrollment contributes to its text. */
export interface RenderContext {
  readonly journeyKey: string;
  readonly context: JsonObject;
  /** An exit rule or a merge has ended it: what was not handed to a provider by now never is. */
  readonly hasLeft: boolean;
}

interface Row {
  id: number;
  context: string;
  end_reason: string | null;
  item_key: string | null;
}

/** Reads what enrollments carry, for rendering. */
@Injectable()
export class RenderContexts {
  async of(sql: Sql, enrollmentIds: readonly number[]): Promise<ReadonlyMap<number, RenderContext>> {
    if (enrollmentIds.length === 0) return new Map();
    const rows = await sql.select<Row>(
      `SELECT e.id, e.context, e.end_reason, i.item_key FROM enrollments e LEFT JOIN content_items i ON i.id = e.journey_id
       WHERE e.id IN (?)`,
      [enrollmentIds],
    );
    return new Map(
      rows.map((row) => [
        row.id,
        {
          journeyKey: row.item_key ?? '',
          context: JSON.parse(row.context) as JsonObject,
          hasLeft: row.end_reason === 'exit-rule' || row.end_reason === 'merged',
        },
      ]),
    );
  }
}

import { Injectable } from '@nestjs/common';
import { Database, type Sql } from '@parcours/database';
import type { JsonObject } from '@parcours/kernel';

import { Derivation } from '../items/derivation.js';
import { CustomFields } from './custom-fields.service.js';
import { replaceFieldValues } from './field-value.repository.js';
import type { TypeFields } from './type-fields.js';

interface Stale {
  readonly id: number;
  readonly key: string;
  readonly draft: string;
}

const PER_TRANSACTION = 200;

/** Reads things anew, for lists and searches, when the custom fields of their type have changed. Safe to run twice. */
@Injectable()
export class FieldBackfill {
  constructor(
    private readonly database: Database,
    private readonly derivation: Derivation,
    private readonly fields: CustomFields,
  ) {}

  async isBehind(type: string): Promise<boolean> {
    const { stamp } = await this.fields.of(type);
    return (await this.stale(this.database.sql, { type, stamp, limit: 1 })).length > 0;
  }

  /** Answers false when there are things left after so many. */
  async catchUp(
    type: string,
    { atMost, signal }: { atMost: number; signal?: AbortSignal },
  ): Promise<boolean> {
    const fields = await this.fields.of(type);
    for (let done = 0; done < atMost;) {
      if (signal?.aborted) return false;
      const count = await this.deriveSome(type, fields);
      if (count === 0) return true;
      done += count;
    }
    return !(await this.isBehind(type));
  }

  /** Rows are locked while they are read anew: a change of the draft comes before or after, and writes its own. */
  private async deriveSome(type: string, fields: TypeFields): Promise<number> {
    return this.database.transaction(async ({ sql }) => {
      const wanted = { type, stamp: fields.stamp, limit: PER_TRANSACTION };
      const stale = await this.stale(sql, wanted, sql.forUpdate);
      if (stale.length === 0) return 0;
      const derived = stale.map(({ id, key, draft }) => {
        const document = JSON.parse(draft) as JsonObject;
        const searchText = this.derivation.searchText(type, document, fields);
        return { item: { id, type, key }, values: fields.values(document), searchText };
      });
      await replaceFieldValues(sql, derived);
      await sql.updateEach({
        table: 'content_items',
        key: 'id',
        columns: { search_text: 'MEDIUMTEXT', field_stamp: 'BIGINT' },
        rows: derived.map(({ item, searchText }) => [item.id, searchText, fields.stamp]),
      });
      return stale.length;
    });
  }

  /** Two statements, as neither database reads both sides of a value from one index. */
  private async stale(
    sql: Sql,
    { type, stamp, limit }: { type: string; stamp: number; limit: number },
    lock = '',
  ): Promise<Stale[]> {
    for (const side of ['<', '>']) {
      const found = await sql.select<Stale>(
        `SELECT id, item_key AS \`key\`, draft FROM content_items WHERE type = ? AND field_stamp ${side} ? ` +
          `ORDER BY field_stamp, id LIMIT ${String(limit)}${lock}`,
        [type, stamp],
      );
      if (found.length > 0) return found;
    }
    return [];
  }
}

import type { Sql } from '@parcours/database';

import { inChunks } from '../items/row-chunks.js';
import type { FieldValue } from './field-value.js';

const IDS_A_STATEMENT = 500;

/** The values of a thing's custom fields, as lists know them. */
export interface ValuesOfItem {
  readonly item: { readonly id: number; readonly type: string; readonly key: string };
  readonly values: readonly FieldValue[];
}

/** The key stands in each row so that one index has what a field is filtered by and the order within. */
export async function insertFieldValues(sql: Sql, items: readonly ValuesOfItem[]): Promise<void> {
  const rows = items.flatMap(({ item: { id, type, key }, values }) =>
    values.map(({ member, text, number }) => [id, type, member, key, text, number]),
  );
  for (const chunk of inChunks(rows)) {
    await sql.insert({
      table: 'content_field_values',
      columns: ['item_id', 'item_type', 'field', 'sort_key', 'text_value', 'number_value'],
      rows: chunk,
    });
  }
}

export async function removeFieldValues(sql: Sql, itemIds: readonly number[]): Promise<void> {
  for (let from = 0; from < itemIds.length; from += IDS_A_STATEMENT) {
    const ids = itemIds.slice(from, from + IDS_A_STATEMENT);
    await sql.run('DELETE FROM content_field_values WHERE item_id IN (?)', [ids]);
  }
}

export async function replaceFieldValues(sql: Sql, items: readonly ValuesOfItem[]): Promise<void> {
  const ids = items.map(({ item }) => item.id);
  await removeFieldValues(sql, ids);
  await insertFieldValues(sql, items);
}

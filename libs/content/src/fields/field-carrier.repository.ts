import { Injectable } from '@nestjs/common';
import { Database, type Sql } from '@parcours/database';
import { type ListQuery, type Page, selectPage } from '@parcours/http';
import { isJsonObject, type JsonObject } from '@parcours/kernel';

import { USAGE_COLUMNS, type Usage } from '../references/content-reference.repository.js';
import type { CustomFieldDocument } from './custom-field.type.js';
import { MEMBER_PATTERN } from './value-schema.js';

/** The values of one thing's custom fields. */
export interface CarriedValues {
  readonly key: string;
  readonly values: JsonObject;
}

type FieldPlace = Pick<CustomFieldDocument, 'appliesTo' | 'member'>;

const MEMBER = new RegExp(MEMBER_PATTERN);
const PER_STATEMENT = 2_000;

/** Things of a type, and what they hold for custom fields, published or not. */
@Injectable()
export class FieldCarrierRepository {
  constructor(private readonly database: Database) {}

  /** Every thing of a type that is not put away, some at a time. */
  async *all(type: string): AsyncGenerator<readonly CarriedValues[]> {
    for (let after = ''; ;) {
      const rows = await this.database.sql.select<{ key: string; custom: unknown }>(
        "SELECT item_key AS `key`, JSON_EXTRACT(draft, '$.custom') AS custom FROM content_items " +
          'WHERE type = ? AND item_key > ? AND archived_at IS NULL ' +
          `ORDER BY item_key LIMIT ${String(PER_STATEMENT)}`,
        [type, after],
      );
      const last = rows.at(-1);
      if (!last) return;
      yield rows.map(({ key, custom }) => ({ key, values: parsed(custom) }));
      after = last.key;
    }
  }

  /** Who holds a value of a field. */
  async list(field: FieldPlace, query: ListQuery): Promise<Page<Usage>> {
    const { table, parameters } = carriersOf(field);
    return selectPage<Usage>(this.database.sql, {
      query,
      columns: USAGE_COLUMNS,
      from: `${table} r JOIN content_items i ON i.id = r.item_id`,
      parameters,
    });
  }
}

/**
 * The things that hold a value of a field in their draft or in what is published of them, as a table to join; the member
 * is a name that can stand in SQL.
 */
export function carriersOf({ appliesTo, member }: FieldPlace): { table: string; parameters: string[] } {
  const path = `'$.custom.${member}'`;
  const inDraft = `JSON_EXTRACT(c.draft, ${path}) IS NOT NULL`;
  const table =
    `(SELECT c.id AS id, c.id AS item_id, CASE WHEN ${inDraft} THEN 'draft' ELSE 'published' END AS side, ` +
    `'/custom/${member}' AS pointer FROM content_items c ` +
    'LEFT JOIN content_versions v ON v.id = c.published_version_id ' +
    `WHERE c.type = ? AND (${inDraft} OR JSON_EXTRACT(v.document, ${path}) IS NOT NULL))`;
  return { table, parameters: [appliesTo] };
}

/** An unfinished draft may not say yet where the field belongs. */
export function isPlaced(field: JsonObject): field is JsonObject & FieldPlace {
  const { appliesTo, member } = field;
  return typeof appliesTo === 'string' && typeof member === 'string' && MEMBER.test(member);
}

/** The first things that hold a value of a field. */
export async function selectCarriers(sql: Sql, field: FieldPlace, limit: number): Promise<Usage[]> {
  const { table, parameters } = carriersOf(field);
  return sql.select<Usage>(
    `SELECT ${USAGE_COLUMNS} FROM ${table} r JOIN content_items i ON i.id = r.item_id ORDER BY i.item_key LIMIT ${String(limit)}`,
    parameters,
  );
}

/** MySQL's driver reads JSON by itself, the others answer its text. */
function parsed(custom: unknown): JsonObject {
  const values: unknown = typeof custom === 'string' ? JSON.parse(custom) : custom;
  return isJsonObject(values) ? values : {};
}

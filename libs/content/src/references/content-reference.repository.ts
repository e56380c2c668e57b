import { Injectable } from '@nestjs/common';
import { Database, type Sql } from '@parcours/database';
import { type ListQuery, type ListSpec, type Page, selectPage } from '@parcours/http';

import type { Reference } from '../types/content-type.js';

/** Whether a draft or what is published refers to something. */
export type ReferenceSide = 'draft' | 'published';

/** A reference with the id that its row gets. */
export interface ReferenceRow extends Reference {
  readonly id: number;
}

/** Something that refers to a piece of content, and where in its document. */
export interface Usage {
  readonly type: string;
  readonly key: string;
  readonly name: string;
  readonly side: ReferenceSide;
  readonly pointer: string;
}

export interface ContentName {
  readonly type: string;
  readonly key: string;
}

export const USAGE_LIST: ListSpec = {
  name: 'usages',
  fields: {
    id: { expression: 'r.id', type: 'id' },
    type: { expression: 'i.type', type: 'text' },
    key: { expression: 'i.item_key', type: 'text' },
    side: { expression: 'r.side', type: 'enum', values: ['draft', 'published'] },
  },
  members: ['type', 'key', 'name', 'side', 'pointer'],
  defaultSort: 'type,key,side',
  unique: 'id',
};

export const USAGE_COLUMNS =
  'i.type AS type, i.item_key AS `key`, i.name AS name, r.side AS side, r.pointer AS pointer';
const USAGE_TABLES = 'content_references r JOIN content_items i ON i.id = r.item_id';

@Injectable()
export class ContentReferenceRepository {
  constructor(private readonly database: Database) {}

  /** Who refers to it, itself aside. */
  async listUsages({ id, type, key }: ContentName & { id: number }, query: ListQuery): Promise<Page<Usage>> {
    return selectPage<Usage>(this.database.sql, {
      query,
      columns: USAGE_COLUMNS,
      from: USAGE_TABLES,
      where: 'r.target_type = ? AND r.target_key = ? AND r.item_id <> ?',
      parameters: [type, key, id],
    });
  }
}

/** Replaces what one side of an item refers to. */
export async function replaceReferences(
  sql: Sql,
  { itemId, side, rows }: { itemId: number; side: ReferenceSide; rows: readonly ReferenceRow[] },
): Promise<void> {
  await sql.run('DELETE FROM content_references WHERE item_id = ? AND side = ?', [itemId, side]);
  await insertReferences(sql, side, [{ itemId, rows }]);
}

/** What one side of many items refers to, where nothing of it is there yet. */
export async function insertReferences(
  sql: Sql,
  side: ReferenceSide,
  items: readonly { readonly itemId: number; readonly rows: readonly ReferenceRow[] }[],
): Promise<void> {
  const rows = items.flatMap(({ itemId, rows: own }) =>
    own.map(({ id, type, key, pointer }) => [id, itemId, side, type, key, pointer]),
  );
  if (rows.length === 0) return;
  await sql.insert({ table: 'content_references', columns: REFERENCE_COLUMNS, rows });
}

const REFERENCE_COLUMNS = ['id', 'item_id', 'side', 'target_type', 'target_key', 'pointer'];
const IDS_PER_STATEMENT = 500;

/** One side of many items refers to nothing any longer. */
export async function removeSide(sql: Sql, side: ReferenceSide, itemIds: readonly number[]): Promise<void> {
  for (let from = 0; from < itemIds.length; from += IDS_PER_STATEMENT) {
    await sql.run('DELETE FROM content_references WHERE side = ? AND item_id IN (?)', [
      side,
      itemIds.slice(from, from + IDS_PER_STATEMENT),
    ]);
  }
}

export async function removeReferences(sql: Sql, itemId: number): Promise<void> {
  await sql.run('DELETE FROM content_references WHERE item_id = ?', [itemId]);
}

/** Who else refers to a piece of content; on the published side alone, or on either. */
export async function selectUsages(
  sql: Sql,
  { id, type, key }: ContentName & { id: number },
  { sides, limit }: { sides: readonly ReferenceSide[]; limit: number },
): Promise<Usage[]> {
  return sql.select<Usage>(
    `SELECT ${USAGE_COLUMNS} FROM ${USAGE_TABLES} ` +
      'WHERE r.target_type = ? AND r.target_key = ? AND r.item_id <> ? AND r.side IN (?) ' +
      `ORDER BY i.type, i.item_key, r.id LIMIT ${String(limit)}`,
    [type, key, id, sides],
  );
}

/** What published items refer to. */
export async function selectPublishedReferences(
  sql: Sql,
  itemIds: readonly number[],
): Promise<(Reference & { readonly itemId: number })[]> {
  if (itemIds.length === 0) return [];
  return sql.select(
    'SELECT item_id AS itemId, target_type AS type, target_key AS `key`, pointer FROM content_references ' +
      "WHERE item_id IN (?) AND side = 'published' ORDER BY id",
    [itemIds],
  );
}

/** The keys among these that are published, locked until the transaction ends: none can be unpublished meanwhile. */
export async function lockPublished(sql: Sql, type: string, keys: readonly string[]): Promise<Set<string>> {
  const rows = await sql.select<{ item_key: string }>(
    'SELECT item_key FROM content_items WHERE type = ? AND item_key IN (?) AND published_version_id IS NOT NULL ' +
      `ORDER BY item_key${sql.forUpdate}`,
    [type, keys],
  );
  return new Set(rows.map(({ item_key }) => item_key));
}

import { Injectable } from '@nestjs/common';
import { Database, isDuplicate, type Sql, type SqlValue } from '@parcours/database';
import { type ListQuery, type Page, selectPage } from '@parcours/http';

import { listSource } from '../fields/field-lists.js';
import { insertFieldValues } from '../fields/field-value.repository.js';
import { replaceReferences } from '../references/content-reference.repository.js';
import { type ContentItem, ContentItemRow } from './content-item.entity.js';
import { inChunks } from './row-chunks.js';
import { ARCHIVED } from './content-status.js';
import { searchWords } from '../search/search-text.js';
import { type Derived, DERIVED_VERSION } from './derivation.js';

export type ItemChange = Partial<Omit<ContentItem, 'id' | 'type' | 'key'>> & {
  readonly revision: number;
  readonly searchText?: string;
  readonly fieldStamp?: number;
};

/** A new item, with what is derived from its draft. */
export interface NewItem extends Omit<Derived, 'name'> {
  readonly item: ContentItem;
}

@Injectable()
export class ContentItemRepository {
  constructor(private readonly database: Database) {}

  async findByKey(type: string, key: string): Promise<ContentItem | undefined> {
    return (await this.items.findOneBy({ type, key })) ?? undefined;
  }

  async findById(id: number): Promise<ContentItem | undefined> {
    return (await this.items.findOneBy({ id })) ?? undefined;
  }

  async scheduledUntil(until: number): Promise<{ id: number; at: number }[]> {
    return this.database.sql.select(
      'SELECT id, scheduled_at AS at FROM content_items WHERE scheduled_at <= ? ORDER BY scheduled_at LIMIT 1000',
      [until],
    );
  }

  /** Archived ones are listed to those who ask for them. */
  async list(type: string, query: ListQuery, search = ''): Promise<Page<ContentItem>> {
    const words = searchWords(search);
    const clauses = [
      'type = ?',
      ...(query.filters.some(({ field }) => field === ARCHIVED) ? [] : ['archived_at IS NULL']),
      ...words.map(() => 'INSTR(search_text, ?) > 0'),
    ];
    const { sql } = this.database;
    const source = listSource(query, type, sql.dialect);
    const page = await selectPage<{ id: number }>(sql, {
      query: source.query,
      columns: 'id',
      from: source.from,
      where: clauses.join(' AND '),
      parameters: [...source.parameters, type, ...words],
    });
    const ids = page.data.map(({ id }) => id);
    const found = ids.length === 0 ? [] : await this.items.findBy(ids.map((id) => ({ id })));
    const byId = new Map(found.map((item) => [item.id, item]));
    return { ...page, data: ids.flatMap((id) => byId.get(id) ?? []) };
  }

  /** The keys of a type, to suggest one for a mistyped reference. */
  async keysOf(type: string): Promise<string[]> {
    const rows = await this.database.sql.select<{ item_key: string }>(
      'SELECT item_key FROM content_items WHERE type = ? ORDER BY item_key LIMIT 1000',
      [type],
    );
    return rows.map(({ item_key }) => item_key);
  }

  private get items() {
    return this.database.dataSource.getRepository(ContentItemRow);
  }
}

/** Answers false when the key is taken. */
export async function insertItem(sql: Sql, made: NewItem): Promise<boolean> {
  const { item, references, fieldValues } = made;
  try {
    await insertItems(sql, [made]);
  } catch (error) {
    if (isDuplicate(error)) return false;
    throw error;
  }
  await replaceReferences(sql, { itemId: item.id, side: 'draft', rows: references });
  await insertFieldValues(sql, [{ item, values: fieldValues }]);
  return true;
}

/** Few statements, each well below what a server takes. */
export async function insertItems(sql: Sql, items: readonly InsertedItem[]): Promise<void> {
  const rows = items.map((made) => NEW_COLUMNS.map(([, valueOf]) => valueOf(made.item, made)));
  const columns = NEW_COLUMNS.map(([column]) => column);
  for (const chunk of inChunks(rows)) await sql.insert({ table: 'content_items', columns, rows: chunk });
}

type InsertedItem = Pick<NewItem, 'item' | 'searchText' | 'fieldStamp'>;

const NEW_COLUMNS: readonly (readonly [string, (item: ContentItem, made: InsertedItem) => SqlValue])[] = [
  ['id', ({ id }) => id],
  ['type', ({ type }) => type],
  ['item_key', ({ key }) => key],
  ['name', ({ name }) => name],
  ['draft', ({ draft }) => JSON.stringify(draft)],
  ['revision', ({ revision }) => revision],
  ['published_number', ({ publishedNumber }) => publishedNumber],
  ['published_version_id', ({ publishedVersionId }) => publishedVersionId],
  ['published_revision', ({ publishedRevision }) => publishedRevision],
  ['last_number', ({ lastNumber }) => lastNumber],
  ['created_at', ({ createdAt }) => createdAt],
  ['updated_at', ({ updatedAt }) => updatedAt],
  ['published_at', ({ publishedAt }) => publishedAt],
  ['archived_at', ({ archivedAt }) => archivedAt],
  ['search_text', (_item, { searchText }) => searchText],
  ['field_stamp', (_item, { fieldStamp }) => fieldStamp],
  ['derived_version', () => DERIVED_VERSION],
];

const COLUMNS: Readonly<Record<keyof ItemChange, string>> = {
  name: 'name',
  draft: 'draft',
  revision: 'revision',
  publishedNumber: 'published_number',
  publishedVersionId: 'published_version_id',
  publishedRevision: 'published_revision',
  lastNumber: 'last_number',
  createdAt: 'created_at',
  updatedAt: 'updated_at',
  publishedAt: 'published_at',
  derivedVersion: 'derived_version',
  archivedAt: 'archived_at',
  scheduledAt: 'scheduled_at',
  schedule: 'schedule',
  reviewDueAt: 'review_due_at',
  searchText: 'search_text',
  fieldStamp: 'field_stamp',
};

/**
 * Answers false when the item has another revision by now. Plain SQL: TypeORM's types do not end on a document that can
 * hold documents.
 */
export async function updateIfUnchanged(
  sql: Sql,
  { id, revision }: ContentItem,
  { draft, schedule, ...columns }: ItemChange,
): Promise<boolean> {
  const row: Readonly<Record<string, SqlValue>> = {
    ...columns,
    ...(schedule !== undefined && { schedule: schedule && JSON.stringify(schedule) }),
    ...(draft && { draft: JSON.stringify(draft), derivedVersion: DERIVED_VERSION }),
  };
  const changes = Object.keys(row).map((member) => `${columnOf(member)} = ?`);
  const affected = await sql.run(
    `UPDATE content_items SET ${changes.join(', ')} WHERE id = ? AND revision = ?`,
    [...Object.values(row), id, revision],
  );
  return affected === 1;
}

export async function deleteIfUnchanged(sql: Sql, { id, revision }: ContentItem): Promise<boolean> {
  return (await sql.run('DELETE FROM content_items WHERE id = ? AND revision = ?', [id, revision])) === 1;
}

function columnOf(member: string): string {
  const column = Object.entries(COLUMNS).find(([name]) => name === member)?.[1];
  if (column === undefined) throw new TypeError(`content items have no member '${member}'`);
  return column;
}

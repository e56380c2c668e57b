import { Injectable } from '@nestjs/common';
import { Database, isDuplicate, type Sql, type SqlValue } from '@parcours/database';
import { type ListQuery, type Page, selectPage } from '@parcours/http';

import { type ReferenceRow, replaceReferences } from '../references/content-reference.repository.js';
import { type ContentItem, ContentItemRow } from './content-item.entity.js';
import { ARCHIVED } from './content-status.js';
import { searchWords } from '../search/search-text.js';
import { DERIVED_VERSION } from './derivation.js';

export type ItemChange = Partial<Omit<ContentItem, 'id' | 'type' | 'key'>> & {
  readonly revision: number;
  readonly searchText?: string;
};

/** A new item, with what is derived from its draft. */
export interface NewItem {
  readonly item: ContentItem;
  readonly searchText: string;
  readonly references: readonly ReferenceRow[];
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
    const page = await selectPage<{ id: number }>(this.database.sql, {
      query,
      columns: 'id',
      from: 'content_items',
      where: clauses.join(' AND '),
      parameters: [type, ...words],
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
export async function insertItem(sql: Sql, { item, searchText, references }: NewItem): Promise<boolean> {
  const row: Readonly<Record<string, SqlValue>> = {
    id: item.id,
    type: item.type,
    item_key: item.key,
    name: item.name,
    draft: JSON.stringify(item.draft),
    revision: item.revision,
    last_number: item.lastNumber,
    created_at: item.createdAt,
    updated_at: item.updatedAt,
    search_text: searchText,
    derived_version: DERIVED_VERSION,
  };
  try {
    await sql.insert({ table: 'content_items', columns: Object.keys(row), rows: [Object.values(row)] });
  } catch (error) {
    if (isDuplicate(error)) return false;
    throw error;
  }
  await replaceReferences(sql, { itemId: item.id, side: 'draft', rows: references });
  return true;
}

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

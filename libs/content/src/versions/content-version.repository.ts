import { Injectable } from '@nestjs/common';
import { Database, type Sql } from '@parcours/database';
import { type ListQuery, type Page, selectPage } from '@parcours/http';

import { inChunks } from '../items/row-chunks.js';
import { type ContentVersion, ContentVersionRow } from './content-version.entity.js';

/** A version without its document. */
export type VersionSummary = Pick<ContentVersion, 'number' | 'note' | 'publishedAt' | 'publishedBy'>;

@Injectable()
export class ContentVersionRepository {
  constructor(private readonly database: Database) {}

  async list(itemId: number, query: ListQuery): Promise<Page<VersionSummary>> {
    return selectPage<VersionSummary>(this.database.sql, {
      query,
      columns: 'number, note, published_at AS publishedAt, published_by AS publishedBy',
      from: 'content_versions',
      where: 'item_id = ?',
      parameters: [itemId],
    });
  }

  async find(itemId: number, number: number): Promise<ContentVersion | undefined> {
    const versions = this.database.dataSource.getRepository(ContentVersionRow);
    return (await versions.findOneBy({ itemId, number })) ?? undefined;
  }
}

export async function insertVersion(sql: Sql, version: ContentVersion): Promise<void> {
  await insertVersions(sql, [version]);
}

/** Few statements, each well below what a server takes. */
export async function insertVersions(sql: Sql, versions: readonly ContentVersion[]): Promise<void> {
  const columns = ['id', 'item_id', 'number', 'document', 'note', 'published_at', 'published_by'];
  const rows = versions.map(({ id, itemId, number, document, note, publishedAt, publishedBy }) => [
    id,
    itemId,
    number,
    JSON.stringify(document),
    note,
    publishedAt,
    publishedBy,
  ]);
  for (const chunk of inChunks(rows)) await sql.insert({ table: 'content_versions', columns, rows: chunk });
}

import { Injectable } from '@nestjs/common';
import { Database } from '@parcours/database';
import { In, IsNull, MoreThan, Not } from 'typeorm';

import { type ContentItem, ContentItemRow } from '../items/content-item.entity.js';

const KEYS_PER_STATEMENT = 500;

export interface PageAfter {
  /** The key of the last one of the page before; '' for the first. */
  readonly after: string;
  readonly limit: number;
  readonly onlyPublished: boolean;
}

/** Reads many pieces of content at a time. */
@Injectable()
export class TransferRepository {
  constructor(private readonly database: Database) {}

  /** Of a type, by key. */
  async page(type: string, { after, limit, onlyPublished }: PageAfter): Promise<ContentItem[]> {
    const published = onlyPublished ? { publishedVersionId: Not(IsNull()) } : {};
    return this.items.find({
      where: { type, key: MoreThan(after), ...published },
      order: { key: 'ASC' },
      take: limit,
    });
  }

  /** Those of the keys that there are. */
  async findMany(type: string, keys: readonly string[]): Promise<ContentItem[]> {
    const found: ContentItem[] = [];
    for (let from = 0; from < keys.length; from += KEYS_PER_STATEMENT) {
      const key = In(keys.slice(from, from + KEYS_PER_STATEMENT));
      found.push(...(await this.items.findBy({ type, key })));
    }
    return found;
  }

  async keysOf(type: string): Promise<string[]> {
    const rows = await this.database.sql.select<{ item_key: string }>(
      'SELECT item_key FROM content_items WHERE type = ? ORDER BY item_key',
      [type],
    );
    return rows.map(({ item_key }) => item_key);
  }

  private get items() {
    return this.database.dataSource.getRepository(ContentItemRow);
  }
}

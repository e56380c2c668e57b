import type { MigrationInterface, QueryRunner } from 'typeorm';

import { ddl, dropColumns, dropIndexes } from './table.js';

/** Lists of many: an index for each order that ends, as every order does, with the key; and the text for searches. */
export class ContentLists1767225600013 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await dropIndexes(runner, 'content_items', ['ix_content_items_updated']);
    await ddl(runner, [
      `ALTER TABLE content_items ADD COLUMN search_text MEDIUMTEXT NULL`,
      `CREATE INDEX ix_content_items_updated ON content_items (type, updated_at, item_key)`,
      `CREATE INDEX ix_content_items_created ON content_items (type, created_at, item_key)`,
      `CREATE INDEX ix_content_items_published ON content_items (type, published_at, item_key)`,
      `CREATE INDEX ix_content_items_name ON content_items (type, name, item_key)`,
    ]);
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropIndexes(runner, 'content_items', [
      'ix_content_items_name',
      'ix_content_items_published',
      'ix_content_items_created',
      'ix_content_items_updated',
    ]);
    await dropColumns(runner, 'content_items', ['search_text']);
    await ddl(runner, [`CREATE INDEX ix_content_items_updated ON content_items (type, updated_at, id)`]);
  }
}

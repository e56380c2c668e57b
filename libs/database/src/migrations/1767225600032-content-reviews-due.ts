import type { MigrationInterface, QueryRunner } from 'typeorm';

import { ddl, dropColumns, dropIndexes } from './table.js';

/** When a thing is to be looked at again, beside the thing: lists of many are filtered and sorted by it. */
export class ContentReviewsDue1767225600032 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await ddl(runner, [
      `ALTER TABLE content_items ADD COLUMN review_due_at BIGINT NULL`,
      `CREATE INDEX ix_content_items_review ON content_items (type, review_due_at, item_key)`,
    ]);
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropIndexes(runner, 'content_items', ['ix_content_items_review']);
    await dropColumns(runner, 'content_items', ['review_due_at']);
  }
}

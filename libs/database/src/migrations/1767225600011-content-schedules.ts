import type { MigrationInterface, QueryRunner } from 'typeorm';

import { ddl, dropColumns, dropIndexes } from './table.js';

/** Content that is put away, and content that is published at a time. */
export class ContentSchedules1767225600011 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await ddl(runner, [
      `ALTER TABLE content_items ADD COLUMN archived_at BIGINT NULL`,
      `ALTER TABLE content_items ADD COLUMN scheduled_at BIGINT NULL`,
      `ALTER TABLE content_items ADD COLUMN schedule MEDIUMTEXT NULL`,
      `CREATE INDEX ix_content_items_scheduled ON content_items (scheduled_at)`,
    ]);
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropIndexes(runner, 'content_items', ['ix_content_items_scheduled']);
    await dropColumns(runner, 'content_items', ['schedule', 'scheduled_at', 'archived_at']);
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';

import { ddl, dropColumns, dropIndexes, dropTables } from './table.js';

/**
 * Which content refers to which. What documents refer to is known to their types alone, so the rows of documents that
 * are there already are made by the first process with content types that starts: `derived_version` says which are done.
 */
export class ContentReferences1767225600010 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await ddl(runner, [
      `CREATE TABLE IF NOT EXISTS content_references (
         id BIGINT NOT NULL PRIMARY KEY,
         item_id BIGINT NOT NULL,
         side VARCHAR(10) NOT NULL,
         target_type VARCHAR(40) NOT NULL,
         target_key VARCHAR(100) NOT NULL,
         pointer TEXT NOT NULL)`,
      `CREATE INDEX ix_content_references_item ON content_references (item_id, side)`,
      `CREATE INDEX ix_content_references_target ON content_references (target_type, target_key, side)`,
      `ALTER TABLE content_items ADD COLUMN derived_version INT NOT NULL DEFAULT 0`,
      `CREATE INDEX ix_content_items_derived ON content_items (derived_version, id)`,
    ]);
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropIndexes(runner, 'content_items', ['ix_content_items_derived']);
    await dropColumns(runner, 'content_items', ['derived_version']);
    await dropTables(runner, ['content_references']);
  }
}

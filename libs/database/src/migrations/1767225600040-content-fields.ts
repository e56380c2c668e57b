import type { MigrationInterface, QueryRunner } from 'typeorm';

import { ddl, dropColumns, dropIndexes, dropTables } from './table.js';

/**
 * The values of custom fields that lists are filtered and sorted by. Each index has a field's values with, behind them,
 * the order in which lists go on; `field_stamp` tells by which fields the rows of an item were made.
 */
export class ContentFields1767225600040 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await ddl(runner, [
      `CREATE TABLE IF NOT EXISTS content_field_values (
         item_id BIGINT NOT NULL,
         item_type VARCHAR(40) NOT NULL,
         field VARCHAR(50) NOT NULL,
         sort_key VARCHAR(100) NOT NULL,
         text_value VARCHAR(200) NULL,
         number_value DOUBLE NULL,
         PRIMARY KEY (item_id, field))`,
      `CREATE INDEX ix_content_field_values_text
         ON content_field_values (item_type, field, text_value, sort_key, item_id)`,
      `CREATE INDEX ix_content_field_values_number
         ON content_field_values (item_type, field, number_value, sort_key, item_id)`,
      `ALTER TABLE content_items ADD COLUMN field_stamp BIGINT NOT NULL DEFAULT 0`,
      `CREATE INDEX ix_content_items_fields ON content_items (type, field_stamp, id)`,
    ]);
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropIndexes(runner, 'content_items', ['ix_content_items_fields']);
    await dropColumns(runner, 'content_items', ['field_stamp']);
    await dropTables(runner, ['content_field_values']);
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';

import { ddl, dropIndexes } from './table.js';

/** An index that has all that is asked of what is published: a publish among many reads none of their documents. */
export class ContentInUse1767225600014 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await ddl(runner, [
      `CREATE INDEX ix_content_items_in_use
         ON content_items (published_version_id, type, item_key, published_number)`,
    ]);
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropIndexes(runner, 'content_items', ['ix_content_items_in_use']);
  }
}

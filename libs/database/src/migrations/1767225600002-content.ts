import type { MigrationInterface, QueryRunner } from 'typeorm';

import { ddl, dropTables } from './table.js';

/** Content of every type: the draft in one row, each published version in a row that never changes. */
export class Content1767225600002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await ddl(runner, [
      `CREATE TABLE IF NOT EXISTS content_items (
         id BIGINT NOT NULL PRIMARY KEY,
         type VARCHAR(40) NOT NULL,
         item_key VARCHAR(100) NOT NULL,
         name VARCHAR(300) NOT NULL,
         draft MEDIUMTEXT NOT NULL,
         revision INT NOT NULL,
         published_number INT NULL,
         published_version_id BIGINT NULL,
         published_revision INT NULL,
         last_number INT NOT NULL,
         created_at BIGINT NOT NULL,
         updated_at BIGINT NOT NULL,
         published_at BIGINT NULL,
         CONSTRAINT uq_content_items_key UNIQUE (type, item_key))`,
      `CREATE INDEX ix_content_items_updated ON content_items (type, updated_at, id)`,
      `CREATE TABLE IF NOT EXISTS content_versions (
         id BIGINT NOT NULL PRIMARY KEY,
         item_id BIGINT NOT NULL,
         number INT NOT NULL,
         document MEDIUMTEXT NOT NULL,
         note VARCHAR(1000) NULL,
         published_at BIGINT NOT NULL,
         published_by VARCHAR(200) NOT NULL,
         CONSTRAINT uq_content_versions_number UNIQUE (item_id, number))`,
    ]);
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropTables(runner, ['content_versions', 'content_items']);
  }
}

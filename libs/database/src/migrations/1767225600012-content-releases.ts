import type { MigrationInterface, QueryRunner } from 'typeorm';

import { ddl, dropTables } from './table.js';

/** Things that are published together. */
export class ContentReleases1767225600012 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await ddl(runner, [
      `CREATE TABLE IF NOT EXISTS content_releases (
         id BIGINT NOT NULL PRIMARY KEY,
         name VARCHAR(300) NOT NULL,
         note VARCHAR(1000) NULL,
         status VARCHAR(20) NOT NULL,
         items MEDIUMTEXT NOT NULL,
         revision INT NOT NULL,
         scheduled_at BIGINT NULL,
         schedule MEDIUMTEXT NULL,
         published_at BIGINT NULL,
         created_at BIGINT NOT NULL,
         created_by VARCHAR(200) NOT NULL,
         updated_at BIGINT NOT NULL)`,
      `CREATE INDEX ix_content_releases_scheduled ON content_releases (scheduled_at)`,
    ]);
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropTables(runner, ['content_releases']);
  }
}

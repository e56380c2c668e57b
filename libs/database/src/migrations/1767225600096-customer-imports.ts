import type { MigrationInterface, QueryRunner } from 'typeorm';

import { ddl, dropTables } from './table.js';

/**
 * Imports of customers: what was uploaded lies in chunks, each of one lane, until it is worked and gone; what was not taken
 * stays for a while with its reason.
 */
export class CustomerImports1767225600096 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await ddl(runner, [
      `CREATE TABLE IF NOT EXISTS imports (
         id BIGINT NOT NULL PRIMARY KEY,
         state VARCHAR(12) NOT NULL,
         is_dry_run INT NOT NULL,
         settings TEXT NOT NULL,
         actor TEXT NOT NULL,
         received BIGINT NOT NULL,
         bytes BIGINT NOT NULL,
         repeated BIGINT NOT NULL,
         created BIGINT NOT NULL,
         updated BIGINT NOT NULL,
         unchanged BIGINT NOT NULL,
         rejected BIGINT NOT NULL,
         failure VARCHAR(1000) NULL,
         created_at BIGINT NOT NULL,
         touched_at BIGINT NOT NULL,
         stored_at BIGINT NULL,
         finished_at BIGINT NULL)`,
      'CREATE INDEX ix_imports_state ON imports (state, touched_at)',
      'CREATE INDEX ix_imports_created ON imports (created_at, id)',
      `CREATE TABLE IF NOT EXISTS import_chunks (
         import_id BIGINT NOT NULL,
         lane INT NOT NULL,
         id BIGINT NOT NULL,
         body MEDIUMTEXT NOT NULL,
         PRIMARY KEY (import_id, lane, id))`,
      `CREATE TABLE IF NOT EXISTS import_rejections (
         import_id BIGINT NOT NULL,
         at_row BIGINT NOT NULL,
         code VARCHAR(60) NOT NULL,
         field VARCHAR(250) NOT NULL,
         detail VARCHAR(500) NOT NULL,
         customer_key VARCHAR(255) NULL,
         content MEDIUMTEXT NOT NULL,
         PRIMARY KEY (import_id, at_row))`,
      'CREATE INDEX ix_import_rejections_customer ON import_rejections (customer_key)',
    ]);
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropTables(runner, ['import_rejections', 'import_chunks', 'imports']);
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';

import { ddl, dropTables } from './table.js';

/** What connectors keep between calls. */
export class PluginValues1767225600220 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await ddl(runner, [
      `CREATE TABLE IF NOT EXISTS plugin_values (
         owner VARCHAR(100) NOT NULL,
         name VARCHAR(200) NOT NULL,
         value MEDIUMTEXT NOT NULL,
         expires_at BIGINT NULL,
         PRIMARY KEY (owner, name))`,
      'CREATE INDEX ix_plugin_values_expires ON plugin_values (expires_at)',
    ]);
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropTables(runner, ['plugin_values']);
  }
}

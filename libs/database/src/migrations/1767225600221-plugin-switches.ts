import type { MigrationInterface, QueryRunner } from 'typeorm';

import { ddl, dropTables } from './table.js';

/** Plugins that were switched off by hand. */
export class PluginSwitches1767225600221 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await ddl(runner, [
      `CREATE TABLE IF NOT EXISTS disabled_plugins (
         plugin VARCHAR(50) NOT NULL PRIMARY KEY,
         reason TEXT NULL,
         disabled_by VARCHAR(200) NOT NULL,
         disabled_at BIGINT NOT NULL)`,
    ]);
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropTables(runner, ['disabled_plugins']);
  }
}

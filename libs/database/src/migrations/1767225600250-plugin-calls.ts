import type { MigrationInterface, QueryRunner } from 'typeorm';

import { ddl, dropTables } from './table.js';

/** How calls into plugins went, by the hour. */
export class PluginCalls1767225600250 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await ddl(runner, [
      `CREATE TABLE IF NOT EXISTS plugin_calls (
         hour_at BIGINT NOT NULL,
         plugin VARCHAR(50) NOT NULL,
         name VARCHAR(100) NOT NULL,
         capability VARCHAR(20) NOT NULL,
         outcome VARCHAR(30) NOT NULL,
         calls BIGINT NOT NULL,
         items BIGINT NOT NULL,
         total_us BIGINT NOT NULL,
         within_10ms BIGINT NOT NULL,
         within_100ms BIGINT NOT NULL,
         within_1s BIGINT NOT NULL,
         within_10s BIGINT NOT NULL,
         PRIMARY KEY (hour_at, plugin, name, capability, outcome))`,
    ]);
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropTables(runner, ['plugin_calls']);
  }
}

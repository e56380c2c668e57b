import type { MigrationInterface, QueryRunner } from 'typeorm';

import { ddl, dropTables } from './table.js';

/** How far exports into warehouses are, and which events came in out of their order. */
export class InsightExports1767225600270 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await ddl(runner, [
      `CREATE TABLE IF NOT EXISTS insight_exports (
         connector_id BIGINT NOT NULL PRIMARY KEY,
         version_id BIGINT NOT NULL,
         progress MEDIUMTEXT NOT NULL,
         next_at BIGINT NOT NULL,
         claimed_until BIGINT NOT NULL,
         fence INT NOT NULL)`,
      `CREATE TABLE IF NOT EXISTS events_put_back (
         id BIGINT NOT NULL PRIMARY KEY,
         event_id BIGINT NOT NULL)`,
    ]);
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropTables(runner, ['events_put_back', 'insight_exports']);
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';

import { ddl, dropTables } from './table.js';

/** How long events of a name are kept, and up to which event the table has been looked through for it. */
export class EventRetention1767225600097 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await ddl(runner, [
      `CREATE TABLE IF NOT EXISTS event_retention (
         event VARCHAR(150) NOT NULL PRIMARY KEY,
         days INT NOT NULL,
         swept_to BIGINT NOT NULL,
         deleted BIGINT NOT NULL,
         updated_at BIGINT NOT NULL)`,
    ]);
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropTables(runner, ['event_retention']);
  }
}

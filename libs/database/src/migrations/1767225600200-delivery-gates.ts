import type { MigrationInterface, QueryRunner } from 'typeorm';

import { ddl, dropTables } from './table.js';

/** What all workers know of a connector: what was let through, and whether it is to be left alone. */
export class DeliveryGates1767225600200 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await ddl(runner, [
      `CREATE TABLE IF NOT EXISTS delivery_gates (
         connector_id BIGINT NOT NULL PRIMARY KEY,
         state MEDIUMTEXT NOT NULL)`,
    ]);
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropTables(runner, ['delivery_gates']);
  }
}

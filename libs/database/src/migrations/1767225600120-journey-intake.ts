import type { MigrationInterface, QueryRunner } from 'typeorm';

import { ddl, dropTables } from './table.js';

/** How many customers a journey with a limit has let in since its window began; windows ahead are taken already. */
export class JourneyIntake1767225600120 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await ddl(runner, [
      `CREATE TABLE IF NOT EXISTS journey_intake (
         journey_id BIGINT NOT NULL PRIMARY KEY,
         window_start BIGINT NOT NULL,
         used INT NOT NULL)`,
    ]);
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropTables(runner, ['journey_intake']);
  }
}

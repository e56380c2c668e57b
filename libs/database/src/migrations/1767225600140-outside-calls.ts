import type { MigrationInterface, QueryRunner } from 'typeorm';

import { ddl, dropTables } from './table.js';

/** Calls to other systems that steps ask for, and how they ended. */
export class OutsideCalls1767225600140 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await ddl(runner, [
      `CREATE TABLE IF NOT EXISTS outside_calls (
        id BIGINT NOT NULL PRIMARY KEY,
        lane INT NOT NULL,
        customer_id BIGINT NOT NULL,
        enrollment_id BIGINT NOT NULL,
        step VARCHAR(100) NOT NULL,
        visit INT NOT NULL,
        target VARCHAR(255) NOT NULL,
        request MEDIUMTEXT NULL,
        status INT NOT NULL,
        queue_at BIGINT NULL,
        attempts INT NOT NULL,
        maybe_duplicate INT NOT NULL,
        failure TEXT NULL,
        created_at BIGINT NOT NULL,
        finished_at BIGINT NULL
      )`,
      `CREATE UNIQUE INDEX uq_outside_calls_visit ON outside_calls (enrollment_id, step, visit)`,
      `CREATE INDEX ix_outside_calls_queue ON outside_calls (target, queue_at)`,
      `CREATE INDEX ix_outside_calls_due ON outside_calls (queue_at, target)`,
      `CREATE INDEX ix_outside_calls_customer ON outside_calls (customer_id, id)`,
    ]);
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropTables(runner, ['outside_calls']);
  }
}

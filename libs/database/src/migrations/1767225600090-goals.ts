import type { MigrationInterface, QueryRunner } from 'typeorm';

import { ddl, dropColumns, dropTables } from './table.js';

/** What enrollments have behind them, and the goals that they have reached. */
export class Goals1767225600090 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await ddl(runner, [
      `ALTER TABLE enrollments ADD COLUMN progress TEXT NULL`,
      `CREATE TABLE IF NOT EXISTS enrollment_goals (
        enrollment_id BIGINT NOT NULL,
        goal VARCHAR(100) NOT NULL,
        journey_id BIGINT NOT NULL,
        version_id BIGINT NOT NULL,
        customer_id BIGINT NOT NULL,
        reached_at BIGINT NOT NULL,
        value DOUBLE NULL,
        credit_step VARCHAR(100) NULL,
        credit_visit INT NULL,
        PRIMARY KEY (enrollment_id, goal)
      )`,
      `CREATE INDEX ix_enrollment_goals_journey ON enrollment_goals (journey_id, reached_at)`,
      `CREATE INDEX ix_enrollment_goals_customer ON enrollment_goals (customer_id)`,
    ]);
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropTables(runner, ['enrollment_goals']);
    await dropColumns(runner, 'enrollments', ['progress']);
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';

import { ddl, dropColumns } from './table.js';

/** Calls that people have made after all, whether or not anybody waits for them. */
export class OutsideCallOrders1767225600210 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await ddl(runner, ['ALTER TABLE outside_calls ADD COLUMN is_ordered INT NOT NULL DEFAULT 0']);
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropColumns(runner, 'outside_calls', ['is_ordered']);
  }
}

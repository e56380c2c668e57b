import type { MigrationInterface, QueryRunner } from 'typeorm';

import { ddl, dropColumns, dropIndexes, dropTables } from './table.js';

/** Looking after running journeys: pauses, what waits for their end, and operations on many enrollments. */
export class Operations1767225600150 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await ddl(runner, [
      'ALTER TABLE enrollments ADD COLUMN held_due_at BIGINT NULL',
      'ALTER TABLE enrollments ADD COLUMN failure TEXT NULL',
      'CREATE INDEX ix_enrollments_standing ON enrollments (journey_id, is_active, lane, id)',
      `CREATE TABLE IF NOT EXISTS journey_pauses (
         journey_id BIGINT NOT NULL,
         lane INT NOT NULL,
         in_flight VARCHAR(10) NOT NULL,
         reason TEXT NOT NULL,
         paused_by VARCHAR(200) NOT NULL,
         paused_at BIGINT NOT NULL,
         PRIMARY KEY (journey_id, lane))`,
      `CREATE TABLE IF NOT EXISTS held_entries (
         journey_id BIGINT NOT NULL,
         lane INT NOT NULL,
         id BIGINT NOT NULL,
         kind INT NOT NULL,
         customer_key VARCHAR(255) NOT NULL,
         body MEDIUMTEXT NOT NULL,
         PRIMARY KEY (journey_id, lane, id))`,
      'CREATE INDEX ix_held_entries_customer ON held_entries (customer_key)',
      `CREATE TABLE IF NOT EXISTS operations (
         id BIGINT NOT NULL PRIMARY KEY,
         action VARCHAR(20) NOT NULL,
         journey_id BIGINT NOT NULL,
         body TEXT NOT NULL,
         reason TEXT NOT NULL,
         requested_by VARCHAR(200) NOT NULL,
         requested_at BIGINT NOT NULL)`,
      `CREATE TABLE IF NOT EXISTS operation_lanes (
         operation_id BIGINT NOT NULL,
         lane INT NOT NULL,
         cursor_id BIGINT NOT NULL,
         is_selected INT NOT NULL,
         selected INT NOT NULL,
         done INT NOT NULL,
         missed INT NOT NULL,
         touched_at BIGINT NOT NULL,
         PRIMARY KEY (operation_id, lane))`,
      'CREATE INDEX ix_operation_lanes_left ON operation_lanes (is_selected, operation_id)',
    ]);
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropTables(runner, ['operation_lanes', 'operations', 'held_entries', 'journey_pauses']);
    await dropIndexes(runner, 'enrollments', ['ix_enrollments_standing']);
    await dropColumns(runner, 'enrollments', ['held_due_at', 'failure']);
  }
}

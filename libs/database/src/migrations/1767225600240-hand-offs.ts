import type { MigrationInterface, QueryRunner } from 'typeorm';

import { ddl, dropColumns, dropIndexes, dropTables } from './table.js';

/** What people are asked to do by calls: whose turn it is, and what comes back of it. */
export class HandOffs1767225600240 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await ddl(runner, [
      'ALTER TABLE outside_calls ADD COLUMN awaits VARCHAR(200) NULL',
      'ALTER TABLE outside_calls ADD COLUMN record_id VARCHAR(200) NULL',
      'ALTER TABLE outside_calls ADD COLUMN team VARCHAR(100) NULL',
      'ALTER TABLE outside_calls ADD COLUMN owner VARCHAR(100) NULL',
      'ALTER TABLE outside_calls ADD COLUMN outcome VARCHAR(100) NULL',
      'ALTER TABLE outside_calls ADD COLUMN completed_at BIGINT NULL',
      'CREATE INDEX ix_outside_calls_record ON outside_calls (record_id, target)',
      `CREATE TABLE IF NOT EXISTS completion_inbox (
        id BIGINT NOT NULL PRIMARY KEY,
        due_at BIGINT NOT NULL,
        attempts INT NOT NULL,
        target VARCHAR(255) NOT NULL,
        call_id BIGINT NULL,
        record_id VARCHAR(200) NULL,
        body MEDIUMTEXT NOT NULL
      )`,
      'CREATE INDEX ix_completion_inbox_due ON completion_inbox (due_at)',
      'CREATE INDEX ix_completion_inbox_record ON completion_inbox (record_id, target)',
      `CREATE TABLE IF NOT EXISTS owner_turns (
        journey_id BIGINT NOT NULL,
        step VARCHAR(100) NOT NULL,
        turns BIGINT NOT NULL,
        PRIMARY KEY (journey_id, step)
      )`,
    ]);
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropTables(runner, ['owner_turns', 'completion_inbox']);
    await dropIndexes(runner, 'outside_calls', ['ix_outside_calls_record']);
    const columns = ['completed_at', 'outcome', 'owner', 'team', 'record_id', 'awaits'];
    await dropColumns(runner, 'outside_calls', columns);
  }
}

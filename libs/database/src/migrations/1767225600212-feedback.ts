import type { MigrationInterface, QueryRunner } from 'typeorm';

import { ddl, dropColumns, dropTables } from './table.js';

const COLUMNS = ['acknowledged_by', 'refusal', 'leads_to', 'closed_at'];

/** What is done about the answers of customers. */
export class Feedback1767225600212 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await ddl(runner, [
      'ALTER TABLE answers ADD COLUMN acknowledged_by BIGINT NULL',
      'ALTER TABLE answers ADD COLUMN refusal VARCHAR(100) NULL',
      'ALTER TABLE answers ADD COLUMN leads_to BIGINT NULL',
      'ALTER TABLE answers ADD COLUMN closed_at BIGINT NULL',
      `CREATE TABLE IF NOT EXISTS feedback_changes (
        id BIGINT NOT NULL PRIMARY KEY,
        answer_id BIGINT NOT NULL,
        what TEXT NOT NULL,
        link VARCHAR(2000) NULL,
        changed_at BIGINT NOT NULL,
        made_by VARCHAR(200) NOT NULL
      )`,
      'CREATE INDEX ix_feedback_changes_answer ON feedback_changes (answer_id, id)',
    ]);
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropTables(runner, ['feedback_changes']);
    await dropColumns(runner, 'answers', COLUMNS);
  }
}

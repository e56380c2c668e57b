import type { MigrationInterface, QueryRunner } from 'typeorm';

import { ddl, dropColumns, dropTables } from './table.js';

/** What customers answer by links, what steps try and how it goes, and what a step gives the template of its message. */
export class AnswersAndTrials1767225600130 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await ddl(runner, [
      `ALTER TABLE messages ADD COLUMN given TEXT NULL`,
      `CREATE TABLE IF NOT EXISTS answers (
        id BIGINT NOT NULL,
        enrollment_id BIGINT NOT NULL,
        visit INT NOT NULL,
        customer_id BIGINT NOT NULL,
        journey_id BIGINT NOT NULL,
        step VARCHAR(100) NOT NULL,
        choice VARCHAR(100) NULL,
        survey VARCHAR(100) NULL,
        survey_version INT NULL,
        score INT NULL,
        comment TEXT NULL,
        answered_at BIGINT NOT NULL,
        PRIMARY KEY (id)
      )`,
      `CREATE UNIQUE INDEX ux_answers_visit ON answers (enrollment_id, visit)`,
      `CREATE INDEX ix_answers_survey ON answers (survey, id)`,
      `CREATE INDEX ix_answers_customer ON answers (customer_id)`,
      `CREATE TABLE IF NOT EXISTS step_trials (
        lane INT NOT NULL,
        journey_id BIGINT NOT NULL,
        step VARCHAR(100) NOT NULL,
        arm VARCHAR(100) NOT NULL,
        shown BIGINT NOT NULL,
        succeeded BIGINT NOT NULL,
        PRIMARY KEY (lane, journey_id, step, arm)
      )`,
    ]);
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropTables(runner, ['step_trials', 'answers']);
    await dropColumns(runner, 'messages', ['given']);
  }
}

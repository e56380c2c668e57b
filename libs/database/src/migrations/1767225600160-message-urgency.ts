import type { MigrationInterface, QueryRunner } from 'typeorm';

import { ddl, dropColumns, dropIndexes } from './table.js';

const COLUMNS = ['category', 'priority', 'brand', 'expires_at', 'leg'];

/** What messages compete by, in whose name they come, how long they are worth sending, and on which way of their step. */
export class MessageUrgency1767225600160 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await ddl(runner, [
      'ALTER TABLE messages ADD COLUMN category INT NOT NULL DEFAULT 0',
      'ALTER TABLE messages ADD COLUMN priority INT NOT NULL DEFAULT 50',
      'ALTER TABLE messages ADD COLUMN brand VARCHAR(100) NULL',
      'ALTER TABLE messages ADD COLUMN expires_at BIGINT NULL',
      'ALTER TABLE messages ADD COLUMN leg INT NOT NULL DEFAULT 1',
      'CREATE UNIQUE INDEX uq_messages_step_leg ON messages (enrollment_id, step, visit, leg)',
    ]);
    await dropIndexes(runner, 'messages', ['uq_messages_step_visit']);
  }

  async down(runner: QueryRunner): Promise<void> {
    await ddl(runner, [
      'CREATE UNIQUE INDEX uq_messages_step_visit ON messages (enrollment_id, step, visit)',
    ]);
    await dropIndexes(runner, 'messages', ['uq_messages_step_leg']);
    await dropColumns(runner, 'messages', COLUMNS);
  }
}

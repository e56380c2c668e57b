import type { MigrationInterface, QueryRunner } from 'typeorm';

import { ddl, dropColumns, dropTables } from './table.js';

/** Pauses of messages, and what a message has to remember for its pause and for a second decision. */
export class MessagePauses1767225600151 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await ddl(runner, [
      'ALTER TABLE messages ADD COLUMN touchpoint VARCHAR(100) NULL',
      'ALTER TABLE messages ADD COLUMN policy VARCHAR(100) NULL',
      'ALTER TABLE messages ADD COLUMN wished_channel VARCHAR(40) NULL',
      `CREATE TABLE IF NOT EXISTS message_pauses (
         id BIGINT NOT NULL PRIMARY KEY,
         about TEXT NOT NULL,
         reason TEXT NOT NULL,
         afterwards VARCHAR(20) NOT NULL,
         older_than_ms BIGINT NULL,
         until_at BIGINT NULL,
         created_by VARCHAR(200) NOT NULL,
         created_at BIGINT NOT NULL,
         ended_by VARCHAR(200) NULL,
         ended_at BIGINT NULL,
         is_released INT NOT NULL,
         sent INT NOT NULL,
         dropped INT NOT NULL)`,
      'CREATE INDEX ix_message_pauses_released ON message_pauses (is_released, id)',
      `CREATE TABLE IF NOT EXISTS held_messages (
         pause_id BIGINT NOT NULL,
         message_id BIGINT NOT NULL,
         PRIMARY KEY (pause_id, message_id))`,
    ]);
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropTables(runner, ['held_messages', 'message_pauses']);
    await dropColumns(runner, 'messages', ['touchpoint', 'policy', 'wished_channel']);
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';

import { ddl, dropColumns, dropIndexes, dropTables } from './table.js';

const TIMES = [
  'delivered_at',
  'opened_at',
  'clicked_at',
  'replied_at',
  'bounced_at',
  'complained_at',
  'unsubscribed_at',
];

/** What becomes of messages at their readers': what has come in of it, when it happened, and how providers name them. */
export class Reactions1767225600190 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await ddl(runner, [
      ...TIMES.map((column) => `ALTER TABLE messages ADD COLUMN ${column} BIGINT NULL`),
      'CREATE INDEX ix_messages_provider ON messages (connector_id, provider_id)',
      `CREATE TABLE IF NOT EXISTS reaction_inbox (
         id BIGINT NOT NULL PRIMARY KEY,
         due_at BIGINT NULL,
         message_id BIGINT NULL,
         attempts INT NOT NULL,
         body MEDIUMTEXT NOT NULL,
         failure TEXT NULL)`,
      'CREATE INDEX ix_reaction_inbox_due ON reaction_inbox (due_at, id)',
      'CREATE INDEX ix_reaction_inbox_message ON reaction_inbox (message_id)',
      `CREATE TABLE IF NOT EXISTS callback_receipts (
         connector_id BIGINT NOT NULL,
         callback VARCHAR(200) NOT NULL,
         expires_at BIGINT NOT NULL,
         PRIMARY KEY (connector_id, callback))`,
      'CREATE INDEX ix_callback_receipts_expiry ON callback_receipts (expires_at)',
    ]);
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropTables(runner, ['callback_receipts', 'reaction_inbox']);
    await dropIndexes(runner, 'messages', ['ix_messages_provider']);
    await dropColumns(runner, 'messages', TIMES);
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';

import { ddl, dropColumns, dropIndexes } from './table.js';

/** Finds what reached a customer lately and what waits for them, and keeps why a message waits. */
export class MessageContacts1767225600180 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await ddl(runner, [
      'ALTER TABLE messages ADD COLUMN decision TEXT NULL',
      'CREATE INDEX ix_messages_contact ON messages (customer_id, finished_at)',
    ]);
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropIndexes(runner, 'messages', ['ix_messages_contact']);
    await dropColumns(runner, 'messages', ['decision']);
  }
}

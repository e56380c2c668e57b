import type { MigrationInterface, QueryRunner } from 'typeorm';

import { ddl, dropColumns, dropIndexes } from './table.js';

/** When a message is to be followed by another one on the next channel, unless the customer has reacted. */
export class MessageFallbacks1767225600181 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await ddl(runner, [
      'ALTER TABLE messages ADD COLUMN fallback_at BIGINT NULL',
      'CREATE INDEX ix_messages_fallback ON messages (fallback_at)',
    ]);
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropIndexes(runner, 'messages', ['ix_messages_fallback']);
    await dropColumns(runner, 'messages', ['fallback_at']);
  }
}

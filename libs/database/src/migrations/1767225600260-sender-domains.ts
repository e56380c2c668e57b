import type { MigrationInterface, QueryRunner } from 'typeorm';

import { ddl, dropTables } from './table.js';

/** What has left in the name of a domain on a day, while it is warming up. */
export class SenderDomains1767225600260 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await ddl(runner, [
      `CREATE TABLE IF NOT EXISTS sender_domains (
         domain VARCHAR(255) NOT NULL PRIMARY KEY,
         sent_on VARCHAR(10) NOT NULL,
         sent BIGINT NOT NULL)`,
    ]);
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropTables(runner, ['sender_domains']);
  }
}

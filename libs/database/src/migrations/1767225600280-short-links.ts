import type { MigrationInterface, QueryRunner } from 'typeorm';

import { ddl, dropTables } from './table.js';

/** Where the short links in the texts of messages lead. */
export class ShortLinks1767225600280 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await ddl(runner, [
      `CREATE TABLE IF NOT EXISTS short_links (
         code VARCHAR(11) NOT NULL PRIMARY KEY,
         message_id BIGINT NOT NULL,
         customer_id BIGINT NOT NULL,
         place INT NOT NULL,
         places INT NOT NULL,
         url VARCHAR(1200) NOT NULL,
         sent_at BIGINT NOT NULL)`,
      'CREATE INDEX ix_short_links_customer ON short_links (customer_id)',
      'CREATE INDEX ix_short_links_sent ON short_links (sent_at)',
    ]);
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropTables(runner, ['short_links']);
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';

import { ddl, dropTables } from './table.js';

/** Who became whom, who may be written to, and who never is. */
export class IdentityAndConsent1767225600061 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await ddl(runner, [
      `CREATE TABLE IF NOT EXISTS customer_merges (
         id BIGINT NOT NULL PRIMARY KEY,
         winner_id BIGINT NOT NULL,
         loser_id BIGINT NOT NULL,
         winner_key VARCHAR(255) NOT NULL,
         loser_key VARCHAR(255) NOT NULL,
         reason VARCHAR(20) NOT NULL,
         loser MEDIUMTEXT NOT NULL,
         moved TEXT NOT NULL,
         actor TEXT NOT NULL,
         merged_at BIGINT NOT NULL)`,
      `CREATE INDEX ix_customer_merges_winner ON customer_merges (winner_id, id)`,
      `CREATE TABLE IF NOT EXISTS identity_links (
         id BIGINT NOT NULL PRIMARY KEY,
         kind INT NOT NULL,
         from_key VARCHAR(255) NOT NULL,
         into_key VARCHAR(255) NOT NULL)`,
      `CREATE TABLE IF NOT EXISTS consent_changes (
         id BIGINT NOT NULL PRIMARY KEY,
         lane INT NOT NULL,
         customer_id BIGINT NOT NULL,
         channel VARCHAR(100) NOT NULL,
         topic VARCHAR(100) NOT NULL,
         state INT NOT NULL,
         source VARCHAR(40) NOT NULL,
         proof TEXT NULL,
         actor TEXT NULL,
         decided_at BIGINT NOT NULL)`,
      `CREATE INDEX ix_consent_changes_customer ON consent_changes (customer_id, id)`,
      `CREATE TABLE IF NOT EXISTS suppressions (
         id BIGINT NOT NULL PRIMARY KEY,
         channel VARCHAR(100) NOT NULL,
         address VARCHAR(254) NOT NULL,
         reason VARCHAR(40) NOT NULL,
         note VARCHAR(500) NULL,
         revision INT NOT NULL,
         created_at BIGINT NOT NULL,
         expires_at BIGINT NULL)`,
      `CREATE UNIQUE INDEX uq_suppressions_address ON suppressions (address, channel)`,
      `CREATE INDEX ix_suppressions_created ON suppressions (created_at, id)`,
    ]);
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropTables(runner, ['suppressions', 'consent_changes', 'identity_links', 'customer_merges']);
  }
}

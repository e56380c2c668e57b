import type { MigrationInterface, QueryRunner } from 'typeorm';

import { ddl, dropTables } from './table.js';

/** How customers stand with CRMs. */
export class CrmSyncs1767225600230 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await ddl(runner, [
      `CREATE TABLE IF NOT EXISTS crm_syncs (
         sync_id BIGINT NOT NULL PRIMARY KEY,
         progress MEDIUMTEXT NOT NULL,
         next_at BIGINT NOT NULL,
         claimed_until BIGINT NOT NULL,
         fence INT NOT NULL,
         paused_at BIGINT NULL)`,
      `CREATE TABLE IF NOT EXISTS crm_links (
         sync_id BIGINT NOT NULL,
         record_id VARCHAR(200) NOT NULL,
         customer_key VARCHAR(255) NULL,
         state INT NOT NULL,
         agreed MEDIUMTEXT NOT NULL,
         pending_id BIGINT NULL,
         changed_at BIGINT NOT NULL,
         linked_at BIGINT NOT NULL,
         exchanged_at BIGINT NOT NULL,
         PRIMARY KEY (sync_id, record_id))`,
      `CREATE UNIQUE INDEX uq_crm_links_customer ON crm_links (sync_id, customer_key)`,
      `CREATE INDEX ix_crm_links_customer_key ON crm_links (customer_key)`,
      `CREATE TABLE IF NOT EXISTS crm_records (
         sync_id BIGINT NOT NULL,
         kind VARCHAR(20) NOT NULL,
         record_id VARCHAR(200) NOT NULL,
         person_id VARCHAR(200) NULL,
         customer_key VARCHAR(255) NULL,
         fields MEDIUMTEXT NOT NULL,
         waiting MEDIUMTEXT NULL,
         changed_at BIGINT NOT NULL,
         PRIMARY KEY (sync_id, kind, record_id))`,
      `CREATE INDEX ix_crm_records_person ON crm_records (sync_id, person_id, kind)`,
      `CREATE INDEX ix_crm_records_customer_key ON crm_records (customer_key)`,
      `CREATE TABLE IF NOT EXISTS crm_issues (
         sync_id BIGINT NOT NULL,
         subject VARCHAR(300) NOT NULL,
         customer_key VARCHAR(255) NULL,
         code VARCHAR(100) NOT NULL,
         detail VARCHAR(500) NOT NULL,
         at BIGINT NOT NULL,
         PRIMARY KEY (sync_id, subject))`,
      `CREATE INDEX ix_crm_issues_at ON crm_issues (sync_id, at)`,
      `CREATE INDEX ix_crm_issues_customer_key ON crm_issues (customer_key)`,
      `CREATE TABLE IF NOT EXISTS crm_source_counts (
         connector_id BIGINT NOT NULL PRIMARY KEY,
         taken BIGINT NOT NULL,
         unmatched BIGINT NOT NULL,
         last_at BIGINT NULL,
         unmatched_at BIGINT NULL)`,
    ]);
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropTables(runner, ['crm_source_counts', 'crm_issues', 'crm_records', 'crm_links', 'crm_syncs']);
  }
}

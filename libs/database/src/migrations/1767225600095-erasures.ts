import type { MigrationInterface, QueryRunner } from 'typeorm';

import { ddl, dropColumns, dropTables } from './table.js';

/**
 * What remains of people who were erased: pseudonyms, so that old events of theirs are known when they are sent again, that
 * the erasure can be shown, and that consent which was acted upon can be shown too.
 */
export class Erasures1767225600095 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await ddl(runner, [
      'ALTER TABLE customers ADD COLUMN erased_before BIGINT NULL',
      `CREATE TABLE IF NOT EXISTS erasures (
         id BIGINT NOT NULL PRIMARY KEY,
         subject VARCHAR(64) NOT NULL,
         table_counts TEXT NOT NULL,
         actor TEXT NOT NULL,
         erased_at BIGINT NOT NULL)`,
      'CREATE INDEX ix_erasures_subject ON erasures (subject, id)',
      'CREATE INDEX ix_erasures_erased ON erasures (erased_at, id)',
      `CREATE TABLE IF NOT EXISTS customer_tombstones (
         subject VARCHAR(64) NOT NULL PRIMARY KEY,
         lane INT NOT NULL,
         erasure_id BIGINT NOT NULL,
         erased_at BIGINT NOT NULL,
         dropped BIGINT NOT NULL)`,
      'CREATE INDEX ix_customer_tombstones_lane ON customer_tombstones (lane)',
      'CREATE INDEX ix_customer_tombstones_erasure ON customer_tombstones (erasure_id)',
      `CREATE TABLE IF NOT EXISTS consent_proofs (
         id BIGINT NOT NULL PRIMARY KEY,
         subject VARCHAR(64) NOT NULL,
         channel VARCHAR(100) NOT NULL,
         topic VARCHAR(100) NOT NULL,
         state INT NOT NULL,
         source VARCHAR(40) NOT NULL,
         shown_text TEXT NULL,
         decided_at BIGINT NOT NULL)`,
      'CREATE INDEX ix_consent_proofs_subject ON consent_proofs (subject, id)',
    ]);
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropTables(runner, ['consent_proofs', 'customer_tombstones', 'erasures']);
    await dropColumns(runner, 'customers', ['erased_before']);
  }
}

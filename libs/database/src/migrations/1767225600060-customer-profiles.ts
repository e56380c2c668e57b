import type { MigrationInterface, QueryRunner } from 'typeorm';

import { ddl, dropColumns, dropIndexes, dropTables } from './table.js';

/**
 * Customers beyond their traits. A row whose `merged_into` is set is a signpost to the customer that took it in, so
 * that a lane which reads it needs no further statement to know. `email` and `phone` are copies of traits, to find by.
 */
export class CustomerProfiles1767225600060 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await ddl(runner, [
      `ALTER TABLE customers ADD COLUMN kind INT NOT NULL DEFAULT 0`,
      `ALTER TABLE customers ADD COLUMN profile MEDIUMTEXT NULL`,
      `ALTER TABLE customers ADD COLUMN merged_into BIGINT NULL`,
      `ALTER TABLE customers ADD COLUMN email VARCHAR(254) NULL`,
      `ALTER TABLE customers ADD COLUMN phone VARCHAR(16) NULL`,
    ]);
    await fillCopies(runner);
    await ddl(runner, [
      `CREATE INDEX ix_customers_merged_into ON customers (merged_into)`,
      `CREATE INDEX ix_customers_email ON customers (email)`,
      `CREATE INDEX ix_customers_phone ON customers (phone)`,
      `CREATE INDEX ix_customers_created ON customers (created_at, external_id)`,
      `CREATE TABLE IF NOT EXISTS customer_addresses (
         address VARCHAR(254) NOT NULL,
         customer_id BIGINT NOT NULL,
         lane INT NOT NULL,
         PRIMARY KEY (address, customer_id))`,
      `CREATE INDEX ix_customer_addresses_customer ON customer_addresses (customer_id)`,
      `CREATE TABLE IF NOT EXISTS customer_tags (
         tag VARCHAR(100) NOT NULL,
         customer_id BIGINT NOT NULL,
         lane INT NOT NULL,
         PRIMARY KEY (tag, customer_id))`,
      `CREATE INDEX ix_customer_tags_customer ON customer_tags (customer_id)`,
      `CREATE TABLE IF NOT EXISTS customer_trait_indexes (
         slot INT NOT NULL PRIMARY KEY,
         trait VARCHAR(150) NOT NULL,
         kind INT NOT NULL,
         is_ready INT NOT NULL,
         created_at BIGINT NOT NULL)`,
      `CREATE UNIQUE INDEX uq_customer_trait_indexes_trait ON customer_trait_indexes (trait)`,
    ]);
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropTraitIndexes(runner);
    await dropTables(runner, ['customer_trait_indexes', 'customer_tags', 'customer_addresses']);
    await dropIndexes(runner, 'customers', [
      'ix_customers_created',
      'ix_customers_phone',
      'ix_customers_email',
      'ix_customers_merged_into',
    ]);
    await dropColumns(runner, 'customers', ['phone', 'email', 'merged_into', 'profile', 'kind']);
  }
}

const EMAIL = '^[^[:space:]@]+@[^[:space:]@]+$';

/** Customers of an installation that is upgraded are found at once, too. */
async function fillCopies(runner: QueryRunner): Promise<void> {
  const isSqlite = runner.dataSource.options.type === 'better-sqlite3';
  await runner.query(
    isSqlite
      ? `UPDATE customers SET email = LOWER(json_extract(traits, '$.email')) WHERE json_valid(traits)
         AND json_type(traits, '$.email') = 'text' AND json_extract(traits, '$.email') LIKE '%_@_%'
         AND LENGTH(json_extract(traits, '$.email')) <= 254`
      : `UPDATE customers SET email = LOWER(JSON_VALUE(traits, '$.email')) WHERE JSON_VALID(traits)
         AND JSON_VALUE(traits, '$.email') REGEXP '${EMAIL}' AND CHAR_LENGTH(JSON_VALUE(traits, '$.email')) <= 254`,
  );
  await runner.query(
    isSqlite
      ? `UPDATE customers SET phone = json_extract(traits, '$.phone') WHERE json_valid(traits)
         AND json_type(traits, '$.phone') = 'text' AND json_extract(traits, '$.phone') GLOB '+[1-9]*'
         AND LENGTH(json_extract(traits, '$.phone')) <= 16`
      : `UPDATE customers SET phone = JSON_VALUE(traits, '$.phone') WHERE JSON_VALID(traits)
         AND JSON_VALUE(traits, '$.phone') REGEXP '^[+][1-9][0-9]{6,14}$'`,
  );
}

/** Columns that were made for declared traits since; see the trait indexes of libs/audience. */
async function dropTraitIndexes(runner: QueryRunner): Promise<void> {
  const rows = (await runner.query('SELECT slot FROM customer_trait_indexes')) as { slot: number }[];
  for (const { slot } of rows) {
    await dropIndexes(runner, 'customers', [`ix_customers_trait_${String(slot)}`]);
    await dropColumns(runner, 'customers', [`trait_${String(slot)}`]);
  }
}

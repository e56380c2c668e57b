import type { MigrationInterface, QueryRunner } from 'typeorm';

import { ddl, dropTables } from './table.js';

/** What every process needs before it knows a domain: settings, node numbers, lanes, tokens, repeated answers. */
export class Platform1767225600001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await ddl(runner, [
      `CREATE TABLE IF NOT EXISTS settings (
         name VARCHAR(64) NOT NULL PRIMARY KEY,
         value VARCHAR(1000) NOT NULL)`,
      `CREATE TABLE IF NOT EXISTS nodes (
         node INT NOT NULL PRIMARY KEY,
         holder VARCHAR(32) NOT NULL,
         expires_at BIGINT NOT NULL)`,
      `CREATE TABLE IF NOT EXISTS lanes (
         lane INT NOT NULL PRIMARY KEY)`,
      `CREATE TABLE IF NOT EXISTS api_tokens (
         id BIGINT NOT NULL PRIMARY KEY,
         name VARCHAR(200) NOT NULL,
         hint VARCHAR(16) NOT NULL,
         hash VARCHAR(64) NOT NULL,
         scopes TEXT NOT NULL,
         created_at BIGINT NOT NULL,
         expires_at BIGINT NULL,
         revoked_at BIGINT NULL,
         last_used_at BIGINT NULL,
         CONSTRAINT uq_api_tokens_hash UNIQUE (hash))`,
      `CREATE TABLE IF NOT EXISTS idempotency_keys (
         token_id BIGINT NOT NULL,
         idempotency_key VARCHAR(255) NOT NULL,
         request_hash VARCHAR(64) NOT NULL,
         status INT NULL,
         headers TEXT NULL,
         body MEDIUMTEXT NULL,
         locked_until BIGINT NOT NULL,
         expires_at BIGINT NOT NULL,
         PRIMARY KEY (token_id, idempotency_key))`,
    ]);
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropTables(runner, ['idempotency_keys', 'api_tokens', 'lanes', 'nodes', 'settings']);
  }
}

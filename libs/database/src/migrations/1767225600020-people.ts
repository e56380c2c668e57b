import type { MigrationInterface, QueryRunner } from 'typeorm';

import { ddl, dropColumns, dropTables } from './table.js';

/** Users, their sessions and roles; and who made an API token, with which roles. */
export class People1767225600020 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await ddl(runner, [
      `CREATE TABLE IF NOT EXISTS users (
         id BIGINT NOT NULL PRIMARY KEY,
         email VARCHAR(254) NOT NULL,
         email_key VARCHAR(254) NOT NULL,
         name VARCHAR(200) NOT NULL,
         locale VARCHAR(35) NULL,
         roles TEXT NOT NULL,
         disabled_at BIGINT NULL,
         password_hash VARCHAR(200) NULL,
         password_changed_at BIGINT NULL,
         link_hash VARCHAR(64) NULL,
         link_expires_at BIGINT NULL,
         last_sign_in_at BIGINT NULL,
         revision INT NOT NULL,
         created_at BIGINT NOT NULL,
         updated_at BIGINT NOT NULL,
         CONSTRAINT uq_users_email UNIQUE (email_key),
         CONSTRAINT uq_users_link UNIQUE (link_hash))`,
      `CREATE TABLE IF NOT EXISTS roles (
         role_key VARCHAR(100) NOT NULL PRIMARY KEY,
         name VARCHAR(200) NOT NULL,
         description VARCHAR(1000) NULL,
         scopes TEXT NOT NULL,
         revision INT NOT NULL,
         created_at BIGINT NOT NULL,
         updated_at BIGINT NOT NULL)`,
      `CREATE TABLE IF NOT EXISTS sessions (
         id BIGINT NOT NULL PRIMARY KEY,
         user_id BIGINT NOT NULL,
         family_hash VARCHAR(64) NOT NULL,
         refresh_hash VARCHAR(64) NOT NULL,
         access_hash VARCHAR(64) NOT NULL,
         access_expires_at BIGINT NOT NULL,
         idle_expires_at BIGINT NOT NULL,
         expires_at BIGINT NOT NULL,
         created_at BIGINT NOT NULL,
         last_used_at BIGINT NOT NULL,
         address VARCHAR(45) NOT NULL,
         user_agent VARCHAR(300) NULL,
         ended_at BIGINT NULL,
         CONSTRAINT uq_sessions_family UNIQUE (family_hash),
         CONSTRAINT uq_sessions_access UNIQUE (access_hash))`,
      `CREATE INDEX ix_sessions_user ON sessions (user_id, created_at)`,
      `CREATE INDEX ix_sessions_expires ON sessions (expires_at)`,
      `CREATE TABLE IF NOT EXISTS sign_in_attempts (
         subject VARCHAR(150) NOT NULL PRIMARY KEY,
         failures INT NOT NULL,
         blocked_until BIGINT NOT NULL,
         last_at BIGINT NOT NULL)`,
      `CREATE INDEX ix_sign_in_attempts_last ON sign_in_attempts (last_at)`,
      `ALTER TABLE api_tokens ADD COLUMN roles TEXT NULL`,
      `ALTER TABLE api_tokens ADD COLUMN created_by VARCHAR(200) NULL`,
      `ALTER TABLE api_tokens ADD COLUMN created_by_id BIGINT NULL`,
    ]);
    const locks: unknown = await runner.query(`SELECT name FROM settings WHERE name = 'people'`);
    // Held by whoever changes users or roles, so that two who demote each other's owner wait for each other.
    if (Array.isArray(locks) && locks.length === 0)
      await runner.query(`INSERT INTO settings (name, value) VALUES ('people', 'lock')`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DELETE FROM settings WHERE name = 'people'`);
    await dropColumns(runner, 'api_tokens', ['created_by_id', 'created_by', 'roles']);
    await dropTables(runner, ['sign_in_attempts', 'sessions', 'roles', 'users']);
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';

import { ddl, dropTables } from './table.js';

/** Secrets that steps name: encrypted, each with the hosts that it may be sent to. */
export class Secrets1767225600211 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await ddl(runner, [
      `CREATE TABLE IF NOT EXISTS secrets (
         name VARCHAR(100) NOT NULL PRIMARY KEY,
         sealed TEXT NOT NULL,
         hosts TEXT NOT NULL,
         created_at BIGINT NOT NULL,
         updated_at BIGINT NOT NULL)`,
    ]);
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropTables(runner, ['secrets']);
  }
}

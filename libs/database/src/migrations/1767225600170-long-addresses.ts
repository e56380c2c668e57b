import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Tokens of devices and postal addresses are longer than the address of an email. SQLite keeps texts of any length. */
export class LongAddresses1767225600170 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await resize(runner, 4096);
  }

  async down(runner: QueryRunner): Promise<void> {
    await resize(runner, 320);
  }
}

async function resize(runner: QueryRunner, length: number): Promise<void> {
  if (runner.dataSource.options.type === 'better-sqlite3') return;
  await runner.query(`UPDATE messages SET address = NULL WHERE LENGTH(address) > ${String(length)}`);
  await runner.query(`ALTER TABLE messages MODIFY address VARCHAR(${String(length)}) NULL`);
}

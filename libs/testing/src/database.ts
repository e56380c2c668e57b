import { randomBytes } from 'node:crypto';
import { createConnection } from 'mysql2/promise';
import { testDatabaseUrl } from './test-server-urls.js';

export interface TestDatabase {
  readonly name: string;
  readonly url: string;
  drop(): Promise<void>;
}

/** Makes an empty database that nobody else uses, on the server of TEST_DATABASE_URL or the one given. */
export async function createDatabase(serverUrl = testDatabaseUrl()): Promise<TestDatabase> {
  const name = uniqueName();
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  await execute(serverUrl, `CREATE DATABASE ${name} CHARACTER SET utf8mb4 COLLATE utf8mb4_bin`);
  return { name, url: url.href, drop: () => execute(serverUrl, `DROP DATABASE IF EXISTS ${name}`) };
}

/** A name for a database or a queue prefix; random, because a Jest worker loads this module anew for each file. */
export function uniqueName(): string {
  return `t_${process.pid}_${randomBytes(5).toString('hex')}`;
}

async function execute(serverUrl: string, sql: string): Promise<void> {
  const connection = await createConnection(serverUrl);
  try {
    await connection.query(sql);
  } finally {
    await connection.end();
  }
}

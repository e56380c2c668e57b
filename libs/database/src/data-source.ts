import { EventEmitter } from 'node:events';
import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';

import type { DatabaseLocation } from '@parcours/config';
import { createConnection } from 'mysql2/promise';
import { DataSource, type DataSourceOptions } from 'typeorm';

import { MIGRATIONS } from './migrations/index.js';
import type { MysqlConnection } from './sql/mysql-sql.js';

type EntityClasses = DataSourceOptions['entities'];

const MIGRATION_LOCK = 'parcours-migrate';
const MIGRATION_WAIT_S = 120;

/**
 * Data source settings for the place given. MariaDB and MySQL need different TypeORM types, so the server is asked for
 * its version.
 */
export async function dataSourceOptions(
  location: DatabaseLocation,
  entities: EntityClasses = [],
): Promise<DataSourceOptions> {
  const common = { entities, migrations: MIGRATIONS, synchronize: false, logging: false } as const;
  if (location.kind === 'sqlite') {
    const { file, synchronous } = location;
    if (file !== ':memory:') mkdirSync(dirname(file), { recursive: true });
    return {
      ...common,
      type: 'better-sqlite3',
      database: file,
      timeout: 10_000,
      prepareDatabase: (connection: { pragma(text: string): unknown }) => {
        connection.pragma('journal_mode = WAL');
        connection.pragma(`synchronous = ${synchronous}`);
        connection.pragma('cache_size = -65536');
        connection.pragma('temp_store = MEMORY');
      },
    };
  }
  return {
    ...common,
    type: await serverType(location.url),
    url: location.url,
    timezone: 'Z',
    charset: 'utf8mb4',
    supportBigNumbers: true,
    bigNumberStrings: false,
    extra: { connectionLimit: location.poolSize, waitForConnections: true, connectTimeout: 5_000 },
  };
}

/** Connects and brings the schema up to date; processes that start together wait for the one that migrates. */
export async function openDataSource(options: DataSourceOptions): Promise<DataSource> {
  const dataSource = await new DataSource(options).initialize();
  await prepareConnections(dataSource);
  if (options.type === 'better-sqlite3') {
    await aloneOn(options.database, () => dataSource.runMigrations({ transaction: 'each' }));
    return dataSource;
  }
  const locker = await createConnection(String(Reflect.get(options, 'url')));
  try {
    await locker.query('SELECT GET_LOCK(?, ?)', [MIGRATION_LOCK, MIGRATION_WAIT_S]);
    await dataSource.runMigrations({ transaction: 'none' });
  } finally {
    await locker.end();
  }
  return dataSource;
}

/**
 * READ COMMITTED keeps gap locks from blocking inserts beside a claim. A worker that stalls inside a transaction would hold
 * its lane for ever: MariaDB ends such a connection by itself (MySQL has no such setting).
 */
async function prepareConnections(dataSource: DataSource): Promise<void> {
  const pool: unknown = Reflect.get(dataSource.driver, 'pool');
  if (!(pool instanceof EventEmitter)) return;
  const settings = ['SET SESSION TRANSACTION ISOLATION LEVEL READ COMMITTED'];
  if (dataSource.options.type === 'mariadb') settings.push('SET SESSION idle_transaction_timeout = 30');
  pool.on('connection', (connection: MysqlConnection) => {
    for (const setting of settings) connection.query(setting, [], () => undefined);
  });
  // The pool's first connection is as old as the data source, and the only one so far.
  for (const setting of settings) await dataSource.query(setting);
}

async function serverType(url: string): Promise<'mariadb' | 'mysql'> {
  const connection = await createConnection(url);
  try {
    const [rows] = await connection.query('SELECT VERSION() AS version');
    return JSON.stringify(rows).includes('MariaDB') ? 'mariadb' : 'mysql';
  } finally {
    await connection.end();
  }
}

/** SQLite has no named locks: a transaction on a small file beside the database keeps other processes out meanwhile. */
async function aloneOn(file: string, work: () => Promise<unknown>): Promise<void> {
  if (file === ':memory:') {
    await work();
    return;
  }
  const gate = new DataSource({
    type: 'better-sqlite3',
    database: `${file}.lock`,
    timeout: MIGRATION_WAIT_S * 1_000,
  });
  await gate.initialize();
  try {
    await gate.query('BEGIN EXCLUSIVE');
    await work();
  } finally {
    await gate.destroy();
  }
}

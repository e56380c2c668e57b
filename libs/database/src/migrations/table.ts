import type { QueryRunner } from 'typeorm';

/**
 * Runs DDL written for MariaDB and MySQL on either database. On SQLite `BIGINT` becomes `INTEGER` (so that a single
 * primary key is the row id), and on the others every table gets byte-wise comparison of text.
 */
export async function ddl(runner: QueryRunner, statements: readonly string[]): Promise<void> {
  const isSqlite = runner.dataSource.options.type === 'better-sqlite3';
  for (const statement of statements) {
    if (isSqlite) await runner.query(forSqlite(statement));
    else await runner.query(forMysql(statement)).catch(unlessInPlace);
  }
}

const IN_PLACE = ['ER_DUP_KEYNAME', 'ER_DUP_FIELDNAME'];
const GONE = ['ER_CANT_DROP_FIELD_OR_KEY'];

/** DDL commits by itself on MariaDB and MySQL: a migration that was interrupted finds its first indexes in place. */
function unlessInPlace(error: unknown): void {
  if (error instanceof Error && 'code' in error && IN_PLACE.includes(String(error.code))) return;
  throw error;
}

function unlessGone(error: unknown): void {
  if (error instanceof Error && 'code' in error && GONE.includes(String(error.code))) return;
  throw error;
}

export async function dropIndexes(
  runner: QueryRunner,
  table: string,
  indexes: readonly string[],
): Promise<void> {
  const isSqlite = runner.dataSource.options.type === 'better-sqlite3';
  for (const index of indexes) {
    if (isSqlite) await runner.query(`DROP INDEX IF EXISTS ${index}`);
    else await runner.query(`DROP INDEX ${index} ON ${table}`).catch(unlessGone);
  }
}

export async function dropColumns(
  runner: QueryRunner,
  table: string,
  columns: readonly string[],
): Promise<void> {
  for (const column of columns)
    await runner.query(`ALTER TABLE ${table} DROP COLUMN ${column}`).catch(unlessGone);
}

export async function dropTables(runner: QueryRunner, tables: readonly string[]): Promise<void> {
  for (const table of tables) await runner.query(`DROP TABLE IF EXISTS ${table}`);
}

function forSqlite(statement: string): string {
  return statement
    .replaceAll('BIGINT', 'INTEGER')
    .replaceAll('MEDIUMTEXT', 'TEXT')
    .replace(/CREATE (UNIQUE )?INDEX/, 'CREATE $1INDEX IF NOT EXISTS')
    .replaceAll('CHARACTER SET ascii', '');
}

function forMysql(statement: string): string {
  if (!statement.trimStart().startsWith('CREATE TABLE')) return statement;
  return `${statement} ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin`;
}

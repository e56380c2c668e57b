import type { QueryRunner } from 'typeorm';

/**
 * Runs DDL written for MariaDB and MySQL on either database. On SQLite `BIGINT` becomes `INTEGER` (so that a single
 * primary key is the row id), and on the others every table gets byte-wise comparison of text.
 */
export async function ddl(runner: QueryRunner, statements: readonly string[]): Promise<void> {
  const isSqlite = runner.dataSource.options.type === 'better-sqlite3';
  for (const statement of statements) {
    if (isSqlite) await runner.query(forSqlite(statement));
    else await runner.query(forMysql(statement)).catch(unlessIndexExists);
  }
}

/** DDL commits by itself on MariaDB and MySQL: a migration that was interrupted finds its first indexes in place. */
function unlessIndexExists(error: unknown): void {
  if (error instanceof Error && 'code' in error && error.code === 'ER_DUP_KEYNAME') return;
  throw error;
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

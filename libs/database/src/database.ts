import { setImmediate as nextTurn } from 'node:timers/promises';

import { describeError } from '@parcours/kernel';
import type { DataSource, EntityManager, QueryRunner } from 'typeorm';

import { ConnectionTurn, serialiseSqlite } from './sql/serialised-sqlite.js';
import type { Sql } from './sql/sql.js';
import { MysqlSql, type MysqlConnection } from './sql/mysql-sql.js';
import { SqliteSql, type SqliteConnection, type SqliteStatement } from './sql/sqlite-sql.js';
import { isConflict, translateDatabaseError } from './sql/translate-error.js';

/** One open transaction. Inside it only this is used; an outer connection would wait for ever on SQLite. */
export interface Transaction {
  readonly sql: Sql;
  readonly manager: EntityManager;
}

const ATTEMPTS = 5;

/** The one way to the database for stores and repositories. */
export class Database {
  private readonly turn = new ConnectionTurn();
  private readonly sqliteStatements = new Map<string, SqliteStatement>();
  /** Statements outside a transaction, each committed by itself. */
  readonly sql: Sql;

  constructor(readonly dataSource: DataSource) {
    if (this.isSqlite) serialiseSqlite(dataSource, this.turn);
    this.sql = this.isSqlite
      ? this.sqliteSql(async (work) => {
          const end = await this.turn.take();
          try {
            return work();
          } finally {
            end();
          }
        })
      : new MysqlSql(Reflect.get(dataSource.driver, 'pool') as MysqlConnection);
  }

  get isSqlite(): boolean {
    return this.dataSource.options.type === 'better-sqlite3';
  }

  /**
   * Runs `work` in one transaction and repeats it after a deadlock, so it must decide everything from what it reads
   * inside. The error that reaches the caller carries no statement and no values.
   */
  async transaction<T>(work: (tx: Transaction) => Promise<T>): Promise<T> {
    for (let attempt = 1; ; attempt++) {
      try {
        return await this.attempt(work);
      } catch (error) {
        if (attempt >= ATTEMPTS || !isConflict(error)) throw error;
      }
    }
  }

  private async attempt<T>(work: (tx: Transaction) => Promise<T>): Promise<T> {
    const runner = this.dataSource.createQueryRunner();
    try {
      await runner.startTransaction();
      const result = await work({ sql: await this.sqlOf(runner), manager: runner.manager });
      await runner.commitTransaction();
      return result;
    } catch (error) {
      const translated = isDatabaseError(error) ? translateDatabaseError(error) : error;
      await this.rollBack(runner);
      throw translated;
    } finally {
      await runner.release().catch(() => undefined);
      // SQLite answers without leaving the event loop: a busy worker would let nobody else have a turn.
      if (this.isSqlite) await nextTurn();
    }
  }

  /** The first error is the one that matters; a rollback that fails too means the connection is gone with its work. */
  private async rollBack(runner: QueryRunner): Promise<void> {
    if (!runner.isTransactionActive) return;
    await runner.rollbackTransaction().catch((error: unknown) => describeError(error));
  }

  private async sqlOf(runner: QueryRunner): Promise<Sql> {
    if (this.isSqlite) return this.sqliteSql((work) => Promise.resolve().then(work));
    return new MysqlSql((await runner.connect()) as MysqlConnection);
  }

  private sqliteSql(exclusively: ConstructorParameters<typeof SqliteSql>[2]): Sql {
    const connection = Reflect.get(this.dataSource.driver, 'databaseConnection') as SqliteConnection;
    return new SqliteSql(connection, this.sqliteStatements, exclusively);
  }
}

/** Errors of TypeORM and of the drivers carry statements; errors thrown by `work` itself pass unchanged. */
function isDatabaseError(error: unknown): boolean {
  return error instanceof Error && ('driverError' in error || 'sqlState' in error || 'code' in error);
}

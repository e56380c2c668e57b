import type { EachUpdate, Insertion, Sql, SqlParameter, SqlValue } from './sql.js';
import { translateDatabaseError } from './translate-error.js';

/** The part of a better-sqlite3 connection that statements need. */
export interface SqliteConnection {
  prepare(text: string): SqliteStatement;
}

/** A prepared statement of better-sqlite3. */
export interface SqliteStatement {
  readonly reader: boolean;
  all(...values: SqlValue[]): unknown[];
  run(...values: SqlValue[]): { changes: number };
}

/** Runs work while nobody else uses the one connection; inside a transaction it is already ours. */
export type Exclusively = <T>(work: () => T) => Promise<T>;

/** SQLite's limit of bound values in a statement is 32,766. */
const VALUES_PER_STATEMENT = 30_000;
const CACHED_STATEMENTS = 200;

/** Statements for SQLite through better-sqlite3. */
export class SqliteSql implements Sql {
  readonly dialect = 'sqlite';
  readonly forUpdate = '';
  readonly forUpdateSkipLocked = '';

  constructor(
    private readonly connection: SqliteConnection,
    private readonly statements: Map<string, SqliteStatement>,
    private readonly exclusively: Exclusively,
  ) {}

  byIndex(index: string): string {
    return ` INDEXED BY ${index}`;
  }

  async select<T extends object>(text: string, parameters: readonly SqlParameter[] = []): Promise<T[]> {
    return this.attempt(() => {
      const [expanded, values] = expandLists(text, parameters);
      return this.prepare(expanded).all(...values) as T[];
    });
  }

  async run(text: string, parameters: readonly SqlParameter[] = []): Promise<number> {
    return this.attempt(() => {
      const [expanded, values] = expandLists(text, parameters);
      const statement = this.prepare(expanded);
      return statement.reader ? statement.all(...values).length : statement.run(...values).changes;
    });
  }

  async insert({ table, columns, rows, onDuplicate = 'fail' }: Insertion): Promise<number> {
    const verb = onDuplicate === 'ignore' ? 'INSERT OR IGNORE INTO' : 'INSERT INTO';
    const tail =
      typeof onDuplicate === 'object'
        ? ` ON CONFLICT DO UPDATE SET ${changesOf(onDuplicate).join(', ')}`
        : '';
    const size = Math.max(1, Math.floor(VALUES_PER_STATEMENT / columns.length));
    const one = `(${columns.map(() => '?').join(', ')})`;
    return this.attempt(() => {
      let affected = 0;
      for (let from = 0; from < rows.length; from += size) {
        const part = rows.slice(from, from + size);
        const text = `${verb} ${table} (${columns.join(', ')}) VALUES ${part.map(() => one).join(', ')}${tail}`;
        affected += this.prepare(text).run(...part.flat().map(bindable)).changes;
      }
      return affected;
    });
  }

  async updateEach({ table, key, columns, rows }: EachUpdate): Promise<void> {
    const changes = Object.keys(columns).map((name) => `${name} = ?`);
    const text = `UPDATE ${table} SET ${changes.join(', ')} WHERE ${key} = ?`;
    await this.attempt(() => {
      const statement = this.prepare(text);
      for (const row of rows) {
        const [id = null, ...values] = row;
        statement.run(...values.map(bindable), id);
      }
    });
  }

  private attempt<T>(work: () => T): Promise<T> {
    return this.exclusively(() => {
      try {
        return work();
      } catch (error) {
        throw translateDatabaseError(error);
      }
    });
  }

  private prepare(text: string): SqliteStatement {
    const known = this.statements.get(text);
    if (known) return known;
    const statement = this.connection.prepare(text);
    if (this.statements.size >= CACHED_STATEMENTS) {
      const oldest = this.statements.keys().next().value;
      if (oldest !== undefined) this.statements.delete(oldest);
    }
    this.statements.set(text, statement);
    return statement;
  }
}

function changesOf({ update, add = [] }: Exclude<Insertion['onDuplicate'], string | undefined>): string[] {
  return [...update.map((c) => `${c} = excluded.${c}`), ...add.map((c) => `${c} = ${c} + excluded.${c}`)];
}

/** Turns each list parameter's `?` into as many placeholders as it has values. */
function expandLists(text: string, parameters: readonly SqlParameter[]): [string, SqlValue[]] {
  if (!parameters.some(Array.isArray)) return [text, parameters.map((value) => bindable(value as SqlValue))];
  const parts = text.split('?');
  const values: SqlValue[] = [];
  let expanded = parts[0] ?? '';
  parameters.forEach((parameter, at) => {
    const list: readonly SqlValue[] = Array.isArray(parameter) ? parameter : [parameter as SqlValue];
    values.push(...list.map(bindable));
    expanded += `${list.map(() => '?').join(', ')}${parts[at + 1] ?? ''}`;
  });
  return [expanded, values];
}

function bindable(value: SqlValue): SqlValue {
  return typeof value === 'boolean' ? Number(value) : value;
}

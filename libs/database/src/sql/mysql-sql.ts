import type { EachUpdate, Insertion, Sql, SqlParameter, SqlValue } from './sql.js';
import { translateDatabaseError } from './translate-error.js';

/** The part of a mysql2 connection or pool that statements need. */
export interface MysqlConnection {
  query(text: string, values: unknown, done: (error: unknown, result: unknown) => void): unknown;
}

/** Keeps a statement of usual rows well below the smallest usual `max_allowed_packet` of 16 MB. */
const ROWS_PER_STATEMENT = 2_000;

/** Statements for MariaDB 10.6+ and MySQL 8: the SQL that both understand. */
export class MysqlSql implements Sql {
  readonly dialect = 'mysql';
  readonly forUpdate = ' FOR UPDATE';
  readonly forUpdateSkipLocked = ' FOR UPDATE SKIP LOCKED';

  constructor(private readonly connection: MysqlConnection) {}

  byIndex(index: string): string {
    return ` FORCE INDEX (${index})`;
  }

  async select<T extends object>(text: string, parameters: readonly SqlParameter[] = []): Promise<T[]> {
    return (await this.query(text, parameters)) as T[];
  }

  async run(text: string, parameters: readonly SqlParameter[] = []): Promise<number> {
    return affectedRows(await this.query(text, parameters));
  }

  async insert({ table, columns, rows, onDuplicate = 'fail' }: Insertion): Promise<number> {
    const verb = onDuplicate === 'ignore' ? 'INSERT IGNORE INTO' : 'INSERT INTO';
    const tail =
      typeof onDuplicate === 'object' ? ` ON DUPLICATE KEY UPDATE ${changesOf(onDuplicate).join(', ')}` : '';
    const text = `${verb} ${table} (${columns.join(', ')}) VALUES ?${tail}`;
    let affected = 0;
    for (let from = 0; from < rows.length; from += ROWS_PER_STATEMENT) {
      affected += affectedRows(await this.query(text, [rows.slice(from, from + ROWS_PER_STATEMENT)]));
    }
    return affected;
  }

  async updateEach({ table, key, columns, rows }: EachUpdate): Promise<void> {
    const names = Object.keys(columns);
    const fields = names.map((name, at) => `c${String(at)} ${columns[name] ?? ''} PATH '$.c${String(at)}'`);
    const changes = names.map((name, at) => `t.${name} = j.c${String(at)}`);
    const text =
      `UPDATE ${table} t JOIN JSON_TABLE(?, '$[*]' COLUMNS (k BIGINT PATH '$.k', ${fields.join(', ')})) j ` +
      `ON j.k = t.${key} SET ${changes.join(', ')}`;
    for (let from = 0; from < rows.length; from += ROWS_PER_STATEMENT) {
      await this.query(text, [JSON.stringify(rows.slice(from, from + ROWS_PER_STATEMENT).map(asObject))]);
    }
  }

  private query(text: string, values: unknown): Promise<unknown> {
    return new Promise((resolve, reject) => {
      this.connection.query(text, values, (error, result) => {
        if (error) reject(translateDatabaseError(error));
        else resolve(result);
      });
    });
  }
}

function changesOf({ update, add = [] }: Exclude<Insertion['onDuplicate'], string | undefined>): string[] {
  return [...update.map((c) => `${c} = VALUES(${c})`), ...add.map((c) => `${c} = ${c} + VALUES(${c})`)];
}

/** Absent members become SQL NULL on every server; a JSON null does not on all of them. */
function asObject(row: readonly SqlValue[]): Record<string, SqlValue> {
  const fields: Record<string, SqlValue> = {};
  row.forEach((value, at) => {
    if (value !== null) fields[at === 0 ? 'k' : `c${String(at - 1)}`] = value;
  });
  return fields;
}

function affectedRows(result: unknown): number {
  const affected: unknown =
    typeof result === 'object' && result !== null ? Reflect.get(result, 'affectedRows') : undefined;
  return typeof affected === 'number' ? affected : 0;
}

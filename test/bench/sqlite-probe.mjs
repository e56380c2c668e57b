import Database from 'better-sqlite3';
import { CONTENT_COLUMNS, contentRow } from './content-row.mjs';
import { customerCopies } from './customer-copies.mjs';
import { nowMs } from './monotonic-clock.mjs';
import { RAW_COLUMNS, rawRows, rawTable, ROWS_PER_STATEMENT } from './raw-row.mjs';

const RAW_STATEMENTS = 300;
const WARM_UP_STATEMENTS = 30;

/** Looks into the SQLite file from outside. */
export class SqliteProbe {
  #file;
  #connection;

  constructor(file) {
    this.#file = file;
  }

  async version() {
    const memory = new Database(':memory:');
    const { version } = memory.prepare('SELECT sqlite_version() AS version').get();
    memory.close();
    return version;
  }

  async inboxRows() {
    return this.#number('SELECT COUNT(*) AS n FROM event_inbox');
  }

  async customers() {
    return this.#number('SELECT COUNT(*) AS n FROM customers');
  }

  async lastId(table) {
    return this.#number(`SELECT COALESCE(MAX(id), 0) AS n FROM ${table}`);
  }

  async messagesByStatus(afterId) {
    const rows = this.#prepare('SELECT status, COUNT(*) AS n FROM messages WHERE id > ? GROUP BY status').all(
      afterId,
    );
    return new Map(rows.map(({ status, n }) => [status, n]));
  }

  async enrollments(afterId) {
    const text =
      'SELECT COUNT(*) AS n, COALESCE(SUM(is_active = 0), 0) AS ended FROM enrollments WHERE id > ?';
    const row = this.#prepare(text).get(afterId);
    return { all: row.n, ended: row.ended };
  }

  async steps(afterId) {
    return this.#number('SELECT COUNT(*) AS n FROM enrollment_steps WHERE enrollment_id > ?', afterId);
  }

  /** Writes content beside the product, which must be told by a restart. */
  async insertContent(items) {
    const connection = new Database(this.#file, { fileMustExist: true, timeout: 10_000 });
    const statement = connection.prepare(
      `INSERT INTO content_items (${CONTENT_COLUMNS.join()}) VALUES (${CONTENT_COLUMNS.map(() => '?').join()})`,
    );
    connection.transaction(() => {
      for (const item of items) statement.run(...contentRow(item));
    })();
    connection.close();
  }

  /** Brings the number of customers to `wanted`, beside the product. */
  async copyCustomers(wanted) {
    const connection = new Database(this.#file, { fileMustExist: true, timeout: 10_000 });
    const have = connection
      .prepare('SELECT COUNT(*) AS count, MIN(id) AS firstId, MAX(id) - MIN(id) AS span FROM customers')
      .get();
    const columns = connection.pragma('table_info(customers)').map(({ name }) => name);
    const statements = customerCopies({ ...have, columns }, wanted, (...texts) => texts.join(' || '));
    for (const statement of statements) connection.exec(statement);
    connection.close();
  }

  /** Rows a second through multi-row inserts, each committed to disk. */
  async rawInsertRowsPerS() {
    const connection = new Database(`${this.#file}.raw`);
    connection.pragma('journal_mode = WAL');
    connection.pragma('synchronous = full');
    connection.exec(rawTable('INTEGER'));
    const row = `(${RAW_COLUMNS.map(() => '?').join()})`;
    const rows = Array.from({ length: ROWS_PER_STATEMENT }, () => row).join();
    const statement = connection.prepare(`INSERT INTO raw_rows (${RAW_COLUMNS.join()}) VALUES ${rows}`);
    const insert = (from, to) => {
      for (let at = from; at < to; at++) statement.run(...rawRows(at * ROWS_PER_STATEMENT).flat());
    };
    insert(0, WARM_UP_STATEMENTS);
    const startedAt = nowMs();
    insert(WARM_UP_STATEMENTS, WARM_UP_STATEMENTS + RAW_STATEMENTS);
    const elapsedMs = nowMs() - startedAt;
    connection.close();
    return (RAW_STATEMENTS * ROWS_PER_STATEMENT * 1000) / elapsedMs;
  }

  async close() {
    this.#connection?.close();
  }

  #number(text, ...values) {
    return this.#prepare(text).get(...values).n;
  }

  #prepare(text) {
    this.#connection ??= new Database(this.#file, { readonly: true, fileMustExist: true, timeout: 10_000 });
    return this.#connection.prepare(text);
  }
}

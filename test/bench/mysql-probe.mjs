import { createConnection } from 'mysql2/promise';
import { CONTENT_COLUMNS, contentRow } from './content-row.mjs';
import { customerCopies } from './customer-copies.mjs';
import { nowMs } from './monotonic-clock.mjs';
import { RAW_COLUMNS, rawRows, rawTable, ROWS_PER_STATEMENT } from './raw-row.mjs';

const RAW_CONNECTIONS = 2;
const RAW_STATEMENTS = 400;
const WARM_UP_STATEMENTS = 40;
const COUNTERS = ['Questions', 'Innodb_log_writes'];

/** Looks into MariaDB from outside, and counts its own statements so that they can be taken off the server's counters. */
export class MysqlProbe {
  #connection;
  #statements = 0;

  /** @private use `MysqlProbe.open()` */
  constructor(connection, url) {
    this.#connection = connection;
    this.url = url;
  }

  static async open(url) {
    const connection = await createConnection(url);
    const probe = new MysqlProbe(connection, url);
    await probe.#query('SET SESSION TRANSACTION ISOLATION LEVEL READ COMMITTED');
    return probe;
  }

  async version() {
    const [{ version }] = await this.#query('SELECT VERSION() AS version');
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

  /** How many messages made after the one given stand at each status number. */
  async messagesByStatus(afterId) {
    const rows = await this.#query(
      'SELECT status, COUNT(*) AS n FROM messages WHERE id > ? GROUP BY status',
      [afterId],
    );
    return new Map(rows.map(({ status, n }) => [status, n]));
  }

  /** Enrollments made after the one given, and how many of them have ended. */
  async enrollments(afterId) {
    const [row] = await this.#query(
      'SELECT COUNT(*) AS n, COALESCE(SUM(is_active = 0), 0) AS ended FROM enrollments WHERE id > ?',
      [afterId],
    );
    return { all: row.n, ended: Number(row.ended) };
  }

  async steps(afterId) {
    return this.#number('SELECT COUNT(*) AS n FROM enrollment_steps WHERE enrollment_id > ?', [afterId]);
  }

  /** The server's own counters without this probe's share in them. */
  async counters() {
    const rows = await this.#query(
      `SHOW GLOBAL STATUS WHERE Variable_name IN (${COUNTERS.map(() => '?').join()})`,
      COUNTERS,
    );
    const counters = Object.fromEntries(
      rows.map(({ Variable_name: name, Value: value }) => [name, Number(value)]),
    );
    return { ...counters, Questions: counters.Questions - this.#statements };
  }

  /** Writes content beside the product, which must be told by a restart. */
  async insertContent(items) {
    const text = `INSERT INTO content_items (${CONTENT_COLUMNS.join()}) VALUES ?`;
    await this.#query(text, [items.map(contentRow)]);
  }

  /** Brings the number of customers to `wanted`, beside the product. */
  async copyCustomers(wanted) {
    const [have] = await this.#query(
      'SELECT COUNT(*) AS count, MIN(id) AS firstId, MAX(id) - MIN(id) AS span FROM customers',
    );
    const fields = await this.#query('SHOW COLUMNS FROM customers');
    const columns = fields.map(({ Field: field }) => field);
    const statements = customerCopies({ ...have, columns }, wanted, (...texts) => `CONCAT(${texts.join()})`);
    for (const statement of statements) await this.#query(statement);
  }

  /** Rows a second through multi-row inserts, each committed to disk, over a few connections. */
  async rawInsertRowsPerS() {
    await this.#query('CREATE DATABASE IF NOT EXISTS parcours_raw');
    const rawUrl = this.url.replace(/\/[^/]*$/, '/parcours_raw');
    const connections = await Promise.all(
      Array.from({ length: RAW_CONNECTIONS }, () => createConnection(rawUrl)),
    );
    try {
      await connections[0].query(rawTable('BIGINT'));
      await insertRaw(connections, 0, WARM_UP_STATEMENTS);
      const startedAt = nowMs();
      await insertRaw(connections, WARM_UP_STATEMENTS, RAW_STATEMENTS);
      return (RAW_STATEMENTS * ROWS_PER_STATEMENT * 1000) / (nowMs() - startedAt);
    } finally {
      await Promise.all(connections.map((connection) => connection.end()));
      await this.#query('DROP DATABASE parcours_raw');
    }
  }

  async close() {
    await this.#connection.end();
  }

  async #number(text, values) {
    const [{ n }] = await this.#query(text, values);
    return Number(n);
  }

  async #query(text, values) {
    this.#statements++;
    const [rows] = await this.#connection.query(text, values);
    return rows;
  }
}

async function insertRaw(connections, first, statements) {
  const text = `INSERT INTO raw_rows (${RAW_COLUMNS.join(', ')}) VALUES ?`;
  let next = first;
  const end = first + statements;
  const work = async (connection) => {
    while (next < end) await connection.query(text, [rawRows(ROWS_PER_STATEMENT * next++)]);
  };
  await Promise.all(connections.map(work));
}

import { Injectable } from '@nestjs/common';
import { Database, type Sql } from '@parcours/database';

import { INDEX_KINDS, type IndexKind } from './trait.type.js';

/** An index of one trait, kept by the database in a column that it computes from the customer's traits. */
export interface TraitIndex {
  /** Names the column and the index. */
  readonly slot: number;
  readonly trait: string;
  readonly kind: IndexKind;
  readonly isReady: boolean;
}

/** The longest text that is found by its index; longer ones are not. */
export const INDEXED_TEXT_MAX = 100;

interface Row {
  slot: number;
  trait: string;
  kind: number;
  is_ready: number;
}

/** The row that whoever changes indexes locks. */
const GATE = 0;

export function traitColumn(slot: number): string {
  return `trait_${String(slot)}`;
}

/** The list of trait indexes, and the DDL behind it. */
@Injectable()
export class TraitIndexStore {
  constructor(private readonly database: Database) {}

  async all(sql: Sql = this.database.sql): Promise<TraitIndex[]> {
    const rows = await sql.select<Row>(
      'SELECT slot, trait, kind, is_ready FROM customer_trait_indexes WHERE slot > ? ORDER BY slot',
      [GATE],
    );
    return rows.map(({ slot, trait, kind, is_ready: ready }) => ({
      slot,
      trait,
      kind: INDEX_KINDS[kind] ?? 'text',
      isReady: ready === 1,
    }));
  }

  /** Runs `work` alone among all processes; not at all where another one is at it. */
  async alone(work: (sql: Sql) => Promise<void>): Promise<void> {
    await this.database.sql.insert({
      table: 'customer_trait_indexes',
      columns: ['slot', 'trait', 'kind', 'is_ready', 'created_at'],
      rows: [[GATE, '', 0, 0, 0]],
      onDuplicate: 'ignore',
    });
    await this.database.transaction(async ({ sql }) => {
      const gate = `SELECT slot FROM customer_trait_indexes WHERE slot = ?${sql.forUpdateSkipLocked}`;
      if ((await sql.select(gate, [GATE])).length === 1) await work(sql);
    });
  }

  /** Writes down what is going to be built, so that whoever comes after a crash goes on with it. */
  async plan(sql: Sql, { slot, trait, kind }: TraitIndex, now: number): Promise<void> {
    await sql.insert({
      table: 'customer_trait_indexes',
      columns: ['slot', 'trait', 'kind', 'is_ready', 'created_at'],
      rows: [[slot, trait, INDEX_KINDS.indexOf(kind), 0, now]],
    });
  }

  async markReady(sql: Sql, slot: number): Promise<void> {
    await sql.run('UPDATE customer_trait_indexes SET is_ready = 1 WHERE slot = ?', [slot]);
  }

  async forget(sql: Sql, slot: number): Promise<void> {
    await sql.run('DELETE FROM customer_trait_indexes WHERE slot = ?', [slot]);
  }

  /** Adds the column and its index, whichever of them is not there yet. Changes no row: the column is computed. */
  async build(tx: Sql, { slot, trait, kind }: TraitIndex): Promise<void> {
    const sql = this.ddlConnection(tx);
    const column = traitColumn(slot);
    if (!(await hasColumn(sql, column))) {
      const type = sql.dialect === 'sqlite' ? SQLITE_TYPES[kind] : MYSQL_TYPES[kind];
      const expression = sql.dialect === 'sqlite' ? sqliteValue(trait, kind) : mysqlValue(trait, kind);
      await sql.run(
        `ALTER TABLE customers ADD COLUMN ${column} ${type} GENERATED ALWAYS AS (${expression}) VIRTUAL`,
      );
    }
    if (await hasIndex(sql, indexName(slot))) return;
    await sql.run(`CREATE INDEX ${indexName(slot)} ON customers (${column}, external_id)`);
  }

  async drop(tx: Sql, slot: number): Promise<void> {
    const sql = this.ddlConnection(tx);
    const on = sql.dialect === 'sqlite' ? '' : ' ON customers';
    if (await hasIndex(sql, indexName(slot))) await sql.run(`DROP INDEX ${indexName(slot)}${on}`);
    if (await hasColumn(sql, traitColumn(slot))) {
      await sql.run(`ALTER TABLE customers DROP COLUMN ${traitColumn(slot)}`);
    }
  }

  /** DDL ends the transaction that it runs in on MariaDB and MySQL; on SQLite it is part of it. */
  private ddlConnection(tx: Sql): Sql {
    return tx.dialect === 'sqlite' ? tx : this.database.sql;
  }
}

function indexName(slot: number): string {
  return `ix_customers_${traitColumn(slot)}`;
}

const MYSQL_TYPES: Readonly<Record<IndexKind, string>> = {
  text: `VARCHAR(${String(INDEXED_TEXT_MAX)}) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin`,
  number: 'DOUBLE',
  boolean: 'INT',
};

const SQLITE_TYPES: Readonly<Record<IndexKind, string>> = {
  text: 'TEXT',
  number: 'REAL',
  boolean: 'INTEGER',
};

/**
 * The trait's value, and NULL for whatever it is not: an error in here would keep the customer from being written. That is
 * what JSON_VALID is for, too: MariaDB does not read JSON with half of a character or more than 32 levels.
 */
function mysqlValue(trait: string, kind: IndexKind): string {
  const path = jsonPath(trait);
  const type = `JSON_TYPE(JSON_EXTRACT(traits, ${path}))`;
  const text = `JSON_VALUE(traits, ${path})`;
  const value = {
    text: `CASE WHEN ${type} = 'STRING' AND CHAR_LENGTH(${text}) <= ${String(INDEXED_TEXT_MAX)} THEN ${text} END`,
    number: `CASE WHEN ${type} IN ('INTEGER', 'DOUBLE', 'DECIMAL', 'UNSIGNED INTEGER') THEN ${text} + 0 END`,
    boolean: `CASE WHEN ${type} = 'BOOLEAN' THEN CASE WHEN JSON_EXTRACT(traits, ${path}) = 'true' THEN 1 ELSE 0 END END`,
  }[kind];
  return `CASE WHEN JSON_VALID(traits) THEN ${value} END`;
}

function sqliteValue(trait: string, kind: IndexKind): string {
  const path = jsonPath(trait);
  const type = `json_type(traits, ${path})`;
  const extracted = `json_extract(traits, ${path})`;
  return {
    text: `CASE WHEN ${type} = 'text' AND LENGTH(${extracted}) <= ${String(INDEXED_TEXT_MAX)} THEN ${extracted} END`,
    number: `CASE WHEN ${type} IN ('integer', 'real') THEN ${extracted} + 0.0 END`,
    boolean: `CASE ${type} WHEN 'true' THEN 1 WHEN 'false' THEN 0 END`,
  }[kind];
}

/** The pattern of trait paths leaves nothing in them that could end a quotation. */
function jsonPath(trait: string): string {
  if (!/^[A-Za-z0-9_.-]+$/.test(trait)) throw new TypeError('a trait that is no path cannot be indexed');
  const members = trait.split('.').map((member) => `."${member}"`);
  return `'$${members.join('')}'`;
}

async function hasColumn(sql: Sql, column: string): Promise<boolean> {
  const rows =
    sql.dialect === 'sqlite'
      ? await sql.select("SELECT name FROM pragma_table_xinfo('customers') WHERE name = ?", [column])
      : await sql.select(
          `SELECT column_name FROM information_schema.columns
           WHERE table_schema = DATABASE() AND table_name = 'customers' AND column_name = ?`,
          [column],
        );
  return rows.length > 0;
}

async function hasIndex(sql: Sql, index: string): Promise<boolean> {
  const rows =
    sql.dialect === 'sqlite'
      ? await sql.select("SELECT name FROM sqlite_master WHERE type = 'index' AND name = ?", [index])
      : await sql.select(
          `SELECT index_name FROM information_schema.statistics
           WHERE table_schema = DATABASE() AND table_name = 'customers' AND index_name = ?`,
          [index],
        );
  return rows.length > 0;
}

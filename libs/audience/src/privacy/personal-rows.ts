import type { Sql, SqlParameter, SqlValue } from '@parcours/database';
import { formatInstant, type JsonObject, type JsonValue } from '@parcours/kernel';

import type { DataSubject } from './data-subject.js';
import type { PersonalData } from './personal-data.js';

/** SQL that confines a table to the rows of a person. */
export interface Ownership {
  readonly where: string;
  /** A list without entries means that there can be no row. */
  readonly parameters: (subject: DataSubject) => readonly SqlParameter[];
}

/** Rows that name a customer by the inner id. */
export const byId = (column: string): Ownership => ({
  where: `${column} IN (?)`,
  parameters: ({ ids }) => [ids],
});

/** Rows that name a customer by the external id. */
export const byKey = (column: string): Ownership => ({
  where: `${column} IN (?)`,
  parameters: ({ keys }) => [keys],
});

/** Rows of a table whose index begins with the lane that name a customer by the external id. */
export const byLaneAndKey = (column: string): Ownership => ({
  where: `lane IN (?) AND ${column} IN (?)`,
  parameters: ({ lanes, keys }) => [lanes, keys],
});

/** Rows that name a person by the pseudonym of the external id. */
export const byPseudonym = (column: string): Ownership => ({
  where: `${column} IN (?)`,
  parameters: ({ pseudonyms }) => [pseudonyms],
});

/** What a table holds of people, said in one declaration. */
export interface PersonalRows {
  readonly table: string;
  readonly of: Ownership;
  /** Columns that are unique together, and by which the rows are read in pages. */
  readonly order: readonly string[];
  /** Columns that hold JSON. */
  readonly json?: readonly string[];
  /** Columns that say nothing of the person, such as the lane. A column that comes later is exported without a word. */
  readonly omit?: readonly (string | RegExp)[];
  /** Columns and what they become, where rows are not simply deleted. */
  readonly erase: 'delete' | 'keep' | { readonly set: Readonly<Record<string, SqlValue>> };
}

type Row = Readonly<Record<string, unknown>>;

const PAGE = 500;

/** Makes the declaration of a table whose rows are a customer's by one of their columns. */
export function personalRows(rows: PersonalRows): PersonalData {
  const { table, erase } = rows;
  return {
    table,
    fate: erase === 'delete' ? 'deleted' : erase === 'keep' ? 'kept' : 'anonymised',
    export: (sql, subject) => pagesOf(sql, rows, subject),
    erase: async (sql, subject) => {
      const parameters = parametersOf(rows, subject);
      if (erase === 'keep' || !parameters) return 0;
      const { where } = rows.of;
      if (erase === 'delete') return sql.run(`DELETE FROM ${table} WHERE ${where}`, parameters);
      const changes = Object.keys(erase.set).map((column) => `${column} = ?`);
      return sql.run(`UPDATE ${table} SET ${changes.join(', ')} WHERE ${where}`, [
        ...Object.values(erase.set),
        ...parameters,
      ]);
    },
  };
}

async function* pagesOf(
  sql: Sql,
  rows: PersonalRows,
  subject: DataSubject,
): AsyncGenerator<readonly JsonObject[]> {
  const parameters = parametersOf(rows, subject);
  if (!parameters) return;
  const { table, of, order } = rows;
  let last: Row | undefined;
  for (;;) {
    const beyond = last === undefined ? '' : ` AND (${beyondOf(order)})`;
    const place = last === undefined ? [] : placeOf(order, last);
    const page = await sql.select<Row>(
      `SELECT * FROM ${table} WHERE ${of.where}${beyond} ORDER BY ${order.join(', ')} LIMIT ${String(PAGE)}`,
      [...parameters, ...place],
    );
    if (page.length > 0) yield page.map((row) => present(rows, row));
    last = page.at(-1);
    if (page.length < PAGE) return;
  }
}

function parametersOf({ of }: PersonalRows, subject: DataSubject): readonly SqlParameter[] | undefined {
  const parameters = of.parameters(subject);
  return parameters.some((parameter) => Array.isArray(parameter) && parameter.length === 0)
    ? undefined
    : parameters;
}

/** `(a, b) > (?, ?)`, written so that both databases walk the index. */
function beyondOf(order: readonly string[]): string {
  return order
    .map((column, at) =>
      [...order.slice(0, at).map((before) => `${before} = ?`), `${column} > ?`].join(' AND '),
    )
    .map((part) => `(${part})`)
    .join(' OR ');
}

function placeOf(order: readonly string[], row: Row): SqlValue[] {
  return order.flatMap((_column, at) => order.slice(0, at + 1).map((name) => valueOf(row[name])));
}

function valueOf(value: unknown): SqlValue {
  return typeof value === 'string' || typeof value === 'number' ? value : null;
}

/** A row as it is handed out: names as in the API, instants in RFC 3339, ids as text. */
function present({ json = [], omit = [] }: PersonalRows, row: Row): JsonObject {
  const shown: JsonObject = {};
  for (const [column, value] of Object.entries(row)) {
    if (omit.some((name) => (typeof name === 'string' ? name === column : name.test(column)))) continue;
    shown[camelCase(column)] = json.includes(column) ? parsed(value) : readable(column, value);
  }
  return shown;
}

function readable(column: string, value: unknown): JsonValue {
  if (typeof value === 'string') return value;
  if (typeof value !== 'number') return null;
  if (column === 'at' || column.endsWith('_at')) return formatInstant(value);
  return column === 'id' || column.endsWith('_id') ? String(value) : value;
}

function parsed(value: unknown): JsonValue {
  return typeof value === 'string' ? (JSON.parse(value) as JsonValue) : null;
}

function camelCase(column: string): string {
  return column.replace(/_([a-z0-9])/g, (_match, letter: string) => letter.toUpperCase());
}

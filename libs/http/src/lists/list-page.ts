import type { Sql, SqlParameter } from '@parcours/database';

import { type CursorPosition, writeCursor } from './list-cursor.js';
import type { ListQuery } from './list-query.js';
import { listSql } from './list-sql.js';

export interface Page<T> {
  readonly data: readonly T[];
  readonly page: { readonly next: string | null; readonly limit: number; readonly total?: number };
}

export interface PageSelection {
  readonly query: ListQuery;
  /** The selected columns, without those for sorting. */
  readonly columns: string;
  /** A table, or a join. */
  readonly from: string;
  /** What the list is confined to, whatever the caller filters by. */
  readonly where?: string;
  readonly parameters?: readonly SqlParameter[];
}

/** Selects one page, and the total where it was asked for. */
export async function selectPage<Row extends object>(
  sql: Pick<Sql, 'select' | 'dialect'>,
  { query, columns, from, where = '1 = 1', parameters = [] }: PageSelection,
): Promise<Page<Row>> {
  const list = listSql(query, sql.dialect);
  const rows = await sql.select<Row>(
    `SELECT ${columns}, ${list.sortColumns} FROM ${from} WHERE ${where} AND ${list.where} ` +
      `ORDER BY ${list.orderBy} LIMIT ${String(list.limit)}`,
    [...parameters, ...list.parameters],
  );
  if (!query.wantsTotal) return pageOf(rows, query);
  const [count] = await sql.select<{ total: number | string }>(
    `SELECT COUNT(*) AS total FROM ${from} WHERE ${where} AND ${list.filter.where}`,
    [...parameters, ...list.filter.parameters],
  );
  return pageOf(rows, query, Number(count?.total ?? 0));
}

/** The page that rows selected by {@link listSql} make: one row too many means that there is another page. */
export function pageOf<Row extends object>(
  rows: readonly Row[],
  query: ListQuery,
  total?: number,
): Page<Row> {
  const data = rows.slice(0, query.limit);
  const last = rows.length > query.limit ? data.at(-1) : undefined;
  const next = last === undefined ? null : writeCursor(positionOf(last, query), query.fingerprint);
  return { data, page: { next, limit: query.limit, ...(total !== undefined && { total }) } };
}

/** A page as it is answered: every row presented, and cut to the members that `fields` asks for. */
export function answerPage<Row, T extends object>(
  page: Page<Row>,
  query: ListQuery,
  present: (row: Row) => T,
): { data: Partial<T>[]; page: Page<Row>['page'] } {
  return { data: page.data.map((row) => pick(present(row), query.fields)), page: page.page };
}

function positionOf(row: object, query: ListQuery): CursorPosition {
  return query.sort.map(({ field }, at) => {
    const value: unknown = Reflect.get(row, `sort_${String(at)}`);
    if (value === null || value === undefined) return null;
    // The drivers answer some whole numbers as text.
    return typeof value === 'string' && (field.type === 'text' || field.type === 'enum')
      ? value
      : Number(value);
  });
}

function pick<T extends object>(thing: T, names: readonly string[] | undefined): Partial<T> {
  if (names === undefined) return thing;
  const chosen = Object.entries(thing).filter(([name]) => names.includes(name));
  return Object.fromEntries(chosen) as Partial<T>;
}

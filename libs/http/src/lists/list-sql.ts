import type { Sql, SqlParameter, SqlValue } from '@parcours/database';

import type { ListFilter, ListQuery, ListSort } from './list-query.js';
import type { ListField, Operator } from './list-spec.js';

/** Parts of a SELECT, with `?` placeholders for both databases. */
export interface ListSql {
  /** Add to the selected columns: the sort values, from which the next cursor is made. */
  readonly sortColumns: string;
  /** Filter and cursor; `1 = 1` when there is neither. */
  readonly where: string;
  readonly parameters: readonly SqlParameter[];
  readonly orderBy: string;
  /** One more than a page, to know whether there is another. */
  readonly limit: number;
  /** The filter without the cursor, for the total. */
  readonly filter: { readonly where: string; readonly parameters: readonly SqlParameter[] };
}

interface Clause {
  readonly text: string;
  readonly parameters: readonly SqlParameter[];
}

/** Turns a list query into SQL. */
export function listSql(query: ListQuery, dialect: Sql['dialect']): ListSql {
  const columns = query.sort.map(({ field }) => expressionOf(field, dialect));
  const filters = query.filters.map((filter) => filterClause(filter, dialect));
  const cursor = query.after ? [keysetClause(query.sort, columns, query.after)] : [];
  const filter = join(filters);
  const all = join([...filters, ...cursor]);
  return {
    sortColumns: columns.map((column, at) => `${column} AS sort_${String(at)}`).join(', '),
    where: all.text,
    parameters: all.parameters,
    orderBy: query.sort
      .map(({ descending }, at) => `${columns[at] ?? ''}${descending ? ' DESC' : ''}`)
      .join(', '),
    limit: query.limit + 1,
    filter: { where: filter.text, parameters: filter.parameters },
  };
}

function join(clauses: readonly Clause[]): Clause {
  if (clauses.length === 0) return { text: '1 = 1', parameters: [] };
  return {
    text: clauses.map(({ text }) => text).join(' AND '),
    parameters: clauses.flatMap(({ parameters }) => parameters),
  };
}

const COMPARISON: Partial<Record<Operator, string>> = { gt: '>', gte: '>=', lt: '<', lte: '<=' };
const LAST_CHARACTER = '\u{10FFFF}';

function filterClause({ field, operator, value }: ListFilter, dialect: Sql['dialect']): Clause {
  if (field.matches !== undefined) return matchClause(field.matches, value);
  const column = expressionOf(field, dialect);
  switch (operator) {
    case 'eq':
      return { text: `${column} = ?`, parameters: [value] };
    // NULL differs from every value, for a reader if not for SQL.
    case 'ne':
      return { text: `(${column} <> ? OR ${column} IS NULL)`, parameters: [value] };
    case 'in':
      return { text: `${column} IN (?)`, parameters: [value] };
    case 'nin':
      return { text: `(${column} NOT IN (?) OR ${column} IS NULL)`, parameters: [value] };
    case 'null':
      return { text: `${column} IS ${value === true ? '' : 'NOT '}NULL`, parameters: [] };
    // Not LIKE: its wildcards would act inside the value, and SQLite's ignores case where the others do not.
    case 'contains':
      return { text: `INSTR(${column}, ?) > 0`, parameters: [value] };
    case 'starts':
      return {
        text: `(${column} >= ? AND ${column} < ?)`,
        parameters: [value, `${String(value)}${LAST_CHARACTER}`],
      };
    default:
      return { text: `${column} ${COMPARISON[operator] ?? '='} ?`, parameters: [value] };
  }
}

function matchClause(matches: string, value: ListFilter['value']): Clause {
  const values: SqlParameter = isList(value) ? value : [value];
  const parameters = matches.split('?').slice(1);
  return { text: matches, parameters: parameters.map((): SqlParameter => values) };
}

function isList(value: ListFilter['value']): value is readonly SqlValue[] {
  return Array.isArray(value);
}

interface Beyond {
  readonly column: string;
  readonly value: SqlValue;
  readonly descending: boolean;
  readonly nullable: boolean;
}

/** Rows that come after a position. Both databases sort NULL before every value. */
function keysetClause(
  sort: readonly ListSort[],
  columns: readonly string[],
  after: readonly SqlValue[],
): Clause {
  const alternatives: Clause[] = [];
  const equal: Clause[] = [];
  sort.forEach(({ descending, field }, at) => {
    const column = columns[at] ?? '';
    const value = after[at] ?? null;
    const beyond = beyondClause({ column, value, descending, nullable: field.nullable ?? false });
    if (beyond) alternatives.push(join([...equal, beyond]));
    equal.push(
      value === null
        ? { text: `${column} IS NULL`, parameters: [] }
        : { text: `${column} = ?`, parameters: [value] },
    );
  });
  if (alternatives.length === 0) return { text: '1 = 0', parameters: [] };
  const any: Clause = {
    text: `(${alternatives.map(({ text }) => `(${text})`).join(' OR ')})`,
    parameters: alternatives.flatMap(({ parameters }) => parameters),
  };
  const first = sort.slice(0, 1).flatMap(({ descending, field }) => {
    const value = after[0] ?? null;
    return boundClause({ column: columns[0] ?? '', value, descending, nullable: field.nullable ?? false });
  });
  return join([...first, any]);
}

function beyondClause({ column, value, descending, nullable }: Beyond): Clause | undefined {
  if (value === null) return descending ? undefined : { text: `${column} IS NOT NULL`, parameters: [] };
  if (!descending) return { text: `${column} > ?`, parameters: [value] };
  return { text: nullable ? `(${column} < ? OR ${column} IS NULL)` : `${column} < ?`, parameters: [value] };
}

/** The first column alone: what lets an index begin where the page does, which the alternatives do not. */
function boundClause({ column, value, descending, nullable }: Beyond): Clause[] {
  if (value === null || (descending && nullable)) return [];
  return [{ text: `${column} ${descending ? '<=' : '>='} ?`, parameters: [value] }];
}

const MEMBER = /^[A-Za-z][A-Za-z0-9_-]*$/;

function expressionOf({ expression, json, type }: ListField, dialect: Sql['dialect']): string {
  if (json === undefined) return expression;
  if (!MEMBER.test(json)) throw new TypeError(`'${json}' cannot be read from JSON by a list`);
  const path = `'$."${json}"'`;
  const value =
    dialect === 'sqlite' ? `json_extract(${expression}, ${path})` : `JSON_VALUE(${expression}, ${path})`;
  switch (type) {
    case 'text':
    case 'enum':
      return dialect === 'sqlite' ? value : `${value} COLLATE utf8mb4_bin`;
    // MariaDB answers JSON's true as 1, MySQL as 'true'.
    case 'boolean':
      return `CASE CAST(${value} AS CHAR) WHEN 'true' THEN 1 WHEN '1' THEN 1 WHEN 'false' THEN 0 WHEN '0' THEN 0 END`;
    default:
      return `(${value} + 0)`;
  }
}

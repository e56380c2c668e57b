import type { SqlParameter } from '@parcours/database';

import { SOURCE_VALUES } from './timeline-entry.js';
import type { SourceRequest, SqlText } from './timeline-source.js';
import { beyond, orderBy } from './timeline-order.js';

/** A condition; its placeholders take the parameters. */
export interface Condition {
  readonly text: string;
  readonly parameters: readonly SqlParameter[];
}

export interface RowSelection {
  /** Expressions of the place of a row. */
  readonly at: string;
  readonly id: string;
  readonly sub?: string;
  /** Expressions of the values, from t1 on. */
  readonly values: readonly string[];
  readonly from: string;
  readonly where: readonly Condition[];
}

/** Writes the SELECT of a source whose table has a column for the time of its rows. */
export function selectRows(
  { rank, direction, bound, limit }: SourceRequest,
  { at, id, sub, values, from, where }: RowSelection,
): SqlText {
  const columns = sub === undefined ? { at, id } : { at, id, sub };
  const conditions = [...where, ...beyond(bound, direction, columns)];
  const places = [at, id, ...(sub === undefined ? [] : [sub])];
  return {
    text:
      `SELECT ${String(rank)} AS source, ${at} AS at, ${id} AS id, ${sub ?? '0'} AS sub, ${valueColumns(values)} ` +
      `FROM ${from} WHERE ${conditions.map(({ text }) => text).join(' AND ')}` +
      (limit === undefined ? '' : ` ORDER BY ${orderBy(places, direction)} LIMIT ${String(limit)}`),
    parameters: conditions.flatMap(({ parameters }) => parameters),
  };
}

/** The columns t1 to t10, NULL where there is no value. */
export function valueColumns(values: readonly string[]): string {
  return Array.from(
    { length: SOURCE_VALUES },
    (_, index) => `${values[index] ?? 'NULL'} AS t${String(index + 1)}`,
  ).join(', ');
}

/** The bounds of a filter on a column that holds the time. */
export function within(column: string, { from, to }: SourceRequest['filter']): Condition[] {
  return [
    ...(from === undefined ? [] : [{ text: `${column} >= ?`, parameters: [from] }]),
    ...(to === undefined ? [] : [{ text: `${column} <= ?`, parameters: [to] }]),
  ];
}

import { Injectable } from '@nestjs/common';
import type { Sql } from '@parcours/database';
import type { CallCount } from '@parcours/plugin-host';

const HOUR_MS = 3_600_000;
const SUMS = [
  'calls',
  'items',
  'total_us',
  'within_10ms',
  'within_100ms',
  'within_1s',
  'within_10s',
] as const;
const KEY = ['hour_at', 'plugin', 'name', 'capability', 'outcome'] as const;

/** Sums of whole numbers as whole numbers: MariaDB makes decimals of them. */
const SUMMED = [
  ['calls', 'calls'],
  ['items', 'items'],
  ['total_us', 'totalUs'],
  ['within_10ms', 'within10ms'],
  ['within_100ms', 'within100ms'],
  ['within_1s', 'within1s'],
  ['within_10s', 'within10s'],
]
  .map(([column, name]) => `CAST(SUM(${String(column)}) AS SIGNED) AS ${String(name)}`)
  .join(', ');

/** Calls that ended alike, of some hours together. */
export interface PluginCalls {
  readonly name: string;
  readonly capability: string;
  readonly outcome: string;
  readonly calls: number;
  readonly items: number;
  /** Microseconds, of all of them together. */
  readonly totalUs: number;
  readonly within10ms: number;
  readonly within100ms: number;
  readonly within1s: number;
  readonly within10s: number;
}

/** Whose calls: those of a plugin, or of one name such as the key of a connector. */
export interface CallsAsked {
  readonly by: 'plugin' | 'name';
  readonly value: string;
  readonly since: number;
}

/** Calls into plugins, counted by the hour by all processes together. */
@Injectable()
export class PluginCallStore {
  async add(sql: Sql, counts: readonly CallCount[], now: number): Promise<void> {
    const hourAt = hourOf(now);
    await sql.insert({
      table: 'plugin_calls',
      columns: [...KEY, ...SUMS],
      rows: counts.map(({ plugin, name, capability, outcome, calls, items, totalUs, within }) => [
        ...[hourAt, plugin, name, capability, outcome],
        ...[calls, items, totalUs, ...within],
      ]),
      onDuplicate: { update: [], add: SUMS },
    });
  }

  /** From the hour of a time on. */
  async since(sql: Sql, { by, value, since }: CallsAsked): Promise<PluginCalls[]> {
    return sql.select<PluginCalls>(
      `SELECT name, capability, outcome, ${SUMMED}
       FROM plugin_calls WHERE hour_at >= ? AND ${by} = ?
       GROUP BY name, capability, outcome ORDER BY name, capability, outcome`,
      [hourOf(since), value],
    );
  }

  async forgetBefore(sql: Sql, time: number): Promise<void> {
    await sql.run('DELETE FROM plugin_calls WHERE hour_at < ?', [hourOf(time)]);
  }
}

function hourOf(time: number): number {
  return time - (time % HOUR_MS);
}

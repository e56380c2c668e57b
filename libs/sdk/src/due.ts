/** The pattern of when something is due: a date, a time in ISO 8601, or a duration in minutes, hours, days or weeks. */
export const DUE_PATTERN = '^(\\d{4}-\\d\\d-\\d\\d(T.+)?|\\d{1,4}[mhdw])$';

const UNITS: Readonly<Record<string, number>> = { m: 60_000, h: 3_600_000, d: 86_400_000, w: 604_800_000 };

/**
 * When something is due, in milliseconds; a date is over with its last second, in UTC. `undefined` for what is no time.
 * @param from where a duration begins, in milliseconds
 * @example
 * dueAt('1d', handOver.at);
 */
export function dueAt(due: string, from: number): number | undefined {
  if (!new RegExp(DUE_PATTERN).test(due)) return undefined;
  const [, count, unit = ''] = /^(\d{1,4})([mhdw])$/.exec(due) ?? [];
  const at =
    count === undefined
      ? Date.parse(due.length === 10 ? `${due}T23:59:59Z` : due)
      : from + Number(count) * (UNITS[unit] ?? 0);
  return Number.isNaN(at) ? undefined : at;
}

import { DateTime, Duration } from 'luxon';

/** JSON Schema pattern of a cadence: an ISO 8601 duration of years, months, weeks and days. */
export const CADENCE_PATTERN = '^P(?=\\d)(\\d{1,2}Y)?(\\d{1,3}M)?(\\d{1,3}W)?(\\d{1,4}D)?$';

const LONGEST_YEARS = 10;

/**
 * When the next review is due: the same time of day in the zone, `cadence` later by the calendar. Undefined for a cadence
 * of less than a day, or of more than ten years.
 */
export function nextDueAt(from: number, cadence: string, zone: string): number | undefined {
  const start = DateTime.fromMillis(from, { zone });
  const next = start.plus(Duration.fromISO(cadence));
  if (!next.isValid || next < start.plus({ days: 1 }) || next > start.plus({ years: LONGEST_YEARS })) {
    return undefined;
  }
  return next.toMillis();
}

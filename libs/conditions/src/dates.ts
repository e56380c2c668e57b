import { parseDuration, parseInstant } from '@parcours/kernel';

const DAY_MS = 86_400_000;
const DATE = /^(\d{4})-(\d{2})-(\d{2})$/;

/** Milliseconds of a calendar date's midnight in UTC (`2026-03-02`); `undefined` for anything else. */
export function parseDate(text: string): number | undefined {
  const match = DATE.exec(text);
  if (!match) return undefined;
  const at = Date.UTC(Number(match[1]), Number(match[2]) - 1, Number(match[3]));
  return new Date(at).toISOString().startsWith(text) ? at : undefined;
}

/** Milliseconds of a value that is an RFC 3339 instant or a date (midnight UTC); `undefined` for anything else. */
export function parseMoment(value: unknown): number | undefined {
  if (typeof value !== 'string') return undefined;
  return parseDate(value) ?? parseInstant(value);
}

/** The moment that `before` and `after` compare with, given now: an instant, a date, or an offset from now. */
export function compileMoment(text: string): ((now: number) => number) | undefined {
  const offset = parseDuration(text);
  if (offset !== undefined) return (now) => now + offset;
  const at = parseMoment(text);
  return at === undefined ? undefined : () => at;
}

/** True where a yearly return of the day of `at` begins at or before `now + withinMs` and is not over yet. */
export function isAnniversaryWithin(at: number, now: number, withinMs: number): boolean {
  return nextAnniversary(at, now) <= now + withinMs;
}

/** When the answer of {@link isAnniversaryWithin} may next be another one. */
export function anniversaryFlip(at: number, now: number, withinMs: number): number {
  const next = nextAnniversary(at, now);
  return next <= now + withinMs ? next + DAY_MS : next - withinMs;
}

/** When the yearly return of the day of `at` begins that is under way, or else the next one. */
function nextAnniversary(at: number, now: number): number {
  const origin = new Date(at);
  const firstYear = Math.max(new Date(now).getUTCFullYear(), origin.getUTCFullYear() + 1);
  const first = returnIn(firstYear, origin);
  return first + DAY_MS > now ? first : returnIn(firstYear + 1, origin);
}

function returnIn(year: number, origin: Date): number {
  const at = Date.UTC(year, origin.getUTCMonth(), origin.getUTCDate());
  // 29 February slips to 1 March in a common year; people keep it in February.
  return new Date(at).getUTCMonth() === origin.getUTCMonth() ? at : at - DAY_MS;
}

/** Days of one year, as `MM-DD`. */
export interface DaysOfYear {
  readonly year: number;
  readonly days: readonly string[];
}

/**
 * The days of the year whose return {@link isAnniversaryWithin} finds, whatever the year of the date is as long as it is
 * an earlier one; 29 February is not among them. `undefined` for longer than a year.
 */
export function anniversaryDays(now: number, withinMs: number): readonly DaysOfYear[] | undefined {
  if (withinMs > 365 * DAY_MS) return undefined;
  const byYear = new Map<number, string[]>();
  // A day that has begun and is not over counts: its midnight lies less than a day back.
  for (let day = Math.floor(now / DAY_MS) * DAY_MS; day <= now + withinMs; day += DAY_MS) {
    const [year = '', month = '', date = ''] = new Date(day).toISOString().slice(0, 10).split('-');
    if (month === '02' && date === '29') continue;
    const days = byYear.get(Number(year)) ?? [];
    byYear.set(Number(year), days);
    days.push(`${month}-${date}`);
  }
  return [...byYear].map(([year, days]) => ({ year, days }));
}

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
  const origin = new Date(at);
  const firstYear = Math.max(new Date(now).getUTCFullYear(), origin.getUTCFullYear() + 1);
  const first = returnIn(firstYear, origin);
  const next = first + DAY_MS > now ? first : returnIn(firstYear + 1, origin);
  return next <= now + withinMs;
}

function returnIn(year: number, origin: Date): number {
  const at = Date.UTC(year, origin.getUTCMonth(), origin.getUTCDate());
  // 29 February slips to 1 March in a common year; people keep it in February.
  return new Date(at).getUTCMonth() === origin.getUTCMonth() ? at : at - DAY_MS;
}

import { parseDate } from '@parcours/conditions';
import { parseInstant } from '@parcours/kernel';

/** Days of the week as RFC 5545 writes them, with their ISO numbers. */
const DAYS: Readonly<Record<string, number>> = { MO: 1, TU: 2, WE: 3, TH: 4, FR: 5, SA: 6, SU: 7 };
const FREQUENCIES = ['DAILY', 'WEEKLY', 'MONTHLY', 'YEARLY'] as const;
const PARTS = ['FREQ', 'INTERVAL', 'BYDAY', 'BYMONTHDAY', 'BYMONTH', 'COUNT', 'UNTIL'] as const;

type Frequency = (typeof FREQUENCIES)[number];
type Part = (typeof PARTS)[number];

export const DAY_MS = 86_400_000;
export const MAX_INTERVAL = 100;
export const MAX_COUNT = 1_000;
/** A Monday and the first of a year: where counting begins unless a rule has a first day of its own. */
const DEFAULT_START = Date.UTC(2024, 0, 1);
/** How far a day is looked for: 29 February of every hundredth year is further away than anybody plans. */
export const HORIZON_YEARS = 30;
const HORIZON_DAYS = 366 * HORIZON_YEARS;

/** A weekday of a rule; `ordinal` counts within the month or year, from its end where it is negative, 0 for every one. */
interface RuleDay {
  readonly weekday: number;
  readonly ordinal: number;
}

/** On which days something recurs: the part of RFC 5545 that is about days. Days are their midnight as if in UTC. */
export interface Recurrence {
  readonly frequency: Frequency;
  readonly interval: number;
  readonly days: readonly RuleDay[];
  readonly monthDays: readonly number[];
  readonly months: readonly number[];
  readonly start: number;
  /** The last day on which it may recur. */
  readonly end: number;
  /** The moment of an UNTIL with a time of day. */
  readonly until?: Until;
  /** The last day of its COUNT is further away than days are looked for, so it has no end. */
  readonly isCountTooFar: boolean;
}

/** The last moment of a rule: milliseconds since the epoch, or what clocks show as if it were UTC. */
export type Until = { readonly at: number } | { readonly wall: number };

/** What is wrong with a rule. */
export class RecurrenceDefect {
  constructor(
    readonly message: string,
    readonly suggestion?: string,
  ) {}
}

/**
 * Reads an RRULE of RFC 5545, section 3.3.10: FREQ from DAILY to YEARLY, INTERVAL, BYDAY, BYMONTHDAY, BYMONTH, COUNT,
 * UNTIL. Intervals and counts are reckoned from `from` (a day's midnight in UTC).
 */
export function parseRecurrence(rule: string, from: number | undefined): Recurrence | RecurrenceDefect {
  const key = `${rule}|${String(from)}`;
  const known = PARSED.get(key);
  if (known) return known;
  const parsed = readRule(rule, from);
  if (PARSED.size >= MOST_PARSED) PARSED.clear();
  PARSED.set(key, parsed);
  return parsed;
}

/** One journey is checked and compiled many times: the days of its rules are counted once. */
const PARSED = new Map<string, Recurrence | RecurrenceDefect>();
const MOST_PARSED = 1_000;

function readRule(rule: string, from: number | undefined): Recurrence | RecurrenceDefect {
  const parts = new Map<Part, string>();
  for (const piece of rule.replace(/^RRULE:/, '').split(';')) {
    const [name = '', value = '', ...more] = piece.split('=');
    const part = PARTS.find((known) => known === name);
    if (!part || value === '' || more.length > 0) {
      return new RecurrenceDefect(
        `'${piece}' is no part of a rule here.`,
        `The parts are ${PARTS.join(', ')}.`,
      );
    }
    if (parts.has(part)) return new RecurrenceDefect(`${part} is there twice.`);
    parts.set(part, value);
  }
  return readParts(parts, from);
}

function readParts(
  parts: ReadonlyMap<Part, string>,
  from: number | undefined,
): Recurrence | RecurrenceDefect {
  const frequency = FREQUENCIES.find((known) => known === parts.get('FREQ'));
  if (!frequency) {
    const given = parts.get('FREQ');
    const message = given === undefined ? 'FREQ is missing.' : `Nothing recurs ${given} here.`;
    return new RecurrenceDefect(
      message,
      `Use FREQ=${FREQUENCIES.join(', FREQ=')}; 'at' gives the time of day.`,
    );
  }
  const interval = wholeNumber(parts.get('INTERVAL') ?? '1', 1, MAX_INTERVAL);
  if (interval === undefined)
    return new RecurrenceDefect(`INTERVAL is a number from 1 to ${String(MAX_INTERVAL)}.`);
  const days = listOf(parts.get('BYDAY'), readDay);
  if (!days) return new RecurrenceDefect('BYDAY lists days such as MO, 1MO (the first) or -1FR (the last).');
  const monthDays = listOf(parts.get('BYMONTHDAY'), (text) => wholeNumber(text, -31, 31) || undefined);
  if (!monthDays)
    return new RecurrenceDefect('BYMONTHDAY lists numbers from 1 to 31, or -1 for the last day.');
  const months = listOf(parts.get('BYMONTH'), (text) => wholeNumber(text, 1, 12));
  if (!months) return new RecurrenceDefect('BYMONTH lists numbers from 1 to 12.');
  const hasOrdinals = days.some(({ ordinal }) => ordinal !== 0);
  if (hasOrdinals && (frequency === 'DAILY' || frequency === 'WEEKLY')) {
    return new RecurrenceDefect(`With FREQ=${frequency} a day has no number.`, 'Use FREQ=MONTHLY for 1MO.');
  }
  if (frequency === 'WEEKLY' && monthDays.length > 0) {
    return new RecurrenceDefect('BYMONTHDAY has no place in a weekly rule.', 'Use FREQ=MONTHLY.');
  }
  if (frequency !== 'DAILY' && from === undefined && days.length + monthDays.length === 0) {
    return new RecurrenceDefect(
      'The rule does not say on which day.',
      'Add BYDAY or BYMONTHDAY, or a first day: from.',
    );
  }
  if (from === undefined && (interval > 1 || parts.has('COUNT'))) {
    return new RecurrenceDefect(
      'INTERVAL and COUNT need a day to be reckoned from.',
      'Add a first day: from.',
    );
  }
  const open: Recurrence = {
    ...{ frequency, interval, days, monthDays, months },
    start: from ?? DEFAULT_START,
    end: Infinity,
    isCountTooFar: false,
  };
  const end = endOf(parts, open);
  if (end instanceof RecurrenceDefect) return end;
  const found = { ...open, ...end };
  const first = dayOnOrAfter(found, from ?? DEFAULT_START);
  return first === undefined ? new RecurrenceDefect('There is no day on which the rule recurs.') : found;
}

type End = Partial<Pick<Recurrence, 'end' | 'until' | 'isCountTooFar'>>;

function endOf(parts: ReadonlyMap<Part, string>, open: Recurrence): End | RecurrenceDefect {
  const [until, counted] = [parts.get('UNTIL'), parts.get('COUNT')];
  if (until !== undefined && counted !== undefined)
    return new RecurrenceDefect('Give UNTIL or COUNT, not both.');
  if (until !== undefined) {
    return (
      untilOf(until) ?? new RecurrenceDefect('UNTIL is a day such as 20261231, or a time: 20261231T225959Z.')
    );
  }
  if (counted === undefined) return {};
  const count = wholeNumber(counted, 1, MAX_COUNT);
  if (count === undefined) return new RecurrenceDefect(`COUNT is a number from 1 to ${String(MAX_COUNT)}.`);
  const end = nthDay(open, count);
  return end === undefined ? { isCountTooFar: true } : { end };
}

/** A time in UTC may fall on the next day, where clocks are ahead. */
function untilOf(text: string): End | undefined {
  const match = /^(\d{4})(\d{2})(\d{2})(?:T(\d{2})(\d{2})(\d{2})(Z?))?$/.exec(text);
  if (!match) return undefined;
  const [, year, month, date, hour, minute, second, zone] = match;
  const day = `${String(year)}-${String(month)}-${String(date)}`;
  const end = parseDate(day);
  if (end === undefined || hour === undefined) return end === undefined ? undefined : { end };
  const at = parseInstant(`${day}T${hour}:${String(minute)}:${String(second)}Z`);
  if (at === undefined) return undefined;
  return zone === 'Z' ? { end: end + DAY_MS, until: { at } } : { end, until: { wall: at } };
}

/** The day of a rule that a count ends on; `undefined` where it lies beyond the horizon. */
function nthDay(rule: Recurrence, count: number): number | undefined {
  const horizon = rule.start + HORIZON_DAYS * DAY_MS;
  let left = count;
  for (let at = rule.start; at <= horizon; at += DAY_MS) {
    if (recursOn(rule, at)) left -= 1;
    if (left === 0) return at;
  }
  return undefined;
}

/** The first day of a rule on or after a day; `undefined` where none is left. */
export function dayOnOrAfter(rule: Recurrence, day: number): number | undefined {
  const from = Math.max(day, rule.start);
  const to = Math.min(rule.end, from + HORIZON_DAYS * DAY_MS);
  for (let at = from; at <= to; at += DAY_MS) if (recursOn(rule, at)) return at;
  return undefined;
}

/** The last day of a rule on or before a day; `undefined` where there was none. */
export function dayOnOrBefore(rule: Recurrence, day: number): number | undefined {
  const from = Math.min(day, rule.end);
  const to = Math.max(rule.start, from - HORIZON_DAYS * DAY_MS);
  for (let at = from; at >= to; at -= DAY_MS) if (recursOn(rule, at)) return at;
  return undefined;
}

function recursOn(rule: Recurrence, at: number): boolean {
  const day = new Date(at);
  const { months, monthDays, days } = rule;
  if (months.length > 0 && !months.includes(day.getUTCMonth() + 1)) return false;
  if (!isInterval(rule, at)) return false;
  if (monthDays.length > 0 && !monthDays.some((number) => dayOfMonth(day, number) === day.getUTCDate()))
    return false;
  if (days.length > 0) return days.some((wanted) => isRuleDay(rule, wanted, day));
  return monthDays.length > 0 || isAnchorDay(rule, day);
}

/** Where a rule names no day, it recurs on that of its start. */
function isAnchorDay({ frequency, start, months }: Recurrence, day: Date): boolean {
  const first = new Date(start);
  if (frequency === 'DAILY') return true;
  if (frequency === 'WEEKLY') return day.getUTCDay() === first.getUTCDay();
  if (day.getUTCDate() !== first.getUTCDate()) return false;
  return frequency === 'MONTHLY' || months.length > 0 || day.getUTCMonth() === first.getUTCMonth();
}

function isRuleDay({ frequency, months }: Recurrence, { weekday, ordinal }: RuleDay, day: Date): boolean {
  if ((day.getUTCDay() || 7) !== weekday) return false;
  if (ordinal === 0) return true;
  const isOfYear = frequency === 'YEARLY' && months.length === 0;
  const [year, month] = [day.getUTCFullYear(), day.getUTCMonth()];
  const first = isOfYear ? Date.UTC(year, 0, 1) : Date.UTC(year, month, 1);
  const next = isOfYear ? Date.UTC(year + 1, 0, 1) : Date.UTC(year, month + 1, 1);
  const fromStart = Math.floor((day.getTime() - first) / DAY_MS / 7) + 1;
  const fromEnd = Math.floor((next - DAY_MS - day.getTime()) / DAY_MS / 7) + 1;
  return ordinal > 0 ? fromStart === ordinal : fromEnd === -ordinal;
}

/** The day of the month that a number names: -1 for the last one. */
function dayOfMonth(day: Date, number: number): number {
  if (number > 0) return number;
  return new Date(Date.UTC(day.getUTCFullYear(), day.getUTCMonth() + 1, 0)).getUTCDate() + number + 1;
}

function isInterval({ frequency, interval, start }: Recurrence, at: number): boolean {
  if (interval === 1) return true;
  return (periodOf(frequency, at) - periodOf(frequency, start)) % interval === 0;
}

function periodOf(frequency: Frequency, at: number): number {
  const day = new Date(at);
  switch (frequency) {
    case 'DAILY':
      return at / DAY_MS;
    case 'WEEKLY':
      // Weeks begin on Monday; the epoch was a Thursday.
      return Math.floor((at / DAY_MS + 3) / 7);
    case 'MONTHLY':
      return day.getUTCFullYear() * 12 + day.getUTCMonth();
    case 'YEARLY':
      return day.getUTCFullYear();
  }
}

function readDay(text: string): RuleDay | undefined {
  const match = /^([+-]?\d{1,2})?(MO|TU|WE|TH|FR|SA|SU)$/.exec(text);
  const weekday = DAYS[match?.[2] ?? ''];
  const ordinal = match?.[1] === undefined ? 0 : wholeNumber(match[1], -53, 53);
  if (weekday === undefined || ordinal === undefined || (match?.[1] !== undefined && ordinal === 0))
    return undefined;
  return { weekday, ordinal };
}

function listOf<T>(text: string | undefined, read: (item: string) => T | undefined): T[] | undefined {
  if (text === undefined) return [];
  const items: T[] = [];
  for (const piece of text.split(',')) {
    const item = read(piece);
    if (item === undefined) return undefined;
    items.push(item);
  }
  return items;
}

function wholeNumber(text: string, least: number, most: number): number | undefined {
  if (!/^[+-]?\d{1,4}$/.test(text)) return undefined;
  const number = Number(text);
  return number >= least && number <= most ? number : undefined;
}

import { compilePath, parseDate } from '@parcours/conditions';
import { type JsonObject, parseDuration, parseInstant } from '@parcours/kernel';
import { chooseZone, CUSTOMER_ZONE } from '../time/zone-choice.js';
import { instantOfWallClock, parseTimeOfDay, wallClockAt } from '../time/zones.js';
import {
  DAY_MS,
  dayOnOrAfter,
  dayOnOrBefore,
  parseRecurrence,
  type Recurrence,
  RecurrenceDefect,
  type Until,
} from './recurrence.js';

/** Every member of a segment enters on the days of a rule (RFC 5545), at a time of day. */
export interface ScheduleTrigger {
  readonly type: 'schedule';
  readonly segment: string;
  readonly rrule: string;
  /** The first day, which INTERVAL and COUNT are reckoned from. */
  readonly from?: string;
  readonly at: string;
  readonly timezone?: string;
}

/** A customer enters when the date in a trait comes, or that many days before or after, at a time of day. */
export interface DateTrigger {
  readonly type: 'date';
  readonly trait: string;
  /** Whole days or weeks. */
  readonly offset?: string;
  readonly at: string;
  readonly timezone?: string;
  readonly repeat?: 'yearly' | 'never';
}

/** The events by which Parcours tells that the time of a trigger has come. */
export const CALENDAR_EVENTS = { schedule: 'schedule.reached', date: 'date.reached' } as const;

/** A time at which a trigger fires for a customer. */
export interface Occurrence {
  /** What clocks show there, in milliseconds as if it were UTC: tells occurrences apart whatever the zone. */
  readonly wall: number;
  /** Milliseconds since the epoch. */
  readonly at: number;
}

/** When a trigger fires for one customer, around now. */
export interface Around {
  /** The last time that has come. */
  readonly latest: Occurrence | undefined;
  /** When the next one comes, in milliseconds since the epoch: `Infinity` for never. */
  readonly nextAt: number;
  /** What clocks show now, as if it were UTC. */
  readonly wallNow: number;
}

/** Whom a trigger is asked about, and when. */
export interface CalendarQuestion {
  readonly traits: JsonObject;
  /** The customer's own zone. */
  readonly zone: string | undefined;
  readonly now: number;
  /** The workspace's zone. */
  readonly workspaceZone: string;
}

/** A trigger that time sets off. Two that say the same have the same key. */
export interface CompiledCalendar {
  readonly key: string;
  readonly event: (typeof CALENDAR_EVENTS)[keyof typeof CALENDAR_EVENTS];
  /** Whose members it is for; every customer with the trait otherwise. */
  readonly segment: string | undefined;
  readonly trait: string | undefined;
  /** The customer's own zone matters. */
  readonly readsZone: boolean;
  /** `undefined` for a customer whom it does not concern; being in the segment is not looked at. */
  readonly around: (question: CalendarQuestion) => Around | undefined;
  /** What the event carries, beside the key as `rule`. */
  readonly tell: (occurrence: Occurrence) => JsonObject;
}

/** Prepares a trigger without findings. */
export function compileCalendar(trigger: ScheduleTrigger | DateTrigger): CompiledCalendar {
  return trigger.type === 'schedule' ? compileSchedule(trigger) : compileDate(trigger);
}

function compileSchedule({ segment, rrule, from, at, timezone }: ScheduleTrigger): CompiledCalendar {
  const zoneName = timezone ?? CUSTOMER_ZONE;
  const rule = parseRecurrence(rrule, from === undefined ? undefined : parseDate(from));
  const timeMs = timeOfDayMs(at);
  const days = rule instanceof RecurrenceDefect ? NO_DAYS : daysOf(rule);
  const known = new Map<string, { from: number; around: Omit<Around, 'wallNow'> }>();
  return {
    key: keyOf(['schedule', segment, rrule, from, at, zoneName]),
    event: CALENDAR_EVENTS.schedule,
    segment,
    trait: undefined,
    readsZone: zoneName === CUSTOMER_ZONE,
    around: ({ zone: own, now, workspaceZone }) => {
      const zone = chooseZone(zoneName, { timezone: own }, workspaceZone);
      const wallNow = wallClockAt(now, zone);
      // What comes next stays the next until it has come: one reckoning a zone and occurrence, for all its customers.
      const remembered = known.get(zone);
      if (remembered && remembered.from <= now && now < remembered.around.nextAt) {
        return { ...remembered.around, wallNow };
      }
      const around = aroundOf(days, { timeMs, zone, now, wallNow });
      if (known.size >= MOST_ZONES) known.clear();
      known.set(zone, { from: now, around });
      return { ...around, wallNow };
    },
    tell: ({ wall }) => ({ segment, date: dayOf(wall) }),
  };
}

const MOST_ZONES = 1_000;

function compileDate({
  trait,
  offset = '0d',
  at,
  timezone,
  repeat = 'never',
}: DateTrigger): CompiledCalendar {
  const zoneName = timezone ?? CUSTOMER_ZONE;
  const read = compilePath(trait);
  const offsetMs = parseDuration(offset) ?? 0;
  const timeMs = timeOfDayMs(at);
  return {
    key: keyOf(['date', trait, String(offsetMs), at, zoneName, repeat]),
    event: CALENDAR_EVENTS.date,
    segment: undefined,
    trait,
    readsZone: zoneName === CUSTOMER_ZONE,
    around: ({ traits, zone: own, now, workspaceZone }) => {
      const zone = chooseZone(zoneName, { timezone: own }, workspaceZone);
      const date = dayIn(read(traits), zone);
      if (date === undefined) return undefined;
      const wallNow = wallClockAt(now, zone);
      const days = repeat === 'yearly' ? yearly(date, offsetMs) : once(date + offsetMs);
      return { ...aroundOf(days, { timeMs, zone, now, wallNow }), wallNow };
    },
    tell: ({ wall }) => ({ trait, offset, date: dayOf(wall - offsetMs) }),
  };
}

/** The days on which something happens, as midnights in UTC. */
interface Days {
  readonly onOrAfter: (day: number) => number | undefined;
  readonly onOrBefore: (day: number) => number | undefined;
  readonly until?: Until;
}

const NO_DAYS: Days = { onOrAfter: () => undefined, onOrBefore: () => undefined };

function daysOf(rule: Recurrence): Days {
  return {
    onOrAfter: (day) => dayOnOrAfter(rule, day),
    onOrBefore: (day) => dayOnOrBefore(rule, day),
    ...(rule.until && { until: rule.until }),
  };
}

function once(only: number): Days {
  return {
    onOrAfter: (day) => (only >= day ? only : undefined),
    onOrBefore: (day) => (only <= day ? only : undefined),
  };
}

/** The date itself and its return every year after. */
function yearly(date: number, offsetMs: number): Days {
  const firstYear = new Date(date).getUTCFullYear();
  const inYear = (year: number) => returnOf(date, year) + offsetMs;
  const yearOf = (day: number) => new Date(day - offsetMs).getUTCFullYear();
  return {
    onOrAfter: (day) => {
      const year = Math.max(yearOf(day), firstYear);
      return inYear(year) >= day ? inYear(year) : inYear(year + 1);
    },
    onOrBefore: (day) => {
      const year = inYear(yearOf(day)) <= day ? yearOf(day) : yearOf(day) - 1;
      return year < firstYear ? undefined : inYear(year);
    },
  };
}

/** 29 February falls on the 28th in a common year, as it does for `anniversary-within`. */
function returnOf(date: number, year: number): number {
  const day = new Date(date);
  const at = Date.UTC(year, day.getUTCMonth(), day.getUTCDate());
  return new Date(at).getUTCMonth() === day.getUTCMonth() ? at : at - DAY_MS;
}

function aroundOf(
  days: Days,
  { timeMs, zone, now, wallNow }: { timeMs: number; zone: string; now: number; wallNow: number },
): Omit<Around, 'wallNow'> {
  const today = Math.floor(wallNow / DAY_MS) * DAY_MS;
  // A time that a change of the clock skips is made up the day after at the latest: both neighbours are looked at.
  let latest: Occurrence | undefined;
  for (let day = days.onOrBefore(today + DAY_MS); day !== undefined; day = days.onOrBefore(day - DAY_MS)) {
    const at = instantOfWallClock(day + timeMs, zone);
    if (at > now || isPast(days.until, { wall: day + timeMs, at })) continue;
    latest = { wall: day + timeMs, at };
    break;
  }
  for (let day = days.onOrAfter(today - DAY_MS); day !== undefined; day = days.onOrAfter(day + DAY_MS)) {
    const at = instantOfWallClock(day + timeMs, zone);
    if (isPast(days.until, { wall: day + timeMs, at })) break;
    if (at > now) return { latest, nextAt: at };
  }
  return { latest, nextAt: Infinity };
}

function isPast(until: Until | undefined, { wall, at }: Occurrence): boolean {
  if (!until) return false;
  return 'at' in until ? at > until.at : wall > until.wall;
}

/** The day that a trait names: a date, or that of an instant where the customer is. */
function dayIn(value: unknown, zone: string): number | undefined {
  if (typeof value !== 'string') return undefined;
  const date = parseDate(value);
  if (date !== undefined) return date;
  const instant = parseInstant(value);
  return instant === undefined ? undefined : Math.floor(wallClockAt(instant, zone) / DAY_MS) * DAY_MS;
}

function timeOfDayMs(at: string): number {
  const { hour, minute } = parseTimeOfDay(at) ?? { hour: 0, minute: 0 };
  return (hour * 60 + minute) * 60_000;
}

function dayOf(wall: number): string {
  return new Date(wall).toISOString().slice(0, 10);
}

function keyOf(parts: readonly (string | undefined)[]): string {
  return parts.map((part) => part ?? '').join('|');
}

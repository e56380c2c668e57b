import { IANAZone } from 'luxon';
import { offsetAt } from './zone-offsets.js';

const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;

/** Names of weekdays as definitions write them, Monday first. */
export const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;

/** A weekday as definitions write it. */
export type Weekday = (typeof WEEKDAYS)[number];

/** True for an IANA zone name that this runtime knows, such as `Europe/Paris` or `UTC`. */
export function isZone(name: string): boolean {
  // Intl also takes bare offsets on newer runtimes; a zone here is a name.
  return /^[A-Za-z]/.test(name) && IANAZone.isValidZone(name);
}

/** A time of day, on some weekdays or on every one. */
export interface TimeOfDay {
  readonly hour: number;
  readonly minute: number;
  /** ISO numbers, 1 for Monday; undefined for every day. */
  readonly weekdays?: ReadonlySet<number> | undefined;
}

/** Parses `HH:MM`; `undefined` for anything else. */
export function parseTimeOfDay(text: string): TimeOfDay | undefined {
  const match = /^([01]\d|2[0-3]):([0-5]\d)$/.exec(text);
  return match ? { hour: Number(match[1]), minute: Number(match[2]) } : undefined;
}

/**
 * The first instant strictly after `after` (both in milliseconds since the epoch) at which clocks of the zone show
 * the time of day on an allowed weekday. A time that a change of the clock skips gives the first instant after the
 * gap; a time that comes twice gives the earlier one.
 */
export function nextTimeOfDay(after: number, zoneName: string, time: TimeOfDay): number {
  const zone = IANAZone.create(zoneName);
  const today = startOfUtcDay(after + offsetAt(zone, after) * MINUTE_MS);
  // From yesterday, for a skipped evening that is made up after midnight; a week ahead reaches every weekday again.
  for (let day = -1; day <= 8; day++) {
    const date = today + day * DAY_MS;
    if (time.weekdays && !time.weekdays.has(isoWeekday(date))) continue;
    const at = instantOfLocal(date + (time.hour * 60 + time.minute) * MINUTE_MS, zone);
    if (at > after) return at;
  }
  return after + DAY_MS;
}

/** The instant of a date's midnight in a zone, moved by whole days of the zone's calendar; `date` is that midnight in UTC. */
export function startOfLocalDay(date: number, zoneName: string, days: number): number {
  return instantOfLocal(date + days * DAY_MS, IANAZone.create(zoneName));
}

/** What clocks of a zone show at an instant, in milliseconds as if it were UTC. */
export function wallClockAt(at: number, zoneName: string): number {
  return at + IANAZone.create(zoneName).offset(at) * MINUTE_MS;
}

/** The instant at which clocks of a zone show a time; see {@link nextTimeOfDay} for the changes of clocks. */
export function instantOfWallClock(wall: number, zoneName: string): number {
  return instantOfLocal(wall, IANAZone.create(zoneName));
}

/** The instant of a wall-clock time, given as if the wall clock showed UTC. */
function instantOfLocal(wall: number, zone: IANAZone): number {
  const before = offsetAt(zone, wall - DAY_MS) * MINUTE_MS;
  const after = offsetAt(zone, wall + DAY_MS) * MINUTE_MS;
  // The larger offset gives the earlier instant.
  for (const offset of [Math.max(before, after), Math.min(before, after)]) {
    if (offsetAt(zone, wall - offset) * MINUTE_MS === offset) return wall - offset;
  }
  return endOfGap(wall, zone);
}

function endOfGap(wall: number, zone: IANAZone): number {
  let low = wall - DAY_MS;
  let high = wall + DAY_MS;
  const offsetBefore = offsetAt(zone, low);
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (offsetAt(zone, middle) === offsetBefore) low = middle;
    else high = middle;
  }
  return high;
}

function startOfUtcDay(at: number): number {
  return Math.floor(at / DAY_MS) * DAY_MS;
}

function isoWeekday(utcDate: number): number {
  return new Date(utcDate).getUTCDay() || 7;
}

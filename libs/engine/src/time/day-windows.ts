import { IANAZone } from 'luxon';
import { offsetAt } from './zone-offsets.js';

const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;
/** Windows come again every week; a change of clocks may lengthen one. */
const FURTHEST_MS = 9 * DAY_MS;

/**
 * A part of the day by the clocks of a zone, in minutes since midnight: from `fromMinute` up to, and without, `toMinute`.
 * One that ends before it begins goes on after midnight.
 */
export interface DayWindow {
  readonly fromMinute: number;
  readonly toMinute: number;
  /** ISO numbers of the days on which it begins, 1 for Monday; undefined for every day. */
  readonly weekdays?: ReadonlySet<number> | undefined;
}

/** Whether clocks of the zone show, at an instant in milliseconds since the epoch, a time that one of the windows holds. */
export function isInWindows(windows: readonly DayWindow[], at: number, zoneName: string): boolean {
  return holdsWall(windows, wallAt(at, IANAZone.create(zoneName)));
}

/**
 * The first instant from `at` on that none of the windows holds; `undefined` where that never comes. What clocks show
 * decides: an hour that comes twice is in the window twice, and one that is skipped never.
 */
export function firstOutside(windows: readonly DayWindow[], at: number, zone: string): number | undefined {
  return first(windows, { at, zone, isInside: false });
}

/** The first instant from `at` on that one of the windows holds; `undefined` where that never comes. */
export function firstInside(windows: readonly DayWindow[], at: number, zone: string): number | undefined {
  return first(windows, { at, zone, isInside: true });
}

interface Search {
  readonly at: number;
  readonly zone: string;
  readonly isInside: boolean;
}

/** Goes from one edge of a window to the next; between two edges and two changes of clocks nothing can change. */
function first(windows: readonly DayWindow[], search: Search): number | undefined {
  const { at, isInside } = search;
  const zone = IANAZone.create(search.zone);
  for (let moment = at; moment <= at + FURTHEST_MS;) {
    const offset = offsetAt(zone, moment);
    const wall = moment + offset * MINUTE_MS;
    if (holdsWall(windows, wall) === isInside) return moment;
    const edge = moment + untilEdge(windows, wall);
    moment = offsetAt(zone, edge) === offset ? edge : changeOfClock(moment, edge, zone);
  }
  return undefined;
}

function wallAt(at: number, zone: IANAZone): number {
  return at + offsetAt(zone, at) * MINUTE_MS;
}

function holdsWall(windows: readonly DayWindow[], wall: number): boolean {
  const day = Math.floor(wall / DAY_MS);
  const ms = wall - day * DAY_MS;
  return windows.some(({ fromMinute, toMinute, weekdays }) => {
    const begins = (of: number) => weekdays === undefined || weekdays.has(isoWeekday(of));
    const isAfterStart = ms >= fromMinute * MINUTE_MS;
    const isBeforeEnd = ms < toMinute * MINUTE_MS;
    if (fromMinute < toMinute) return isAfterStart && isBeforeEnd && begins(day);
    return (isAfterStart && begins(day)) || (isBeforeEnd && begins(day - 1));
  });
}

/** Milliseconds to the next edge of a window, or to midnight, when the weekday changes. */
function untilEdge(windows: readonly DayWindow[], wall: number): number {
  const ms = wall - Math.floor(wall / DAY_MS) * DAY_MS;
  let ahead = DAY_MS - ms;
  for (const { fromMinute, toMinute } of windows) {
    for (const minute of [fromMinute, toMinute]) {
      const distance = minute * MINUTE_MS - ms;
      if (distance > 0 && distance < ahead) ahead = distance;
    }
  }
  return ahead;
}

/** The first instant after `from` at which the zone has another offset, which it has at `to`. */
function changeOfClock(from: number, to: number, zone: IANAZone): number {
  const before = zone.offset(from);
  let low = from;
  let high = to;
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (zone.offset(middle) === before) low = middle;
    else high = middle;
  }
  return high;
}

/** Of a day since the epoch, which was a Thursday. */
function isoWeekday(day: number): number {
  return ((((day + 3) % 7) + 7) % 7) + 1;
}

import type { IANAZone } from 'luxon';

const DAY_MS = 86_400_000;

/** A megabyte or two at the most: a zone's days of a hundred years, or a hundred zones' days of a year. */
const MOST_DAYS = 36_500;

const known = new Map<string, Map<number, number>>();
let days = 0;

/**
 * The offset of a zone from UTC, in minutes, at an instant in milliseconds since the epoch. Asking Intl takes tens of
 * microseconds, so the offsets at the beginnings of UTC days are kept: where a day begins and ends with the same one,
 * nothing changes in between (no zone has ever changed its clocks twice in a day).
 */
export function offsetAt(zone: IANAZone, at: number): number {
  const day = Math.floor(at / DAY_MS);
  const offset = offsetAtDayStart(zone, day);
  return offset === offsetAtDayStart(zone, day + 1) ? offset : zone.offset(at);
}

function offsetAtDayStart(zone: IANAZone, day: number): number {
  let ofZone = known.get(zone.name);
  const answer = ofZone?.get(day);
  if (answer !== undefined) return answer;
  if (days >= MOST_DAYS) {
    known.clear();
    days = 0;
    ofZone = undefined;
  }
  if (!ofZone) known.set(zone.name, (ofZone = new Map<number, number>()));
  const offset = zone.offset(day * DAY_MS);
  ofZone.set(day, offset);
  days += 1;
  return offset;
}

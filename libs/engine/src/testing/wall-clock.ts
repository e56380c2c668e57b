const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/** A stretch of time during which a zone's clock runs on without a jump. */
interface Stretch {
  readonly at: number;
  /** What the clock shows at `at`, as if it showed UTC. */
  readonly wall: number;
}

const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(zone: string): Intl.DateTimeFormat {
  const known = formats.get(zone);
  if (known) return known;
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  formats.set(zone, format);
  return format;
}

/** What the clocks of a zone show, as if they showed UTC: asked of Intl, which the product's arithmetic is held against. */
export function wallClock(at: number, zone: string): number {
  const shown: Record<string, number> = {};
  for (const { type, value } of formatOf(zone).formatToParts(at)) shown[type] = Number(value);
  const { year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0 } = shown;
  return Date.UTC(year, month - 1, day, hour, minute, second);
}

export interface WallSearch {
  readonly zone: string;
  /** Where the search begins; nothing at or before it counts. */
  readonly after: number;
  /** Midnights, as if in UTC, of the days that count. */
  readonly allows: (midnight: number) => boolean;
  /** From midnight. */
  readonly minuteOfDay: number;
  /** How far apart the clock is looked at; where it has jumped in between, minute by minute. */
  readonly grainMs: number;
}

/**
 * Looks for a time of day the slow way: the clock is watched from two days before on, grain by grain. A time counts when
 * it is shown for the first time, or when the clock jumps over it.
 */
export function watchFor({ zone, after, allows, minuteOfDay, grainMs }: WallSearch): number {
  let shownUntil = -Infinity;
  const begin = Math.floor((after - 2 * DAY_MS) / grainMs) * grainMs;
  let stepMs = grainMs;
  for (let at = begin; at < after + 20 * DAY_MS; at += stepMs) {
    const stretch: Stretch = { at, wall: wallClock(at, zone) };
    const isOnGrain = at % grainMs === 0;
    if (isOnGrain) stepMs = wallClock(at + grainMs, zone) - stretch.wall === grainMs ? grainMs : MINUTE_MS;
    const from = shownUntil === -Infinity ? stretch.wall : shownUntil;
    const until = Math.max(from, stretch.wall + stepMs);
    for (const wall of timesBetween(from, until, minuteOfDay)) {
      const moment = stretch.at + Math.max(0, wall - stretch.wall);
      if (moment > after && allows(Math.floor(wall / DAY_MS) * DAY_MS)) return moment;
    }
    shownUntil = until;
  }
  throw new Error(`nothing was found in ${zone} after ${String(after)}`);
}

function timesBetween(from: number, until: number, minuteOfDay: number): number[] {
  const times: number[] = [];
  for (let day = Math.floor(from / DAY_MS) * DAY_MS; day < until; day += DAY_MS) {
    const wall = day + minuteOfDay * MINUTE_MS;
    if (wall >= from && wall < until) times.push(wall);
  }
  return times;
}

const LOOK_MS = 5 * DAY_MS;

/** When the clocks of a zone jump, to the hour after it; two jumps within five days are one. */
export function jumpsOf(zone: string, from: number, to: number): number[] {
  const offsetAt = (at: number) => wallClock(at, zone) - at;
  const jumps: number[] = [];
  let before = offsetAt(from);
  for (let at = from; at < to; at += LOOK_MS) {
    const after = offsetAt(at + LOOK_MS);
    if (after === before) continue;
    let low = at;
    let high = at + LOOK_MS;
    while (high - low > HOUR_MS) {
      const middle = low + Math.floor((high - low) / 2 / HOUR_MS) * HOUR_MS;
      if (offsetAt(middle) === before) low = middle;
      else high = middle;
    }
    jumps.push(high);
    before = after;
  }
  return jumps;
}

import fc from 'fast-check';
import { formatInstant } from '@parcours/kernel';
import { type DayWindow, firstInside, firstOutside, isInWindows } from './day-windows.js';
import { wallClock } from '../testing/wall-clock.js';

const MINUTE = 60_000;
const DAY = 86_400_000;
const NIGHT: DayWindow = { fromMinute: 21 * 60, toMinute: 8 * 60 };

const outside = (windows: readonly DayWindow[], at: string, zone = 'Europe/Paris') =>
  formatInstant(firstOutside(windows, Date.parse(at), zone) ?? 0);

describe('windows of the day by the clocks of a zone (B6)', () => {
  it('end at their time, and begin on the days that they name', () => {
    expect(outside([NIGHT], '2026-03-02T22:30:00Z')).toBe('2026-03-03T07:00:00.000Z');
    expect(outside([NIGHT], '2026-03-02T12:00:00Z')).toBe('2026-03-02T12:00:00.000Z');
    const fridays = { ...NIGHT, weekdays: new Set([5]) };
    expect(outside([fridays], '2026-03-07T03:00:00Z')).toBe('2026-03-07T07:00:00.000Z');
    expect(outside([fridays], '2026-03-08T03:00:00Z')).toBe('2026-03-08T03:00:00.000Z');
  });

  it('go on to the end of the last of those that follow each other', () => {
    const noon = { fromMinute: 8 * 60, toMinute: 12 * 60 };
    expect(outside([NIGHT, noon], '2026-03-02T22:30:00Z')).toBe('2026-03-03T11:00:00.000Z');
  });

  it('end by the new clock in the night in which clocks change', () => {
    expect(outside([NIGHT], '2026-03-28T23:00:00Z')).toBe('2026-03-29T06:00:00.000Z');
    expect(outside([NIGHT], '2026-10-24T23:00:00Z')).toBe('2026-10-25T07:00:00.000Z');
    const small = { fromMinute: 60, toMinute: 150 };
    expect(outside([small], '2026-03-29T00:30:00Z')).toBe('2026-03-29T01:00:00.000Z');
    expect(outside([small], '2026-10-25T00:10:00Z')).toBe('2026-10-25T00:30:00.000Z');
    expect(outside([small], '2026-10-25T01:10:00Z')).toBe('2026-10-25T01:30:00.000Z');
  });

  it('are never over where they hold the whole week', () => {
    const all = [
      { fromMinute: 0, toMinute: 720 },
      { fromMinute: 720, toMinute: 0 },
    ];
    expect(firstOutside(all, 0, 'UTC')).toBeUndefined();
    expect(firstInside([{ ...NIGHT, weekdays: new Set() }], 0, 'UTC')).toBeUndefined();
  });

  const aWindow = fc
    .record({
      fromMinute: fc.integer({ min: 0, max: 1439 }),
      toMinute: fc.integer({ min: 0, max: 1439 }),
      days: fc.option(fc.subarray([1, 2, 3, 4, 5, 6, 7]), { nil: undefined }),
    })
    .filter(({ fromMinute, toMinute }) => fromMinute !== toMinute)
    .map(({ days, ...window }): DayWindow => ({ ...window, ...(days && { weekdays: new Set(days) }) }));
  const aMoment = fc.oneof(
    fc.integer({ min: Date.UTC(2025, 0, 1) / MINUTE, max: Date.UTC(2027, 0, 1) / MINUTE }),
    fc.integer({ min: -2_000, max: 600 }).map((minutes) => Date.UTC(2026, 2, 29) / MINUTE + minutes),
    fc.integer({ min: -2_000, max: 600 }).map((minutes) => Date.UTC(2026, 9, 25) / MINUTE + minutes),
  );
  const aZone = fc.constantFrom(
    'Europe/Paris',
    'UTC',
    'America/New_York',
    'Australia/Lord_Howe',
    'Asia/Gaza',
  );

  it('end at the minute at which somebody who watches the clock sees them end', () => {
    const property = fc.property(
      fc.array(aWindow, { minLength: 1, maxLength: 3 }),
      aMoment,
      aZone,
      (windows, minutes, zone) => {
        const at = minutes * MINUTE;
        let watched: number | undefined = at;
        while (watched !== undefined && watchedInside(windows, watched, zone)) {
          watched = watched > at + 9 * DAY ? undefined : watched + MINUTE;
        }
        expect(isInWindows(windows, at, zone)).toBe(watchedInside(windows, at, zone));
        expect(firstOutside(windows, at, zone)).toBe(watched);
      },
    );
    fc.assert(property, { numRuns: 150 });
  });
});

function watchedInside(windows: readonly DayWindow[], at: number, zone: string): boolean {
  const wall = new Date(wallClock(at, zone));
  const minute = wall.getUTCHours() * 60 + wall.getUTCMinutes();
  const today = wall.getUTCDay() || 7;
  const yesterday = today === 1 ? 7 : today - 1;
  return windows.some(({ fromMinute, toMinute, weekdays = new Set([1, 2, 3, 4, 5, 6, 7]) }) =>
    fromMinute < toMinute
      ? minute >= fromMinute && minute < toMinute && weekdays.has(today)
      : (minute >= fromMinute && weekdays.has(today)) || (minute < toMinute && weekdays.has(yesterday)),
  );
}

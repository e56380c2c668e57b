import * as fc from 'fast-check';

import { AHEAD_MAX_MS, AHEAD_REFUSED_MS, eventTime, SKEW_TOLERANCE_MS } from './event-time.rules.js';

const NOW = Date.UTC(2026, 5, 1, 12);
const HOUR = 3_600_000;

describe('the time of an event', () => {
  it('is now, when its sender does not say', () => {
    expect(eventTime({ at: undefined }, NOW)).toBe(NOW);
    expect(eventTime({ at: undefined, sentAt: NOW - HOUR }, NOW)).toBe(NOW);
  });

  it('is what its sender says, however late it comes', () => {
    expect(eventTime({ at: NOW - 9_000 * HOUR }, NOW)).toBe(NOW - 9_000 * HOUR);
    expect(eventTime({ at: NOW - 9_000 * HOUR, sentAt: NOW - 200 }, NOW)).toBe(NOW - 9_000 * HOUR);
  });

  it.each([
    ['slow', -2 * HOUR],
    ['fast', 3 * HOUR],
    ['far in the future', 8_000 * 24 * HOUR],
  ])('is corrected when the clock of its sender is %s', (_what, skew) => {
    expect(eventTime({ at: NOW - HOUR + skew, sentAt: NOW + skew }, NOW)).toBe(NOW - HOUR);
  });

  it('is not corrected by the time that a request takes', () => {
    expect(eventTime({ at: NOW - HOUR, sentAt: NOW - SKEW_TOLERANCE_MS }, NOW)).toBe(NOW - HOUR);
    expect(eventTime({ at: NOW - HOUR, sentAt: NOW - SKEW_TOLERANCE_MS - 1 }, NOW)).not.toBe(NOW - HOUR);
  });

  it.each([
    ['a little ahead', AHEAD_MAX_MS, NOW + AHEAD_MAX_MS],
    ['too far ahead', AHEAD_MAX_MS + 1, NOW],
    ['as far ahead as can be', AHEAD_REFUSED_MS, NOW],
    ['a day ahead', AHEAD_REFUSED_MS + 1, undefined],
  ])('that is %s', (_what, ahead, at) => {
    expect(eventTime({ at: NOW + ahead }, NOW)).toBe(at);
  });

  it.each([
    ['of the year 0', Date.parse('0000-01-01T00:00:00Z')],
    ['of the last century', Date.UTC(1999, 11, 31)],
    ['of the year 9999', Date.UTC(9999, 11, 31)],
  ])('%s is none', (_what, at) => {
    expect(eventTime({ at }, NOW)).toBeUndefined();
  });

  it('is never far ahead of now, and keeps the order of one request, whatever clock its sender has', () => {
    const time = fc.integer({ min: Date.UTC(1990, 0, 1), max: Date.UTC(2100, 0, 1) });
    fc.assert(
      fc.property(time, time, time, (first, second, sentAt) => {
        const [a, b] = [first, second].map((at) => eventTime({ at, sentAt }, NOW));
        for (const at of [a, b]) expect((at ?? 0) <= NOW + AHEAD_MAX_MS).toBe(true);
        const isSettled = (at: number | undefined) => at !== undefined && at !== NOW;
        if (isSettled(a) && isSettled(b))
          expect(Math.sign((a ?? 0) - (b ?? 0))).toBe(Math.sign(first - second));
      }),
    );
  });
});

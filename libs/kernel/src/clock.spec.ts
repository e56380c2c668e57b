import { formatInstant, ManualClock, parseInstant, SystemClock } from './clock.js';

describe('an instant', () => {
  it.each([
    ['2026-03-02T08:00:00Z', Date.UTC(2026, 2, 2, 8)],
    ['2026-03-02T08:00:00.250+02:00', Date.UTC(2026, 2, 2, 6, 0, 0, 250)],
    ['2026-03-02t08:00:00z', Date.UTC(2026, 2, 2, 8)],
  ])('%s is read', (text, at) => {
    expect(parseInstant(text)).toBe(at);
  });

  it.each(['2026-03-02', '2026-03-02T08:00:00', 'now', '2026-13-02T08:00:00Z', '02/03/2026'])(
    '%s is none',
    (text) => {
      expect(parseInstant(text)).toBeUndefined();
    },
  );

  it('is written in UTC with milliseconds', () => {
    expect(formatInstant(Date.UTC(2026, 2, 2, 8))).toBe('2026-03-02T08:00:00.000Z');
  });
});

describe('a clock', () => {
  it('of the machine tells its time', () => {
    expect(Math.abs(new SystemClock().now() - Date.now())).toBeLessThan(1_000);
  });

  it('of a test stands still until told otherwise', () => {
    const clock = new ManualClock(5);
    clock.advance(10);
    expect(clock.now()).toBe(15);
    clock.set(3);
    expect(clock.now()).toBe(3);
  });
});

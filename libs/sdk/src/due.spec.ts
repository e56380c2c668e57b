import { DUE_PATTERN, dueAt } from './due.js';

const NOON = Date.parse('2026-03-05T12:00:00Z');

describe('when something is due (E2)', () => {
  it.each([
    ['30m', '2026-03-05T12:30:00Z'],
    ['4h', '2026-03-05T16:00:00Z'],
    ['1d', '2026-03-06T12:00:00Z'],
    ['2w', '2026-03-19T12:00:00Z'],
    ['2026-03-07', '2026-03-07T23:59:59Z'],
    ['2026-03-07T08:00:00+02:00', '2026-03-07T06:00:00Z'],
  ])('is said by %s', (due, at) => {
    expect(new RegExp(DUE_PATTERN).test(due)).toBe(true);
    expect(dueAt(due, NOON)).toBe(Date.parse(at));
  });

  it.each(['tomorrow', '1y', '2026-3-7', ''])('is not said by "%s"', (due) => {
    expect(new RegExp(DUE_PATTERN).test(due)).toBe(false);
    expect(dueAt(due, NOON)).toBeUndefined();
  });

  it('is not said by what only looks like a time', () => {
    expect(dueAt('2026-03-07Tnever', NOON)).toBeUndefined();
  });
});

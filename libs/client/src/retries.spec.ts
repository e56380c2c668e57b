import { secondsOf } from './parcours-problem.js';
import { waitOf } from './retries.js';

describe('the wait before another try', () => {
  it('is twice as long each time, unless the API asks for another', () => {
    expect([1, 2, 3].map((attempt) => waitOf(attempt, undefined, 0))).toEqual([250, 500, 1_000]);
    expect(waitOf(1, 7, 0)).toBe(7_000);
  });

  it('differs from one caller to the next, and has an end', () => {
    expect(waitOf(1, 2, 0.5)).toBe(2_125);
    expect(waitOf(30, undefined, 0)).toBe(60_000);
  });
});

it.each([
  [null, undefined],
  ['', undefined],
  ['12', 12],
  ['Mon, 02 Mar 2026 08:00:05 GMT', 5],
  ['Mon, 02 Mar 2026 07:00:00 GMT', 0],
  ['soon', undefined],
])('Retry-After %j is %j seconds', (header, seconds) => {
  expect(secondsOf(header, Date.UTC(2026, 2, 2, 8))).toBe(seconds);
});

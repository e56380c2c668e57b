import fc from 'fast-check';

import { giveTurns, type IntakeWindow } from './intake.rules.js';

const FRESH: IntakeWindow = { windowStart: 0, used: 0 };
const HOUR = 3_600_000;

describe('turns of a journey with a limit (B4)', () => {
  it('are given out window by window', () => {
    const first = giveTurns(FRESH, { max: 2, perMs: HOUR, now: 10 * HOUR, count: 3 });
    expect(first.turns).toEqual([10 * HOUR, 10 * HOUR, 11 * HOUR]);
    const second = giveTurns(first.window, { max: 2, perMs: HOUR, now: 10 * HOUR + 5, count: 2 });
    expect(second.turns).toEqual([11 * HOUR, 12 * HOUR]);
    const later = giveTurns(second.window, { max: 2, perMs: HOUR, now: 20 * HOUR, count: 1 });
    expect(later.turns).toEqual([20 * HOUR]);
  });

  it('are never more than the limit a window, and come in order', () => {
    const batches = fc.array(fc.record({ pauseMs: fc.nat(3 * HOUR), count: fc.nat(9) }), { maxLength: 20 });
    fc.assert(
      fc.property(batches, fc.integer({ min: 1, max: 5 }), (list, max) => {
        let window = FRESH;
        let now = 100 * HOUR;
        const turns: number[] = [];
        for (const { pauseMs, count } of list) {
          now += pauseMs;
          const given = giveTurns(window, { max, perMs: HOUR, now, count });
          window = given.window;
          turns.push(...given.turns);
        }
        expect(turns).toEqual([...turns].sort((a, b) => a - b));
        turns.forEach((turn, index) => {
          const before = turns[index - 2 * max];
          // Windows lie side by side: twice the limit is the most that fits across the seam of two.
          if (before !== undefined) expect(turn - before).toBeGreaterThanOrEqual(1);
        });
      }),
    );
  });
});

import { drawRate, randomFrom } from './thompson.js';

const drawsOf = (count: { shown: number; succeeded: number }, many = 4_000) => {
  const random = randomFrom(0.42);
  return Array.from({ length: many }, () => drawRate(count, random));
};
const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

describe('a draw of how well something works', () => {
  it.each([
    [{ shown: 0, succeeded: 0 }, 1 / 2, 1 / 12],
    [{ shown: 10, succeeded: 2 }, 3 / 12, (3 * 9) / (144 * 13)],
    [{ shown: 1_000, succeeded: 300 }, 301 / 1_002, (301 * 701) / (1_002 ** 2 * 1_003)],
  ])('of %j has the mean and the variance of the beta distribution', (count, expected, variance) => {
    const draws = drawsOf(count);
    expect(Math.abs(mean(draws) - expected)).toBeLessThan(5 * Math.sqrt(variance / draws.length));
    const seen = mean(draws.map((draw) => (draw - expected) ** 2));
    expect(seen / variance).toBeGreaterThan(0.85);
    expect(seen / variance).toBeLessThan(1.15);
  });

  it('is the same for the same seed, and stays within 0 and 1 whatever is counted', () => {
    const once = (seed: number) => drawRate({ shown: 3, succeeded: 1 }, randomFrom(seed));
    expect(once(0.1)).toBe(once(0.1));
    expect(once(0.1)).not.toBe(once(0.2));
    for (const draw of drawsOf({ shown: 1, succeeded: 5 }, 50)) {
      expect(draw).toBeGreaterThan(0);
      expect(draw).toBeLessThan(1);
    }
  });
});

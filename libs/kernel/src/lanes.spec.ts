import { laneOf, stableHash } from './lanes.js';

describe('the lane of a customer', () => {
  it('never changes: rows on disk carry it', () => {
    expect(['', 'c-1', 'ada@example.com', '🦊'].map((id) => laneOf(id, 16))).toEqual([11, 9, 13, 10]);
  });

  it.each([
    ['numbers', (at: number) => String(at)],
    ['numbers with a prefix', (at: number) => `customer-${String(at).padStart(9, '0')}`],
    ['multiples of the number of lanes', (at: number) => String(at * 16)],
  ])('spreads %s evenly', (_kind, idOf) => {
    const counts = new Array<number>(16).fill(0);
    for (let at = 0; at < 16_000; at++) {
      const lane = laneOf(idOf(at), 16);
      counts[lane] = (counts[lane] ?? 0) + 1;
    }
    expect(Math.min(...counts)).toBeGreaterThan(850);
    expect(Math.max(...counts)).toBeLessThan(1_150);
  });

  it('hashes to an unsigned 32-bit number', () => {
    const hashes = Array.from({ length: 1_000 }, (_, at) => stableHash(`x${String(at)}`));
    expect(Math.min(...hashes)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...hashes)).toBeLessThan(2 ** 32);
    expect(new Set(hashes).size).toBe(1_000);
  });
});

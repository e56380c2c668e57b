import { paceLine, sizeOf, timeOf } from './pace.js';

describe('how far something is', () => {
  it.each([
    [0, '0 s'],
    [0.2, '1 s'],
    [89, '89 s'],
    [90, '2 min'],
    [3_560, '59 min'],
    [3_599, '1 h 0 min'],
    [4_800, '1 h 20 min'],
  ])('says %d seconds as %s', (seconds, text) => {
    expect(timeOf(seconds)).toBe(text);
  });

  it.each([
    [0, '0 B'],
    [999, '999 B'],
    [1_000, '1.0 kB'],
    [3_440_000, '3.4 MB'],
    [7e15, '7000.0 TB'],
  ])('says %d bytes as %s', (bytes, text) => {
    expect(sizeOf(bytes)).toBe(text);
  });

  it('says what is known, and nothing of what is not', () => {
    const known = { what: 'Import 7', done: '2 of 9 rows', rate: '40 rows/s', secondsLeft: 8 };
    expect(paceLine(known)).toBe('Import 7: 2 of 9 rows, 40 rows/s, 8 s left');
    expect(paceLine({ ...known, rate: undefined, secondsLeft: undefined })).toBe('Import 7: 2 of 9 rows');
  });
});

import { formatDuration, parseDuration } from './durations.js';

describe('a duration', () => {
  it.each([
    ['30s', 30_000],
    ['15m', 900_000],
    ['36h', 129_600_000],
    ['2d', 172_800_000],
    ['1w', 604_800_000],
    ['-30d', -2_592_000_000],
    ['+5m', 300_000],
  ])('%s is %d ms', (text, ms) => {
    expect(parseDuration(text)).toBe(ms);
  });

  it.each(['', '5', 'm', '1.5h', '5 m', '1y', '--1d', '1d2h', '1234567890s', '５m'])('%p is none', (text) => {
    expect(parseDuration(text)).toBeUndefined();
  });

  it.each([
    [172_800_000, '2d'],
    [604_800_000, '1w'],
    [90_000, '90s'],
    [5_400_000, '90m'],
    [-3_600_000, '-1h'],
    [0, '0s'],
  ])('of %d ms is written %s', (ms, text) => {
    expect(formatDuration(ms)).toBe(text);
  });
});

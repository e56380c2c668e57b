import { describeDuration, formatDuration, parseDuration } from './durations.js';

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
describe('a duration in words', () => {
  it.each([
    ['1s', '1 second', '1 seconde'],
    ['30s', '30 seconds', '30 secondes'],
    ['15m', '15 minutes', '15 minutes'],
    ['36h', '36 hours', '36 heures'],
    ['1d', '1 day', '1 jour'],
    ['2d', '2 days', '2 jours'],
    ['1w', '1 week', '1 semaine'],
    ['0d', '0 days', '0 jour'],
    ['-30d', '30 days', '30 jours'],
    ['+26w', '26 weeks', '26 semaines'],
    ['soon', 'soon', 'soon'],
  ])('of %s is %s, in French %s', (text, english, french) => {
    expect(describeDuration(text, 'en')).toBe(english);
    expect(describeDuration(text, 'fr')).toBe(french);
  });
});

import { CADENCE_PATTERN, nextDueAt } from './cadence.rules.js';

const at = (text: string) => Date.parse(text);
const next = (from: string, cadence: string, zone = 'UTC') => {
  const due = nextDueAt(at(from), cadence, zone);
  return due === undefined ? undefined : new Date(due).toISOString();
};

describe('the next review', () => {
  it('comes by the calendar', () => {
    expect(next('2030-01-31T08:00:00Z', 'P1M')).toBe('2030-02-28T08:00:00.000Z');
    expect(next('2030-03-02T08:00:00Z', 'P3M')).toBe('2030-06-02T08:00:00.000Z');
    expect(next('2028-02-29T08:00:00Z', 'P1Y')).toBe('2029-02-28T08:00:00.000Z');
    expect(next('2030-03-02T08:00:00Z', 'P2W')).toBe('2030-03-16T08:00:00.000Z');
  });

  it('comes at the same time of day, whatever the clocks do', () => {
    expect(next('2030-03-01T08:00:00Z', 'P1M', 'Europe/Paris')).toBe('2030-04-01T07:00:00.000Z');
  });

  it.each(['P0D', 'P0M', 'P11Y', 'P99Y', 'P9999D'])('is not planned by %s', (cadence) => {
    expect(next('2030-03-02T08:00:00Z', cadence)).toBeUndefined();
  });

  it.each(['P1D', 'P10Y', 'P1Y6M', 'P1M1W1D'])('is planned by %s', (cadence) => {
    expect(cadence).toMatch(new RegExp(CADENCE_PATTERN));
    expect(next('2030-03-02T08:00:00Z', cadence)).toBeDefined();
  });

  it.each(['', 'P', '1M', 'PT1H', 'P1DT1H', 'P1.5M', '-P1M', 'P1D1M', 'monthly'])(
    'is not written %p',
    (text) => {
      expect(text).not.toMatch(new RegExp(CADENCE_PATTERN));
    },
  );
});

import { DAY, HOUR, NOW, Traveller } from '../testing/journeys.js';
import type { WaitStep } from './wait.js';

const waits = (over: Omit<WaitStep, 'type' | 'next'>, customer = {}) =>
  new Traveller(
    { steps: { rest: { type: 'wait', next: 'end', ...over }, end: { type: 'exit' } } },
    { customer, timezone: 'Europe/Paris' },
  );

describe('a wait step', () => {
  it('rests for its duration and then goes on', () => {
    const traveller = waits({ for: '2d' });
    expect(traveller.state.dueAt).toBe(NOW + 2 * DAY);

    traveller.due(NOW + 2 * DAY);

    expect(traveller.codes).toEqual(['rest elapsed', 'end ended']);
  });

  it('ignores a wake-up before its time', () => {
    expect(waits({ for: '2d' }).due(NOW + 2 * DAY - 1)).toBe(false);
  });

  it('does not rest for nothing', () => {
    expect(waits({ for: '0s' }).codes).toEqual(['rest elapsed', 'end ended']);
  });

  it.each([
    ['the customer’s zone', { time: '10:00' }, { timezone: 'America/New_York' }, '2026-03-02T15:00:00Z'],
    ['the workspace’s zone for a customer without one', { time: '10:00' }, {}, '2026-03-02T09:00:00Z'],
    [
      'the workspace’s zone for a customer with a wrong one',
      { time: '10:00' },
      { timezone: 'Mars/Base' },
      '2026-03-02T09:00:00Z',
    ],
    [
      'the zone that it names',
      { time: '10:00', timezone: 'Asia/Tokyo' },
      { timezone: 'America/New_York' },
      '2026-03-03T01:00:00Z',
    ],
    ['an allowed weekday', { time: '10:00', weekdays: ['thu', 'sun'] }, {}, '2026-03-05T09:00:00Z'],
  ] as const)('rests until a time of day in %s', (_name, until, customer, due) => {
    expect(waits({ until }, customer).state.dueAt).toBe(Date.parse(due));
  });

  it('gives customers of different zones their own time though the step is shared', () => {
    const step = { until: { time: '10:00' } };

    expect([
      waits(step, { timezone: 'Asia/Tokyo' }).state.dueAt,
      waits(step, { timezone: 'UTC' }).state.dueAt,
    ]).toEqual([Date.parse('2026-03-03T01:00:00Z'), Date.parse('2026-03-02T10:00:00Z')]);
  });

  it.each([
    ['an instant', '2026-04-01T12:00:00Z', '-1d', '2026-03-31T12:00:00Z'],
    ['a date, midnight in the zone', '2026-03-20', '+0s', '2026-03-19T23:00:00Z'],
    ['a date, by calendar days across a change of the clock', '2026-04-01', '-7d', '2026-03-24T23:00:00Z'],
    ['a date, with hours', '2026-03-20', '9h', '2026-03-20T08:00:00Z'],
  ])('rests until %s in a trait', (_name, renewal, offset, due) => {
    const traveller = waits({ until: { trait: 'renewal', offset } }, { traits: { renewal } });

    expect(traveller.state.dueAt).toBe(Date.parse(due));
  });

  it('goes on at once when the date has gone by', () => {
    const { passage } = waits(
      { until: { trait: 'renewal', offset: '-30d' } },
      { traits: { renewal: '2026-03-03T00:00:00Z' } },
    );

    expect(passage.records[0]).toMatchObject({
      code: 'past',
      detail: { until: '2026-02-01T00:00:00.000Z', next: 'end' },
    });
  });

  it.each([[undefined], [null], [5], ['soon']])('goes on at once when the trait is %j', (renewal) => {
    expect(waits({ until: { trait: 'renewal' } }, { traits: { renewal } }).codes[0]).toBe('rest no-date');
  });

  it('keeps the longest wait within the range of dates', () => {
    expect(waits({ for: '999999999w' }).state.dueAt).toBe(8.64e15);
  });

  it('takes no notice of events', () => {
    expect(waits({ for: '1h' }).event('order.created', {}, NOW + HOUR)).toBe(false);
  });
});

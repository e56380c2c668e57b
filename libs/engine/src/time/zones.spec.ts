import { chooseZone } from './zone-choice.js';
import { isZone, nextTimeOfDay, parseTimeOfDay, startOfLocalDay } from './zones.js';

const at = (text: string) => Date.parse(text);
const iso = (ms: number) => new Date(ms).toISOString().slice(0, 16);

describe('the next time of day', () => {
  it.each([
    ['later today', '2026-06-01T06:00Z', 'Europe/Paris', [10, 0], '2026-06-01T08:00'],
    ['strictly later', '2026-06-01T08:00Z', 'Europe/Paris', [10, 0], '2026-06-02T08:00'],
    [
      'the end of the gap for a time that is skipped',
      '2026-03-28T12:00Z',
      'Europe/Paris',
      [2, 30],
      '2026-03-29T01:00',
    ],
    ['the earlier of two', '2026-10-24T12:00Z', 'Europe/Paris', [2, 30], '2026-10-25T00:30'],
    [
      'tomorrow once the earlier of two is over',
      '2026-10-25T00:45Z',
      'Europe/Paris',
      [2, 30],
      '2026-10-26T01:30',
    ],
    [
      'midnight that a change of the clock skips',
      '2022-09-10T12:00Z',
      'America/Santiago',
      [0, 0],
      '2022-09-11T04:00',
    ],
    ['a day that a zone skipped whole', '2011-12-30T00:00Z', 'Pacific/Apia', [10, 0], '2011-12-30T10:00'],
    ['a change of half an hour', '2026-10-03T12:00Z', 'Australia/Lord_Howe', [2, 15], '2026-10-03T15:30'],
  ])('is %s', (_name, after, zone, [hour = 0, minute = 0], expected) => {
    expect(iso(nextTimeOfDay(at(after.replace('Z', ':00Z')), zone, { hour, minute }))).toBe(expected);
  });

  it('falls on an allowed weekday, a week later if need be', () => {
    const monday = { hour: 8, minute: 0, weekdays: new Set([1]) };

    expect(iso(nextTimeOfDay(at('2026-03-02T08:00:00Z'), 'UTC', monday))).toBe('2026-03-09T08:00');
  });
});

describe('zones', () => {
  it('are IANA names', () => {
    expect(['Europe/Paris', 'UTC', 'Mars/Base', '+02:00', ''].map(isZone)).toEqual([
      true,
      true,
      false,
      false,
      false,
    ]);
  });

  it.each([
    ['customer', 'Asia/Tokyo', 'Europe/Paris', 'Asia/Tokyo'],
    ['customer', undefined, 'Europe/Paris', 'Europe/Paris'],
    ['customer', 'Mars/Base', 'Europe/Paris', 'Europe/Paris'],
    ['America/Lima', 'Asia/Tokyo', 'Europe/Paris', 'America/Lima'],
    ['Mars/Base', 'Asia/Tokyo', 'Europe/Paris', 'Europe/Paris'],
    ['customer', undefined, 'nowhere', 'UTC'],
  ])(
    'named %s for a customer in %s and a workspace in %s come out as %s',
    (named, timezone, workspace, zone) => {
      expect(chooseZone(named, { timezone }, workspace)).toBe(zone);
    },
  );

  it('have days that begin at their own midnight', () => {
    expect(iso(startOfLocalDay(at('2026-03-30T00:00:00Z'), 'Europe/Paris', -1))).toBe('2026-03-28T23:00');
  });

  it.each([
    ['09:05', { hour: 9, minute: 5 }],
    ['24:00', undefined],
    ['9:00', undefined],
  ])('have times of day: %s', (text, time) => {
    expect(parseTimeOfDay(text)).toEqual(time);
  });
});

import fc from 'fast-check';
import { IANAZone } from 'luxon';
import { offsetAt } from './zone-offsets.js';

const ZONES = [
  'Europe/Paris',
  'America/New_York',
  'Australia/Lord_Howe',
  'Asia/Kathmandu',
  'Africa/Casablanca',
  'UTC',
];
const QUARTER_MS = 900_000;

describe('offsetAt (F8)', () => {
  it('is what Intl says, at any instant of any zone', () => {
    const instants = fc.integer({ min: Date.UTC(1971, 0), max: Date.UTC(2037, 0) });
    fc.assert(
      fc.property(fc.constantFrom(...ZONES), instants, (name, at) => {
        const zone = IANAZone.create(name);
        return offsetAt(zone, at) === zone.offset(at);
      }),
    );
  });

  it.each(ZONES)('is what Intl says on the days around the changes of clocks in %s', (name) => {
    const zone = IANAZone.create(name);
    const wrong: string[] = [];
    for (const month of [2, 3, 9, 10]) {
      const end = Date.UTC(2026, month + 1);
      for (let at = Date.UTC(2026, month); at < end; at += 4 * QUARTER_MS) {
        if (offsetAt(zone, at) !== zone.offset(at)) wrong.push(new Date(at).toISOString());
      }
    }
    expect(wrong).toEqual([]);
  });
});

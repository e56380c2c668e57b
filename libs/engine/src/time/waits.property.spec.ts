import fc from 'fast-check';
import { formatInstant } from '@parcours/kernel';
import { aDefinition, HOUR, DAY, Traveller } from '../testing/journeys.js';
import { jumpsOf, wallClock, watchFor } from '../testing/wall-clock.js';
import { compileJourney } from '../definition/compile.js';
import { simulate } from '../simulation/simulator.js';
import type { WaitStep } from '../steps/wait.js';
import type { Until } from '../steps/wait-until.js';
import { WEEKDAYS } from './zones.js';

/** TEST_LONG asks for more runs, and looks at clocks minute by minute. */
const LONG = Number(process.env['TEST_LONG'] ?? '1');
const GRAIN = LONG > 1 ? 60_000 : 900_000;
const FROM = Date.UTC(2018, 0, 1);
const TO = Date.UTC(2028, 0, 1);
const ZONES = Intl.supportedValuesOf('timeZone');
/** They move their clocks by half an hour, by two, at midnight, on other days than before, or have changed for good. */
const RESTLESS = [
  'Africa/Cairo',
  'Africa/Casablanca',
  'Africa/Sao_Tome',
  'America/Asuncion',
  'America/Nuuk',
  'America/Santiago',
  'America/Scoresbysund',
  'Antarctica/Casey',
  'Antarctica/Troll',
  'Asia/Amman',
  'Asia/Beirut',
  'Asia/Gaza',
  'Asia/Pyongyang',
  'Asia/Tehran',
  'Australia/Lord_Howe',
  'Europe/Volgograd',
  'Pacific/Apia',
];
/** Whether a clock on the wall shows a minute of the day. */
const isTime = (minutes: number) => (clock: number) => Math.floor(clock / 60_000) % 1_440 === minutes;
const runs = (count: number) => ({ numRuns: count * LONG });

const aZone = fc.oneof(fc.constantFrom(...ZONES), fc.constantFrom(...RESTLESS));
const jumps = new Map<string, readonly number[]>();

function jumpsIn(zone: string): readonly number[] {
  const known = jumps.get(zone) ?? jumpsOf(zone, FROM, TO);
  jumps.set(zone, known);
  return known;
}

/** A zone and a moment there: in half of the cases within two days of a change of its clocks. */
const aPlace = aZone.chain((zone) => {
  const anywhere = fc.integer({ min: FROM, max: TO });
  const changes = jumpsIn(zone);
  if (changes.length === 0) return fc.record({ zone: fc.constant(zone), at: anywhere });
  const close = fc
    .tuple(fc.constantFrom(...changes), fc.integer({ min: -48 * 60, max: 3 * 60 }))
    .map(([jump, minutes]) => jump + minutes * 60_000);
  return fc.record({ zone: fc.constant(zone), at: fc.oneof(anywhere, close) });
});
const aTime = fc.oneof(fc.integer({ min: 0, max: 1_439 }), fc.integer({ min: 0, max: 240 }));
const someDays = fc.oneof(
  fc.constant([...WEEKDAYS]),
  fc.subarray([...WEEKDAYS], { minLength: 1 }),
  fc.constantFrom(...WEEKDAYS).map((day) => [day]),
);

const timeOf = (minutes: number) =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
const dayOf = (midnight: number) => WEEKDAYS[(new Date(midnight).getUTCDay() + 6) % 7];
const dateOf = (midnight: number) => new Date(midnight).toISOString().slice(0, 10);

function aWaiter(until: Until, options: ConstructorParameters<typeof Traveller>[1] & { at: number }) {
  const wait: WaitStep = { type: 'wait', until, next: 'end' };
  return new Traveller({ steps: { wait, end: { type: 'exit' } } }, options);
}

describe('a wait until a time of day, in every zone over ten years (B2)', () => {
  it('ends when the clock first shows it or jumps over it, not before and not twice', () => {
    const property = fc.property(aPlace, aTime, someDays, ({ zone, at }, minutes, weekdays) => {
      const until = { time: timeOf(minutes), weekdays, timezone: zone };
      const traveller = aWaiter(until, { at });
      const expected = watchFor({
        zone,
        after: at,
        minuteOfDay: minutes,
        allows: (midnight) => weekdays.some((day) => day === dayOf(midnight)),
        grainMs: GRAIN,
      });

      expect(formatInstant(traveller.state.dueAt ?? 0)).toBe(formatInstant(expected));
      expect(traveller.due(expected - 1)).toBe(false);
      expect(traveller.due(expected)).toBe(true);
      expect(traveller.state).toMatchObject({ status: 'ended', endedAt: expected });
      expect(traveller.due(expected)).toBe(false);
    });
    fc.assert(property, runs(400));
  });

  it('comes once on every day that has it, month after month', () => {
    const property = fc.property(aPlace, aTime, ({ zone, at }, minutes) => {
      const steps = {
        wait: { type: 'wait', until: { time: timeOf(minutes) }, next: 'tick' },
        tick: { type: 'message', template: 'tick', next: 'wait' },
      } as const;
      const { happenings } = simulate({
        journey: compileJourney(aDefinition({ steps })),
        journeyKey: 'j',
        decideMessage: () => ({ send: true, channel: 'email' }),
        customer: { id: 'c', traits: {}, timezone: zone, locale: undefined },
        timezone: 'UTC',
        stimuli: [{ type: 'event', at, event: 'account.created', properties: {} }],
        until: at + 40 * DAY,
      });
      const came = happenings.flatMap((happening) => (happening.type === 'sends' ? [happening.at] : []));

      const expected: number[] = [];
      for (let after = at; ; after = expected.at(-1) ?? 0) {
        const next = watchFor({
          zone,
          after,
          minuteOfDay: minutes,
          allows: () => true,
          grainMs: GRAIN,
        });
        if (next > at + 40 * DAY) break;
        expected.push(next);
      }
      expect(came.map(formatInstant)).toEqual(expected.map(formatInstant));
      // Where the clock leaps over the time into the next day, as in Pyongyang in 2018, that day begins with it.
      const onTheDot = came.map((moment) => wallClock(moment, zone)).filter(isTime(minutes));
      expect(new Set(onTheDot.map((clock) => Math.floor(clock / DAY))).size).toBe(onTheDot.length);
      expect(came.length - onTheDot.length).toBeLessThanOrEqual(1);
    });
    fc.assert(property, runs(5));
  });

  it('is the same whoever asked before', () => {
    const property = fc.property(
      fc.array(aPlace, { minLength: 2, maxLength: 8 }),
      aTime,
      (places, minutes) => {
        const [first] = places;
        const visits = places
          .map(({ at }) => ({ at, zone: first?.zone ?? 'UTC' }))
          .flatMap(({ at, zone }) => [
            { at, zone },
            { at: at + HOUR, zone },
            { at, zone },
          ]);
        const wait: WaitStep = { type: 'wait', until: { time: timeOf(minutes) }, next: 'end' };
        const journey = compileJourney(aDefinition({ steps: { wait, end: { type: 'exit' } } }));
        for (const { at, zone } of visits) {
          const { enrollments } = simulate({
            journey,
            journeyKey: 'j',
            decideMessage: () => ({ send: true, channel: 'email' }),
            customer: { id: 'c', traits: {}, timezone: zone, locale: undefined },
            timezone: 'UTC',
            stimuli: [{ type: 'event', at, event: 'account.created', properties: {} }],
            until: at,
          });
          const alone = aWaiter({ time: timeOf(minutes), timezone: zone }, { at });
          expect(enrollments[0]?.dueAt).toBe(alone.state.dueAt);
        }
      },
    );
    fc.assert(property, runs(25));
  });
});

describe('a wait until the date of a trait, in every zone over ten years (B2)', () => {
  /** First and last days of months and 29 February among them, and the days on which clocks change. */
  const aDate = fc.oneof(
    aPlace.map(({ zone, at }) => ({ zone, date: Math.floor(wallClock(at, zone) / DAY) * DAY })),
    fc
      .tuple(aZone, fc.integer({ min: 2018, max: 2027 }), fc.integer({ min: 1, max: 12 }))
      .map(([zone, year, month]) => ({ zone, date: Date.UTC(year, month, 0) })),
    fc
      .tuple(aZone, fc.constantFrom(2020, 2024))
      .map(([zone, year]) => ({ zone, date: Date.UTC(year, 1, 29) })),
  );
  const anOffset = fc
    .tuple(fc.integer({ min: -400, max: 400 }), fc.constantFrom('d', 'w', 'h', 'm'))
    .map(([count, unit]) => ({ count: unit === 'w' ? Math.trunc(count / 7) : count, unit }));

  it('ends at that midnight of the customer, days in the calendar and hours by the clock', () => {
    const property = fc.property(aDate, anOffset, ({ zone, date }, { count, unit }) => {
      const inDays = { d: DAY, w: 7 * DAY, h: 0, m: 0 }[unit];
      const inTime = { d: 0, w: 0, h: HOUR, m: 60_000 }[unit];
      const midnight = date + count * inDays;
      const begun = watchFor({
        zone,
        after: midnight - 2 * DAY,
        minuteOfDay: 0,
        allows: (each) => each === midnight,
        grainMs: GRAIN,
      });
      const expected = begun + count * inTime;

      const traveller = aWaiter(
        { trait: 'renewal', offset: `${count < 0 ? '-' : '+'}${String(Math.abs(count))}${unit}` },
        {
          customer: { traits: { renewal: dateOf(date) }, timezone: zone },
          at: Math.min(begun, expected) - DAY,
        },
      );

      expect(formatInstant(traveller.state.dueAt ?? 0)).toBe(formatInstant(expected));
      expect(traveller.due(expected - 1)).toBe(false);
      expect(traveller.due(expected)).toBe(true);
    });
    fc.assert(property, runs(400));
  });

  it.each([
    ['2027-02-29', undefined],
    ['2100-02-29', undefined],
    ['2028-02-29', '2028-02-29T00:00:00.000Z'],
    ['2026-04-31', undefined],
    ['2026-13-01', undefined],
    ['0001-01-01', undefined],
  ])('knows which dates there are: %s', (renewal, expected) => {
    const { state } = aWaiter(
      { trait: 'renewal' },
      { customer: { traits: { renewal } }, at: Date.UTC(2026, 0, 1) },
    );

    expect(state.dueAt === null ? undefined : formatInstant(state.dueAt)).toBe(expected);
  });

  it.each([
    ['+999999999w', 8.64e15],
    ['+999999999d', 8.64e15],
    ['-999999999w', null],
  ])('stands an offset that leaves every calendar: %s', (offset, dueAt) => {
    const customer = { traits: { renewal: '2026-06-01' }, timezone: 'Europe/Paris' };

    expect(aWaiter({ trait: 'renewal', offset }, { customer, at: FROM }).state.dueAt).toBe(dueAt);
  });
});

describe('a wait in a zone that is not there', () => {
  const nonsense = fc.oneof(
    fc.constantFrom('', 'Mars/Base', '+02:00', 'customer', 'Etc/GMT+99', 'europe'),
    fc.string({ maxLength: 40 }).filter((name) => !/^[A-Za-z]+(\/|$)/.test(name)),
    fc.constant(undefined),
  );

  it('goes by the workspace’s clock, and by UTC where that is none either', () => {
    const property = fc.property(nonsense, aPlace, aTime, (timezone, { zone, at }, minutes) => {
      const until = { time: timeOf(minutes) };
      const there = aWaiter({ ...until, timezone: zone }, { at });
      const inUtc = aWaiter({ ...until, timezone: 'UTC' }, { at });

      expect(aWaiter(until, { customer: { timezone }, timezone: zone, at }).state.dueAt).toBe(
        there.state.dueAt,
      );
      expect(aWaiter(until, { customer: { timezone }, timezone: 'Mars/Base', at }).state.dueAt).toBe(
        inUtc.state.dueAt,
      );
    });
    fc.assert(property, runs(60));
  });
});

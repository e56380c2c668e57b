import fc from 'fast-check';
import {
  type CalendarQuestion,
  compileCalendar,
  type DateTrigger,
  type ScheduleTrigger,
} from './calendar.js';

const at = (text: string) => Date.parse(text);
const asked = (now: string, over: Partial<CalendarQuestion> = {}): CalendarQuestion => ({
  ...{ traits: {}, zone: undefined, now: at(now), workspaceZone: 'UTC' },
  ...over,
});
const onDate = (over: Partial<DateTrigger> = {}) =>
  compileCalendar({ type: 'date', trait: 'birthday', at: '09:00', ...over });
const weekly = (over: Partial<ScheduleTrigger> = {}) =>
  compileCalendar({ type: 'schedule', segment: 'vip', rrule: 'FREQ=WEEKLY;BYDAY=MO', at: '09:00', ...over });
const iso = (time: number | undefined) => time && new Date(time).toISOString();

describe('triggers that time sets off (B2)', () => {
  it('come at their time of day where the customer is', () => {
    const paris = weekly().around(asked('2026-03-02T07:59:59Z', { zone: 'Europe/Paris' }));
    expect([iso(paris?.latest?.at), iso(paris?.nextAt)]).toEqual([
      '2026-02-23T08:00:00.000Z',
      '2026-03-02T08:00:00.000Z',
    ]);
    const after = weekly().around(asked('2026-03-02T08:00:00Z', { zone: 'Europe/Paris' }));
    expect(iso(after?.latest?.at)).toBe('2026-03-02T08:00:00.000Z');
    const named = weekly({ timezone: 'Asia/Tokyo' }).around(
      asked('2026-03-02T07:00:00Z', { zone: 'Europe/Paris' }),
    );
    expect(iso(named?.latest?.at)).toBe('2026-03-02T00:00:00.000Z');
  });

  it('come once where clocks are changed: a skipped time right after the gap, a doubled one the first time', () => {
    const daily = weekly({ rrule: 'FREQ=DAILY', at: '02:30' });
    const spring = daily.around(asked('2026-03-29T00:00:00Z', { zone: 'Europe/Paris' }));
    expect(iso(spring?.nextAt)).toBe('2026-03-29T01:00:00.000Z');
    const autumn = daily.around(asked('2026-10-25T00:45:00Z', { zone: 'Europe/Paris' }));
    expect([iso(autumn?.latest?.at), iso(autumn?.nextAt)]).toEqual([
      '2026-10-25T00:30:00.000Z',
      '2026-10-26T01:30:00.000Z',
    ]);
  });

  it.each<[Partial<DateTrigger>, string, string | undefined, string | undefined]>([
    [{}, '2026-06-15', undefined, '2026-06-15T09:00:00.000Z'],
    [{ offset: '-3d' }, '2026-06-15', undefined, '2026-06-12T09:00:00.000Z'],
    [{ offset: '2w' }, '2026-03-01', undefined, '2026-03-15T09:00:00.000Z'],
    [{}, '2026-03-01', '2026-03-01T09:00:00.000Z', undefined],
    [{ repeat: 'yearly' }, '1990-03-01', '2026-03-01T09:00:00.000Z', '2027-03-01T09:00:00.000Z'],
    [{ repeat: 'yearly' }, '2000-02-29', '2026-02-28T09:00:00.000Z', '2027-02-28T09:00:00.000Z'],
    [
      { repeat: 'yearly', offset: '-5d' },
      '1990-01-02',
      '2025-12-28T09:00:00.000Z',
      '2026-12-28T09:00:00.000Z',
    ],
    [{ repeat: 'yearly' }, '2027-05-05', undefined, '2027-05-05T09:00:00.000Z'],
  ])('%j of %s comes last at %s, next at %s', (trigger, birthday, latest, next) => {
    const around = onDate(trigger).around(asked('2026-03-02T08:00:00Z', { traits: { birthday } }));
    expect(iso(around?.latest?.at)).toBe(latest);
    expect(around?.nextAt === Infinity ? undefined : iso(around?.nextAt)).toBe(next);
  });

  it.each([
    ['20260701T035959Z', 'America/New_York', '2026-06-30T13:00:00.000Z'],
    ['20260701T130000Z', 'America/New_York', '2026-07-01T13:00:00.000Z'],
    ['20260701T000000Z', 'Pacific/Kiritimati', '2026-06-30T19:00:00.000Z'],
    ['20260630T200000Z', 'Pacific/Kiritimati', '2026-06-30T19:00:00.000Z'],
    ['20260701T085959', 'America/New_York', '2026-06-30T13:00:00.000Z'],
    ['20260701T090000', 'America/New_York', '2026-07-01T13:00:00.000Z'],
    ['20260701', 'America/New_York', '2026-07-01T13:00:00.000Z'],
  ])('end with UNTIL=%s in %s', (until, zone, last) => {
    const daily = weekly({ rrule: `FREQ=DAILY;UNTIL=${until}` });
    const over = daily.around(asked('2026-07-05T12:00:00Z', { zone }));
    expect([iso(over?.latest?.at), over?.nextAt]).toEqual([last, Infinity]);
    const before = daily.around({ ...asked('2026-06-25T12:00:00Z', { zone }), now: at(last) - 1 });
    expect(iso(before?.nextAt)).toBe(last);
  });

  it('concern nobody without a date, and take the day of an instant where the customer is', () => {
    expect(onDate().around(asked('2026-03-02T08:00:00Z', { traits: { birthday: 'soon' } }))).toBeUndefined();
    const traits = { birthday: '2026-03-04T23:30:00Z' };
    const around = onDate().around(asked('2026-03-02T08:00:00Z', { traits, zone: 'Asia/Tokyo' }));
    expect(iso(around?.nextAt)).toBe('2026-03-05T00:00:00.000Z');
  });

  it('tell their day', () => {
    const trigger = onDate({ offset: '-3d' });
    expect(trigger.tell({ wall: at('2026-03-02T09:00:00Z'), at: 0 })).toEqual({
      ...{ trait: 'birthday', offset: '-3d', date: '2026-03-05' },
    });
  });

  it('come one after the other, whatever the moment and the zone', () => {
    const zones = ['Europe/Paris', 'America/St_Johns', 'Pacific/Apia', 'Australia/Lord_Howe'];
    const trigger = weekly({ rrule: 'FREQ=DAILY', at: '02:15' });
    fc.assert(
      fc.property(
        fc.integer({ min: at('2026-01-01T00:00:00Z'), max: at('2027-12-31T00:00:00Z') }),
        fc.constantFrom(...zones),
        (now, zone) => {
          const around = trigger.around({ traits: {}, zone, now, workspaceZone: 'UTC' });
          expect(around?.latest?.at).toBeLessThanOrEqual(now);
          expect(around?.nextAt).toBeGreaterThan(now);
          const next = trigger.around({ traits: {}, zone, now: around?.nextAt ?? 0, workspaceZone: 'UTC' });
          expect(next?.latest?.at).toBe(around?.nextAt);
          expect((next?.latest?.wall ?? 0) - (around?.latest?.wall ?? 0)).toBe(86_400_000);
        },
      ),
    );
  });
});

import { firstIdAt, IdGenerator, SystemClock } from '@parcours/kernel';
import { profiles, waitFor } from '@parcours/testing';
import { aJourney, type JourneyUnderTest, unique } from './support/journeys.js';
import { startPlatform } from './support/platform.js';
import type { Platform } from './support/platform.js';
import { Tables } from './support/tables.js';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const STRAIGHT = { start: 'end', steps: { end: { type: 'exit', reason: 'completed' } } };

describe.each(profiles)('triggers that time sets off on $name (B2)', (profile) => {
  let platform: Platform;
  let tables: Tables;
  /** How far the platform's clock is ahead of the machine's. */
  let ahead = 0;
  beforeAll(async () => {
    jest.spyOn(SystemClock.prototype, 'now').mockImplementation(() => Date.now() + ahead);
    // The lease of a node number does not outlive a clock that is turned: all processes are this one.
    let last = 0;
    jest.spyOn(IdGenerator.prototype, 'next').mockImplementation(() => {
      last = Math.max(last + 1, firstIdAt(Date.now() + ahead));
      return last;
    });
    platform = await startPlatform(profile);
    tables = await Tables.open(platform);
  });
  afterAll(async () => {
    await tables.close();
    await platform.stop();
    jest.restoreAllMocks();
  });

  /** Goes on to the next time that clocks in UTC show this. */
  function goOnTo(hour: number): void {
    const now = Date.now() + ahead;
    const at = Math.floor(now / DAY) * DAY + hour * HOUR;
    ahead += (at > now ? at : at + DAY) - now;
  }

  const dayIn = (days: number) => new Date(Date.now() + ahead + days * DAY).toISOString().slice(0, 10);
  const put = (id: string, traits: object) => platform.data('PUT', `/customers/${id}`, { traits });
  const send = (customerId: string, event: string, more: object = {}) =>
    platform.data('POST', '/events', { event, customerId, ...more });

  /** The lane of each customer has looked at what was due: what a wake-up does where no clock is turned. */
  async function look(...ids: string[]): Promise<void> {
    const name = unique('look');
    for (const id of ids) await send(id, name);
    for (const id of ids) {
      await waitFor(async () => {
        const { body } = await platform.call('GET', `/customers/${id}/timeline?limit=50`);
        return JSON.stringify(body).includes(`"${name}"`) ? true : undefined;
      });
    }
  }

  /** The fill has found those whom a trigger concerns: rules of the calendar have numbers below zero. */
  const planned = (...ids: string[]) =>
    waitFor(async () => {
      const numbers = (await tables.rows('customers'))
        .filter(({ external_id: id }) => ids.includes(String(id)))
        .map(({ id }) => id);
      const members = (await tables.rows('segment_members')).filter(({ segment_id: id }) => Number(id) < 0);
      const found = numbers.filter((number) => members.some(({ customer_id: id }) => id === number));
      return found.length === ids.length ? true : undefined;
    });

  async function entries(journey: JourneyUnderTest, ...ids: string[]): Promise<number[]> {
    return Promise.all(ids.map(async (id) => (await journey.enrollments(id)).length));
  }

  async function segment(condition: object): Promise<string> {
    const key = unique('group');
    await platform.publish('segments', key, { name: key, kind: 'dynamic', condition });
    await waitFor(async () => {
      const { state } = await platform.data('GET', `/segments/${key}/membership`);
      return state === 'ready' ? true : undefined;
    });
    return key;
  }

  const onDates = (trigger: object) =>
    aJourney(platform).publish({
      ...STRAIGHT,
      entry: { triggers: [{ type: 'date', at: '09:00', ...trigger }], reentry: { mode: 'always' } },
    });

  it('let customers in on a date of theirs, once, wherever the date moves', async () => {
    goOnTo(8);
    const trait = unique('renewal').replace('-', '_');
    await put('date-1', { [trait]: dayIn(4) });
    await put('date-2', { [trait]: dayIn(30) });
    await put('date-3', { [trait]: dayIn(3) });
    const journey = await onDates({ trait, offset: '-3d' });
    await planned('date-1', 'date-2', 'date-3');
    await send('date-4', 'came', { traits: { [trait]: dayIn(4), timezone: 'America/New_York' } });
    await look('date-4');
    const all = ['date-1', 'date-2', 'date-3', 'date-4'] as const;
    goOnTo(10);
    await look(...all);
    // The time of the third was today at nine.
    expect(await entries(journey, ...all)).toEqual([0, 0, 1, 0]);
    // Of a date that is over when it becomes known nothing is made up.
    await send('date-2', 'moved', { traits: { [trait]: dayIn(3) } });
    await look(...all);
    expect(await entries(journey, ...all)).toEqual([0, 0, 1, 0]);
    await send('date-2', 'moved', { traits: { [trait]: dayIn(4) } });
    await look(...all);
    goOnTo(10);
    await look(...all);
    expect(await entries(journey, ...all)).toEqual([1, 1, 1, 0]);
    goOnTo(15);
    await look(...all);
    expect(await entries(journey, ...all)).toEqual([1, 1, 1, 1]);
    const [enrollment] = await journey.enrollments('date-4');
    expect(enrollment?.context).toMatchObject({ event: { properties: { trait, date: dayIn(3) } } });
    // West of there nine o'clock comes once more, and is the same nine o'clock.
    await send('date-4', 'moved', { traits: { timezone: 'America/Los_Angeles' } });
    goOnTo(20);
    await look(...all);
    expect(await entries(journey, ...all)).toEqual([1, 1, 1, 1]);
  });

  it('come again every year, on 28 February for 29 February', async () => {
    const trait = unique('birthday').replace('-', '_');
    const journey = await onDates({ trait, repeat: 'yearly' });
    await send('leap-1', 'born', { traits: { [trait]: '2000-02-29' } });
    await look('leap-1');
    const next = new Date(Date.now() + ahead);
    const years: string[] = [];
    for (let year = next.getUTCFullYear() + 1; year < next.getUTCFullYear() + 3; year++) {
      const day = new Date(Date.UTC(year, 1, 29)).getUTCMonth() === 1 ? 29 : 28;
      ahead = Date.UTC(year, 1, day, 8) - Date.now();
      await look('leap-1');
      years.push(String((await entries(journey, 'leap-1'))[0]));
      goOnTo(10);
      await look('leap-1');
      years.push(String((await entries(journey, 'leap-1'))[0]));
    }
    expect(years).toEqual(['0', '1', '1', '2']);
  });

  it('let every member of a segment in on a schedule, once, at their own time of day', async () => {
    goOnTo(6);
    await put('plan-1', { club: true });
    await put('plan-2', { club: true, timezone: 'America/New_York' });
    await put('plan-3', { club: false });
    const key = await segment({ trait: 'club', is: true });
    const journey = await aJourney(platform).publish({
      ...STRAIGHT,
      entry: {
        triggers: [{ type: 'schedule', segment: key, rrule: 'FREQ=DAILY', at: '09:00' }],
        reentry: { mode: 'always' },
      },
    });
    const all = ['plan-1', 'plan-2', 'plan-3'] as const;
    await planned('plan-1', 'plan-2');
    goOnTo(9);
    await look(...all);
    await look(...all);
    expect(await entries(journey, ...all)).toEqual([1, 0, 0]);
    // Whoever joins after nine waits for the next one.
    await send('plan-3', 'joined', { traits: { club: true } });
    goOnTo(14);
    await look(...all);
    expect(await entries(journey, ...all)).toEqual([1, 1, 0]);
    await send('plan-1', 'gone', { traits: { club: false } });
    await look('plan-1');
    goOnTo(9);
    await look(...all);
    expect(await entries(journey, ...all)).toEqual([1, 1, 1]);
    // Of three days that nobody worked the last is made up.
    ahead += 2 * DAY;
    goOnTo(15);
    await look(...all);
    expect(await entries(journey, ...all)).toEqual([1, 2, 2]);
  });

  it('tell of a time that was missed by more than a day, and set nothing off', async () => {
    goOnTo(8);
    const trait = unique('due').replace('-', '_');
    const journey = await onDates({ trait });
    await send('late-1', 'came', { traits: { [trait]: dayIn(0) } });
    await look('late-1');
    ahead += 2 * DAY;
    await look('late-1');
    const { body } = await platform.call('GET', '/customers/late-1/timeline?limit=50');
    expect(JSON.stringify(body)).toContain('date.missed');
    expect(await entries(journey, 'late-1')).toEqual([0]);
  });

  it('are over when the journey is no longer published', async () => {
    goOnTo(8);
    const trait = unique('end').replace('-', '_');
    const journey = await onDates({ trait });
    await send('over-1', 'came', { traits: { [trait]: dayIn(0) } });
    await look('over-1');
    await platform.data('POST', `/journey-templates/${journey.key}/unpublish`, {});
    goOnTo(10);
    await look('over-1');
    expect(await entries(journey, 'over-1')).toEqual([0]);
  });

  it.each([
    ['FREQ=HOURLY', 'invalid-rule'],
    ['FREQ=WEEKLY', 'invalid-rule'],
    ['FREQ=DAILY;INTERVAL=0', 'invalid-rule'],
    ['FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30', 'invalid-rule'],
    ['FREQ=YEARLY;BYMONTH=1;BYMONTHDAY=1;INTERVAL=29;COUNT=1000', 'count-too-far'],
  ])('are refused with a rule like %s', async (rrule, code) => {
    const key = unique('refused');
    const from = /COUNT/.test(rrule) ? { from: '2024-01-01' } : {};
    const entry = { triggers: [{ type: 'schedule', segment: 'x', rrule, at: '09:00', ...from }] };
    await platform.data('PUT', `/journey-templates/${key}`, {
      name: key,
      definition: { entry, ...STRAIGHT },
    });
    const { body } = await platform.call('POST', `/journey-templates/${key}/publish`, {});
    expect(body.errors).toContainEqual(
      expect.objectContaining({
        code: `journeys.${code}`,
        pointer: '/definition/entry/triggers/0/rrule',
      }),
    );
  });

  it('are refused once their last day is over, beside what else is told of a journey', async () => {
    const key = unique('over');
    const touchpoint = unique('renewal');
    const at = { kind: 'digital', direction: 'outbound', phaseSet: 'seasons', phase: 'spring' };
    await platform.data('PUT', '/phase-sets/seasons', {
      name: 'Seasons',
      phases: ['spring', 'summer'].map((phase) => ({ key: phase, name: phase })),
    });
    await platform.data('POST', '/phase-sets/seasons/publish', {});
    await platform.data('PUT', `/touchpoints/${touchpoint}`, { name: touchpoint, ...at });
    await platform.data('POST', `/touchpoints/${touchpoint}/publish`, {});
    const rrule = `FREQ=DAILY;UNTIL=${dayIn(-10).replaceAll('-', '')}`;
    await platform.data('PUT', `/journey-templates/${key}`, {
      ...{ name: key, phaseSet: 'seasons', phase: 'summer' },
      definition: {
        entry: { triggers: [{ type: 'schedule', segment: 'x', rrule, at: '09:00' }] },
        start: 'hello',
        steps: {
          hello: { type: 'message', template: 'x', touchpoint, next: 'rest' },
          rest: { type: 'wait', for: '3650d', next: 'end' },
          end: { type: 'exit', reason: 'completed' },
        },
      },
    });
    const { findings } = await platform.data('POST', `/journey-templates/${key}/validate`, {});
    const of = (severity: string, code: string, pointer: string) =>
      expect.objectContaining({ severity, code: `journeys.${code}`, pointer: `/definition${pointer}` });
    expect(findings).toEqual(
      expect.arrayContaining([
        of('error', 'schedule-in-the-past', '/entry/triggers/0/rrule'),
        of('warning', 'touchpoint-of-another-phase', '/steps/hello/touchpoint'),
        of('warning', 'long-wait', '/steps/rest/for'),
      ]),
    );
  });
});

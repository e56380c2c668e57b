import { profiles, waitFor } from '@parcours/testing';
import { aJourney, type JourneyUnderTest, unique } from './support/journeys.js';
import { startPlatform } from './support/platform.js';
import type { Platform } from './support/platform.js';

const END = { type: 'exit', reason: 'completed' };
const STRAIGHT = { start: 'end', steps: { end: END } };

describe.each(profiles)('triggers and conditions of the audience on $name (B2)', (profile) => {
  let platform: Platform;
  beforeAll(async () => {
    platform = await startPlatform(profile);
  });
  afterAll(() => platform.stop());

  const put = (id: string, traits: object, rest: object = {}) =>
    platform.data('PUT', `/customers/${id}`, { traits, ...rest });
  const send = (customerId: string, event: string, more: object = {}) =>
    platform.data('POST', '/events', { event, customerId, ...more });
  const filled = (path: string) =>
    waitFor(async () =>
      (await platform.data('GET', `/${path}/membership`)).state === 'ready' ? true : undefined,
    );

  async function segment(condition: object): Promise<string> {
    const key = unique('group');
    await platform.publish('segments', key, { name: key, kind: 'dynamic', condition });
    await filled(`segments/${key}`);
    return key;
  }

  /** An event went through the lane of the customer, and whatever came before it. */
  async function worked(id: string): Promise<void> {
    const name = unique('nudge');
    await send(id, name);
    await waitFor(async () => {
      const { body } = await platform.call('GET', `/customers/${id}/timeline?limit=50`);
      return JSON.stringify(body).includes(`"${name}"`) ? true : undefined;
    });
  }

  const enters = (journey: JourneyUnderTest, id: string, times: number) =>
    waitFor(async () => ((await journey.enrollments(id)).length === times ? true : undefined));

  it('let customers in when they enter or leave a segment, under the rules of re-entry', async () => {
    const key = await segment({ trait: 'plan', is: 'pro' });
    const comers = await aJourney(platform).publish({
      ...STRAIGHT,
      entry: { triggers: [{ type: 'segment', segment: key, on: 'enter' }] },
    });
    const goers = await aJourney(platform).publish({
      ...STRAIGHT,
      entry: { triggers: [{ type: 'segment', segment: key, on: 'exit' }], reentry: { mode: 'always' } },
    });
    await send('change-1', 'moved', { traits: { plan: 'pro' } });
    await comers.ended('change-1');
    await send('change-1', 'moved', { traits: { plan: 'free' } });
    await goers.ended('change-1');
    await send('change-1', 'moved', { traits: { plan: 'pro' } });
    await worked('change-1');
    await send('change-1', 'moved', { traits: { plan: 'free' } });
    await enters(goers, 'change-1', 2);
    expect(await comers.enrollments('change-1')).toHaveLength(1);
  });

  it('wait for somebody to come into a segment', async () => {
    const key = await segment({ trait: 'points', gte: 100 });
    const journey = await aJourney(platform).publish({
      start: 'reach',
      steps: {
        reach: {
          type: 'wait-for',
          any: [{ segment: key, on: 'enter', next: 'end' }],
          timeout: { after: '9d', next: 'late' },
        },
        end: END,
        late: { type: 'exit', reason: 'late' },
      },
    });
    await journey.enter('wait-1');
    await journey.standsAt('wait-1', 'reach');
    await send('wait-1', 'scored', { traits: { points: 120 } });
    const { id } = await journey.ended('wait-1');
    const [first] = await journey.history(id);
    expect([first?.code, first?.words]).toEqual([
      'entered',
      `The customer came into the segment ${key}, so it went on to end.`,
    ]);
  });

  it('name segments that have to be there', async () => {
    const definition = {
      ...STRAIGHT,
      entry: {
        triggers: [{ type: 'segment', segment: 'nowhere', on: 'enter' }],
        condition: { persona: 'nobody' },
      },
    };
    await platform.data('PUT', '/journey-templates/lost', { name: 'lost', definition });
    const { status, body } = await platform.call('POST', '/journey-templates/lost/publish', {});
    expect(status).toBe(422);
    expect(body.errors.map(({ pointer }: { pointer: string }) => pointer)).toEqual([
      '/definition/entry/triggers/0/segment',
      '/definition/entry/condition/persona',
    ]);
  });

  it('branch by what lies behind: past events with the one at hand, segments as of now, tags', async () => {
    const rich = await segment({ event: 'order', sum: { of: 'amount', gte: 100 } });
    const journey = aJourney(platform);
    await journey.publish({
      entry: { triggers: [{ type: 'event', event: 'order' }], reentry: { mode: 'always' } },
      start: 'which',
      steps: {
        which: {
          type: 'branch',
          cases: [
            {
              when: { all: [{ segment: rich }, { event: 'order', count: { gte: 3 }, within: '30d' }] },
              next: 'both',
            },
            { when: { segment: rich }, next: 'rich' },
            { when: { event: 'order', count: { gte: 2 } }, next: 'again' },
            { when: { tag: 'keen' }, next: 'keen' },
          ],
          else: 'end',
        },
        both: { type: 'exit', reason: 'both' },
        rich: { type: 'exit', reason: 'rich' },
        again: { type: 'exit', reason: 'again' },
        keen: { type: 'exit', reason: 'keen' },
        end: END,
      },
    });
    const order = async (id: string, amount: number) => {
      await send(id, 'order', { properties: { amount } });
      await worked(id);
    };
    await order('behind-1', 10);
    await order('behind-1', 10);
    await order('behind-1', 100);
    await order('behind-2', 100);
    await put('behind-3', {}, { tags: ['keen'] });
    await order('behind-3', 1);
    const reasons = async (id: string) => (await journey.enrollments(id)).map(({ endReason }) => endReason);
    expect(await reasons('behind-1')).toEqual(['completed', 'again', 'both']);
    expect(await reasons('behind-2')).toEqual(['rich']);
    expect(await reasons('behind-3')).toEqual(['keen']);
  });

  it('keep out, and let go, by what lies behind', async () => {
    const staff = await segment({ trait: 'staff', is: true });
    const first = await aJourney(platform).publish(STRAIGHT);
    const journey = await aJourney(platform).publish({
      entry: {
        triggers: [{ type: 'event', event: 'applied' }],
        condition: { journey: first.key, state: 'completed' },
        reentry: { mode: 'always' },
      },
      exit: [{ condition: { segment: staff } }],
      start: 'rest',
      steps: { rest: { type: 'wait', for: '9d', next: 'end' }, end: END },
    });
    await send('gate-1', 'applied');
    await worked('gate-1');
    expect(await journey.enrollments('gate-1')).toEqual([]);
    await first.enter('gate-1');
    await first.ended('gate-1');
    await send('gate-1', 'applied');
    await journey.standsAt('gate-1', 'rest');
    await send('gate-1', 'hired', { traits: { staff: true } });
    expect(await journey.ended('gate-1')).toMatchObject({ endReason: 'exit-rule' });
  });
});

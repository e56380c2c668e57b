import { profiles, waitFor } from '@parcours/testing';
import { aJourney } from './support/journeys.js';
import { startPlatform } from './support/platform.js';
import type { Platform } from './support/platform.js';

const DAY = 86_400_000;

describe.each(profiles)('segments and personas on $name (A1)', (profile) => {
  let platform: Platform;
  beforeAll(async () => {
    platform = await startPlatform(profile);
  });
  afterAll(() => platform.stop());

  const put = (id: string, traits: object, rest: object = {}) =>
    platform.data('PUT', `/customers/${id}`, { traits, ...rest });
  const send = (customerId: string, event: string, more: object = {}) =>
    platform.data('POST', '/events', { event, customerId, ...more });
  const ago = (ms: number) => new Date(Date.now() - ms).toISOString();

  async function segment(key: string, document: object): Promise<void> {
    const kind = 'customers' in document ? 'static' : 'dynamic';
    await platform.publish('segments', key, { name: key, kind, ...document });
    await filled(`segments/${key}`);
  }

  const filled = (path: string) =>
    waitFor(async () => {
      const { state } = await platform.data('GET', `/${path}/membership`);
      return state === 'ready' ? true : undefined;
    });

  async function members(path: string): Promise<string[]> {
    const { body } = await platform.call('GET', `/${path}/members?limit=200`);
    return body.data.map(({ customerId }: { customerId: string }) => customerId).sort();
  }

  async function groupsOf(id: string): Promise<string[]> {
    const { body } = await platform.call('GET', `/customers/${id}/segments`);
    return body.data.map(({ type, key }: { type: string; key: string }) => `${type}/${key}`).sort();
  }

  const comesTo = (path: string, expected: readonly string[]) =>
    waitFor(async () => {
      const found = await members(path);
      return JSON.stringify(found) === JSON.stringify([...expected].sort()) ? true : undefined;
    });

  it('take in whoever fits when they are published, and let go when they change', async () => {
    await put('fill-1', { tier: 'gold', points: 10 });
    await put('fill-2', { tier: 'silver', points: 20 });
    await put('fill-3', { tier: 'gold', points: 30, note: 'abc' });
    await segment('gold', { condition: { trait: 'tier', is: 'gold' } });
    expect(await members('segments/gold')).toEqual(['fill-1', 'fill-3']);
    await segment('gold', { condition: { trait: 'points', gte: 20 } });
    await comesTo('segments/gold', ['fill-2', 'fill-3']);
    // A pattern is nothing that SQL can tell: the closure is asked.
    await segment('gold', {
      condition: {
        all: [{ trait: 'tier', matches: '^(gold|silver)$' }, { not: { trait: 'note', matches: 'b' } }],
      },
    });
    await comesTo('segments/gold', ['fill-1', 'fill-2']);
  });

  it('are emptied when they are no longer published', async () => {
    await put('leave-1', { leaving: true });
    await segment('leaving', { condition: { trait: 'leaving', is: true } });
    expect(await members('segments/leaving')).toEqual(['leave-1']);
    await platform.data('POST', '/segments/leaving/unpublish', {});
    await comesTo('segments/leaving', []);
    expect(await platform.data('GET', '/segments/leaving/membership')).toMatchObject({
      state: 'unpublished',
      members: 0,
    });
  });

  it('follow what becomes of a customer by events, traits and REST', async () => {
    await segment('buyers', { condition: { event: 'bought', count: { gte: 2 } } });
    await segment('french', { condition: { trait: 'address.country', is: 'FR' } });
    await segment('tagged', { condition: { tag: 'keen' } });
    await send('follow-1', 'bought', { traits: { address: { country: 'FR' } } });
    await comesTo('segments/french', ['follow-1']);
    expect(await members('segments/buyers')).toEqual([]);
    await send('follow-1', 'bought');
    await comesTo('segments/buyers', ['follow-1']);
    await platform.data('PATCH', '/customers/follow-1', {
      traits: { address: { country: 'BE' } },
      tags: ['keen'],
    });
    await comesTo('segments/french', []);
    await comesTo('segments/tagged', ['follow-1']);
    expect(await groupsOf('follow-1')).toEqual(['segments/buyers', 'segments/tagged']);
  });

  it('know a customer who is seen for the first time', async () => {
    await segment('nameless', {
      condition: { not: { trait: 'first_name', exists: true } },
      within: ['newcomers'],
    }).catch(() => undefined);
    await segment('newcomers', { customers: ['new-1', 'new-2'] });
    await segment('nameless', {
      condition: { not: { trait: 'first_name', exists: true } },
      within: ['newcomers'],
    });
    await send('new-1', 'seen');
    await send('new-2', 'seen', { traits: { first_name: 'Ada' } });
    await comesTo('segments/newcomers', ['new-1', 'new-2']);
    await comesTo('segments/nameless', ['new-1']);
  });

  it('follow what a customer consents to', async () => {
    await segment('readers', { condition: { consent: { channel: 'email', topic: 'news', is: 'granted' } } });
    await put('reader-1', {});
    await platform.data('PUT', '/customers/reader-1/consents', {
      consents: [{ channel: 'email', topic: 'news', state: 'granted' }],
    });
    await comesTo('segments/readers', ['reader-1']);
  });

  it('are made of each other, and follow each other', async () => {
    await segment('inner', { condition: { trait: 'level', gte: 3 } });
    await platform.publish('personas', 'climber', { name: 'Climber', membership: { segment: 'inner' } });
    await filled('personas/climber');
    await segment('outer', { condition: { persona: 'climber' }, except: ['gold'] });
    await put('nest-1', { level: 1 });
    await send('nest-1', 'levelled', { traits: { level: 4 } });
    await comesTo('segments/outer', ['nest-1']);
    expect(await groupsOf('nest-1')).toEqual(['personas/climber', 'segments/inner', 'segments/outer']);
    await segment('inner', { condition: { trait: 'level', gte: 9 } });
    await comesTo('segments/outer', []);
  });

  it('would be made of themselves: that is refused, by way of personas too', async () => {
    await segment('ring-a', { condition: { trait: 'x', is: 1 } });
    await platform.publish('personas', 'ring', { name: 'Ring', membership: { segment: 'ring-a' } });
    await platform.data('PUT', '/segments/ring-a', {
      name: 'a',
      kind: 'dynamic',
      condition: { not: { persona: 'ring' } },
    });
    const { status, body } = await platform.call('POST', '/segments/ring-a/publish', {});
    expect([status, body.errors]).toEqual([
      422,
      [expect.objectContaining({ code: 'audience.circular-segment', pointer: '/condition/not/persona' })],
    ]);
  });

  it('set journeys off when a customer enters or leaves, and never by a publish', async () => {
    const journey = await aJourney(platform).publish({
      entry: {
        triggers: [
          { type: 'event', event: 'segment.entered', where: { property: 'segment', is: 'spenders' } },
          { type: 'event', event: 'segment.left', where: { property: 'segment', is: 'spenders' } },
        ],
        reentry: { mode: 'always' },
      },
      start: 'end',
      steps: { end: { type: 'exit', reason: 'completed' } },
    });
    await send('spend-0', 'paid', { properties: { amount: 200 } });
    await segment('spenders', { condition: { event: 'paid', sum: { of: 'amount', gte: 100 } } });
    await comesTo('segments/spenders', ['spend-0']);
    await send('spend-1', 'paid', { properties: { amount: 60 } });
    await send('spend-1', 'paid', { properties: { amount: 60 } });
    await comesTo('segments/spenders', ['spend-0', 'spend-1']);
    await send('spend-1', 'paid', { properties: { amount: -60 } });
    await comesTo('segments/spenders', ['spend-0']);
    const enrolled = await waitFor(async () => {
      const { body } = await platform.call('GET', `/enrollments?filter[journey][eq]=${journey.key}&limit=10`);
      return body.data.length >= 2 ? body.data : undefined;
    });
    expect(enrolled.map(({ customerId }: { customerId: string }) => customerId)).toEqual([
      'spend-1',
      'spend-1',
    ]);
  });

  it('follow journeys: who is in one, who has completed it, and who has reached a goal of it', async () => {
    const journey = await aJourney(platform).publish({
      goals: [{ key: 'paid', event: 'paid-for-it', within: '9d' }],
      start: 'rest',
      steps: {
        rest: {
          type: 'wait-for',
          any: [{ event: 'go-on', next: 'end' }],
          timeout: { after: '9d', next: 'end' },
        },
        end: { type: 'exit', reason: 'done' },
      },
    });
    await segment('under-way', { condition: { journey: journey.key, in: true } });
    await segment('through', { condition: { journey: journey.key, state: 'completed' } });
    await send('pass-1', journey.event);
    await comesTo('segments/under-way', ['pass-1']);
    await send('pass-1', 'go-on');
    await comesTo('segments/through', ['pass-1']);
    expect(await members('segments/under-way')).toEqual([]);
    // Told by the lane's batch, for one who has left the journey, and by SQL.
    await segment('convinced', { condition: { journey: journey.key, state: 'converted' } });
    expect(await members('segments/convinced')).toEqual([]);
    await send('pass-1', 'paid-for-it');
    await comesTo('segments/convinced', ['pass-1']);
    await segment('convinced-before', { condition: { journey: journey.key, state: 'converted' } });
    await comesTo('segments/convinced-before', ['pass-1']);
    // From the tables, when something else that the rule asks for changes.
    await segment('wealthy-convert', {
      condition: {
        all: [
          { journey: journey.key, state: 'converted' },
          { trait: 'wealthy', is: true },
        ],
      },
    });
    await send('pass-1', 'unrelated', { traits: { wealthy: true } });
    await comesTo('segments/wealthy-convert', ['pass-1']);
  });

  it('follow what becomes of messages', async () => {
    await segment('greeted', { condition: { message: 'hello', is: 'sent', within: '7d' } });
    const journey = await aJourney(platform).publish({
      start: 'hello',
      steps: {
        hello: { type: 'message', template: 'hello', next: 'end' },
        end: { type: 'exit', reason: 'completed' },
      },
    });
    await send('greet-1', journey.event, { traits: { email: 'greet-1@example.com' } });
    await comesTo('segments/greeted', ['greet-1']);
  });

  it('change at their due time, to the second, without an event', async () => {
    await send('late-1', 'ordered', { occurredAt: ago(DAY - 15_000) });
    await send('late-2', 'ordered');
    await segment('lapsed', {
      condition: { all: [{ event: 'ordered' }, { event: 'ordered', count: { is: 0 }, within: '1d' }] },
    });
    expect(await members('segments/lapsed')).toEqual([]);
    // What is due was worked out in SQL for those, and by the lane's batch for this one.
    const occurredAt = ago(DAY - 12_000);
    await send('late-3', 'ordered', { occurredAt });
    await send('late-1', 'unrelated');
    await comesTo('segments/lapsed', ['late-1', 'late-3']);
    const { body } = await platform.call('GET', '/segments/lapsed/members');
    const enteredAt = body.data.find(
      (each: { customerId: string }) => each.customerId === 'late-3',
    ).enteredAt;
    // On its second where the worker is not busy; not before it on any.
    expect(Date.parse(enteredAt)).toBeGreaterThanOrEqual(Date.parse(occurredAt) + DAY);
  });

  it('are previewed before they are saved: how many, and some of them', async () => {
    for (const at of [1, 2, 3]) await put(`view-${at}`, { view: at, code: at === 2 ? 'zz' : 'a' });
    const preview = (condition: object) => platform.data('POST', '/segments/preview', { condition });
    expect(await preview({ trait: 'view', gte: 2 })).toMatchObject({
      count: 2,
      isExact: true,
      margin: 0,
      sample: [
        { id: 'view-2', traits: { view: 2, code: 'zz' } },
        { id: 'view-3', traits: { view: 3 } },
      ],
    });
    expect(await preview({ trait: 'code', matches: '^z+$' })).toMatchObject({ count: 1, isExact: true });
    await platform.data('PUT', '/segments/draft', {
      name: 'd',
      kind: 'dynamic',
      condition: { trait: 'view', lte: 1 },
    });
    expect(await platform.data('POST', '/segments/draft/preview')).toMatchObject({ count: 1 });
    expect(
      await platform.data('POST', '/personas/preview', { membership: { trait: 'view', is: 3 } }),
    ).toMatchObject({ count: 1 });
    expect(await members('segments/draft')).toEqual([]);
  });

  it.each([
    [{ condition: { trait: 'x', gtee: 1 } }, 'conditions.unknown-operator', '/condition/gtee'],
    [{ condition: { property: 'x', is: 1 } }, 'conditions.no-such-subject', '/condition/property'],
    [
      { condition: { any: [{ segment: 'nowhere' }] } },
      'content.reference-not-published',
      '/condition/any/0/segment',
    ],
    [
      { condition: { trait: 'x', is: 1 }, except: ['nowhere'] },
      'content.reference-not-published',
      '/except/0',
    ],
  ])('tell what is wrong with what is previewed: %j', async (body, code, pointer) => {
    const answer = await platform.call('POST', '/segments/preview', body);
    expect([answer.status, answer.body.errors]).toEqual([422, [expect.objectContaining({ code, pointer })]]);
  });

  it('are listed page by page, those who came last first', async () => {
    const ids = Array.from({ length: 7 }, (_, at) => `page-${at}`);
    for (const id of ids) await put(id, { paged: true });
    await segment('paged', { condition: { trait: 'paged', is: true } });
    const seen: string[] = [];
    let cursor = '';
    do {
      const { body } = await platform.call('GET', `/segments/paged/members?limit=3${cursor}&count=true`);
      expect(body.page.total).toBe(7);
      seen.push(...body.data.map(({ customerId }: { customerId: string }) => customerId));
      cursor = body.page.next === null ? '' : `&cursor=${body.page.next}`;
    } while (cursor !== '');
    expect(seen.sort()).toEqual(ids);
    expect((await platform.call('GET', '/segments/nothing/members')).status).toBe(404);
  });

  it('move with a customer who becomes another, and go with one who is deleted', async () => {
    await segment('merged', { condition: { event: 'clicked', count: { gte: 2 } } });
    await send('merge-1', 'clicked');
    await send('merge-2', 'clicked');
    await waitFor(async () => {
      const { status } = await platform.call('GET', '/customers/merge-2');
      return status === 200 ? true : undefined;
    });
    await platform.data('POST', '/customers/merge', { from: 'merge-2', into: 'merge-1' });
    await comesTo('segments/merged', ['merge-1']);
    await platform.call('DELETE', '/customers/merge-1');
    expect(await members('segments/merged')).toEqual([]);
  });
});

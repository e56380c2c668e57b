import { profiles, waitFor } from '@parcours/testing';
import { aJourney, settled, unique } from './support/journeys.js';
import { startPlatform } from './support/platform.js';
import type { Platform } from './support/platform.js';

const WAIT = {
  start: 'rest',
  steps: { rest: { type: 'wait', for: '30d', next: 'end' }, end: { type: 'exit', reason: 'completed' } },
};
const UNTIL_GO = {
  start: 'rest',
  steps: {
    rest: { type: 'wait-for', any: [{ event: 'go', next: 'hello' }], timeout: { after: '30d', next: 'end' } },
    hello: { type: 'message', template: 'hello', next: 'end' },
    end: { type: 'exit', reason: 'completed' },
  },
};

describe.each(profiles)('who is who (C5) on $name', (profile) => {
  let platform: Platform;
  beforeAll(async () => {
    platform = await startPlatform(profile);
  });
  afterAll(() => platform.stop());

  const put = (id: string, body: object = { traits: {} }) => platform.data('PUT', `/customers/${id}`, body);
  const read = (id: string) => platform.data('GET', `/customers/${id}`);
  /** `undefined` for one who is not there yet. */
  const look = async (id: string) => (await platform.call('GET', `/customers/${id}`)).body?.data;
  const merge = (from: string, into: string) => platform.call('POST', '/customers/merge', { from, into });
  const link = (into: string, id: string, kind = 'identify') =>
    platform.call('POST', `/customers/${into}/identities`, { id, kind });
  const tell = (who: object, rest: object = {}) =>
    platform.data('POST', '/events', { event: 'seen', ...who, ...rest });
  const customers = async (stem: string): Promise<string[]> =>
    (await platform.data('GET', `/customers?filter[id][starts]=${stem}`)).map(({ id }: { id: string }) => id);

  it('merges two known customers, every field by its rule', async () => {
    const [from, into] = [unique('f'), unique('w')];
    await put(from, {
      traits: { plan: 'trial', city: 'Lyon', address: { zip: '1', street: 'A' } },
      emails: ['loser@example.com', 'both@example.com'],
      phones: ['+33612345678'],
      tags: ['b', 'a'],
      devices: [{ token: 't1', platform: 'ios' }],
    });
    await put(into, {
      traits: { plan: 'pro', address: { zip: '2' } },
      emails: ['winner@example.com', 'BOTH@example.com'],
      tags: ['c', 'a'],
      devices: [{ token: 't2', platform: 'web' }],
    });
    const { createdAt } = await read(from);
    const { status, body } = await merge(from, into);
    expect({ status, outcome: body.data.status }).toEqual({ status: 200, outcome: 'merged' });
    const merged = await read(into);
    expect(merged).toEqual(body.data.customer);
    expect(merged).toMatchObject({
      id: into,
      revision: 2,
      createdAt,
      traits: { plan: 'pro', city: 'Lyon', address: { zip: '2', street: 'A' }, phone: '+33612345678' },
      emails: ['winner@example.com', 'BOTH@example.com', 'loser@example.com'],
      phones: ['+33612345678'],
      tags: ['a', 'b', 'c'],
      devices: [
        { token: 't2', platform: 'web' },
        { token: 't1', platform: 'ios' },
      ],
    });
    expect(await read(from)).toEqual(merged);
    const found = await platform.data('GET', '/customers?filter[email][eq]=loser@example.com');
    expect(found.map(({ id }: { id: string }) => id)).toEqual([into]);
  });

  it('moves enrollments, messages and events, and goes on with what was under way', async () => {
    const journey = await aJourney(platform).publish(UNTIL_GO);
    const [from, into] = [unique('f'), unique('w')];
    await journey.enter(from, { traits: { email: `${from}@example.com` } });
    const before = await journey.standsAt(from, 'rest');
    await put(into, { traits: { first_name: 'Ada' } });
    const { body } = await merge(from, into);
    expect(body.data.moved).toMatchObject({ enrollments: 1, events: 1, enrollmentsEnded: 0 });
    await journey.tell(from, 'go');
    const after = await journey.ended(into);
    expect({ id: after.id, reason: after.endReason }).toEqual({ id: before.id, reason: 'completed' });
    const message = await journey.message(from, ({ status }) => status === 'sent');
    expect(message.address).toBe(`${from}@example.com`);
  });

  it('ends the later of two passages through one journey, and withdraws nothing else', async () => {
    const journey = await aJourney(platform).publish({
      ...WAIT,
      entry: { triggers: [{ type: 'event', event: 'both.enter' }], reentry: { mode: 'after-exit' } },
    });
    const [first, second] = [unique('f'), unique('w')];
    await journey.tell(first, 'both.enter');
    await journey.standsAt(first, 'rest');
    await journey.tell(second, 'both.enter');
    await journey.standsAt(second, 'rest');
    const [earlier] = await journey.enrollments(first);
    expect((await merge(first, second)).body.data.moved).toMatchObject({
      enrollments: 1,
      enrollmentsEnded: 1,
    });
    const enrollments = await journey.enrollments(second);
    expect(
      enrollments.map(({ id, state, endReason }) => [id === earlier?.id, state, endReason]).sort(),
    ).toEqual([
      [false, 'ended', 'merged'],
      [true, 'active', null],
    ]);
    const ended = enrollments.find(({ state }) => state === 'ended');
    const [record] = await journey.history(ended?.id ?? '');
    expect(record?.words).toContain(`enrollment ${earlier?.id ?? ''} goes on`);
  });

  it('keeps both where the journey may be gone through side by side', async () => {
    const journey = await aJourney(platform).publish(WAIT);
    const [from, into] = [unique('f'), unique('w')];
    for (const id of [from, into]) {
      await journey.enter(id);
      await journey.standsAt(id, 'rest');
    }
    await merge(from, into);
    expect((await journey.enrollments(into)).map(({ state }) => state)).toEqual(['active', 'active']);
  });

  it('leads every id to one customer, by however many steps, and logs each', async () => {
    const [a, b, c] = [unique('a'), unique('b'), unique('c')];
    for (const id of [a, b, c]) await put(id, { traits: { [id]: true } });
    await merge(a, b);
    await merge(b, c);
    for (const id of [a, b, c]) {
      expect(await read(id)).toMatchObject({ id: c, traits: { [a]: true, [b]: true, [c]: true } });
    }
    await tell({ customerId: a }, { traits: { late: 1 } });
    await settled(platform, c);
    await waitFor(async () => (await read(c)).traits.late === 1, { describe: 'the late event' });
    const log = await platform.data('GET', `/customers/${a}/merges?sort=id`);
    expect(log).toEqual([
      expect.objectContaining({
        from: a,
        into: b,
        reason: 'operator',
        by: expect.objectContaining({ kind: 'token' }),
      }),
      expect.objectContaining({
        from: b,
        into: c,
        before: expect.objectContaining({ traits: { [a]: true, [b]: true } }),
      }),
    ]);
    const ids = await platform.data('GET', `/customers/${b}/identities`);
    expect(ids.map(({ id, own }: { id: string; own: boolean }) => [id, own])).toEqual([
      [c, true],
      [a, false],
      [b, false],
    ]);
    expect(await customers(a.slice(0, 2))).not.toContain(a);
  });

  it('ends in one when two are merged in both directions at once, as often as one likes', async () => {
    const pairs = Array.from({ length: 15 }, () => [unique('x'), unique('y')] as const);
    for (const pair of pairs) for (const id of pair) await put(id, { traits: { [id]: 1 } });
    const answers = await Promise.all(pairs.flatMap(([x, y]) => [merge(x, y), merge(y, x)]));
    expect(answers.filter(({ status }) => status !== 200)).toEqual([]);
    for (const [x, y] of pairs) {
      const [one, other] = [await read(x), await read(y)];
      expect(one).toEqual(other);
      expect(one.traits).toEqual({ [x]: 1, [y]: 1 });
      expect(await platform.data('GET', `/customers/${x}/merges`)).toHaveLength(1);
    }
  });

  it('ends in one when a ring of customers is merged at once', async () => {
    const ring = Array.from({ length: 6 }, () => unique('ring'));
    for (const id of ring) await put(id, { traits: { [id]: 1 } });
    const answers = await Promise.all(ring.map((id, at) => merge(id, ring[(at + 1) % ring.length] ?? '')));
    expect(answers.map(({ status }) => status)).toEqual(ring.map(() => 200));
    const seen = new Set(await Promise.all(ring.map(async (id) => (await read(id)).id)));
    expect(seen.size).toBe(1);
    expect(Object.keys((await read(ring[0] ?? '')).traits).sort()).toEqual([...ring].sort());
  });

  it.each([
    ['one with itself', 'same', 'same', 422, 'audience.merge-with-itself'],
    ['nobody', 'nobody', 'same', 404, 'audience.customer-not-found'],
    ['into nobody', 'same', 'nobody', 404, 'audience.customer-not-found'],
  ])('refuses to merge %s', async (_what, from, into, status, code) => {
    await put('same');
    const answer = await merge(from, into);
    expect([answer.status, answer.body.code]).toEqual([status, code]);
  });

  it('keeps the same event once, and different events of one message id both', async () => {
    const [from, into] = [unique('f'), unique('w')];
    const occurredAt = new Date(Date.now() - 1_000).toISOString();
    for (const customerId of [from, into]) {
      await tell({ customerId }, { messageId: 'same', occurredAt, properties: { a: 1 } });
      await tell({ customerId }, { messageId: 'other', occurredAt, properties: { of: customerId } });
      await settled(platform, customerId);
    }
    const { body } = await merge(from, into);
    // "same" is dropped; "other" and the mark of `settled` move.
    expect(body.data.moved.events).toBe(2);
    await tell({ customerId: from }, { messageId: 'same', occurredAt, traits: { again: true } });
    await tell({ customerId: from }, { traits: { last: true } });
    await waitFor(async () => (await read(into)).traits.last === true, { describe: 'the last event' });
    expect((await read(into)).traits.again).toBeUndefined();
  });

  describe('an anonymous id', () => {
    it('is a customer of its own until it is identified, and leads to who it is from then on', async () => {
      const [device, id] = [unique('device'), unique('person')];
      await tell({ anonymousId: device }, { traits: { source: 'ad' } });
      await waitFor(async () => (await platform.call('GET', `/customers/${device}`)).status === 200);
      expect(await read(device)).toMatchObject({ id: device, kind: 'anonymous' });
      await tell({ customerId: id, anonymousId: device }, { traits: { email: `${id}@example.com` } });
      await waitFor(async () => (await platform.call('GET', `/customers/${device}`)).body?.data?.id === id);
      await waitFor(async () => (await look(id))?.traits.email !== undefined);
      expect(await read(id)).toMatchObject({
        kind: 'known',
        traits: { source: 'ad', email: `${id}@example.com` },
      });
      await tell({ anonymousId: device }, { traits: { later: true } });
      await waitFor(async () => (await read(id)).traits.later === true);
      const [log] = await platform.data('GET', `/customers/${id}/merges`);
      expect(log).toMatchObject({ from: device, into: id, reason: 'identify', by: { kind: 'system' } });
    });

    it('of which nothing is known yet leads there from the first event on', async () => {
      const [device, id] = [unique('device'), unique('person')];
      expect((await link(id, device)).body.data).toMatchObject({ status: 'linked', customer: { id } });
      await tell({ anonymousId: device }, { traits: { first: 1 } });
      await waitFor(async () => (await look(id))?.traits.first === 1);
      expect(await read(device)).toMatchObject({ id });
      expect((await link(id, device)).body.data.status).toBe('one-already');
    });

    it('stays with whom it was identified as first', async () => {
      const [device, first, second] = [unique('device'), unique('person'), unique('person')];
      await link(first, device);
      const answer = await link(second, device);
      expect([answer.status, answer.body.code]).toEqual([409, 'audience.already-known']);
      await tell({ customerId: second, anonymousId: device }, { traits: { mine: true } });
      await waitFor(async () => (await look(second))?.traits.mine === true);
      expect(await read(device)).toMatchObject({ id: first });
    });

    it('of a known customer is no anonymous id: that takes a person', async () => {
      const [one, other] = [unique('person'), unique('person')];
      await put(one);
      await put(other);
      for (const kind of ['identify', 'alias']) expect((await link(one, other, kind)).status).toBe(409);
      expect(await read(other)).toMatchObject({ id: other });
    });

    it('can be joined to another, and both are identified at once', async () => {
      const [phone, laptop, id] = [unique('device'), unique('device'), unique('person')];
      for (const anonymousId of [phone, laptop]) {
        await tell({ anonymousId }, { traits: { [anonymousId]: 1 } });
        await waitFor(async () => (await platform.call('GET', `/customers/${anonymousId}`)).status === 200);
      }
      expect((await link(phone, laptop, 'alias')).body.data.status).toBe('merged');
      expect((await link(id, laptop)).body.data.status).toBe('merged');
      for (const each of [phone, laptop, id]) {
        expect(await read(each)).toMatchObject({ id, kind: 'known', traits: { [phone]: 1, [laptop]: 1 } });
      }
    });
  });

  it('takes every id along when a merged customer is deleted', async () => {
    const [from, into] = [unique('f'), unique('w')];
    await put(from);
    await put(into);
    await merge(from, into);
    expect((await platform.call('DELETE', `/customers/${from}`)).status).toBe(204);
    for (const id of [from, into]) expect((await platform.call('GET', `/customers/${id}`)).status).toBe(404);
    expect((await platform.call('PUT', `/customers/${from}`, { traits: {} })).status).toBe(201);
  });
});

import { laneOf } from '@parcours/kernel';
import { profiles, spawnApp, waitFor } from '@parcours/testing';
import { settled, unique } from './support/journeys.js';
import { startPlatform } from './support/platform.js';
import type { Answer, Platform } from './support/platform.js';

const DAY_MS = 86_400_000;

describe.each(profiles)('POST /events on $name', (profile) => {
  let platform: Platform;
  beforeAll(async () => {
    platform = await startPlatform(profile, { environment: { PARCOURS_LANES: '4' } });
    await platform.publish('journey-templates', 'counted', {
      name: 'Counts the events that were worked',
      definition: {
        entry: { triggers: [{ type: 'event', event: 'counted' }], reentry: { mode: 'always' } },
        start: 'end',
        steps: { end: { type: 'exit', reason: 'completed' } },
      },
    });
  });
  afterAll(() => platform.stop());

  const post = (body: unknown, headers?: Record<string, string>): Promise<Answer> =>
    platform.call('POST', '/events', body, headers);

  /** How often the event `counted` happened to a customer: each is one passage through the journey `counted`. */
  async function countOf(customerId: string): Promise<number> {
    await settled(platform, customerId);
    const id = encodeURIComponent(customerId);
    const { body } = await platform.call('GET', `/customers/${id}/enrollments?count=true&limit=1`);
    return body.page.total;
  }

  const traitsOf = async (customerId: string) => {
    await settled(platform, customerId);
    const { traits } = await platform.data('GET', `/customers/${encodeURIComponent(customerId)}`);
    delete traits.mark;
    return traits;
  };

  describe('takes', () => {
    it('one event', async () => {
      const { status, body } = await post({ event: 'counted', customerId: 'one' });
      expect({ status, body }).toEqual({ status: 202, body: { data: { accepted: 1, rejected: [] } } });
      expect(await countOf('one')).toBe(1);
    });

    it('a list of 1,000, and works every one', async () => {
      const customers = Array.from({ length: 1_000 }, (_, at) => unique(`many-${at}`));
      const { status, body } = await post(
        customers.map((customerId) => ({ event: 'counted', customerId, traits: { group: 'thousand' } })),
      );
      expect({ status, body }).toEqual({ status: 202, body: { data: { accepted: 1_000, rejected: [] } } });
      const filter = 'filter[journey][eq]=counted&filter[customerId][starts]=many-&count=true&limit=1';
      const total = await waitFor(async () => {
        const { body: list } = await platform.call('GET', `/enrollments?${filter}`);
        return list.page.total >= 1_000 && list.page.total;
      });
      expect(total).toBe(1_000);
    });

    it('an object whose member events is the list', async () => {
      const { status, body } = await post({ events: [{ event: 'counted', customerId: 'wrapped' }] });
      expect({ status, accepted: body.data.accepted }).toEqual({ status: 202, accepted: 1 });
      expect(await countOf('wrapped')).toBe(1);
    });

    it('the valid ones of a list, and says what is wrong with each of the others', async () => {
      const { status, body } = await post([
        { event: 'counted', customerId: 'half' },
        { event: 'counted' },
        { event: 'counted', customerId: 'half', properties: [], colour: 'red' },
        { event: 'counted', customerId: 'half' },
      ]);
      expect(status).toBe(202);
      expect(body.data.accepted).toBe(2);
      expect(body.data.rejected.map(({ index }: { index: number }) => index)).toEqual([1, 2]);
      const pointers = body.data.rejected[1].errors.map(({ pointer }: { pointer: string }) => pointer);
      expect(pointers.sort()).toEqual(['/2/colour', '/2/properties']);
      expect(await countOf('half')).toBe(2);
    });

    it('events of one customer in the order of the list', async () => {
      const steps = Array.from({ length: 200 }, (_, at) => ({
        event: 'step',
        customerId: 'ordered',
        traits: { last: at, [`seen_${at % 10}`]: at },
      }));
      await post(steps);
      expect(await traitsOf('ordered')).toMatchObject({ last: 199, seen_0: 190, seen_9: 199 });
    });

    it('events that occurred earlier than others that came before', async () => {
      const occurredAt = (daysAgo: number) => new Date(Date.now() - daysAgo * DAY_MS).toISOString();
      for (const days of [1, 300, 20]) {
        const { status } = await post({ event: 'counted', customerId: 'late', occurredAt: occurredAt(days) });
        expect(status).toBe(202);
      }
      expect(await countOf('late')).toBe(3);
    });

    it('traits as a merge patch, in which null removes', async () => {
      await post({ event: 'e', customerId: 'patched', traits: { a: 1, b: { c: 2, d: 3 }, gone: true } });
      await post({ event: 'e', customerId: 'patched', traits: { b: { c: null }, gone: null } });
      expect(await traitsOf('patched')).toEqual({ a: 1, b: { d: 3 } });
    });

    it('emoji, right-to-left text and, in properties, halves of emoji, unchanged', async () => {
      const traits = { emoji: '👩🏽‍🚀', rtl: 'שלום \u202eabc', ключ: 'значение' };
      const properties = { half: 'x\ud83d' };
      const { status } = await post({ event: 'événement 🎉', customerId: 'łukasz 🦊', traits, properties });
      expect(status).toBe(202);
      expect(await traitsOf('łukasz 🦊')).toEqual(traits);
    });
  });

  describe('happen once', () => {
    it('for a message id, within a list and across requests', async () => {
      const event = { event: 'counted', customerId: 'once', messageId: 'm-1' };
      await post([event, event]);
      await post(event);
      expect(await countOf('once')).toBe(1);
      await post({ ...event, messageId: 'm-2' });
      expect(await countOf('once')).toBe(2);
    });

    it('with their traits: a repeated one changes nothing', async () => {
      const event = { event: 'e', customerId: 'once-traits', messageId: 'm-1' };
      await post({ ...event, traits: { plan: 'trial' } });
      await post({ event: 'e', customerId: 'once-traits', traits: { plan: 'pro' } });
      await post({ ...event, traits: { plan: 'trial' } });
      expect(await traitsOf('once-traits')).toEqual({ plan: 'pro' });
    });

    it('for each customer apart: the same message id of another is another event', async () => {
      const lanes = Number(platform.environment['PARCOURS_LANES']);
      const neighbours = Array.from({ length: 50 }, (_, at) => `shared-${at}`).filter(
        (id) => laneOf(id, lanes) === 0,
      );
      const events = neighbours
        .slice(0, 3)
        .map((customerId) => ({ event: 'counted', customerId, messageId: 'shared' }));
      await post(events);
      await post(events);
      const counts = await Promise.all(events.map(({ customerId }) => countOf(customerId)));
      expect(counts).toEqual([1, 1, 1]);
    });

    it('for an Idempotency-Key, whose answer is repeated', async () => {
      const key = { 'idempotency-key': unique('key') };
      const body = [
        { event: 'counted', customerId: 'keyed' },
        { event: 'counted', customerId: 'keyed' },
      ];
      const first = await post(body, key);
      const second = await post(body, key);
      expect([first.status, second.status]).toEqual([202, 202]);
      expect(second.body).toEqual(first.body);
      expect(second.headers.get('idempotency-replayed')).toBe('true');
      expect(await countOf('keyed')).toBe(2);
    });

    it('but an Idempotency-Key with another body is refused', async () => {
      const key = { 'idempotency-key': unique('key') };
      await post({ event: 'counted', customerId: 'other-body' }, key);
      const { status, body } = await post(
        { event: 'counted', customerId: 'other-body', properties: {} },
        key,
      );
      expect({ status, code: body.code }).toEqual({ status: 422, code: 'idempotency.key-reused' });
      expect(await countOf('other-body')).toBe(1);
    });
  });

  describe('refuses, with the reason and the place', () => {
    async function refusal(body: unknown): Promise<{ status: number; code: string; pointers: string[] }> {
      const { status, body: problem, headers } = await post(body);
      expect(headers.get('content-type')).toContain('application/problem+json');
      const pointers = (problem.errors ?? []).map(({ pointer }: { pointer: string }) => pointer);
      return { status, code: problem.code, pointers: [...new Set<string>(pointers)] };
    }
    const at = (pointer: string) => ({ status: 400, code: 'events.invalid', pointers: [pointer] });

    it.each([
      ['1,001 events', Array.from({ length: 1_001 }, () => ({ event: 'e', customerId: 'c' }))],
      ['an empty list', []],
      ['an empty list in an object', { events: [] }],
    ])('%s', async (_what, body) => {
      expect(await refusal(body)).toEqual({ status: 400, code: 'events.wrong-count', pointers: [] });
    });

    it.each([
      ['a name that is no text', { event: 7, customerId: 'c' }, '/event'],
      ['an empty name', { event: '', customerId: 'c' }, '/event'],
      ['a name of 151 characters', { event: 'e'.repeat(151), customerId: 'c' }, '/event'],
      ['a name that Parcours keeps for itself', { event: 'journey.triggered', customerId: 'c' }, '/event'],
      ['no customer', { event: 'e' }, '/customerId'],
      ['a customer id that is no text', { event: 'e', customerId: 12 }, '/customerId'],
      ['a customer id of 10,000 characters', { event: 'e', customerId: 'c'.repeat(10_000) }, '/customerId'],
      ['a customer id with half an emoji', { event: 'e', customerId: 'c\ud83d' }, '/customerId'],
      ['a customer id that ends in a space', { event: 'e', customerId: 'c ' }, '/customerId'],
      [
        'a message id with half an emoji',
        { event: 'e', customerId: 'c', messageId: '\udc00m' },
        '/messageId',
      ],
      ['a message id that ends in a space', { event: 'e', customerId: 'c', messageId: 'm ' }, '/messageId'],
      ['properties that are a list', { event: 'e', customerId: 'c', properties: [1] }, '/properties'],
      ['traits that are null', { event: 'e', customerId: 'c', traits: null }, '/traits'],
      ['a time that is none', { event: 'e', customerId: 'c', occurredAt: 'yesterday' }, '/occurredAt'],
      [
        'a 30th of February',
        { event: 'e', customerId: 'c', occurredAt: '2026-02-30T00:00:00Z' },
        '/occurredAt',
      ],
      [
        'a time in the last century',
        { event: 'e', customerId: 'c', occurredAt: '1999-12-31T00:00:00Z' },
        '/occurredAt',
      ],
      [
        'a time next week',
        { event: 'e', customerId: 'c', occurredAt: new Date(Date.now() + 7 * DAY_MS) },
        '/occurredAt',
      ],
      ['a member that there is not', { event: 'e', customerId: 'c', userId: 'u' }, '/userId'],
    ])('%s', async (_what, body, pointer) => {
      expect(await refusal(body)).toEqual(at(pointer));
    });

    it.each([
      ['a text', '"e"'],
      ['a number', '7'],
      ['null', 'null'],
      ['a list of numbers', '[1,2]'],
    ])('a body that is %s', async (_what, text) => {
      const { status, body } = await platform.send('POST', '/events', text);
      expect({ status, code: body.code }).toEqual({ status: 400, code: 'events.invalid' });
    });

    it('a body that is no JSON, and one with a member __proto__', async () => {
      for (const text of [
        '{"event":',
        '{"event":"e","customerId":"c","traits":{"__proto__":{"admin":true}}}',
      ]) {
        const { status, body } = await platform.send('POST', '/events', text);
        expect({ status, code: body.code }).toEqual({ status: 400, code: 'http.malformed-json' });
      }
      expect(Object.hasOwn(Object.prototype, 'admin')).toBe(false);
    });

    it('a NUL character, with its place', async () => {
      const body = [
        { event: 'e', customerId: 'nul' },
        { event: 'e', customerId: 'nul', traits: { a: 'b\0c' } },
      ];
      expect(await refusal(body)).toEqual({
        status: 400,
        code: 'http.invalid-request',
        pointers: ['/1/traits/a'],
      });
    });

    it('a body of more than 1 MiB, and takes the next request', async () => {
      const { status, body } = await post({
        event: 'e',
        customerId: 'huge',
        properties: { text: 'x'.repeat(1_100_000) },
      });
      expect({ status, code: body.code }).toEqual({ status: 413, code: 'http.body-too-large' });
      expect((await post({ event: 'e', customerId: 'huge' })).status).toBe(202);
    });
  });

  it('are refused or worked, however deeply nested, and never lost', async () => {
    const statuses = new Map<number, number>();
    for (const depth of [
      50,
      500,
      1_500,
      ...Array.from({ length: 25 }, (_, at) => 2_000 + at * 250),
      100_000,
    ]) {
      const nested = '{"a":'.repeat(depth) + '1' + '}'.repeat(depth);
      const customerId = `deep-${depth}`;
      const text = `{"event":"e","customerId":"${customerId}","traits":{"reached":true},"properties":{"nested":${nested}}}`;
      const { status, body } = await platform.send('POST', '/events', text);
      statuses.set(depth, status);
      if (status === 202)
        await waitFor(() => isKnown(customerId), { describe: `${depth} levels to be worked` });
      else expect({ status, code: body.code }).toEqual({ status: 400, code: 'http.malformed-json' });
    }
    expect(statuses.get(50)).toBe(202);
    expect(statuses.get(100_000)).toBe(400);
  });

  async function isKnown(customerId: string): Promise<boolean> {
    return (await platform.call('GET', `/customers/${customerId}`)).status === 200;
  }

  it('does not hold up a lane with anything that it took', async () => {
    const lanes = Number(platform.environment['PARCOURS_LANES']);
    const customers = Array.from({ length: 100 }, (_, at) => `after-${at}`);
    for (let lane = 0; lane < lanes; lane++) {
      const customer = customers.find((id) => laneOf(id, lanes) === lane) ?? '';
      await post({ event: 'counted', customerId: customer });
      expect(await countOf(customer)).toBe(1);
    }
    expect(await platform.data('GET', '/dead-letters')).toEqual([]);
  });
});

describe('an event that was answered with 202', () => {
  it('is worked after the process was killed right behind the answer', async () => {
    const embedded = profiles.find(({ name }) => name === 'embedded')!;
    const setup = await embedded.prepare();
    const token = `prc_${'k'.repeat(43)}`;
    const environment = { ...setup.environment, PARCOURS_PORT: '0', PARCOURS_ADMIN_TOKEN: token };
    const start = () => spawnApp('api', environment, { ready: /ready on (http\S+)/ });
    const call = (url: string, path: string, init: RequestInit = {}) =>
      fetch(`${url}/api/v1${path}`, {
        ...init,
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      });
    try {
      const events = Array.from({ length: 200 }, (_, at) => ({
        event: 'e',
        customerId: `k-${at}`,
        traits: { at },
      }));
      const first = await start();
      const { status } = await call(first.ready[1]!, '/events', {
        method: 'POST',
        body: JSON.stringify(events),
      });
      first.kill('SIGKILL');
      await first.exited;
      expect(status).toBe(202);
      const second = await start();
      try {
        for (const { customerId, traits } of events) {
          const found = await waitFor(async () => {
            const answer = await call(second.ready[1]!, `/customers/${customerId}`);
            return answer.ok && ((await answer.json()) as { data: { traits: object } });
          });
          expect(found.data.traits).toEqual(traits);
        }
      } finally {
        await second.stop();
      }
    } finally {
      await setup.dispose();
    }
  });
});

import { profiles, waitFor } from '@parcours/testing';
import { settled } from './support/journeys.js';
import { startPlatform } from './support/platform.js';
import type { Answer, Platform } from './support/platform.js';

interface Pointed {
  readonly pointer: string;
  readonly code: string;
}

describe.each(profiles)('what is known of a customer (C5, D4) on $name', (profile) => {
  let platform: Platform;
  beforeAll(async () => {
    platform = await startPlatform(profile, { environment: { PARCOURS_TIMEZONE: 'Europe/Brussels' } });
  });
  afterAll(() => platform.stop());

  const put = (id: string, body: object) => platform.call('PUT', `/customers/${id}`, body);
  const patch = (id: string, body: object) => platform.call('PATCH', `/customers/${id}`, body);
  const read = (id: string) => platform.data('GET', `/customers/${id}`);
  const idsOf = async (query: string) =>
    (await platform.data('GET', `/customers?${query}`)).map(({ id }: { id: string }) => id);
  const pointers = ({ body }: Answer) => body.errors.map(({ pointer }: Pointed) => pointer);

  describe('addresses', () => {
    it('are lists whose first is the trait', async () => {
      const { body } = await put('a-1', {
        traits: { country: 'FR' },
        emails: ['Ada@Example.com', 'ada@work.example', 'ADA@example.com'],
        phones: ['06 12 34 56 78', '+44 7911 123456'],
      });
      expect(body.data).toMatchObject({
        traits: { country: 'FR', email: 'Ada@Example.com', phone: '+33612345678' },
        emails: ['Ada@Example.com', 'ada@work.example'],
        phones: ['+33612345678', '+447911123456'],
      });
    });

    it('move up when the first is taken away, and stay when another comes first', async () => {
      await put('a-2', { traits: {}, emails: ['one@example.com', 'two@example.com'] });
      await patch('a-2', { traits: { email: null } });
      expect((await read('a-2')).emails).toEqual(['two@example.com']);
      await patch('a-2', { traits: { email: 'three@example.com' }, tags: ['x'] });
      expect((await read('a-2')).emails).toEqual(['three@example.com']);
    });

    it.each([
      ['an email that is none', { traits: {}, emails: ['ada@example.com', 'ada'] }, '/emails/1'],
      ['an email in a trait that is none', { traits: { email: 'ada' } }, '/traits/email'],
      ['an email that is a number', { traits: { email: 5 } }, '/traits/email'],
      ['a number of no country', { traits: { phone: '06 12 34 56 78' } }, '/traits/phone'],
      ['a number that is too short', { traits: {}, phones: ['+3361234'] }, '/phones/0'],
      [
        'a trait and a list that contradict',
        { traits: { email: 'a@example.com' }, emails: ['b@example.com'] },
        '/traits/email',
      ],
    ])('are refused where %s is given', async (_what, body, pointer) => {
      const answer = await put('a-3', body);
      expect({ status: answer.status, code: answer.body.code, at: pointers(answer) }).toEqual({
        status: 422,
        code: 'audience.invalid-customer',
        at: [pointer],
      });
      expect((await platform.call('GET', '/customers/a-3')).status).toBe(404);
    });

    it('that an event brought and nobody can use stop no change of something else', async () => {
      const traits = { email: 'not an address', phone: 'call me' };
      await platform.data('POST', '/events', { event: 'e', customerId: 'a-4', traits });
      await settled(platform, 'a-4');
      expect((await patch('a-4', { traits: { plan: 'pro' } })).status).toBe(200);
      expect((await read('a-4')).traits).toMatchObject({ ...traits, plan: 'pro' });
    });

    it('are brought into one form when events bring them', async () => {
      const traits = { phone: '07911 123456', country: 'gb' };
      await platform.data('POST', '/events', { event: 'e', customerId: 'a-5', traits });
      await settled(platform, 'a-5');
      expect((await read('a-5')).phones).toEqual(['+447911123456']);
    });
  });

  describe('the time zone', () => {
    it.each([
      ['given', { timezone: 'Asia/Tokyo', country: 'FR' }, 'Asia/Tokyo'],
      ['phone', { timezone: 'Mars/Olympus', phone: '+81312345678', country: 'FR' }, 'Asia/Tokyo'],
      ['country', { country: 'fr' }, 'Europe/Paris'],
      ['country', { address: { country: 'US' } }, 'America/New_York'],
      ['default', { country: 'Atlantis' }, 'Europe/Brussels'],
    ])('is known by %s', async (source, traits, name) => {
      const { body } = await put(`z-${source}`, { traits });
      expect(body.data.timezone).toEqual({ name, source });
    });
  });

  it('is emptied by PUT and by null, and kept by PATCH', async () => {
    const device = { token: 'abc', platform: 'ios' };
    await put('m-1', { traits: { a: 1 }, tags: ['b', 'a', 'b'], devices: [device, device] });
    expect(await read('m-1')).toMatchObject({ tags: ['a', 'b'], devices: [device] });
    await patch('m-1', { traits: { b: { c: 1, d: null } } });
    expect(await read('m-1')).toMatchObject({ traits: { a: 1, b: { c: 1 } }, tags: ['a', 'b'] });
    await patch('m-1', { tags: null, traits: null });
    expect(await read('m-1')).toMatchObject({ traits: {}, tags: [], devices: [device] });
    await put('m-1', { traits: { z: 1 } });
    expect(await read('m-1')).toMatchObject({ traits: { z: 1 }, devices: [] });
  });

  describe('traits that cannot be kept', () => {
    const deep = (levels: number): unknown => (levels === 0 ? 1 : { a: deep(levels - 1) });
    // An event is held to a size as a whole before anything of it is looked at.
    const cases: [string, string, string, string?][] = [
      ['a lone surrogate', '{"traits":{"a":"x\\ud800"}}', '/traits/a'],
      ['a lone surrogate in a name', '{"traits":{"x\\udc00":1}}', '/traits'],
      ['a forbidden name', '{"traits":{"a":{"constructor":1}}}', '/traits/a'],
      ['a text of 1 MB', JSON.stringify({ traits: { a: 'x'.repeat(900_000) } }), '/traits/a', ''],
      ['too many levels', JSON.stringify({ traits: { a: deep(25) } }), `/traits${'/a'.repeat(20)}`],
      ['a name of 10,000 characters', JSON.stringify({ traits: { ['n'.repeat(10_000)]: 1 } }), '/traits'],
      [
        'too much altogether',
        JSON.stringify({
          traits: Object.fromEntries(Array.from({ length: 6 }, (_, at) => [at, 'x'.repeat(60_000)])),
        }),
        '/traits',
        '',
      ],
    ];

    it.each(cases)('hold %s', async (_what, text, pointer, inEvent = pointer) => {
      const put = await platform.send('PUT', '/customers/bad-1', text);
      expect({ status: put.status, at: pointers(put) }).toEqual({ status: 422, at: [pointer] });
      expect((await platform.call('GET', '/customers/bad-1')).status).toBe(404);
      const event = `{"event":"e","customerId":"bad-1",${text.slice(1)}`;
      const sent = await platform.send('POST', '/events', event);
      expect({ status: sent.status, at: pointers(sent) }).toEqual({ status: 400, at: [inEvent] });
    });

    it('are members of a prototype or NUL characters, which no body may hold', async () => {
      for (const text of ['{"traits":{"__proto__":{"a":1}}}', '{"traits":{"a":"\\u0000"}}']) {
        expect((await platform.send('PUT', '/customers/bad-1', text)).status).toBe(400);
      }
    });

    it('are more than one customer can have, however few came at once', async () => {
      const some = (from: number) =>
        Object.fromEntries(Array.from({ length: 300 }, (_, at) => [`t${from + at}`, at]));
      expect((await put('many', { traits: some(0) })).status).toBe(201);
      const answer = await patch('many', { traits: some(300) });
      expect([answer.status, answer.body.errors[0].code]).toEqual([422, 'audience.too-many-traits']);
    });
  });

  describe('declared traits', () => {
    beforeAll(async () => {
      const declare = (key: string, document: object) =>
        platform.publish('traits', key, { name: key, ...document });
      await declare('city', {
        trait: 'address.city',
        schema: { type: 'string', maxLength: 50 },
        indexed: true,
      });
      await declare('age', { trait: 'age', schema: { type: 'integer', minimum: 0 }, indexed: true });
      await declare('vip', { trait: 'vip', schema: { type: 'boolean' }, indexed: true });
      await declare('plan', { trait: 'plan', schema: { enum: ['trial', 'pro'] } });
      const filterable = async () =>
        (await platform.data('GET', '/trait-inventory')).traits.filter(
          (t: { filterable: boolean }) => t.filterable,
        );
      await waitFor(async () => (await filterable()).length === 3, { describe: 'three indexes' });
      const people: [string, object][] = [
        ['l-1', { address: { city: 'Lyon' }, age: 30, vip: true }],
        ['l-2', { address: { city: 'Lyon' }, age: 9, vip: false }],
        ['l-3', { address: { city: 'Lille' }, age: 101 }],
        ['l-4', { address: { city: 'lyon' } }],
      ];
      for (const [id, traits] of people) await put(id, { traits });
    });

    it('are checked, each with its pointer', async () => {
      const answer = await put('d-1', { traits: { address: { city: 5 }, age: -1, plan: 'gold', other: [] } });
      expect(answer.status).toBe(422);
      expect(answer.body.errors).toEqual([
        expect.objectContaining({ pointer: '/traits/address/city', code: 'audience.trait-value' }),
        expect.objectContaining({ pointer: '/traits/age', code: 'audience.trait-value' }),
        expect.objectContaining({ pointer: '/traits/plan', code: 'audience.trait-value' }),
      ]);
    });

    it.each([
      ['filter[traits.address.city][eq]=Lyon', ['l-1', 'l-2']],
      ['filter[traits.address.city][in]=Lille,lyon', ['l-3', 'l-4']],
      ['filter[traits.address.city][starts]=L', ['l-3', 'l-1', 'l-2']],
      ['filter[traits.age][gte]=30', ['l-1', 'l-3']],
      ['filter[traits.age][lt]=31&sort=-traits.age', ['l-1', 'l-2']],
      ['filter[traits.vip][eq]=false', ['l-2']],
      ['filter[traits.address.city][eq]=Lyon&filter[traits.vip][eq]=true', ['l-1']],
      ['filter[id][starts]=l-&sort=-traits.age', ['l-3', 'l-1', 'l-2', 'l-4']],
    ])('find customers by %s', async (query, ids) => {
      expect(await idsOf(query)).toEqual(ids);
    });

    it('lead through pages of any size', async () => {
      const seen: string[] = [];
      let cursor = '';
      do {
        const path = `/customers?filter[traits.address.city][starts]=L&limit=1${cursor}`;
        const { body } = await platform.call('GET', path);
        seen.push(...body.data.map(({ id }: { id: string }) => id));
        cursor = body.page.next === null ? '' : `&cursor=${body.page.next}`;
      } while (cursor !== '');
      expect(seen).toEqual(['l-3', 'l-1', 'l-2']);
    });

    it('are found by what events change them to', async () => {
      await platform.data('POST', '/events', {
        event: 'e',
        customerId: 'l-9',
        traits: { address: { city: 'Nice' } },
      });
      await settled(platform, 'l-9');
      expect(await idsOf('filter[traits.address.city][eq]=Nice')).toEqual(['l-9']);
    });

    it.each([
      ['no index of its own', 'filter[traits.plan][eq]=pro', 422, 'audience.trait-not-indexed'],
      ['no declaration', 'filter[traits.nickname][eq]=ada', 422, 'audience.trait-not-indexed'],
      ['no declaration, in an order', 'sort=traits.nickname', 422, 'audience.trait-not-indexed'],
      [
        'an index that cannot look inside',
        'filter[traits.address.city][contains]=yo',
        400,
        'http.invalid-request',
      ],
      ['another name', 'filter[mail][eq]=x', 400, 'http.invalid-request'],
    ])('with %s are no filter', async (_what, query, status, code) => {
      const answer = await platform.call('GET', `/customers?${query}`);
      expect([answer.status, answer.body.code]).toEqual([status, code]);
    });

    it('are listed beside those that nobody declared', async () => {
      await put('inv', { traits: { nickname: 'ada', address: { zip: 69001 } } });
      const { traits } = await platform.data('GET', '/trait-inventory');
      const byName = new Map(traits.map((each: { trait: string }) => [each.trait, each]));
      expect(byName.get('address.city')).toMatchObject({ declaration: 'city', filterable: true });
      expect(byName.get('nickname')).toMatchObject({
        declaration: null,
        filterable: false,
        types: { text: 1 },
      });
      expect(byName.get('address.zip')).toMatchObject({ types: { number: 1 } });
    });

    it('lose their index with their declaration', async () => {
      await platform.publish('traits', 'shoe', {
        name: 'Shoe',
        trait: 'shoe',
        schema: { type: 'number' },
        indexed: true,
      });
      const status = async () => (await platform.call('GET', '/customers?filter[traits.shoe][eq]=42')).status;
      await waitFor(async () => (await status()) === 200, { describe: 'the index' });
      await platform.data('POST', '/traits/shoe/unpublish', {});
      await waitFor(async () => (await status()) === 422, { describe: 'the index to be gone' });
      expect(await idsOf('filter[traits.age][eq]=30')).toEqual(['l-1']);
    });
  });

  describe('a list', () => {
    beforeAll(async () => {
      await put('s-1', {
        traits: {},
        emails: ['first@list.example', 'both@list.example'],
        tags: ['red', 'blue'],
      });
      await put('s-2', { traits: { email: 'Both@list.example', phone: '+33612345001' }, tags: ['red'] });
      await put('s-3', { traits: {}, phones: ['+33612345002', '+33612345001'] });
    });

    it.each([
      ['filter[email][eq]=both@LIST.example', ['s-1', 's-2']],
      ['filter[email][in]=first@list.example,nobody@list.example', ['s-1']],
      ['filter[phone][eq]=%2B33%206%2012%2034%2050%2001', ['s-2', 's-3']],
      ['filter[tag][eq]=red&sort=-id', ['s-2', 's-1']],
      ['filter[tag][eq]=blue', ['s-1']],
      ['filter[id][in]=s-3,s-1', ['s-1', 's-3']],
    ])('by %s', async (query, ids) => {
      expect(await idsOf(query)).toEqual(ids);
    });

    it('follows every change of what customers are found by', async () => {
      await patch('s-3', { emails: ['x@list.example', 'moved@list.example'] });
      await patch('s-3', { emails: ['moved@list.example'], tags: ['green'] });
      expect(await idsOf('filter[email][eq]=x@list.example')).toEqual([]);
      expect(await idsOf('filter[email][eq]=moved@list.example')).toEqual(['s-3']);
      expect(await idsOf('filter[tag][eq]=green')).toEqual(['s-3']);
    });
  });

  describe('deleted', () => {
    it('takes everything along, and the id begins anew', async () => {
      await put('gone', { traits: { email: 'gone@example.com' }, tags: ['gone'] });
      await settled(platform, 'gone');
      const stale = await platform.call('DELETE', '/customers/gone', undefined, { 'if-match': '"1"' });
      expect(stale.status).toBe(412);
      expect((await platform.call('DELETE', '/customers/gone')).status).toBe(204);
      expect((await platform.call('GET', '/customers/gone')).status).toBe(404);
      expect((await platform.call('DELETE', '/customers/gone')).status).toBe(404);
      expect(await idsOf('filter[tag][eq]=gone')).toEqual([]);
      expect((await put('gone', { traits: {} })).status).toBe(201);
      expect(await read('gone')).toMatchObject({ revision: 1, emails: [], tags: [] });
    });
  });
});

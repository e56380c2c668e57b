import { gzipSync } from 'node:zlib';

import { profiles, waitFor } from '@parcours/testing';
import * as fc from 'fast-check';

import { settled, unique } from './support/journeys.js';
import { startPlatform } from './support/platform.js';
import type { Platform } from './support/platform.js';

interface Collected {
  readonly status: number;
  readonly headers: Headers;
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- answers are looked at by assertions alone
  readonly body: any;
}

describe.each(profiles)('the collector (A4, C5) on $name', (profile) => {
  let platform: Platform;
  let writeKey: string;
  let origin: string;
  beforeAll(async () => {
    platform = await startPlatform(profile, { environment: { PARCOURS_LANES: '2' } });
    const token = await platform.data('POST', '/api-tokens', { name: 'web', scopes: ['events:write'] });
    writeKey = token.token;
    origin = platform.url;
  });
  afterAll(() => platform.stop());

  const basic = (key: string) => `Basic ${Buffer.from(`${key}:`).toString('base64')}`;

  async function post(path: string, body: unknown, headers: Record<string, string> = {}): Promise<Collected> {
    const isRaw = typeof body === 'string' || body instanceof Uint8Array;
    const response = await fetch(`${origin}/v1/${path}`, {
      method: 'POST',
      headers: { authorization: basic(writeKey), 'content-type': 'application/json', ...headers },
      body: isRaw ? body : JSON.stringify(body),
    });
    const text = await response.text();
    return {
      status: response.status,
      headers: response.headers,
      body: text === '' ? undefined : JSON.parse(text),
    };
  }

  const customer = async (id: string) => {
    await settled(platform, id);
    const { traits } = await platform.data('GET', `/customers/${encodeURIComponent(id)}`);
    delete traits.mark;
    return traits;
  };

  const SUCCESS = { success: true };

  describe('takes', () => {
    it.each([
      ['identify', { traits: { plan: 'trial' } }],
      ['track', { event: 'Song Played', properties: { title: 'Dolce' } }],
      ['page', { name: 'Pricing', properties: { url: 'https://example.com' } }],
      ['screen', { name: 'Home', category: 'Start' }],
      ['group', { groupId: 'acme', traits: { employees: 420 } }],
      ['alias', { previousId: 'anon-1' }],
    ])('a call to %s, of a customer and of a device', async (type, call) => {
      const userId = unique(type);
      const { status, body } = await post(type, { userId, ...call });
      expect({ status, body }).toEqual({ status: 200, body: SUCCESS });
      const batch = await post('batch', { batch: [{ type, userId, ...call }] });
      expect(batch).toMatchObject({ status: 200, body: SUCCESS });
      expect(await customer(userId)).toEqual(expect.any(Object));
      if (type === 'alias') return;
      const anonymousId = unique(`anon-${type}`);
      expect((await post(type, { anonymousId, userId: null, ...call })).status).toBe(200);
      expect(await customer(anonymousId)).toEqual(expect.any(Object));
    });

    it('traits of an identify, wherever a library has them, and those of a group', async () => {
      const userId = unique('traits');
      await post('identify', { userId, traits: { plan: 'trial', old: 1 } });
      await post('identify', { userId, context: { traits: { city: 'Lyon' } } });
      await post('identify', { userId, traits: { old: null } });
      await post('group', { userId, groupId: 'acme', traits: { plan: 'enterprise' } });
      expect(await customer(userId)).toEqual({
        ...{ plan: 'trial', city: 'Lyon', group: { id: 'acme', plan: 'enterprise' } },
      });
    });

    it('numbers for ids, and bodies packed by gzip', async () => {
      const userId = 100_000 + Number(unique('').replaceAll(/\D/g, '').slice(-8));
      const packed = gzipSync(JSON.stringify({ userId, traits: { packed: true } }));
      const { status } = await post('identify', packed, { 'content-encoding': 'gzip' });
      expect(status).toBe(200);
      expect(await customer(String(userId))).toEqual({ packed: true });
    });

    it('the key in the body, in plain text, as a browser sends it without asking first', async () => {
      const userId = unique('beacon');
      const response = await fetch(`${origin}/v1/identify`, {
        method: 'POST',
        headers: { 'content-type': 'text/plain', origin: 'https://shop.example.com' },
        body: JSON.stringify({ writeKey, userId, traits: { by: 'beacon' } }),
      });
      expect(response.status).toBe(200);
      expect(response.headers.get('access-control-allow-origin')).toBe('*');
      expect(await customer(userId)).toEqual({ by: 'beacon' });
    });

    it('questions of browsers before they send', async () => {
      const response = await fetch(`${origin}/v1/batch`, {
        method: 'OPTIONS',
        headers: { origin: 'https://shop.example.com', 'access-control-request-method': 'POST' },
      });
      expect(response.status).toBe(204);
      expect(response.headers.get('access-control-allow-origin')).toBe('*');
      expect(response.headers.get('access-control-allow-headers')).toContain('authorization');
      const elsewhere = await fetch(`${origin}/api/v1/events`, { method: 'OPTIONS' });
      expect(elsewhere.headers.get('access-control-allow-origin')).toBeNull();
    });

    it('the good calls of a batch, and says what is wrong with the others', async () => {
      const userId = unique('half');
      const { status, body } = await post('batch', {
        batch: [
          { type: 'identify', userId, traits: { first: true } },
          { type: 'dance', userId },
          { type: 'track', userId },
          { type: 'track', event: 'x' },
          { type: 'alias', userId },
          { type: 'track', userId, event: 'journey.triggered' },
          { type: 'track', userId, event: 'x', properties: { text: 'x'.repeat(40_000) } },
          7,
          { type: 'identify', userId, traits: { last: true } },
        ],
      });
      expect(status).toBe(200);
      expect(body.success).toBe(true);
      const told = body.rejected.map(
        ({ index, errors }: { index: number; errors: { pointer: string }[] }) => [index, errors[0]?.pointer],
      );
      expect(told).toEqual([
        [1, '/batch/1/type'],
        [2, '/batch/2/event'],
        [3, '/batch/3'],
        [4, '/batch/4/previousId'],
        [5, '/batch/5/event'],
        [6, '/batch/6'],
        [7, '/batch/7'],
      ]);
      expect(await customer(userId)).toEqual({ first: true, last: true });
    });

    it('2,500 calls at once, and none', async () => {
      const group = unique('lots');
      const batch = Array.from({ length: 2_500 }, (_, at) => ({
        ...{
          type: 'identify',
          userId: `${group}-${at % 50}`,
          messageId: `m-${at}`,
          traits: { [`t${at % 10}`]: at },
        },
      }));
      expect(await post('batch', { batch })).toMatchObject({ status: 200, body: SUCCESS });
      expect(await customer(`${group}-49`)).toEqual({ t9: 2_499 });
      expect(await post('batch', { batch: [] })).toMatchObject({ status: 200, body: SUCCESS });
    });
  });

  describe('refuses', () => {
    it.each<[string, string, unknown, number, string]>([
      ['a body that is no JSON', 'track', '{"userId":', 400, 'http.malformed-json'],
      ['a body that is a list', 'track', [], 400, 'events.invalid'],
      ['no body', 'track', '', 400, 'events.invalid'],
      ['a batch of nothing', 'batch', {}, 400, 'http.invalid-request'],
      ['a batch whose calls are all wrong', 'batch', { batch: [{ type: 'x' }] }, 400, 'events.invalid'],
      [
        '2,501 calls',
        'batch',
        { batch: Array.from({ length: 2_501 }, () => 1) },
        400,
        'http.invalid-request',
      ],
      [
        'more than 500 KB',
        'batch',
        { batch: [], context: { a: 'x'.repeat(512_000) } },
        413,
        'http.body-too-large',
      ],
      [
        'a context that poisons',
        'batch',
        '{"batch":[],"context":{"__proto__":{"a":1}}}',
        400,
        'events.invalid',
      ],
      [
        'an id of 10,000 characters',
        'track',
        { userId: 'u'.repeat(10_000), event: 'e' },
        400,
        'events.invalid',
      ],
    ])('%s', async (_what, path, body, status, code) => {
      expect(await post(path, body)).toMatchObject({ status, body: { code } });
    });

    it('what was packed wrongly, or unpacks to too much', async () => {
      const broken = await post('track', Buffer.from('no gzip'), { 'content-encoding': 'gzip' });
      expect(broken.status).toBe(400);
      const bomb = gzipSync(Buffer.alloc(20_000_000, ' '));
      expect((await post('track', bomb, { 'content-encoding': 'gzip' })).status).toBe(413);
      const other = await post('track', '{}', { 'content-encoding': 'br' });
      expect(other).toMatchObject({ status: 415, body: { code: 'http.unsupported-encoding' } });
    });

    it('an unknown key with 401, and one that may not write events with 403', async () => {
      const reader = await platform.data('POST', '/api-tokens', { name: 'r', scopes: ['customers:read'] });
      const call = { userId: 'u', event: 'e' };
      const statuses = [];
      for (const authorization of [
        basic('abc123'),
        basic(''),
        'Basic !',
        'Bearer abc',
        basic(reader.token),
      ]) {
        statuses.push((await post('track', call, { authorization })).status);
      }
      expect(statuses).toEqual([401, 401, 401, 401, 403]);
      expect((await post('track', call, { authorization: `Bearer ${writeKey}` })).status).toBe(200);
    });

    it('a write key where a token is asked for', async () => {
      const { status } = await platform.call('GET', '/customers/u', undefined, {
        authorization: basic(writeKey),
      });
      expect(status).toBe(401);
    });
  });

  it('never answers 5xx, and goes on to work, whatever is sent to it', async () => {
    const nasty = fc.constantFrom<unknown>(
      '__proto__',
      'constructor',
      '\0',
      '\ud83d',
      '',
      null,
      -0,
      1e308,
      'x'.repeat(300),
    );
    const { tree } = fc.letrec((tie) => ({
      tree: fc.oneof(
        { maxDepth: 4 },
        nasty,
        fc.jsonValue(),
        fc.array(tie('tree'), { maxLength: 3 }),
        tie('object'),
      ),
      object: fc.dictionary(
        fc.oneof(fc.string(), fc.constantFrom('__proto__', 'a\0', 'type', 'traits')),
        tie('tree'),
        {
          maxKeys: 4,
        },
      ),
    }));
    const member = <T>(good: fc.Arbitrary<T>) =>
      fc.option(fc.oneof({ weight: 3, arbitrary: good }, tree), { nil: undefined });
    const call = fc.record({
      type: fc.oneof(fc.constantFrom('identify', 'track', 'page', 'screen', 'group', 'alias'), tree),
      userId: member(fc.string({ unit: 'binary' })),
      anonymousId: member(fc.uuid()),
      previousId: member(fc.string()),
      groupId: member(fc.string()),
      event: member(fc.string({ unit: 'binary' })),
      messageId: member(fc.string()),
      traits: member(fc.dictionary(fc.string(), fc.jsonValue())),
      properties: member(fc.dictionary(fc.string(), fc.jsonValue())),
      context: member(fc.record({ channel: tree, device: tree, traits: tree }, { requiredKeys: [] })),
      timestamp: member(fc.date({ noInvalidDate: false }).map(String)),
      sentAt: member(
        fc.constantFrom('0000-01-01T00:00:00Z', '9999-12-31T00:00:00Z', '+275760-09-13T00:00:00Z'),
      ),
    });
    const path = fc.constantFrom('identify', 'track', 'page', 'screen', 'group', 'alias', 'batch');
    const body = fc.oneof(
      call,
      fc.record({ batch: fc.array(call, { maxLength: 6 }), context: tree, sentAt: tree }),
      tree,
    );
    const seen = new Set<number>();
    await fc.assert(
      fc.asyncProperty(path, body, async (to, sent) => {
        const { status } = await post(to, JSON.stringify(sent));
        seen.add(status);
        expect(status).toBeLessThan(500);
      }),
      { numRuns: 400 },
    );
    expect([...seen].sort()).toEqual([200, 400]);
    for (const userId of Array.from({ length: 8 }, () => unique('after'))) {
      await post('identify', { userId, traits: { worked: true } });
      await waitFor(async () => (await customer(userId)).worked === true, {
        describe: `${userId} to be worked`,
      });
    }
    expect(await platform.data('GET', '/dead-letters')).toEqual([]);
  });
});

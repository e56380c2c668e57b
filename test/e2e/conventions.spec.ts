import { Controller, Get, Post } from '@nestjs/common';
import { ApiOperation } from '@nestjs/swagger';
import { TOUCHPOINT_TYPE } from '@parcours/catalog';
import {
  AnyQuery,
  HealthChecks,
  HttpErrors,
  IdempotencyKey,
  Idempotent,
  Public,
  Scope,
} from '@parcours/http';
import { profiles } from '@parcours/testing';

import { type RunningApi, startApi } from './support/running-api.js';

const calls = { made: 0 };
let gate: Promise<void> | undefined;

@Controller('probe')
class ProbeController {
  @Post('counted')
  @Scope('probe:write')
  @Idempotent()
  @ApiOperation({ summary: 'Counts' })
  async counted(@IdempotencyKey() key: string | undefined) {
    calls.made++;
    await gate;
    return { data: { made: calls.made, key: key ?? null } };
  }

  @Post('broken')
  @Scope('probe:write')
  @Idempotent()
  @ApiOperation({ summary: 'Fails' })
  broken() {
    calls.made++;
    throw Object.assign(new Error('secret of ada@example.com'), { sql: 'SELECT secret' });
  }

  @Get('open')
  @Public()
  @AnyQuery()
  @ApiOperation({ summary: 'Open' })
  open() {
    return { data: 'open' };
  }
}

@Controller('forgetful')
class ForgetfulController {
  @Get()
  list() {
    return {};
  }
}

const A_TOUCHPOINT = { name: 'A letter', kind: 'physical', direction: 'outbound' };

describe.each(profiles)('the conventions of the API on $name', (profile) => {
  let api: RunningApi;

  beforeAll(async () => {
    api = await startApi(profile, { types: [TOUCHPOINT_TYPE], controllers: [ProbeController] });
  });

  afterAll(async () => {
    await api.close();
  });

  async function newToken(scopes: string[], expiresAt?: string) {
    const { body } = await api.call('POST', 'api-tokens', { body: { name: 'a tool', scopes, expiresAt } });
    return body.data as { id: string; token: string; hint: string };
  }

  async function problemsOf(body: unknown) {
    const answer = await api.call('POST', 'touchpoints', { body });
    return {
      status: answer.status,
      code: answer.body.code,
      pointers: answer.body.errors.map((e: any) => e.pointer),
    };
  }

  describe('authentication', () => {
    it.each([
      ['no token', null],
      ['an unknown token', `prc_${'b'.repeat(43)}`],
    ])('refuses %s with 401 and says how to authenticate', async (_what, token) => {
      const answer = await api.call('GET', 'touchpoints', { token });
      expect(answer).toMatchObject({ status: 401, body: { code: 'http.unauthenticated' } });
      expect(answer.headers.get('www-authenticate')).toMatch(/^Bearer/);
    });

    it('refuses an expired token', async () => {
      const { token } = await newToken(['touchpoints:read'], '2020-01-01T00:00:00Z');
      expect((await api.call('GET', 'touchpoints', { token })).status).toBe(401);
    });

    it('names the scope that a token lacks', async () => {
      const { token } = await newToken(['touchpoints:read']);
      expect((await api.call('GET', 'touchpoints', { token })).status).toBe(200);
      const answer = await api.call('POST', 'touchpoints', { token, body: { key: 'x', name: 'x' } });
      expect(answer).toMatchObject({ status: 403, body: { code: 'http.missing-scope' } });
      expect(answer.body.detail).toContain('touchpoints:write');
    });

    it('takes a wildcard for a whole area and for no other', async () => {
      const { token } = await newToken(['touchpoints:*']);
      expect((await api.call('PUT', 'touchpoints/wild', { token, body: A_TOUCHPOINT })).status).toBe(201);
      expect((await api.call('GET', 'api-tokens', { token })).status).toBe(403);
    });

    it('forgets a revoked token at once', async () => {
      const { id, token } = await newToken(['touchpoints:read']);
      expect((await api.call('GET', 'touchpoints', { token })).status).toBe(200);
      expect((await api.call('DELETE', `api-tokens/${id}`)).status).toBe(204);
      expect((await api.call('GET', 'touchpoints', { token })).status).toBe(401);
      expect((await api.call('GET', `api-tokens/${id}`)).body.data.revokedAt).toMatch(/^20.*Z$/);
    });

    it('shows a token once and never again', async () => {
      const { id, token, hint } = await newToken(['touchpoints:read']);
      expect(token).toMatch(/^prc_[A-Za-z0-9_-]{43}$/);
      expect(token.startsWith(hint)).toBe(true);
      const read = await api.call('GET', `api-tokens/${id}`);
      const list = await api.call('GET', 'api-tokens?limit=200');
      expect(JSON.stringify([read.body, list.body])).not.toContain(token);
    });

    it('gives no scope away that the giver lacks', async () => {
      const { token } = await newToken(['tokens:write', 'touchpoints:read']);
      const body = { name: 'x', scopes: ['touchpoints:read', 'touchpoints:write'] };
      expect(await api.call('POST', 'api-tokens', { token, body })).toMatchObject({
        status: 403,
        body: { code: 'tokens.scope-beyond-own' },
      });
    });

    it('refuses a scope that no route asks for', async () => {
      const answer = await api.call('POST', 'api-tokens', {
        body: { name: 'x', scopes: ['touchpoint:read'] },
      });
      expect(answer.status).toBe(400);
      expect(answer.body.errors).toEqual([
        expect.objectContaining({
          pointer: '/scopes/0',
          detail: expect.stringContaining('touchpoints:read'),
        }),
      ]);
    });

    it('answers 404 for a token that is not there', async () => {
      expect((await api.call('GET', 'api-tokens/12')).body.code).toBe('tokens.not-found');
    });

    it('leaves public routes open', async () => {
      expect((await api.call('GET', 'probe/open?utm_source=x', { token: null })).status).toBe(200);
    });

    it('does not start with a route that forgot its scope', async () => {
      const start = startApi(profile, { types: [], controllers: [ForgetfulController] });
      await expect(start).rejects.toThrow(/ForgetfulController\.list/);
    });
  });

  describe('errors', () => {
    it('are problem+json with a stable type, a code, and the request as the instance', async () => {
      const { headers, status, body } = await api.call('GET', 'touchpoints/nobody');
      expect(headers.get('content-type')).toMatch(/^application\/problem\+json/);
      expect(status).toBe(404);
      expect(body).toEqual({
        type: 'urn:parcours:problem:content.not-found',
        title: 'Content not found',
        status: 404,
        detail: "There is no touchpoint 'nobody'.",
        code: 'content.not-found',
        instance: `urn:uuid:${headers.get('x-request-id') ?? ''}`,
      });
    });

    it('point at every unknown, mistyped and disallowed member at once', async () => {
      const body = { key: 'x', name: 'x', knd: 'human', kind: 'humn', devices: 'phone' };
      expect(await problemsOf(body)).toEqual({
        status: 400,
        code: 'http.invalid-request',
        pointers: expect.arrayContaining(['/knd', '/kind', '/devices']),
      });
    });

    it.each([
      ['a body that is no JSON', '{"key"', 'http.malformed-json'],
      ['a member named __proto__', '{"__proto__":{"a":1}}', 'http.malformed-json'],
      ['a NUL character', '{"key":"a","name":"\\u0000"}', 'http.invalid-request'],
      ['a body of another kind', '[1]', 'http.invalid-request'],
      [
        'a body nested too deeply',
        `{"key":"a","name":${'['.repeat(200_000)}${']'.repeat(200_000)}}`,
        'http.invalid-request',
      ],
    ])('refuse %s with 400', async (_what, text, code) => {
      expect(await api.call('POST', 'touchpoints', { text })).toMatchObject({ status: 400, body: { code } });
    });

    it('refuse a body past 1 MiB with 413', async () => {
      const text = JSON.stringify({ key: 'big', name: 'x'.repeat(1_048_576) });
      expect(await api.call('POST', 'touchpoints', { text })).toMatchObject({
        status: 413,
        body: { code: 'http.body-too-large' },
      });
    });

    it('take a body of just under 1 MiB', async () => {
      const text = JSON.stringify({ key: 'big', name: 'x', description: 'x'.repeat(1_048_000) });
      expect((await api.call('POST', 'touchpoints', { text })).status).toBe(201);
    });

    it('refuse another media type with 415', async () => {
      const answer = await api.call('POST', 'touchpoints', {
        text: 'x',
        headers: { 'content-type': 'text/plain' },
      });
      expect(answer).toMatchObject({ status: 415, body: { code: 'http.unsupported-media-type' } });
    });

    it.each([
      ['of no route', '/api/v1/nowhere', 404, 'http.route-not-found'],
      ['that is badly encoded', '/api/v1/%zz', 400, 'http.malformed-request'],
      ['that is too long', `/api/v1/touchpoints/${'x'.repeat(600)}`, 414, 'http.uri-too-long'],
      ['with a NUL character', '/api/v1/touchpoints/a%00b', 400, 'http.invalid-request'],
    ])('answer for an address %s', async (_what, path, status, code) => {
      const answer = await api.call('GET', path);
      expect(answer).toMatchObject({ status, body: { code } });
      expect(answer.headers.get('content-type')).toMatch(/^application\/problem\+json/);
    });

    it('refuse query parameters that mean nothing', async () => {
      const answer = await api.call('GET', 'touchpoints/big?expand=all');
      expect(answer).toMatchObject({ status: 400, body: { errors: [{ pointer: '/expand' }] } });
    });

    it('never let out what went wrong inside', async () => {
      const { status, body } = await api.call('POST', 'probe/broken');
      expect({ status, code: body.code }).toEqual({ status: 500, code: 'http.internal' });
      expect(JSON.stringify(body)).not.toMatch(/ada@|SELECT|secret|\.ts|at /);
    });
  });

  describe('lists', () => {
    const kinds = ['digital', 'human'];

    beforeAll(async () => {
      for (let at = 0; at < 7; at++) {
        const body = {
          key: `list-${String(at)}`,
          name: { en: at === 3 ? '100% of it' : `Place ${String(at)}` },
          kind: kinds[at % 2],
          direction: 'both',
          ...(at > 3 && { phase: at === 6 ? 'late' : 'early' }),
        };
        await api.call('POST', 'touchpoints', { body });
      }
      await api.call('POST', 'touchpoints/list-1/publish');
    });

    async function keys(query: string): Promise<string[]> {
      const { body } = await api.call('GET', `touchpoints?filter[key][starts]=list-&${query}`);
      return body.data.map((item: any) => item.key.slice(5));
    }

    it.each([
      ['filter[kind][eq]=human', '1 3 5'],
      ['filter[kind][ne]=human', '0 2 4 6'],
      ['filter[key][in]=list-1,list-4', '1 4'],
      ['filter[key][nin]=list-1,list-4', '0 2 3 5 6'],
      ['filter[key][gt]=list-4', '5 6'],
      ['filter[key][gte]=list-4', '4 5 6'],
      ['filter[key][lt]=list-2', '0 1'],
      ['filter[key][lte]=list-2', '0 1 2'],
      ['filter[name][contains]=%25', '3'],
      ['filter[name][contains]=_', ''],
      ['filter[name][starts]=Place', '0 1 2 4 5 6'],
      ['filter[phase][null]=true', '0 1 2 3'],
      ['filter[phase][null]=false', '4 5 6'],
      ['filter[status][eq]=published', '1'],
      ['filter[version][gte]=1', '1'],
      ['filter[publishedAt][null]=true', '0 2 3 4 5 6'],
      ['filter[createdAt][gt]=2020-01-01T00:00:00%2B02:00', '0 1 2 3 4 5 6'],
      ['filter[createdAt][lt]=2020-01-01T00:00:00Z', ''],
      ['filter[kind][eq]=human&filter[phase][eq]=early', '5'],
      ['sort=-key', '6 5 4 3 2 1 0'],
      ['sort=kind,-key', '6 4 2 0 5 3 1'],
      ['sort=phase', '0 1 2 3 4 5 6'],
      ['sort=-phase', '6 5 4 3 2 1 0'],
    ])('answer ?%s', async (query, expected) => {
      expect((await keys(query)).join(' ')).toBe(expected);
    });

    it.each(['key', '-key', 'phase', '-phase', 'kind,-name', '-publishedAt', 'createdAt', '-status'])(
      'page through the order %s without gap or repetition',
      async (sort) => {
        const whole = await keys(`sort=${sort}`);
        const paged: string[] = [];
        let next: string | null = '';
        while (next !== null) {
          const cursor: string = next === '' ? '' : `&cursor=${next}`;
          const { body } = await api.call(
            'GET',
            `touchpoints?filter[key][starts]=list-&sort=${sort}&limit=2${cursor}`,
          );
          paged.push(...body.data.map((item: any) => item.key.slice(5)));
          next = body.page.next;
        }
        expect(paged).toEqual(whole);
        expect(paged).toHaveLength(7);
      },
    );

    it('tell the total only when asked', async () => {
      const plain = await api.call('GET', 'touchpoints?filter[key][starts]=list-&limit=2');
      const counted = await api.call('GET', 'touchpoints?filter[key][starts]=list-&limit=2&count=true');
      expect(plain.body.page).toEqual({ next: expect.any(String), limit: 2 });
      expect(counted.body.page).toEqual({ next: expect.any(String), limit: 2, total: 7 });
    });

    it('answer only the members asked for', async () => {
      const { body } = await api.call('GET', 'touchpoints?filter[key][eq]=list-1&fields=key,status,kind');
      expect(body.data).toEqual([{ key: 'list-1', status: 'published', kind: 'human' }]);
    });

    it('refuse the cursor of another list', async () => {
      const { body } = await api.call('GET', 'touchpoints?limit=1');
      const answer = await api.call('GET', `touchpoints?limit=1&sort=-key&cursor=${String(body.page.next)}`);
      expect(answer).toMatchObject({ status: 400, body: { code: 'http.bad-cursor' } });
    });

    it('point at an unknown field and suggest the one that was meant', async () => {
      const { status, body } = await api.call('GET', 'touchpoints?filter[knd][eq]=x');
      expect({ status, errors: body.errors }).toEqual({
        status: 400,
        errors: [
          {
            pointer: '/filter/knd',
            code: 'query.unknown-field',
            detail: expect.stringContaining("Did you mean 'kind'?"),
          },
        ],
      });
    });
  });

  describe('ETags', () => {
    it('spare a reader what it has already', async () => {
      await api.call('PUT', 'touchpoints/etag', { body: A_TOUCHPOINT });
      const first = await api.call('GET', 'touchpoints/etag');
      const etag = first.headers.get('etag') ?? '';
      expect(etag).toBe('"1"');
      const again = await api.call('GET', 'touchpoints/etag', { headers: { 'if-none-match': etag } });
      expect(again).toMatchObject({ status: 304, body: undefined });
      const other = await api.call('GET', 'touchpoints/etag', { headers: { 'if-none-match': '"9"' } });
      expect(other.status).toBe(200);
    });

    it.each([
      ['PUT', 'touchpoints/stale', A_TOUCHPOINT],
      ['PATCH', 'touchpoints/stale', { name: 'new' }],
      ['DELETE', 'touchpoints/stale', undefined],
      ['POST', 'touchpoints/stale/publish', undefined],
    ])('stop a stale %s of %s with 412', async (method, path, body) => {
      await api.call('PUT', 'touchpoints/stale', { body: A_TOUCHPOINT });
      const answer = await api.call(method, path, { body, headers: { 'if-match': '"999"' } });
      expect(answer).toMatchObject({ status: 412, body: { code: 'http.stale' } });
    });

    it('let one of two that saw the same through', async () => {
      await api.call('PUT', 'touchpoints/race', { body: A_TOUCHPOINT });
      const { headers } = await api.call('GET', 'touchpoints/race');
      const change = (name: string) =>
        api.call('PATCH', 'touchpoints/race', {
          body: { name },
          headers: { 'if-match': headers.get('etag') ?? '' },
        });
      const answers = await Promise.all([change('one'), change('two')]);
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 412]);
    });
  });

  describe('Idempotency-Key', () => {
    const once = (key: string, call: { body?: unknown; path?: string } = {}) =>
      api.call('POST', call.path ?? 'probe/counted', {
        body: call.body ?? { a: 1, b: 2 },
        headers: { 'idempotency-key': key },
      });

    it('repeats the first answer and does nothing again', async () => {
      const first = await once('repeat');
      const again = await once('repeat', { body: { b: 2, a: 1 } });
      expect(first.body.data.key).toBe('repeat');
      expect(again).toMatchObject({ status: first.status, body: first.body });
      expect(first.headers.get('idempotency-replayed')).toBeNull();
      expect(again.headers.get('idempotency-replayed')).toBe('true');
    });

    it('repeats what was created, with its Location and ETag', async () => {
      const make = () =>
        api.call('POST', 'touchpoints', {
          body: { key: 'idem', ...A_TOUCHPOINT },
          headers: { 'idempotency-key': 'create' },
        });
      const [first, again] = [await make(), await make()];
      expect(again.status).toBe(201);
      expect(again.body).toEqual(first.body);
      expect(again.headers.get('location')).toBe('/api/v1/touchpoints/idem');
      expect(again.headers.get('etag')).toBe('"1"');
    });

    it('repeats a new token, which is stored nowhere in the open', async () => {
      const make = () =>
        api.call('POST', 'api-tokens', {
          body: { name: 'x', scopes: ['touchpoints:read'] },
          headers: { 'idempotency-key': 'token' },
        });
      const [first, again] = [await make(), await make()];
      expect(again.body.data.token).toBe(first.body.data.token);
      expect((await api.call('GET', 'touchpoints', { token: again.body.data.token })).status).toBe(200);
    });

    it('repeats a refusal too', async () => {
      const first = await once('refused', { path: 'touchpoints/nobody/publish', body: {} });
      const again = await once('refused', { path: 'touchpoints/nobody/publish', body: {} });
      expect(first.status).toBe(404);
      expect(again).toMatchObject({ status: 404, body: first.body });
      expect(again.headers.get('content-type')).toMatch(/^application\/problem\+json/);
    });

    it('refuses the same key with another body', async () => {
      await once('reused');
      expect(await once('reused', { body: { a: 2 } })).toMatchObject({
        status: 422,
        body: { code: 'idempotency.key-reused' },
      });
    });

    it('belongs to the token that sent it', async () => {
      const { token } = await newToken(['probe:write']);
      await once('shared');
      const other = await api.call('POST', 'probe/counted', {
        token,
        body: { z: 1 },
        headers: { 'idempotency-key': 'shared' },
      });
      expect(other.status).toBe(201);
    });

    it('holds a second request off while the first is being worked on', async () => {
      let open: () => void = () => undefined;
      gate = new Promise((resolve) => {
        open = resolve;
      });
      const before = calls.made;
      const first = once('slow');
      while (calls.made === before) await new Promise((resolve) => setImmediate(resolve));
      const second = await once('slow');
      open();
      gate = undefined;
      expect(second).toMatchObject({ status: 409, body: { code: 'idempotency.in-progress' } });
      expect(Number(second.headers.get('retry-after'))).toBeGreaterThan(0);
      expect((await first).status).toBe(201);
      expect((await once('slow')).headers.get('idempotency-replayed')).toBe('true');
    });

    it('does not keep an answer that was our fault', async () => {
      const before = calls.made;
      await once('broken', { path: 'probe/broken' });
      await once('broken', { path: 'probe/broken' });
      expect(calls.made).toBe(before + 2);
    });

    it.each([
      ['empty', ''],
      ['with a space', 'with space'],
      ['too long', 'x'.repeat(256)],
    ])('refuses a key that is %s', async (_what, key) => {
      const answer = await once(key);
      expect(answer).toMatchObject({ status: 400, body: { code: 'idempotency.key-invalid' } });
    });
  });

  describe('limits', () => {
    it('are told with every answer', async () => {
      const { headers } = await api.call('GET', 'touchpoints');
      expect(Number(headers.get('ratelimit-limit'))).toBe(1_200_000);
      expect(Number(headers.get('ratelimit-remaining'))).toBeGreaterThan(0);
      expect(Number(headers.get('ratelimit-reset'))).toBeGreaterThan(0);
    });

    it('answer 429 with Retry-After past them, each token by itself', async () => {
      const small = await startApi(profile, {
        types: [TOUCHPOINT_TYPE],
        environment: { PARCOURS_REQUESTS_PER_MINUTE: '5' },
      });
      try {
        const made = await small.call('POST', 'api-tokens', { body: { name: 'x', scopes: ['*'] } });
        const { token } = made.body.data;
        let answer = await small.call('GET', 'touchpoints');
        for (let at = 0; at < 6 && answer.status === 200; at++)
          answer = await small.call('GET', 'touchpoints');
        expect(answer).toMatchObject({ status: 429, body: { code: 'http.too-many-requests', status: 429 } });
        expect(answer.headers.get('content-type')).toMatch(/^application\/problem\+json/);
        expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
        expect((await small.call('GET', 'touchpoints', { token })).status).toBe(200);
        expect((await small.call('GET', '/health/live', { token: null })).status).toBe(200);
      } finally {
        await small.close();
      }
    });
  });

  describe('health', () => {
    it('is told to everybody', async () => {
      expect((await api.call('GET', '/health/live', { token: null })).body).toEqual({ status: 'live' });
      expect((await api.call('GET', '/health/ready', { token: null })).body).toEqual({
        status: 'ready',
        checks: { database: 'ok' },
      });
    });

    it('names the part that does not answer', async () => {
      const checks = api.app.get(HealthChecks);
      checks.register('mill', () => Promise.reject(HttpErrors.internal({})));
      const answer = await api.call('GET', '/health/ready', { token: null });
      checks.register('mill', () => Promise.resolve());
      expect(answer).toMatchObject({
        status: 503,
        body: { code: 'http.not-ready', errors: [{ pointer: '/checks/mill' }] },
      });
    });
  });

  describe('the OpenAPI document', () => {
    it('is 3.1 and says of each route what it does, what it needs and how it fails', async () => {
      const { body } = await api.call('GET', '/api/openapi.json', { token: null });
      expect(body.openapi).toBe('3.1.0');
      const operations = Object.values<any>(body.paths).flatMap((path) => Object.values<any>(path));
      expect(operations.length).toBeGreaterThan(15);
      for (const operation of operations) {
        expect(operation).toMatchObject({ summary: expect.any(String), tags: expect.any(Array) });
        expect(operation.responses.default.content).toHaveProperty('application/problem+json');
        if (operation.security) expect(operation.description).toContain('Needs the scope `');
      }
      expect(operations.filter(({ security }) => security).length).toBeGreaterThan(12);
    });

    it('carries the schemas as they are enforced', async () => {
      const { body } = await api.call('GET', '/api/openapi.json', { token: null });
      const schema = body.paths['/api/v1/touchpoints'].post.requestBody.content['application/json'].schema;
      expect(schema.properties.kind).toEqual(
        Reflect.get(TOUCHPOINT_TYPE.schema['properties'] as object, 'kind'),
      );
      expect(schema.additionalProperties).toBe(false);
    });
  });

  it('writes times in RFC 3339, UTC', async () => {
    const { body } = await api.call('PUT', 'touchpoints/times', { body: A_TOUCHPOINT });
    expect(body.data.createdAt).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
  });
});

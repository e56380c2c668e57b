import { Controller, Post } from '@nestjs/common';
import { ApiOperation } from '@nestjs/swagger';
import { TOUCHPOINT_TYPE } from '@parcours/catalog';
import { HealthChecks, HttpErrors, Scope } from '@parcours/http';
import { profiles } from '@parcours/testing';

import { type RunningApi, startApi } from './support/running-api.js';

interface Operation {
  readonly responses: Readonly<Record<string, unknown>>;
  readonly 'x-problem-codes': readonly string[];
  readonly description?: string;
  readonly security?: unknown;
}

@Controller('probe')
class BrokenController {
  @Post('broken')
  @Scope('probe:write')
  @ApiOperation({ summary: 'Fails' })
  broken() {
    throw Object.assign(new Error('secret of ada@example.com'), { sql: 'SELECT secret' });
  }
}

const A_TOUCHPOINT = { name: 'A letter', kind: 'physical', direction: 'outbound' };

describe.each(profiles)('the conventions of the API on $name', (profile) => {
  let api: RunningApi;

  beforeAll(async () => {
    api = await startApi(profile, { types: [TOUCHPOINT_TYPE], controllers: [BrokenController] });
  });

  afterAll(async () => {
    await api.close();
  });

  async function problemsOf(body: unknown) {
    const answer = await api.call('POST', 'touchpoints', { body });
    return {
      status: answer.status,
      code: answer.body.code,
      pointers: answer.body.errors.map(({ pointer }: { pointer: string }) => pointer),
    };
  }

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
      const operations = Object.values<Record<string, Operation>>(body.paths).flatMap((path) =>
        Object.values(path),
      );
      expect(operations.length).toBeGreaterThan(15);
      for (const operation of operations) {
        expect(operation).toMatchObject({ summary: expect.any(String), tags: expect.any(Array) });
        expect(operation['x-problem-codes']).toContain('http.internal');
        expect(Object.keys(operation.responses)).toEqual(expect.arrayContaining(['429', '500', '503']));
        if (operation.security) expect(operation.description).toContain('Needs the scope `');
      }
      expect(operations.filter(({ security }) => security).length).toBeGreaterThan(12);
    });

    it('carries the schemas as they are enforced', async () => {
      const { body } = await api.call('GET', '/api/openapi.json', { token: null });
      const { requestBody } = body.paths['/api/v1/touchpoints/{key}'].put;
      const name = requestBody.content['application/json'].schema.$ref.split('/').at(-1);
      const schema = body.components.schemas[name];
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

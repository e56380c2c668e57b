import { Controller, Post } from '@nestjs/common';
import { ApiOperation } from '@nestjs/swagger';
import { TOUCHPOINT_TYPE } from '@parcours/catalog';
import { Database } from '@parcours/database';
import { IdempotencyKey, Idempotent, Scope } from '@parcours/http';
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
}

const A_TOUCHPOINT = { name: 'A letter', kind: 'physical', direction: 'outbound' };

describe.each(profiles)('idempotency on $name', (profile) => {
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

    const change = (key: string, columns: string) =>
      api.app
        .get(Database)
        .sql.run(`UPDATE idempotency_keys SET ${columns} WHERE idempotency_key = ?`, [key]);

    it('lets a request be repeated whose process died, once its minute is over', async () => {
      await once('crashed');
      await change('crashed', 'status = NULL, locked_until = 1');
      const again = await once('crashed');
      expect(again.status).toBe(201);
      expect(again.headers.get('idempotency-replayed')).toBeNull();
    });

    it('forgets a key after its day', async () => {
      await once('old');
      await change('old', 'expires_at = 1');
      expect((await once('old', { body: { other: true } })).status).toBe(201);
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
});

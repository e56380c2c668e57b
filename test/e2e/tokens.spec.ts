import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { Controller, Get } from '@nestjs/common';
import { ApiOperation } from '@nestjs/swagger';
import { TOUCHPOINT_TYPE } from '@parcours/catalog';
import { AdminTokenBootstrap, AnyQuery, Public } from '@parcours/http';
import { profiles } from '@parcours/testing';

import { type RunningApi, startApi } from './support/running-api.js';

@Controller('probe')
class OpenController {
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

describe.each(profiles)('API tokens on $name', (profile) => {
  let api: RunningApi;

  beforeAll(async () => {
    api = await startApi(profile, { types: [TOUCHPOINT_TYPE], controllers: [OpenController] });
  });

  afterAll(async () => {
    await api.close();
  });

  async function newToken(scopes: string[], expiresAt?: string) {
    const { body } = await api.call('POST', 'api-tokens', { body: { name: 'a tool', scopes, expiresAt } });
    return body.data as { id: string; token: string; hint: string };
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

  describe('the first token', () => {
    it('is written to its file, for its owner alone, and works', async () => {
      const folder = await mkdtemp(join(tmpdir(), 'parcours-token-'));
      const file = join(folder, 'admin-token');
      const first = await startApi(profile, {
        types: [TOUCHPOINT_TYPE],
        environment: { PARCOURS_ADMIN_TOKEN: '', PARCOURS_ADMIN_TOKEN_FILE: file },
      });
      try {
        const token = (await readFile(file, 'utf8')).trim();
        expect((await stat(file)).mode & 0o777).toBe(0o600);
        expect((await first.call('GET', 'touchpoints', { token })).status).toBe(200);
        await first.app.get(AdminTokenBootstrap).onApplicationBootstrap();
        expect((await readFile(file, 'utf8')).trim()).toBe(token);
      } finally {
        await first.close();
        await rm(folder, { recursive: true });
      }
    });

    it('stops the start when its file cannot be written', async () => {
      const start = startApi(profile, {
        types: [],
        environment: { PARCOURS_ADMIN_TOKEN: '', PARCOURS_ADMIN_TOKEN_FILE: '/dev/null/admin-token' },
      });
      await expect(start).rejects.toMatchObject({ code: 'tokens.file-not-written' });
    });
  });
});

import { ManualClock } from '@parcours/kernel';

import { CredentialSources } from '../access/credential-sources.js';
import { RoleDirectory } from '../access/role-directory.js';
import type { ApiToken } from './api-token.entity.js';
import type { ApiTokenRepository } from './api-token.repository.js';
import { AuthenticationService } from './authentication.service.js';
import { TokenCache } from './token-cache.js';
import { hashToken, newTokenText } from './token-text.js';

const NOW = 1_800_000_000_000;
const TEXT = newTokenText();

function setUp(change: Partial<ApiToken> = {}) {
  const token: ApiToken = {
    id: 7,
    name: 'tool',
    hint: 'prc_abcd',
    hash: hashToken(TEXT),
    scopes: ['events:write'],
    roles: null,
    createdBy: null,
    createdById: null,
    createdAt: NOW,
    expiresAt: null,
    revokedAt: null,
    lastUsedAt: null,
    ...change,
  };
  const rows = new Map([[token.hash, token]]);
  const log = { reads: 0, touches: [] as number[] };
  const repository = {
    findByHash: async (hash: string) => {
      log.reads++;
      return rows.get(hash) ?? null;
    },
    touch: async (_id: number, at: number) => {
      log.touches.push(at);
    },
  } as unknown as ApiTokenRepository;
  const clock = new ManualClock(NOW);
  const roles = new RoleDirectory();
  const sources = new CredentialSources();
  const service = new AuthenticationService(repository, new TokenCache(clock), clock, sources, roles);
  return { service, clock, rows, token, log, roles, sources };
}

const HEADER = `Bearer ${TEXT}`;
const refusal = expect.objectContaining({ code: 'http.unauthenticated' });

describe('authentication', () => {
  it('knows the holder of a token', async () => {
    const { service } = setUp();
    expect(await service.authenticate(HEADER)).toEqual({
      kind: 'token',
      id: 7,
      name: 'tool',
      scopes: ['events:write'],
    });
  });

  it('reads a token once in five seconds', async () => {
    const { service, clock, log } = setUp();
    await service.authenticate(HEADER);
    clock.advance(4_999);
    await service.authenticate(HEADER);
    expect(log.reads).toBe(1);
    clock.advance(1);
    await service.authenticate(HEADER);
    expect(log.reads).toBe(2);
  });

  it('obeys a revocation elsewhere within five seconds', async () => {
    const { service, clock, rows, token } = setUp();
    await service.authenticate(HEADER);
    rows.set(token.hash, { ...token, revokedAt: NOW });
    clock.advance(5_000);
    await expect(async () => service.authenticate(HEADER)).rejects.toEqual(refusal);
  });

  it('refuses a token from the moment that it expires', async () => {
    const { service, clock } = setUp({ expiresAt: NOW + 1_000 });
    await service.authenticate(HEADER);
    clock.advance(1_000);
    await expect(async () => service.authenticate(HEADER)).rejects.toEqual(refusal);
  });

  it.each([undefined, '', 'Bearer', `Basic ${TEXT}`, 'Bearer prc_unknown', `Bearer ${TEXT}x`])(
    'refuses %j',
    async (header) => {
      const { service } = setUp();
      await expect(async () => service.authenticate(header)).rejects.toEqual(refusal);
    },
  );

  it('notes the last use once a minute', async () => {
    const { service, clock, log } = setUp();
    for (const ms of [0, 30_000, 29_999, 1]) {
      clock.advance(ms);
      await service.authenticate(HEADER);
    }
    await service.beforeApplicationShutdown();
    expect(log.touches).toEqual([NOW, NOW + 60_000]);
  });

  it('adds the scopes of its roles to those of a token, and looks them up again when they change', async () => {
    const { service, roles } = setUp({ roles: ['sender'] });
    let scopes = ['events:read'];
    roles.register({ scopesOf: async () => scopes, assertKnown: async () => undefined });
    expect(await service.authenticate(HEADER)).toMatchObject({ scopes: ['events:write', 'events:read'] });
    scopes = [];
    service.forgetAll();
    expect(await service.authenticate(HEADER)).toMatchObject({ scopes: ['events:write'] });
  });

  it('leaves credentials of another kind to those who know them', async () => {
    const { service, sources, log } = setUp();
    const ada = { kind: 'user', id: 1, name: 'Ada', scopes: [] } as const;
    sources.register({ prefix: 'prs_', authenticate: () => ada, known: () => ada });
    expect(await service.authenticate('Bearer prs_x')).toBe(ada);
    expect([service.knownCaller('Bearer prs_x'), service.knownCaller(HEADER), log.reads]).toEqual([
      'user 1',
      undefined,
      0,
    ]);
    await service.authenticate(HEADER);
    expect(service.knownCaller(HEADER)).toBe('token 7');
  });

  it('keeps nothing that was read before everything was to be forgotten', async () => {
    const { service, rows, token, log } = setUp();
    const reading = service.authenticate(HEADER);
    rows.set(token.hash, { ...token, revokedAt: NOW });
    service.forgetAll();
    await reading;
    await expect(async () => service.authenticate(HEADER)).rejects.toEqual(refusal);
    expect(log.reads).toBe(2);
  });
});

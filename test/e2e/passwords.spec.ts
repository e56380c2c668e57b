import { createHash } from 'node:crypto';

import { Database } from '@parcours/database';
import { canonicalJson } from '@parcours/kernel';
import { profiles, waitFor } from '@parcours/testing';

import { PASSWORD, type PeopleApi, startPeople } from './support/people.js';

const OTHER_PASSWORD = 'seventeen quiet lanterns';

describe.each(profiles)('passwords (F3) on $name', (profile) => {
  let api: PeopleApi;

  beforeAll(async () => {
    api = await startPeople(profile);
  });

  afterAll(async () => {
    await api.close();
  });

  const me = async (token: string) => (await api.call('GET', 'auth/me', { token })).status;

  describe('a password', () => {
    it('is changed by who knows the old one, and ends the other sessions', async () => {
      await api.addUser('changer@example.com', []);
      const [here, there] = [
        await api.signIn('changer@example.com'),
        await api.signIn('changer@example.com'),
      ];
      const change = (oldPassword: string, newPassword: string) =>
        api.call('POST', 'auth/password', { token: here.accessToken, body: { oldPassword, newPassword } });
      expect(await change('not the password', OTHER_PASSWORD)).toMatchObject({
        status: 403,
        body: { code: 'people.wrong-password' },
      });
      expect(await change(PASSWORD, 'changer@example.com')).toMatchObject({
        status: 422,
        body: { errors: [{ pointer: '/newPassword', code: 'people.password-personal' }] },
      });
      expect((await change(PASSWORD, OTHER_PASSWORD)).status).toBe(204);
      expect([await me(here.accessToken), await me(there.accessToken)]).toEqual([200, 401]);
      expect([
        (await api.login('changer@example.com')).status,
        (await api.login('changer@example.com', OTHER_PASSWORD)).status,
      ]).toEqual([401, 200]);
    });

    it('cannot be guessed by way of changing it', async () => {
      await api.addUser('hijacked@example.com', []);
      const { accessToken: token } = await api.signIn('hijacked@example.com');
      const body = { oldPassword: 'not the password', newPassword: OTHER_PASSWORD };
      const guess = () => api.call('POST', 'auth/password', { token, body });
      const statuses = [];
      for (let turn = 1; turn <= 6; turn++) statuses.push((await guess()).status);
      expect(statuses).toEqual([403, 403, 403, 403, 403, 429]);
    });

    it('is hashed slowly alone: what is kept to recognise a repeated request gives no cheaper way to guess it', async () => {
      const headers = { 'idempotency-key': 'new-user-1' };
      const body = { email: 'repeated@example.com', name: 'Repeated', password: PASSWORD };
      const create = (more: object = {}) => api.call('POST', 'users', { body, headers, ...more });
      const first = await create();
      expect((await create()).body).toEqual(first.body);
      const text = `POST /api/v1/users\n${canonicalJson(body)}`;
      const guess = createHash('sha256').update(text).digest('hex');
      const kept = await api.app.get(Database).sql.select('SELECT request_hash FROM idempotency_keys');
      expect(kept).toHaveLength(1);
      expect(JSON.stringify(kept)).not.toContain(guess);
    });

    it('or anything else is not repeated to another session of the same user', async () => {
      await api.addUser('sender@example.com', ['owner']);
      const { accessToken, refreshToken } = await api.signIn('sender@example.com');
      const body = { name: 'tool', scopes: ['touchpoints:read'] };
      const issue = (token: string) =>
        api.call('POST', 'api-tokens', { token, body, headers: { 'idempotency-key': 'tool-1' } });
      const [first, repeated] = [await issue(accessToken), await issue(accessToken)];
      expect(repeated.body).toEqual(first.body);
      const next = await api.call('POST', 'auth/refresh', { token: null, body: { refreshToken } });
      expect((await issue(next.body.data.accessToken)).body.code).toBe('idempotency.key-reused');
      const { total } = (await api.call('GET', 'api-tokens?filter[createdBy][eq]=sender&count=true')).body
        .page;
      expect(total).toBe(1);
    });

    it('is set by an invitation, once', async () => {
      const body = { email: 'newcomer@example.com', name: 'Newcomer' };
      const id = (await api.call('POST', 'users', { body })).body.data.id as string;
      const invite = async () => (await api.call('POST', `users/${id}/invite`)).body.data;
      const set = (token: string, password = OTHER_PASSWORD) =>
        api.call('POST', 'auth/password-reset', { token: null, body: { token, password } });
      const replaced = await invite();
      const { token, expiresAt } = await invite();
      expect(Date.parse(expiresAt)).toBeGreaterThan(Date.now() + 71 * 3_600_000);
      expect((await set(replaced.token)).body.code).toBe('people.link-invalid');
      expect((await set(token, 'newcomer-newcomer')).body.code).toBe('people.weak-password');
      expect((await set(token)).status).toBe(204);
      expect((await set(token)).body.code).toBe('people.link-invalid');
      expect((await api.login(body.email, OTHER_PASSWORD)).status).toBe(200);
      expect(JSON.stringify((await api.call('GET', `users/${id}`)).body)).not.toContain(token);
    });

    it('is set once by two who use an invitation at the same moment', async () => {
      const id = await api.addUser('twice@example.com', []);
      const { token } = (await api.call('POST', `users/${id}/invite`)).body.data;
      const set = (password: string) =>
        api.call('POST', 'auth/password-reset', { token: null, body: { token, password } });
      const answers = await Promise.all([set(OTHER_PASSWORD), set('lanterns quiet seventeen')]);
      expect(answers.map(({ status }) => status).sort()).not.toEqual([204, 204]);
      expect(answers.filter(({ status }) => status === 204)).toHaveLength(1);
    });

    it('is not set by an invitation that has expired, or went to an address that has changed', async () => {
      const id = await api.addUser('lapsed@example.com', []);
      const set = async (token: string) =>
        (
          await api.call('POST', 'auth/password-reset', {
            token: null,
            body: { token, password: OTHER_PASSWORD },
          })
        ).body.code;
      const invite = async () => (await api.call('POST', `users/${id}/invite`)).body.data.token as string;
      const expired = await invite();
      await api.app.get(Database).sql.run('UPDATE users SET link_expires_at = 1 WHERE id = ?', [Number(id)]);
      expect(await set(expired)).toBe('people.link-invalid');
      const misdirected = await invite();
      await api.call('PATCH', `users/${id}`, { body: { email: 'lapsed.now@example.com' } });
      expect(await set(misdirected)).toBe('people.link-invalid');
    });

    it('set by an invitation ends every session', async () => {
      const id = await api.addUser('forgetful@example.com', []);
      const { accessToken } = await api.signIn('forgetful@example.com');
      const { token } = (await api.call('POST', `users/${id}/invite`)).body.data;
      await api.call('POST', 'auth/password-reset', {
        token: null,
        body: { token, password: OTHER_PASSWORD },
      });
      expect(await me(accessToken)).toBe(401);
    });
  });
});

describe.each(profiles)('the address of a caller on $name', (profile) => {
  it('is that of the connection, whatever a header says, unless a proxy is to be believed', async () => {
    const api = await startPeople(profile, { environment: { PARCOURS_TRUST_PROXY: '' } });
    try {
      await api.addUser('direct@example.com', []);
      const answer = await api.login('direct@example.com', PASSWORD, { 'x-forwarded-for': '203.0.113.1' });
      const token = answer.body.data.accessToken as string;
      const { data } = (await api.call('GET', 'auth/sessions', { token })).body;
      expect(data).toEqual([expect.objectContaining({ address: '127.0.0.1' })]);
    } finally {
      await api.close();
    }
  });

  it.each([
    ['1', '198.51.100.1, 203.0.113.9', '203.0.113.9'],
    ['2', '198.51.100.1, 203.0.113.9', '198.51.100.1'],
    ['127.0.0.0/8', '198.51.100.1, 203.0.113.9', '203.0.113.9'],
    ['127.0.0.1,203.0.113.9', '198.51.100.1, 203.0.113.9', '198.51.100.1'],
    ['10.0.0.0/8', '198.51.100.1, 203.0.113.9', '127.0.0.1'],
  ])('behind %s and told as %s is %s', async (trusted, header, address) => {
    const api = await startPeople(profile, { environment: { PARCOURS_TRUST_PROXY: trusted } });
    try {
      await api.addUser('proxied@example.com', []);
      const answer = await api.login('proxied@example.com', PASSWORD, { 'x-forwarded-for': header });
      const token = answer.body.data.accessToken as string;
      const { data } = (await api.call('GET', 'auth/sessions', { token })).body;
      expect(data).toEqual([expect.objectContaining({ address })]);
    } finally {
      await api.close();
    }
  });
});

describe.each(profiles)('people over two processes on $name', (profile) => {
  let first: PeopleApi;
  let second: PeopleApi;

  beforeAll(async () => {
    first = await startPeople(profile);
    second = await startPeople({
      name: profile.name,
      prepare: async () => ({ ...first.setup, dispose: async () => undefined }),
    });
  });

  afterAll(async () => {
    await second.close();
    await first.close();
  });

  it('wait for failures that another one has seen', async () => {
    await first.addUser('shared@example.com', []);
    for (let turn = 0; turn < 5; turn++) await first.login('shared@example.com', 'not the password');
    expect((await second.login('shared@example.com')).status).toBe(429);
  });

  it('lose at another one within seconds what was taken from them at one', async () => {
    const id = await first.addUser('roaming@example.com', ['analyst']);
    const { accessToken: token } = await first.signIn('roaming@example.com');
    const read = async () => (await second.call('GET', 'touchpoints', { token })).status;
    expect(await read()).toBe(200);
    await first.call('PATCH', `users/${id}`, { body: { roles: [] } });
    await waitFor(async () => (await read()) === 403, { describe: 'the role to be gone' });
    await first.call('PATCH', `users/${id}`, { body: { disabled: true } });
    await waitFor(async () => (await read()) === 401, {
      describe: 'the session to be over',
    });
  });
});

import { Database } from '@parcours/database';
import { Clock } from '@parcours/kernel';
import { profiles } from '@parcours/testing';

import { PASSWORD, type PeopleApi, startPeople } from './support/people.js';

describe.each(profiles)('signing in (F3) on $name', (profile) => {
  let api: PeopleApi;

  beforeAll(async () => {
    api = await startPeople(profile);
  });

  afterAll(async () => {
    await api.close();
  });

  const me = async (token: string) => (await api.call('GET', 'auth/me', { token })).status;
  const refresh = (refreshToken: string) =>
    api.call('POST', 'auth/refresh', { token: null, body: { refreshToken } });
  const from = (address: string) => ({ 'x-forwarded-for': address });

  /** Lets time pass for what is stored. */
  const age = (assignment: string, sessionId: string) =>
    api.app.get(Database).sql.run(`UPDATE sessions SET ${assignment} WHERE id = ?`, [Number(sessionId)]);

  describe('with e-mail address and password', () => {
    beforeAll(() => api.addUser('ada@example.com', ['analyst'], { locale: 'en' }));

    it('answers tokens, and who one is', async () => {
      const answer = await api.login(' ADA@example.com ');
      expect(answer.status).toBe(200);
      expect(answer.headers.get('cache-control')).toBe('no-store');
      const { accessToken, refreshToken, sessionId } = answer.body.data;
      expect([accessToken, refreshToken]).toEqual([
        expect.stringMatching(/^prs_[\w-]{43}$/),
        expect.stringMatching(/^prr_[\w-]{22}\.[\w-]{43}$/),
      ]);
      expect((await api.call('GET', 'auth/me', { token: accessToken })).body.data).toMatchObject({
        kind: 'user',
        name: 'ada',
        sessionId,
        scopes: expect.arrayContaining(['touchpoints:read']),
        user: { email: 'ada@example.com', lastSignInAt: expect.stringMatching(/^20.*Z$/) },
      });
    });

    it('takes the password however it is composed', async () => {
      await api.addUser('elise@example.com', [], { password: 'un été à la campagne' });
      expect((await api.login('elise@example.com', 'un e\u0301te\u0301 a\u0300 la campagne')).status).toBe(
        200,
      );
    });

    it('says the same of a wrong password, an unknown address, and somebody disabled or without a password', async () => {
      await api.call('PATCH', `users/${await api.addUser('gone@example.com', [])}`, {
        body: { disabled: true },
      });
      await api.call('POST', 'users', { body: { email: 'invited@example.com', name: 'x' } });
      const answers = [
        await api.login('ada@example.com', 'not the password'),
        await api.login('nobody@example.com'),
        await api.login('gone@example.com'),
        await api.login('invited@example.com'),
        await api.login('ada@example.com', ''),
      ];
      const { instance: _first, ...expected } = answers[0]!.body;
      expect(expected).toMatchObject({ status: 401, code: 'people.wrong-credentials' });
      for (const { body } of answers) expect(body).toMatchObject(expected);
    });

    it('takes about as long for an unknown address as for a wrong password', async () => {
      const timeOf = async (email: string, turn: number) => {
        const started = process.hrtime.bigint();
        await api.login(email, 'not the password', from(`198.51.100.${String(turn)}`));
        return Number(process.hrtime.bigint() - started) / 1e6;
      };
      const users = Array.from({ length: 8 }, (_, at) => `timed${String(at)}@example.com`);
      for (const email of users) await api.addUser(email, []);
      const known = [];
      const unknown = [];
      for (const [turn, email] of users.entries()) {
        known.push(await timeOf(email, turn));
        unknown.push(await timeOf(`un${email}`, turn));
      }
      // The shortest times are those that nothing else on the machine has stretched. Without the decoy an unknown address
      // would be answered in a fraction of the time.
      const ratio = Math.min(...unknown) / Math.min(...known);
      expect(ratio).toBeGreaterThan(0.25);
      expect(ratio).toBeLessThan(4);
    });

    it.each([
      ['no password', { email: 'ada@example.com' }, '/password'],
      [
        'a password of 10,000 characters',
        { email: 'ada@example.com', password: 'y'.repeat(10_000) },
        '/password',
      ],
      ['a NUL', { email: 'ada@example.com', password: 'marble\u0000otter' }, '/password'],
      ['a list in place of a text', { email: ['ada@example.com'], password: PASSWORD }, '/email'],
      ['more than is asked for', { email: 'ada@example.com', password: PASSWORD, admin: true }, '/admin'],
    ])('refuses %s', async (_what, body, pointer) => {
      const answer = await api.call('POST', 'auth/login', { body, token: null });
      expect(answer).toMatchObject({ status: 400, body: { errors: [{ pointer }] } });
    });
  });

  describe('after failures', () => {
    const fail = (email: string, address: string) => api.login(email, 'not the password', from(address));

    // A password takes a moment to check, and thirty of them may take longer than the shortest wait.
    beforeEach(() => {
      jest.spyOn(api.app.get(Clock), 'now').mockReturnValue(Date.now());
    });

    afterEach(() => {
      jest.restoreAllMocks();
    });

    it('makes everybody wait who tries an account, for longer each time, and nobody for ever', async () => {
      await api.addUser('target@example.com', []);
      for (let turn = 1; turn <= 5; turn++) {
        expect((await fail('target@example.com', `192.0.2.${String(turn)}`)).status).toBe(401);
      }
      const refused = await api.login('target@example.com', PASSWORD, from('192.0.2.99'));
      expect(refused).toMatchObject({ status: 429, body: { code: 'people.locked-out' } });
      expect(Number(refused.headers.get('retry-after'))).toBe(1);
      const { sql } = api.app.get(Database);
      const pass = (failures: number) =>
        sql.run('UPDATE sign_in_attempts SET blocked_until = 0, failures = ? WHERE failures >= 5', [
          failures,
        ]);
      await pass(20);
      expect((await fail('target@example.com', '192.0.2.7')).status).toBe(401);
      const longest = await fail('target@example.com', '192.0.2.8');
      expect(Number(longest.headers.get('retry-after'))).toBeLessThanOrEqual(900);
      expect(Number(longest.headers.get('retry-after'))).toBeGreaterThan(880);
      await pass(30);
      expect((await api.login('target@example.com')).status).toBe(200);
      expect((await fail('target@example.com', '192.0.2.9')).status).toBe(401);
    });

    it('does not tell an account that there is from one that there is not', async () => {
      for (let turn = 1; turn <= 5; turn++)
        await fail('phantom@example.com', `192.0.2.${String(100 + turn)}`);
      expect((await fail('phantom@example.com', '192.0.2.110')).body.code).toBe('people.locked-out');
    });

    it('lets in who has signed in from the same place before, whatever strangers do', async () => {
      await api.addUser('homely@example.com', []);
      const home = from('203.0.113.20');
      expect((await api.login('homely@example.com', PASSWORD, home)).status).toBe(200);
      for (let turn = 1; turn <= 6; turn++) await fail('homely@example.com', `192.0.2.${String(120 + turn)}`);
      expect((await api.login('homely@example.com', PASSWORD, from('192.0.2.140'))).status).toBe(429);
      expect((await api.login('homely@example.com', PASSWORD, home)).status).toBe(200);
    });

    it('makes an address wait that tries many accounts', async () => {
      const answers = [];
      for (let turn = 1; turn <= 51; turn++)
        answers.push(await fail(`many${String(turn)}@example.com`, '203.0.113.66'));
      expect(answers.map(({ status }) => status)).toEqual([...Array(50).fill(401), 429]);
      expect((await fail('many60@example.com', '203.0.113.67')).status).toBe(401);
    });

    it('lets no more guesses through that come at the same moment', async () => {
      await api.addUser('crowd@example.com', []);
      const answers = await Promise.all(
        Array.from({ length: 30 }, (_, at) => fail('crowd@example.com', `192.0.2.${String(150 + at)}`)),
      );
      expect(answers.filter(({ status }) => status === 401)).toHaveLength(5);
      expect(answers.filter(({ status }) => status === 429)).toHaveLength(25);
    });
  });

  describe('a session', () => {
    beforeAll(() => api.addUser('sam@example.com', ['analyst']));

    it('goes on with each refresh, whose tokens take the place of those before', async () => {
      const first = await api.signIn('sam@example.com');
      const second = (await refresh(first.refreshToken)).body.data;
      expect(second.sessionId).toBe(first.sessionId);
      expect([await me(first.accessToken), await me(second.accessToken)]).toEqual([401, 200]);
      expect((await refresh(second.refreshToken)).status).toBe(200);
    });

    it('ends with all its tokens when a refresh token comes a second time', async () => {
      const first = await api.signIn('sam@example.com');
      const second = (await refresh(first.refreshToken)).body.data;
      expect(await me(second.accessToken)).toBe(200);
      expect((await refresh(first.refreshToken)).body.code).toBe('people.session-ended');
      expect(await me(second.accessToken)).toBe(401);
      expect((await refresh(second.refreshToken)).body.code).toBe('people.session-ended');
    });

    it('is refreshed once, and ends, when two do so at the same moment', async () => {
      const { refreshToken } = await api.signIn('sam@example.com');
      const answers = await Promise.all([refresh(refreshToken), refresh(refreshToken)]);
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 401]);
      const { accessToken } = answers.find(({ status }) => status === 200)!.body.data;
      expect(await me(accessToken)).toBe(401);
    });

    it.each([
      ['access_expires_at = 1', 401, 200],
      ['idle_expires_at = 1', 401, 401],
      ['expires_at = 1', 401, 401],
    ])('is over in its parts when %s', async (assignment, access, carriedOn) => {
      const { accessToken, refreshToken, sessionId } = await api.signIn('sam@example.com');
      await age(assignment, sessionId);
      expect(await me(accessToken)).toBe(access);
      expect((await refresh(refreshToken)).status).toBe(carriedOn);
    });

    it('never outlives its last moment by being refreshed', async () => {
      const { refreshToken, sessionId } = await api.signIn('sam@example.com');
      const end = Date.now() + 60_000;
      await age(`expires_at = ${String(end)}`, sessionId);
      const { accessExpiresAt, refreshExpiresAt, sessionExpiresAt } = (await refresh(refreshToken)).body.data;
      expect([accessExpiresAt, refreshExpiresAt, sessionExpiresAt]).toEqual(
        Array(3).fill(new Date(end).toISOString()),
      );
    });

    it.each(['', 'prr_', 'prr_short.short', `prr_${'a'.repeat(22)}.${'b'.repeat(43)}`, 'x'.repeat(201)])(
      'is not refreshed by %j',
      async (refreshToken) => {
        expect([400, 401]).toContain((await refresh(refreshToken)).status);
      },
    );

    it('is not refreshed by an access token, and a refresh token opens nothing', async () => {
      const { accessToken, refreshToken } = await api.signIn('sam@example.com');
      expect((await refresh(accessToken)).body.code).toBe('people.session-ended');
      expect(await me(refreshToken)).toBe(401);
      expect(await me(accessToken)).toBe(200);
    });

    it('ends by logout, and with it nothing else', async () => {
      const [one, two] = [await api.signIn('sam@example.com'), await api.signIn('sam@example.com')];
      expect((await api.call('POST', 'auth/logout', { token: one.accessToken })).status).toBe(204);
      expect([await me(one.accessToken), await me(two.accessToken)]).toEqual([401, 200]);
      expect((await refresh(one.refreshToken)).status).toBe(401);
    });

    it('is listed with its address, and can be ended from another', async () => {
      await api.addUser('lister@example.com', []);
      const one = await api.signIn('lister@example.com');
      await api.login('lister@example.com', PASSWORD, { ...from('2001:db8::7'), 'user-agent': 'Laptop' });
      const { data } = (await api.call('GET', 'auth/sessions', { token: one.accessToken })).body;
      expect(data).toEqual([
        expect.objectContaining({ isCurrent: false, address: '2001:db8::7', userAgent: 'Laptop' }),
        expect.objectContaining({ isCurrent: true, id: one.sessionId, address: '127.0.0.1' }),
      ]);
      const path = `auth/sessions/${data[0].id as string}`;
      expect((await api.call('DELETE', path, { token: one.accessToken })).status).toBe(204);
      expect((await api.call('DELETE', path, { token: one.accessToken })).body.code).toBe(
        'people.session-not-found',
      );
      expect((await api.call('GET', 'auth/sessions', { token: one.accessToken })).body.data).toHaveLength(1);
    });

    it('of somebody else can be neither seen nor ended', async () => {
      const { sessionId } = await api.signIn('sam@example.com');
      await api.addUser('nosy@example.com', ['owner']);
      const { accessToken: token } = await api.signIn('nosy@example.com');
      expect((await api.call('DELETE', `auth/sessions/${sessionId}`, { token })).status).toBe(404);
      const { data } = (await api.call('GET', 'auth/sessions', { token })).body;
      expect(data.map(({ id }: { id: string }) => id)).not.toContain(sessionId);
    });

    it('ends in its middle when the user is disabled or deleted', async () => {
      const ids = [
        await api.addUser('doomed1@example.com', []),
        await api.addUser('doomed2@example.com', []),
      ];
      const one = await api.signIn('doomed1@example.com');
      const two = await api.signIn('doomed2@example.com');
      expect([await me(one.accessToken), await me(two.accessToken)]).toEqual([200, 200]);
      await api.call('PATCH', `users/${ids[0]!}`, { body: { disabled: true } });
      await api.call('DELETE', `users/${ids[1]!}`);
      expect([await me(one.accessToken), await me(two.accessToken)]).toEqual([401, 401]);
      await api.call('PATCH', `users/${ids[0]!}`, { body: { disabled: false } });
      expect([(await refresh(one.refreshToken)).status, await me(one.accessToken)]).toEqual([401, 401]);
    });

    it('is nothing that an API token has', async () => {
      expect((await api.call('GET', 'auth/me')).body.data).toMatchObject({
        kind: 'token',
        user: null,
        sessionId: null,
      });
      const answers = [
        await api.call('POST', 'auth/logout'),
        await api.call('GET', 'auth/sessions'),
        await api.call('POST', 'auth/password', {
          body: { oldPassword: 'x', newPassword: 'seventeen quiet lanterns' },
        }),
      ];
      expect(answers.map(({ body }) => body.code)).toEqual(Array(3).fill('people.users-only'));
    });

    it('is kept as hashes alone', async () => {
      const { accessToken, refreshToken } = await api.signIn('sam@example.com');
      const rows = await api.app.get(Database).sql.select('SELECT * FROM sessions');
      const text = JSON.stringify(rows);
      for (const secret of [accessToken, refreshToken, ...refreshToken.slice(4).split('.')]) {
        expect(text).not.toContain(secret);
      }
    });
  });
});

import { profiles } from '@parcours/testing';

import { A_TOUCHPOINT, PASSWORD, type PeopleApi, startPeople } from './support/people.js';

describe.each(profiles)('users and roles (F3) on $name', (profile) => {
  let api: PeopleApi;

  beforeAll(async () => {
    api = await startPeople(profile);
  });

  afterAll(async () => {
    await api.close();
  });

  describe('a user', () => {
    it('is created, read, changed and deleted', async () => {
      const body = { email: 'Grace@Example.com', name: 'Grace Hopper', locale: 'en-GB', roles: ['analyst'] };
      const created = await api.call('POST', 'users', { body });
      expect(created).toMatchObject({
        status: 201,
        body: { data: { ...body, status: 'invited', revision: 1 } },
      });
      const path = `users/${created.body.data.id as string}`;
      expect(created.headers.get('location')).toBe(`/api/v1/${path}`);
      const changed = await api.call('PATCH', path, {
        body: { name: 'Grace', locale: null },
        headers: { 'if-match': created.headers.get('etag')! },
      });
      expect(changed.body.data).toMatchObject({ name: 'Grace', locale: null, email: 'Grace@Example.com' });
      expect((await api.call('GET', path)).body).toEqual(changed.body);
      expect((await api.call('DELETE', path)).status).toBe(204);
      expect((await api.call('GET', path)).body.code).toBe('people.user-not-found');
    });

    it('stays as they are, revision and all, when nothing would be different', async () => {
      const path = `users/${await api.addUser('same@example.com', ['analyst'])}`;
      const body = { name: 'same', roles: ['analyst'], disabled: false };
      expect((await api.call('PATCH', path, { body })).body.data).toMatchObject({ revision: 1 });
    });

    it('is changed by nobody who has not seen the last change', async () => {
      const id = await api.addUser('stale@example.com', []);
      const headers = { 'if-match': '"1"' };
      expect((await api.call('PATCH', `users/${id}`, { body: { name: 'x' }, headers })).status).toBe(200);
      expect((await api.call('PATCH', `users/${id}`, { body: { name: 'y' }, headers })).body.code).toBe(
        'http.stale',
      );
      expect((await api.call('DELETE', `users/${id}`, { headers })).body.code).toBe('http.stale');
    });

    it('has an e-mail address of their own, in whatever letters', async () => {
      await api.addUser('unique@example.com', []);
      const body = { email: 'ＵＮＩＱＵＥ@example.COM', name: 'x' };
      expect(await api.call('POST', 'users', { body })).toMatchObject({
        status: 409,
        body: { code: 'people.email-taken' },
      });
      const other = await api.addUser('other@example.com', []);
      const answer = await api.call('PATCH', `users/${other}`, { body: { email: 'Unique@example.com' } });
      expect(answer.body.code).toBe('people.email-taken');
    });

    it.each([
      ['an address that is none', { email: 'no address' }, '/email'],
      ['a blank name', { name: ' ' }, '/name'],
      ['a language that is none', { locale: 'français' }, '/locale'],
      ['a role that there is not', { roles: ['edtor'] }, '/roles/0'],
      ['a member that there is not', { role: 'editor' }, '/role'],
      ['a password of 10,000 characters', { password: 'y'.repeat(10_000) }, '/password'],
      ['an empty password', { password: '' }, '/password'],
      ['a NUL in the password', { password: 'a nul \u0000 in the middle' }, '/password'],
    ])('is refused with %s', async (_what, more, pointer) => {
      const body = { email: 'a@example.com', name: 'x', ...more };
      const answer = await api.call('POST', 'users', { body });
      expect(answer).toMatchObject({ status: 400, body: { code: 'http.invalid-request' } });
      expect(answer.body.errors).toEqual([expect.objectContaining({ pointer })]);
    });

    it('is told of a password that is easy to guess', async () => {
      const body = { email: 'weak@example.com', name: 'Weak', password: 'Password2024!' };
      expect(await api.call('POST', 'users', { body })).toMatchObject({
        status: 422,
        body: {
          code: 'people.weak-password',
          errors: [{ pointer: '/password', code: 'people.password-common' }],
        },
      });
    });

    it('never shows a password or what is kept of it', async () => {
      const id = await api.addUser('secretive@example.com', []);
      const texts = JSON.stringify([
        await api.call('GET', `users/${id}`),
        await api.call('GET', 'users?limit=200'),
      ]);
      expect(texts).not.toMatch(/argon2|hash|otter/i);
    });

    it('is found by role, status and address', async () => {
      await api.addUser('finder.one@example.com', ['developer']);
      await api.call('POST', 'users', {
        body: { email: 'finder.two@example.com', name: 'Two', roles: ['developer'] },
      });
      const found = async (query: string) =>
        (await api.call('GET', `users?${query}`)).body.data.map(({ email }: { email: string }) => email);
      expect(await found('role=developer&fields=email')).toEqual([
        'finder.one@example.com',
        'finder.two@example.com',
      ]);
      expect(await found('role=developer&filter[status][eq]=invited')).toEqual(['finder.two@example.com']);
      expect(await found('filter[email][starts]=finder.&sort=-email')).toHaveLength(2);
      expect(await found('role=develop')).toEqual([]);
    });
  });

  describe('rights', () => {
    it('are those of the roles, and change at once', async () => {
      const id = await api.addUser('ed@example.com', ['editor']);
      const { accessToken: token } = await api.signIn('ed@example.com');
      expect((await api.call('PUT', 'touchpoints/letter', { token, body: A_TOUCHPOINT })).status).toBe(201);
      expect((await api.call('POST', 'touchpoints/letter/publish', { token, body: {} })).status).toBe(403);
      await api.call('PATCH', `users/${id}`, { body: { roles: ['publisher'] } });
      expect((await api.call('POST', 'touchpoints/letter/publish', { token, body: {} })).status).toBe(200);
      await api.call('PATCH', `users/${id}`, { body: { roles: [] } });
      expect((await api.call('GET', 'touchpoints', { token })).body.code).toBe('http.missing-scope');
    });

    it('cannot be given by who lacks them', async () => {
      await api.addUser('admin@example.com', ['admin']);
      const { accessToken: token } = await api.signIn('admin@example.com');
      const owner = { email: 'would.be@example.com', name: 'x', roles: ['owner'] };
      expect(await api.call('POST', 'users', { token, body: owner })).toMatchObject({
        status: 403,
        body: { code: 'people.beyond-own', detail: expect.stringContaining('*') },
      });
      expect((await api.call('POST', 'users', { token, body: { ...owner, roles: ['admin'] } })).status).toBe(
        201,
      );
      const issue = (body: object) => api.call('POST', 'api-tokens', { token, body: { name: 'x', ...body } });
      expect((await issue({ scopes: ['*'] })).body.code).toBe('tokens.scope-beyond-own');
      expect((await issue({ roles: ['owner'] })).body.code).toBe('tokens.scope-beyond-own');
      expect((await issue({ roles: ['admin'] })).status).toBe(201);
      const role = { key: 'everything', name: 'x', scopes: ['*'] };
      expect((await api.call('POST', 'roles', { token, body: role })).body.code).toBe('people.beyond-own');
    });

    it('of others cannot be taken over by way of their password or address', async () => {
      const owner = await api.addUser('above@example.com', ['owner']);
      await api.addUser('below@example.com', ['admin']);
      const { accessToken: token } = await api.signIn('below@example.com');
      const attempts = await Promise.all([
        api.call('POST', `users/${owner}/invite`, { token }),
        api.call('PATCH', `users/${owner}`, { token, body: { email: 'mine@example.com' } }),
        api.call('PATCH', `users/${owner}`, { token, body: { disabled: true } }),
        api.call('DELETE', `users/${owner}`, { token }),
      ]);
      expect(attempts.map(({ body }) => body.code)).toEqual(Array(4).fill('people.beyond-own'));
      expect((await api.call('GET', `users/${owner}`)).body.data).toMatchObject({
        email: 'above@example.com',
      });
    });
  });

  describe('a role of one’s own', () => {
    it('is made, given, changed with effect at once, and kept while somebody has it', async () => {
      const body = { key: 'postman', name: 'Postman', scopes: ['touchpoints:read'] };
      const created = await api.call('POST', 'roles', { body });
      expect(created).toMatchObject({
        status: 201,
        body: { data: { ...body, builtIn: false, revision: 1 } },
      });
      const user = await api.addUser('pat@example.com', ['postman']);
      const { accessToken: token } = await api.signIn('pat@example.com');
      const issued = await api.call('POST', 'api-tokens', { body: { name: 'tool', roles: ['postman'] } });
      const tool = issued.body.data.token as string;
      const write = (caller: string) =>
        api
          .call('PUT', 'touchpoints/round', { token: caller, body: A_TOUCHPOINT })
          .then(({ status }) => status);
      expect([await write(token), await write(tool)]).toEqual([403, 403]);
      const scopes = ['touchpoints:read', 'touchpoints:write'];
      expect((await api.call('PATCH', 'roles/postman', { body: { scopes } })).status).toBe(200);
      expect([await write(token), await write(tool)]).toEqual([201, 200]);
      expect(await api.call('DELETE', 'roles/postman')).toMatchObject({
        status: 409,
        body: { code: 'roles.in-use', detail: expect.stringContaining('1 users and 1 API tokens') },
      });
      await api.call('PATCH', `users/${user}`, { body: { roles: [] } });
      await api.call('DELETE', `api-tokens/${issued.body.data.id as string}`);
      expect((await api.call('DELETE', 'roles/postman')).status).toBe(204);
      expect((await api.call('GET', 'roles/postman')).body.code).toBe('roles.not-found');
    });

    it('has scopes that there are', async () => {
      const body = { key: 'odd', name: 'Odd', scopes: ['touchpoints:read', 'touchpoint:read'] };
      const answer = await api.call('POST', 'roles', { body });
      expect(answer.body.errors).toEqual([
        expect.objectContaining({
          pointer: '/scopes/1',
          detail: expect.stringContaining('touchpoints:read'),
        }),
      ]);
    });

    it('takes neither the key nor the place of another', async () => {
      const role = (key: string) => api.call('POST', 'roles', { body: { key, name: 'x', scopes: [] } });
      expect((await role('twice')).status).toBe(201);
      expect((await role('twice')).body.code).toBe('roles.key-taken');
      expect((await role('owner')).body.code).toBe('roles.key-taken');
      expect((await api.call('PATCH', 'roles/editor', { body: { scopes: [] } })).body.code).toBe(
        'roles.built-in',
      );
      expect((await api.call('DELETE', 'roles/owner')).body.code).toBe('roles.built-in');
    });

    it('stands in the list behind the built-in ones', async () => {
      const { data } = (await api.call('GET', 'roles')).body;
      const keys = data.map(({ key }: { key: string }) => key);
      expect(keys.slice(0, 7)).toEqual([
        'owner',
        'admin',
        'editor',
        'publisher',
        'developer',
        'analyst',
        'integration',
      ]);
      expect(keys).toContain('twice');
    });
  });

  describe('an API token', () => {
    it('warns when it has no end, and tells who made it', async () => {
      await api.addUser('maker@example.com', ['admin']);
      const { accessToken: token } = await api.signIn('maker@example.com');
      const make = async (body: object) =>
        (
          await api.call('POST', 'api-tokens', {
            token,
            body: { name: 'tool', scopes: ['touchpoints:read'], ...body },
          })
        ).body.data;
      const endless = await make({});
      expect(endless).toMatchObject({ createdBy: 'maker', warnings: [{ code: 'tokens.never-expires' }] });
      expect((await make({ expiresAt: '2040-01-01T00:00:00Z' })).warnings).toEqual([]);
      const listed = await api.call('GET', 'api-tokens?filter[createdBy][eq]=maker&count=true');
      expect(listed.body.page.total).toBe(2);
    });

    it('can be renamed by who has seen it', async () => {
      const { id } = (
        await api.call('POST', 'api-tokens', { body: { name: 'old', scopes: ['touchpoints:read'] } })
      ).body.data;
      const path = `api-tokens/${id as string}`;
      const etag = (await api.call('GET', path)).headers.get('etag')!;
      const rename = (name: string) =>
        api.call('PATCH', path, { body: { name }, headers: { 'if-match': etag } });
      expect((await rename('new')).body.data.name).toBe('new');
      expect((await rename('newer')).body.code).toBe('http.stale');
    });

    it('has scopes or roles', async () => {
      expect((await api.call('POST', 'api-tokens', { body: { name: 'x' } })).status).toBe(400);
      const body = { name: 'x', roles: ['editr'] };
      expect((await api.call('POST', 'api-tokens', { body })).body.errors).toEqual([
        expect.objectContaining({ pointer: '/roles/0', detail: expect.stringContaining('editor') }),
      ]);
    });
  });
});

describe.each(profiles)('the last owner (F3) on $name', (profile) => {
  let api: PeopleApi;
  let first: string;

  beforeAll(async () => {
    api = await startPeople(profile, {
      environment: { PARCOURS_OWNER_EMAIL: 'founder@example.com', PARCOURS_OWNER_PASSWORD: PASSWORD },
    });
    first = (await api.call('GET', 'users?role=owner')).body.data[0].id as string;
  });

  afterAll(async () => {
    await api.close();
  });

  it('comes from the configuration and can sign in', async () => {
    const { accessToken: token } = await api.signIn('founder@example.com');
    const me = (await api.call('GET', 'auth/me', { token })).body.data;
    expect(me).toMatchObject({ kind: 'user', name: 'founder', scopes: ['*'], user: { roles: ['owner'] } });
  });

  it('cannot be deleted, disabled or demoted', async () => {
    await api.call('POST', 'users', { body: { email: 'invited@example.com', name: 'x', roles: ['owner'] } });
    const answers = [
      await api.call('DELETE', `users/${first}`),
      await api.call('PATCH', `users/${first}`, { body: { disabled: true } }),
      await api.call('PATCH', `users/${first}`, { body: { roles: ['admin'] } }),
    ];
    expect(answers.map(({ status, body }) => [status, body.code])).toEqual(
      Array(3).fill([409, 'people.last-owner']),
    );
    expect((await api.call('GET', `users/${first}`)).body.data).toMatchObject({
      roles: ['owner'],
      status: 'active',
    });
  });

  it('is left when two demote each other at the same moment', async () => {
    const second = await api.addUser('second@example.com', ['owner']);
    const answers = await Promise.all(
      [first, second].map((id) => api.call('PATCH', `users/${id}`, { body: { roles: [] } })),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    const owners = (await api.call('GET', 'users?role=owner&filter[status][eq]=active')).body.data;
    expect(owners).toHaveLength(1);
  });
});

describe('the first owner from the configuration', () => {
  const [embedded] = profiles;

  it.each([
    [
      { PARCOURS_OWNER_EMAIL: 'founder@example.com', PARCOURS_OWNER_PASSWORD: 'password1234' },
      'people.weak-password',
    ],
    [{ PARCOURS_OWNER_EMAIL: 'founder@example.com' }, 'config.invalid'],
    [{ PARCOURS_OWNER_EMAIL: 'founder', PARCOURS_OWNER_PASSWORD: PASSWORD }, 'config.invalid'],
  ])('stops the start with %j', async (environment, code) => {
    await expect(startPeople(embedded!, { environment })).rejects.toMatchObject({ code });
  });
});

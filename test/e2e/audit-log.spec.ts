import { AppendOnlyCheck, AuditApiModule, AuditRetention } from '@parcours/audit';
import { TOUCHPOINT_TYPE } from '@parcours/catalog';
import { ContentChanges, ContentErrors, defineContentType } from '@parcours/content';
import { Database } from '@parcours/database';
import type { JsonObject } from '@parcours/kernel';
import { profiles } from '@parcours/testing';

import { A_TOUCHPOINT, PASSWORD, type PeopleApi, startPeople } from './support/people.js';

/** Keeps a secret reversed, and shows stars. */
const VAULT_TYPE = defineContentType({
  name: 'vaults',
  singular: 'vault',
  title: 'Vaults',
  schema: { type: 'object', properties: { secret: { type: 'string' }, colour: { type: 'string' } } },
  store: ({ secret, ...rest }, previous) => ({
    ...rest,
    secret: secret === '***' ? (previous?.['secret'] ?? '') : `kept:${JSON.stringify(secret)}`,
  }),
  present: (document) => ({ ...document, secret: '***' }),
});

interface Entry {
  readonly id: string;
  readonly at: string;
  readonly actor: { readonly kind: string; readonly id: string | null; readonly name: string };
  readonly action: string;
  readonly subject: { readonly type: string; readonly key: string };
  readonly changes: readonly JsonObject[];
  readonly details: JsonObject | null;
  readonly address: string | null;
  readonly requestId: string | null;
}

describe.each(profiles)('the audit log (F3) on $name', (profile) => {
  let api: PeopleApi;

  beforeAll(async () => {
    api = await startPeople(profile, { types: [TOUCHPOINT_TYPE, VAULT_TYPE], modules: [AuditApiModule] });
  });

  afterAll(async () => {
    await api.close();
  });

  const entries = async (query: string): Promise<Entry[]> =>
    (await api.call('GET', `audit-log?limit=200&${query}`)).body.data;
  const of = (type: string, key: string) =>
    entries(`filter[subjectType][eq]=${type}&filter[subject][eq]=${key}&sort=id`);
  const actionsOf = async (type: string, key: string) => (await of(type, key)).map(({ action }) => action);
  const database = () => api.app.get(Database).sql;
  const total = async () => (await api.call('GET', 'audit-log?count=true&limit=1')).body.page.total as number;

  describe('of content', () => {
    it('tells who did what, from where, and what is different since', async () => {
      await api.addUser('author@example.com', ['publisher']);
      const { accessToken: token } = await api.signIn('author@example.com');
      const headers = { 'x-forwarded-for': '203.0.113.5' };
      await api.call('PUT', 'touchpoints/letter', { token, headers, body: A_TOUCHPOINT });
      const saved = await api.call('PATCH', 'touchpoints/letter', {
        token,
        headers,
        body: { name: 'A postcard' },
      });
      await api.call('POST', 'touchpoints/letter/publish', { token, headers, body: { note: 'for spring' } });
      const [created, changed, published] = await of('touchpoints', 'letter');
      expect(created).toMatchObject({
        action: 'content.created',
        changes: expect.arrayContaining([{ op: 'add', pointer: '/kind', to: 'physical' }]),
      });
      expect(changed).toEqual({
        id: expect.stringMatching(/^\d+$/),
        at: expect.stringMatching(/^20.*Z$/),
        actor: { kind: 'user', id: expect.stringMatching(/^\d+$/), name: 'author' },
        action: 'content.saved',
        subject: { type: 'touchpoints', key: 'letter' },
        changes: [{ op: 'replace', pointer: '/name', from: 'A letter', to: 'A postcard' }],
        details: null,
        address: '203.0.113.5',
        requestId: saved.headers.get('x-request-id'),
      });
      expect(published).toMatchObject({
        action: 'content.published',
        changes: [],
        details: { version: 1, note: 'for spring' },
      });
    });

    it('has every way that a thing can go', async () => {
      const path = 'touchpoints/traveller';
      await api.call('PUT', path, { body: A_TOUCHPOINT });
      await api.call('POST', `${path}/publish`, { body: {} });
      await api.call('POST', `${path}/unpublish`, { body: {} });
      await api.call('POST', `${path}/archive`, { body: {} });
      await api.call('POST', `${path}/unarchive`, { body: {} });
      await api.call('POST', `${path}/publish`, { body: { at: '2040-01-01T00:00:00Z' } });
      await api.call('DELETE', `${path}/schedule`);
      await api.call('DELETE', path);
      expect(await actionsOf('touchpoints', 'traveller')).toEqual(
        [
          'created',
          'published',
          'unpublished',
          'archived',
          'unarchived',
          'scheduled',
          'unscheduled',
          'deleted',
        ].map((action) => `content.${action}`),
      );
      const [deleted] = (await of('touchpoints', 'traveller')).slice(-1);
      expect(deleted!.changes).toContainEqual({ op: 'remove', pointer: '/name', from: 'A letter' });
    });

    it('says that a secret changed, never what it is or was', async () => {
      await api.call('PUT', 'vaults/safe', { body: { name: 'Safe', secret: 'hunter-one', colour: 'red' } });
      await api.call('PATCH', 'vaults/safe', { body: { secret: 'hunter-two', colour: 'blue' } });
      const [, changed] = await of('vaults', 'safe');
      expect(changed!.changes).toEqual([
        { op: 'replace', pointer: '/colour', from: 'red', to: 'blue' },
        { op: 'replace', pointer: '/secret', from: '***', to: '***', isHidden: true },
      ]);
      const kept = await database().select('SELECT * FROM audit_log');
      expect(JSON.stringify(kept)).not.toMatch(/hunter/);
    });

    it('has a release as a whole, and its members with it', async () => {
      await api.call('PUT', 'touchpoints/released', { body: A_TOUCHPOINT });
      const items = [{ type: 'touchpoints', key: 'released', action: 'publish' }];
      const create = (name: string) => api.call('POST', 'releases', { body: { name, items } });
      const id = (await create('Spring')).body.data.id as string;
      await api.call('POST', `releases/${id}/publish`, { body: { at: '2040-01-01T00:00:00Z' } });
      await api.call('DELETE', `releases/${id}/schedule`);
      await api.call('POST', `releases/${id}/publish`, { body: {} });
      await api.call('POST', `releases/${id}/rollback`, { body: {} });
      expect(await actionsOf('releases', id)).toEqual(
        ['created', 'scheduled', 'unscheduled', 'published', 'rolled-back'].map(
          (event) => `release.${event}`,
        ),
      );
      const [published] = await entries('filter[action][eq]=content.published&filter[subject][eq]=released');
      expect(published!.details).toMatchObject({ release: id });
      const dropped = (await create('Autumn')).body.data.id as string;
      await api.call('DELETE', `releases/${dropped}`);
      expect(await actionsOf('releases', dropped)).toEqual(['release.created', 'release.deleted']);
    });

    it('has nothing of what did not happen', async () => {
      await api.call('PUT', 'touchpoints/steady', { body: A_TOUCHPOINT });
      await api.call('PUT', 'touchpoints/steady', { body: A_TOUCHPOINT, headers: { 'if-match': '"99"' } });
      await api.call('PATCH', 'touchpoints/steady', { body: { kind: 'impossible' } });
      let vetoes = 0;
      api.app.get(ContentChanges).subscribe({
        changing: async (_sql, changes) => {
          if (!changes.some(({ note }) => note === 'veto')) return;
          vetoes++;
          throw ContentErrors.archived({ singular: 'touchpoint', key: 'steady' });
        },
      });
      await api.call('POST', 'touchpoints/steady/publish', { body: { note: 'veto' } });
      expect(vetoes).toBe(1);
      expect(await actionsOf('touchpoints', 'steady')).toEqual(['content.created']);
    });
  });

  describe('of people', () => {
    it('has users, with what changed and no password', async () => {
      const id = await api.addUser('watched@example.com', ['analyst']);
      await api.call('PATCH', `users/${id}`, { body: { roles: ['editor'], disabled: true } });
      await api.call('POST', `users/${id}/invite`);
      await api.call('DELETE', `users/${id}`);
      const log = await of('users', id);
      expect(log.map(({ action }) => action)).toEqual([
        'user.created',
        'user.changed',
        'user.invited',
        'user.deleted',
      ]);
      expect(log[1]!.changes).toEqual([
        { op: 'replace', pointer: '/roles/0', from: 'analyst', to: 'editor' },
        { op: 'replace', pointer: '/disabled', from: false, to: true },
      ]);
      expect(log[0]!.actor).toMatchObject({ kind: 'token', name: 'bootstrap' });
    });

    it('has roles and API tokens', async () => {
      await api.call('POST', 'roles', {
        body: { key: 'watcher', name: 'Watcher', scopes: ['touchpoints:read'] },
      });
      await api.call('PATCH', 'roles/watcher', { body: { scopes: ['vaults:read'] } });
      await api.call('DELETE', 'roles/watcher');
      expect(await actionsOf('roles', 'watcher')).toEqual(['role.created', 'role.changed', 'role.deleted']);
      const issued = await api.call('POST', 'api-tokens', {
        body: { name: 'tool', scopes: ['vaults:read'] },
      });
      const { id, token } = issued.body.data as { id: string; token: string };
      await api.call('PATCH', `api-tokens/${id}`, { body: { name: 'instrument' } });
      await api.call('DELETE', `api-tokens/${id}`);
      await api.call('DELETE', `api-tokens/${id}`);
      expect(await actionsOf('api-tokens', id)).toEqual(['token.created', 'token.renamed', 'token.revoked']);
      expect(JSON.stringify(await of('api-tokens', id))).not.toContain(token);
    });

    it('has sessions from beginning to end, and those who tried', async () => {
      const headers = { 'x-forwarded-for': '203.0.113.40' };
      const id = await api.addUser('visitor@example.com', []);
      for (let turn = 1; turn <= 5; turn++) await api.login('visitor@example.com', 'hunter-three', headers);
      await api.login('my-password-in-the-wrong-field@example.com', 'x', headers);
      const log = await entries('filter[address][eq]=203.0.113.40&sort=id');
      expect(log.map(({ action, subject }) => `${action} ${subject.key}`)).toEqual([
        ...Array(5).fill(`sign-in.failed ${id}`),
        `sign-in.locked ${id}`,
        'sign-in.failed unknown',
      ]);
      expect(log[5]!.details).toEqual({ seconds: 1 });
      await database().run('UPDATE sign_in_attempts SET failures = 0, blocked_until = 0');
      const { accessToken: token, refreshToken, sessionId } = await api.signIn('visitor@example.com');
      const refresh = () => api.call('POST', 'auth/refresh', { token: null, body: { refreshToken } });
      const body = { oldPassword: PASSWORD, newPassword: 'seventeen quiet lanterns' };
      await api.call('POST', 'auth/password', { token, body });
      await refresh();
      await refresh();
      expect(await actionsOf('sessions', sessionId)).toEqual(['session.started', 'session.refresh-reused']);
      const second = await api.login('visitor@example.com', 'seventeen quiet lanterns');
      await api.call('POST', 'auth/logout', { token: second.body.data.accessToken });
      expect(await actionsOf('sessions', second.body.data.sessionId)).toEqual([
        'session.started',
        'session.ended',
      ]);
      expect(await actionsOf('users', id)).toContain('user.password-set');
    });

    it('holds no password, hash or token anywhere, nor what strangers typed', async () => {
      const text = JSON.stringify(await database().select('SELECT * FROM audit_log'));
      expect(text).not.toMatch(/argon2|otter seventeen|lanterns|hunter|wrong-field|prs_|prr_|prl_/);
      // The hint of an API token is its first eight characters.
      expect(text).not.toMatch(/prc_[\w-]{5,}/);
    });
  });

  describe('is read', () => {
    it('by the actor, the action, the subject, the time and the address', async () => {
      const author = await entries('filter[actor][eq]=author&sort=id');
      expect(author.map(({ actor }) => actor.name)).toEqual(author.map(() => 'author'));
      const id = author[0]!.actor.id!;
      expect(await entries(`filter[actorId][eq]=${id}&sort=id`)).toEqual(author);
      expect(await entries('filter[actor][eq]=author&filter[action][eq]=content.saved')).toHaveLength(1);
      const actions = new Set((await entries('filter[action][starts]=role.')).map(({ action }) => action));
      expect([...actions].sort()).toEqual(['role.changed', 'role.created', 'role.deleted']);
      expect(await entries('filter[at][gt]=2100-01-01T00:00:00Z')).toEqual([]);
      expect((await entries('filter[at][lte]=2100-01-01T00:00:00Z')).length).toBeGreaterThan(30);
      expect((await entries('filter[actorKind][eq]=system')).map(({ action }) => action)).toEqual([
        'token.created',
      ]);
    });

    it('page by page, the latest first, and one by one', async () => {
      const all = await entries('');
      const pages: Entry[] = [];
      let cursor = '';
      do {
        const { data, page } = (await api.call('GET', `audit-log?limit=7${cursor}`)).body;
        pages.push(...data);
        cursor = page.next === null ? '' : `&cursor=${page.next as string}`;
      } while (cursor !== '');
      expect(pages).toEqual(all);
      expect(all.map(({ id }) => Number(id))).toEqual(all.map(({ id }) => Number(id)).sort((a, b) => b - a));
      expect((await api.call('GET', `audit-log/${all[0]!.id}`)).body.data).toEqual(all[0]);
      expect((await api.call('GET', 'audit-log/12')).body.code).toBe('audit.entry-not-found');
    });

    it('by nobody without the scope', async () => {
      const { accessToken: token } = await api.signIn('author@example.com');
      for (const path of ['audit-log', 'audit-log/1', 'audit-log/export']) {
        expect((await api.call('GET', path, { token })).body.code).toBe('http.missing-scope');
      }
    });

    it.each([
      ['filter[actr][eq]=x', '/filter/actr'],
      ['sort=address', '/sort/address'],
      ['filter[at][gt]=yesterday', '/filter/at/gt'],
    ])('with a word on what is wrong with %s', async (query, pointer) => {
      const { status, body } = await api.call('GET', `audit-log?${query}`);
      expect([status, body.errors[0].pointer]).toEqual([400, pointer]);
    });
  });

  describe('is exported', () => {
    it('as one entry a line, with the filters of the list, the export included', async () => {
      const answer = await api.call('GET', 'audit-log/export?filter[subject][eq]=letter');
      expect(answer.headers.get('content-type')).toBe('application/x-ndjson');
      expect(answer.headers.get('content-disposition')).toContain('audit-log.ndjson');
      const lines = String(answer.body).trim().split('\n');
      expect(lines.map((line) => JSON.parse(line))).toEqual(await of('touchpoints', 'letter'));
      expect((await entries('filter[action][eq]=audit-log.exported'))[0]).toMatchObject({
        actor: { kind: 'token' },
      });
    });

    it('as CSV that a spreadsheet does not run', async () => {
      await api.addUser('formula@example.com', ['publisher'], { name: '=cmd|calc' });
      const { accessToken: token } = await api.signIn('formula@example.com');
      await api.call('PUT', 'touchpoints/sheet', { token, body: A_TOUCHPOINT });
      const answer = await api.call('GET', 'audit-log/export?format=csv&filter[subject][eq]=sheet');
      expect(answer.headers.get('content-type')).toBe('text/csv; charset=utf-8');
      const [header, line, ...rest] = String(answer.body).split('\r\n');
      expect(header).toBe(
        'id,at,actorKind,actorId,actor,action,subjectType,subject,address,requestId,changes,details',
      );
      expect(line).toMatch(/,user,\d+,'=cmd\|calc,content\.created,touchpoints,sheet,127\.0\.0\.1,/);
      expect(rest).toEqual(['']);
    });

    it('whole, in order and in pieces, however long it is', async () => {
      const first = 1_000;
      const rows = Array.from({ length: 1_700 }, (_, at) => [
        first + at,
        1,
        'system',
        null,
        'flood',
        'x.y',
        'z',
        'k',
      ]);
      const columns = [
        'id',
        'happened_at',
        'actor_kind',
        'actor_id',
        'actor_name',
        'action',
        'subject_type',
        'subject_key',
      ];
      await database().insert({ table: 'audit_log', columns, rows });
      const answer = await api.call('GET', 'audit-log/export?filter[actor][eq]=flood');
      expect(answer.headers.get('content-length')).toBeNull();
      const ids = String(answer.body)
        .trim()
        .split('\n')
        .map((line) => Number(JSON.parse(line).id));
      expect(ids).toEqual(rows.map(([id]) => id));
    });

    it.each(['format=xml', 'sort=-id&fields=id', 'filter[x][eq]=1'])('not with %s', async (query) => {
      expect((await api.call('GET', `audit-log/export?${query}`)).status).toBe(400);
    });
  });

  describe('stays', () => {
    const NEVER = expect.objectContaining({ code: 'database.statement-failed' });

    it('as it was written: the database itself refuses to change or delete an entry', async () => {
      expect(await api.app.get(AppendOnlyCheck).isGuarded()).toBe(true);
      const before = await total();
      await expect(database().run("UPDATE audit_log SET actor_name = 'nobody'")).rejects.toEqual(NEVER);
      await expect(database().run('DELETE FROM audit_log')).rejects.toEqual(NEVER);
      expect(await total()).toBe(before);
    });

    it('until the retention has declared it dispensable, which is an entry itself', async () => {
      const before = await total();
      const { signal } = new AbortController();
      expect(await api.app.get(AuditRetention).purge(1_000_000, signal)).toBe(1_700);
      expect(await total()).toBe(before - 1_700 + 1);
      expect((await entries(''))[0]).toMatchObject({
        action: 'audit-log.purged',
        actor: { kind: 'system', name: 'retention' },
        details: { before: '1970-01-01T00:16:40.000Z', entries: 1_700 },
      });
      await expect(database().run('DELETE FROM audit_log')).rejects.toEqual(NEVER);
    });
  });
});

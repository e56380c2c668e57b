import { CONTENT_TYPES as REGISTERED } from '@parcours/journeys';
import { profiles, waitFor } from '@parcours/testing';

import { type ContentRoute, ID, KEY, RELEASE_ROUTES, routesOf, titleOf } from './support/content-routes.js';
import { CONTENT_TYPES, PARTS, PLUGIN_PARTS, WITH_PLUGINS } from './support/content-types.js';
import { type Answer, type Platform, startPlatform } from './support/platform.js';

const NOBODY = { authorization: 'Bearer prc_none' };

const ALL_PARTS = { ...PARTS, ...PLUGIN_PARTS };

describe('the table of content types', () => {
  it('has every type that is registered, with all that it refers to', () => {
    expect(CONTENT_TYPES.map(({ type }) => type).sort()).toEqual(REGISTERED.map(({ name }) => name).sort());
    const needs = CONTENT_TYPES.flatMap((row) => row.needs);
    expect(needs.filter((part) => !Object.hasOwn(ALL_PARTS, part))).toEqual([]);
  });
});

describe.each(profiles)('the contract of every content type (F1, F2) on $name', (profile) => {
  let platform: Platform;
  let paths: Readonly<Record<string, object>>;
  let made = 0;

  beforeAll(async () => {
    platform = await startPlatform(profile, WITH_PLUGINS);
    for (const [path, document] of Object.entries(ALL_PARTS)) {
      const [type = '', key = ''] = path.split('/');
      await platform.publish(type, key, document);
    }
    ({ paths } = (await platform.call('GET', '/../openapi.json')).body);
  });

  afterAll(() => platform.stop());

  function routesBelow(root: string): string[] {
    return Object.entries(paths).flatMap(([path, methods]) =>
      path === root || path.startsWith(`${root}/`)
        ? Object.keys(methods).map((method) => `${method.toUpperCase()} ${path.slice(root.length) || '/'}`)
        : [],
    );
  }

  it('is that of releases too, which have routes of their own', async () => {
    expect(routesBelow('/api/v1/releases').sort()).toEqual(
      RELEASE_ROUTES.map((route) => route.replace('/releases', '').replace(/ $/, ' /')).sort(),
    );
    for (const route of RELEASE_ROUTES) {
      const [method = '', path = ''] = route.replace('{id}', '1').split(' ');
      const body = method === 'POST' ? {} : undefined;
      expect([route, (await platform.call(method, path, body, NOBODY)).status]).toEqual([route, 401]);
      const { status } = await platform.call(method, path, body);
      if (route.includes('{id}')) expect([route, status]).toEqual([route, 404]);
    }
  });

  describe.each(CONTENT_TYPES)('$type', ({ type, document, own, patch, filter, refused, unpublishable }) => {
    const routes = routesOf(type);
    /** One that nothing changes. */
    let standing: string | undefined;
    const whole = (key: string) => ({ ...document, ...own?.(key) });

    function aKey(): string {
      made += 1;
      return `${type}-${String(made)}`;
    }

    async function aDraft(key = aKey()): Promise<string> {
      const { status, body } = await platform.call('POST', `/${type}`, { key, ...whole(key) });
      expect({ status, errors: body.errors }).toEqual({ status: 201 });
      return key;
    }

    /** Published once, and changed since. */
    async function aThing(): Promise<string> {
      const key = aKey();
      await platform.publish(type, key, whole(key));
      await platform.data('PATCH', `/${type}/${key}`, patch);
      return key;
    }

    interface Asking {
      readonly headers?: Record<string, string>;
      readonly id?: string | undefined;
    }

    async function ask(
      route: ContentRoute,
      key: string,
      { headers, id = '1' }: Asking = {},
    ): Promise<Answer> {
      const { method, path, call = path, body = {} } = route;
      const isBare = method === 'GET' || method === 'DELETE';
      const named = 'key' in body ? { ...body, key: `${key}-${String(body.key)}` } : body;
      const sent =
        path === '' || (method === 'PUT' && path === `/${KEY}`) ? { ...whole(key), ...named } : named;
      const address = `/${type}${call.replaceAll(KEY, key).replaceAll(ID, id)}`;
      return platform.call(method, address, isBare ? undefined : sent, headers);
    }

    /** Does what has to be done before, and answers the id that it has made, if any. */
    async function idAfter({ after }: ContentRoute, key: string): Promise<string | undefined> {
      if (!after) return undefined;
      const [below, sent, method] = after;
      const made: { readonly id?: string } = await platform.data(method, `/${type}/${key}/${below}`, sent);
      return made.id;
    }

    const thing = (key: string) => platform.data('GET', `/${type}/${key}`);

    it('has the routes of the table, and no other', () => {
      expect(routesBelow(`/api/v1/${type}`).sort()).toEqual(routes.map(titleOf).sort());
    });

    it.each(routes.map((route) => [titleOf(route), route] as const))('%s answers', async (_title, route) => {
      standing ??= await aThing();
      const key = route.takesEtag ? await aThing() : standing;
      const { status, body, headers } = await ask(route, key, { id: await idAfter(route, key) });
      expect({ status, code: body?.code }).toEqual({ status: route.status, code: route.code });
      if (route.answersThing) {
        expect(headers.get('etag')).toBe(`"${String(body.data.revision)}"`);
        expect(await thing(key)).toEqual(body.data);
      }
    });

    it('is closed to those without a token, and finds nothing where there is nothing', async () => {
      for (const route of routes) {
        const title = titleOf(route);
        expect([title, (await ask(route, 'nothing', { headers: NOBODY })).status]).toEqual([title, 401]);
        if (!route.needsThing) continue;
        const { status, body } = await ask(route, 'nothing');
        expect([title, status, body?.code]).toEqual([title, 404, 'content.not-found']);
      }
    });

    it('takes no change from somebody who has not seen the one before', async () => {
      const key = await aThing();
      for (const route of routes.filter(({ takesEtag }) => takesEtag)) {
        const { status, body } = await ask(route, key, { headers: { 'if-match': '"1"' } });
        expect([titleOf(route), status, body?.code]).toEqual([titleOf(route), 412, 'http.stale']);
      }
      const before = await thing(key);
      expect(before).toMatchObject({ revision: 3, status: 'changed', archived: false, scheduledAt: null });
      const { status } = await platform.call('PATCH', `/${type}/${key}`, patch, { 'if-match': '"3"' });
      expect(status).toBe(200);
    });

    it('does once what is asked twice with one idempotency key', async () => {
      const key = await aThing();
      const again = async (path: string, body: object) => {
        const headers = { 'idempotency-key': `${key}${path}` };
        const [first, second, other] = [
          await platform.call('POST', path, body, headers),
          await platform.call('POST', path, body, headers),
          await platform.call('POST', path, { ...body, note: 'other' }, headers),
        ];
        expect([second.status, second.body]).toEqual([first.status, first.body]);
        expect([other.status, other.body.code]).toEqual([422, 'idempotency.key-reused']);
        return first.body.data;
      };
      const copy = `${key}-copy`;
      expect(await again(`/${type}`, { key: `${key}-new`, ...whole(`${key}-new`) })).toMatchObject({
        revision: 1,
      });
      expect(await again(`/${type}/${key}/clone`, { key: copy })).toMatchObject({ key: copy });
      expect(await again(`/${type}/${key}/publish`, { note: 'once' })).toMatchObject({ version: 2 });
      expect(await thing(key)).toMatchObject({ version: 2, revision: 4 });
    });

    it('is created, read, and given back as it was sent', async () => {
      const key = await aDraft();
      const { body, headers } = await platform.call('GET', `/${type}/${key}`);
      expect(body.data).toMatchObject({ ...whole(key), status: 'draft', version: null, revision: 1 });
      expect(headers.get('etag')).toBe('"1"');
      const twice = await platform.call('POST', `/${type}`, { key, ...whole(key) });
      expect([twice.status, twice.body.code]).toEqual([409, 'content.key-taken']);
    });

    it('is listed by filter, order and page, with the members that are asked for', async () => {
      const prefix = aKey();
      for (const at of [1, 2, 3]) await aDraft(`${prefix}-${String(at)}`);
      await platform.data('PATCH', `/${type}/${prefix}-2`, patch);
      const query = `filter[key][starts]=${prefix}-&limit=2&sort=-key&fields=key,status&include=completeness`;
      const first = await platform.call('GET', `/${type}?${query}&count=true`);
      expect(first.body.page).toMatchObject({ total: 3, limit: 2, next: expect.any(String) });
      const next = await platform.call('GET', `/${type}?${query}&cursor=${String(first.body.page.next)}`);
      expect(next.body.page.next).toBeNull();
      const all = [...first.body.data, ...next.body.data];
      expect(all).toEqual(
        [3, 2, 1].map((at) => ({
          key: `${prefix}-${String(at)}`,
          status: 'draft',
          completeness: expect.objectContaining({ en: expect.objectContaining({ missing: [] }) }),
        })),
      );
      const [read] = await platform.data('GET', `/${type}?filter[key][eq]=${prefix}-1`);
      expect(read).toEqual(await thing(`${prefix}-1`));
      if (!filter) return;
      const [member, value] = filter;
      const by = async (operator: string) =>
        (
          await platform.data(
            'GET',
            `/${type}?filter[key][starts]=${prefix}-&filter[${member}][${operator}]=${value}`,
          )
        ).map((item: { key: string }) => item.key);
      const [equal, different] = [await by('eq'), await by('ne')];
      expect(equal).toContain(`${prefix}-2`);
      expect([...equal, ...different].sort()).toEqual([1, 2, 3].map((at) => `${prefix}-${String(at)}`));
    });

    it('is published twice, with both versions to be read, compared and restored', async () => {
      const path = `/${type}/${await aThing()}`;
      const { document: first } = await platform.data('GET', `${path}/versions/1`);
      expect(first).toMatchObject(document);
      await platform.data('POST', `${path}/publish`, { note: 'changed' });
      const versions = await platform.data('GET', `${path}/versions`);
      expect(versions.map(({ number, note }: Record<string, unknown>) => [number, note])).toEqual([
        [2, 'changed'],
        [1, null],
      ]);
      const { changes, summary } = await platform.data('GET', `${path}/versions/1/diff/2`);
      expect(changes.length).toBeGreaterThan(0);
      expect(summary).toHaveLength(changes.length);
      const restored = await platform.data('POST', `${path}/versions/1/restore`, {});
      expect(restored).toMatchObject({ ...document, status: 'changed', version: 2 });
      const back = await platform.data('GET', `${path}/versions/1/diff/draft`);
      expect(back.changes).toEqual([]);
    });

    it('is put away and taken out, and is in no list meanwhile', async () => {
      const key = await aThing();
      const listed = async (more = '') =>
        (await platform.data('GET', `/${type}?filter[key][eq]=${key}${more}`)).length;
      const archived = await platform.data('POST', `/${type}/${key}/archive`, {});
      expect(archived).toMatchObject({ archived: true, status: 'draft', version: null });
      expect([await listed(), await listed('&filter[archived][eq]=true')]).toEqual([0, 1]);
      const refusal = await platform.call('POST', `/${type}/${key}/publish`, {});
      expect([refusal.status, refusal.body.code]).toEqual([409, 'content.archived']);
      await platform.data('POST', `/${type}/${key}/unarchive`, {});
      expect(await listed()).toBe(1);
      expect(await platform.data('POST', `/${type}/${key}/publish`, {})).toMatchObject({ version: 2 });
    });

    it('refuses what is misspelt or out of range, with a pointer, and stays as it was', async () => {
      const key = await aDraft();
      for (const [change, pointer] of [...refused, [{ nonsense: 1 }, '/nonsense'] as const]) {
        const { status, body } = await platform.call('PATCH', `/${type}/${key}`, change);
        const pointers = (body.errors ?? []).map((error: { pointer: string }) => error.pointer);
        const found = pointers.filter((at: string) => at.startsWith(pointer));
        expect({ change, status, found }).toEqual({ change, status: 400, found: [expect.any(String)] });
      }
      expect((await thing(key)).revision).toBe(1);
    });

    it('is not published while a finding stops it, which has code, place and words', async () => {
      for (const [change, code, pointer] of unpublishable) {
        const path = `/${type}/${await aDraft()}`;
        await platform.data('PATCH', path, change);
        const { findings, publishable } = await platform.data('POST', `${path}/validate`, {});
        const message = expect.stringMatching(/[.?]$/);
        expect({ change, publishable, findings }).toMatchObject({
          change,
          publishable: false,
          findings: expect.arrayContaining([
            expect.objectContaining({ code, severity: 'error', pointer, message }),
          ]),
        });
        const answer = await platform.call('POST', `${path}/publish`, {});
        expect(answer).toMatchObject({ status: 422, body: { code: 'content.not-publishable' } });
        expect((await platform.data('GET', path)).version).toBeNull();
      }
    });

    it('serves the schema of its documents, and describes itself with an example that it accepts', async () => {
      const { status, body } = await platform.call('GET', `/schemas/${type}`);
      expect(status).toBe(200);
      expect(body.properties).toMatchObject({ key: { type: 'string' }, name: expect.anything() });
      for (const example of body.examples ?? []) {
        const key = aKey();
        await platform.data('POST', `/${type}`, { ...example, key });
        const { findings } = await platform.data('POST', `/${type}/${key}/validate`, {});
        // What an example refers to is not there.
        const its = findings.filter(({ code }: { code: string }) => !/^content\..*reference/.test(code));
        expect(its).toEqual([]);
      }
    });
  });

  it('holds when its time comes: what is planned is published then, and not before', async () => {
    const planned = CONTENT_TYPES.map(({ type, document, own }) => {
      const key = `${type}-planned`;
      return { path: `/${type}/${key}`, body: { ...document, ...own?.(key) } };
    });
    const times = new Map<string, number>();
    for (const { path, body } of planned) {
      await platform.data('PUT', path, body);
      // Soon, but not before a slow machine has asked for it.
      const at = Date.now() + 5_000;
      times.set(path, at);
      await platform.data('POST', `${path}/publish`, { at: new Date(at).toISOString() });
    }
    for (const { path } of planned) {
      const published = await waitFor(
        async () => {
          const found = await platform.data('GET', path);
          return found.version === 1 ? found : undefined;
        },
        { describe: `the publish of ${path}` },
      );
      expect(published).toMatchObject({ status: 'published', scheduledAt: null, scheduleFailure: null });
      expect(Date.parse(published.publishedAt)).toBeGreaterThanOrEqual(times.get(path) ?? Infinity);
    }
  });
});

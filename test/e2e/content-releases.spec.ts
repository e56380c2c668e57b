import { PublishedContent } from '@parcours/content';
import type { JsonObject } from '@parcours/kernel';
import { profiles } from '@parcours/testing';

import { FAR, member, problemOf, ReleaseDesk } from './support/releases.js';
import type { RunningApi } from './support/running-api.js';

describe.each(profiles)('releases on $name', (profile) => {
  let desk: ReleaseDesk;
  let api: RunningApi;

  beforeAll(async () => {
    desk = await ReleaseDesk.open(profile);
    api = desk.api;
  });

  afterAll(async () => {
    await api.close();
  });

  it('are made, read, listed and deleted', async () => {
    const items = [member(await desk.aPlace())];
    const made = await api.call('POST', 'releases', { body: { name: 'Spring', note: 'all of it', items } });
    expect(made.status).toBe(201);
    expect(made.body.data).toEqual({
      id: expect.stringMatching(/^\d+$/),
      name: 'Spring',
      note: 'all of it',
      status: 'open',
      items,
      revision: 1,
      scheduledAt: null,
      scheduleFailure: null,
      publishedAt: null,
      createdAt: expect.stringMatching(/Z$/),
      createdBy: 'bootstrap',
      updatedAt: expect.stringMatching(/Z$/),
    });
    const path = `releases/${String(made.body.data.id)}`;
    expect(made.headers.get('location')).toBe(`/api/v1/${path}`);
    expect((await api.call('GET', path)).body).toEqual(made.body);
    const listed = await api.call('GET', 'releases?filter[status][eq]=open&limit=1');
    expect(listed.body.data).toEqual([made.body.data]);
    expect((await api.call('DELETE', path)).status).toBe(204);
    expect(problemOf(await api.call('GET', path))).toMatchObject({
      status: 404,
      code: 'content.release-not-found',
    });
  });

  it.each([
    [{ name: 'x', items: [] }, '/items'],
    [{ name: 'x', items: [{ type: 'touchpints', key: 'a', action: 'publish' }] }, '/items/0/type'],
    [{ name: 'x', items: [{ type: 'touchpoints', key: 'a', action: 'pblish' }] }, '/items/0/action'],
    [{ name: 'x', items: [{ type: 'touchpoints', key: 'A B', action: 'publish' }] }, '/items/0/key'],
    [{ items: [{ type: 'touchpoints', key: 'a', action: 'publish' }] }, '/name'],
    [
      {
        name: 'x',
        items: [
          { type: 'touchpoints', key: 'a', action: 'publish' },
          { type: 'touchpoints', key: 'a', action: 'unpublish' },
        ],
      },
      '/items/1',
    ],
    [
      {
        name: 'x',
        at: '2001-01-01T00:00:00Z',
        items: [{ type: 'touchpoints', key: 'a', action: 'publish' }],
      },
      '/at',
    ],
  ])('refuse %j', async (body, pointer) => {
    const answer = await api.call('POST', 'releases', { body });
    expect(answer).toMatchObject({ status: 400, body: { errors: [{ pointer }] } });
  });

  describe('are validated as a whole', () => {
    const findingsOf = async (release: string) =>
      (await api.call('POST', `${release}/validate`)).body.data.findings
        .filter(({ severity }: JsonObject) => severity === 'error')
        .map(({ pointer, code }: JsonObject) => [pointer, code]);

    it('so that members may refer to each other', async () => {
      const place = await desk.aPlace();
      const route = await desk.aRouteTo(place);
      expect(await findingsOf(await desk.aRelease(member(route)))).toEqual([
        ['/items/0/touchpoint', 'content.reference-not-published'],
      ]);
      expect(await findingsOf(await desk.aRelease(member(route), member(place)))).toEqual([]);
    });

    it('with every finding at its member', async () => {
      const unfinished = 'touchpoints/unfinished';
      await api.call('PUT', unfinished, { body: { name: 'x' } });
      const archived = await desk.aPlace();
      await api.call('POST', `${archived}/archive`);
      const release = await desk.aRelease(
        member('touchpoints/nothing'),
        member(unfinished),
        member(archived),
      );
      expect(await findingsOf(release)).toEqual([
        ['/items/0', 'content.unknown-reference'],
        ['/items/1/kind', 'schema.missing-member'],
        ['/items/1/direction', 'schema.missing-member'],
        ['/items/2', 'content.archived'],
      ]);
    });

    it('and what goes out of use must not be used by what stays', async () => {
      const place = await desk.aPublishedPlace();
      const route = await desk.aRouteTo(place);
      await api.call('POST', `${route}/publish`);
      const out = member(place, 'unpublish');
      expect(await findingsOf(await desk.aRelease(out))).toEqual([['/items/0', 'content.in-use']]);
      expect(await findingsOf(await desk.aRelease(out, member(route, 'unpublish')))).toEqual([]);
      expect(await findingsOf(await desk.aRelease(out, member(route)))).toEqual([
        ['/items/1/touchpoint', 'content.reference-not-published'],
      ]);
    });
  });

  describe('published', () => {
    it('put everything into use at once, with one note', async () => {
      const place = await desk.aPlace();
      const route = await desk.aRouteTo(place);
      const release = await desk.aRelease(member(route), member(place));
      const before = await api.app.get(PublishedContent).snapshot();
      const answer = await api.call('POST', `${release}/publish`);
      expect(answer.body.data).toMatchObject({
        status: 'published',
        items: [
          { ...member(route), before: null, after: 1 },
          { ...member(place), before: null, after: 1 },
        ],
      });
      expect(await desk.versionsOf(route, place)).toEqual([1, 1]);
      const [version] = await desk.read(`${route}/versions`);
      expect(version).toMatchObject({ note: 'Spring', publishedBy: 'bootstrap' });
      expect((await api.app.get(PublishedContent).snapshot()).revision).toBe(before.revision + 1);
    });

    it('replace a thing by another in one go', async () => {
      const [old, fresh] = [await desk.aPublishedPlace(), await desk.aPlace()];
      const route = await desk.aRouteTo(old);
      await api.call('POST', `${route}/publish`);
      await api.call('PATCH', route, { body: { touchpoint: fresh.split('/')[1] } });
      const release = await desk.aRelease(member(old, 'unpublish'), member(fresh), member(route));
      expect((await api.call('POST', `${release}/publish`)).status).toBe(200);
      expect(await desk.versionsOf(old, fresh, route)).toEqual([null, 1, 2]);
    });

    it('leave what is already as they want it', async () => {
      const [place, out] = [await desk.aPublishedPlace(), await desk.aPlace()];
      const release = await desk.aRelease(member(place), member(out, 'unpublish'));
      const { body } = await api.call('POST', `${release}/publish`);
      expect(body.data.items).toEqual([
        { ...member(place), before: 1, after: 1 },
        { ...member(out, 'unpublish'), before: null, after: null },
      ]);
      expect(await desk.read(place)).toMatchObject({ revision: 2 });
    });

    it('publish nothing when one member is refused', async () => {
      const [place, other] = [await desk.aPlace(), await desk.aPlace()];
      const release = await desk.aRelease(member(place), member(await desk.aRouteTo(other)));
      expect(problemOf(await api.call('POST', `${release}/publish`))).toEqual({
        status: 422,
        code: 'content.release-not-publishable',
        errors: [['/items/1/touchpoint', 'content.reference-not-published']],
      });
      expect(await desk.versionsOf(place)).toEqual([null]);
      expect(await desk.read(release)).toMatchObject({ status: 'open', revision: 1 });
    });

    it('publish nothing when a member changes at the same moment', async () => {
      for (let round = 0; round < 6; round++) {
        const places = [await desk.aPlace(), await desk.aPlace(), await desk.aPlace()];
        const release = await desk.aRelease(...places.map((place) => member(place)));
        const [published] = await Promise.all([
          api.call('POST', `${release}/publish`),
          api.call('PATCH', places[2] ?? '', { body: { phase: 'late' } }),
        ]);
        expect([200, 409]).toContain(published.status);
        const expected = published.status === 200 ? 1 : null;
        expect(await desk.versionsOf(...places)).toEqual([expected, expected, expected]);
      }
    });

    it('are published once', async () => {
      const release = await desk.aRelease(member(await desk.aPlace()));
      await api.call('POST', `${release}/publish`);
      for (const [method, path] of [
        ['POST', `${release}/publish`],
        ['DELETE', release],
        ['DELETE', `${release}/schedule`],
      ] as const) {
        expect(problemOf(await api.call(method, path))).toMatchObject({
          status: 409,
          code: 'content.release-state',
        });
      }
    });

    it('need the view of today', async () => {
      const release = await desk.aRelease(member(await desk.aPlace()));
      const answer = await api.call('POST', `${release}/publish`, { headers: { 'if-match': '"7"' } });
      expect(answer.status).toBe(412);
    });

    it('need the publish scope of every type in them', async () => {
      const release = await desk.aRelease(member(await desk.aPlace()));
      const token = await api.call('POST', 'api-tokens', {
        body: { name: 'half', scopes: ['releases:*', 'test-routes:*'] },
      });
      const call = { token: String(token.body.data.token) };
      const refused = await api.call('POST', `${release}/publish`, call);
      expect(problemOf(refused)).toMatchObject({ status: 403, code: 'http.missing-scope' });
      const body = { name: 'x', at: FAR, items: (await desk.read(release)).items };
      expect((await api.call('POST', 'releases', { ...call, body })).status).toBe(403);
    });
  });
});

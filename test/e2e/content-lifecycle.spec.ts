import { TOUCHPOINT_TYPE } from '@parcours/catalog';
import { defineContentType } from '@parcours/content';
import { Database } from '@parcours/database';
import type { JsonObject } from '@parcours/kernel';
import { profiles, waitFor } from '@parcours/testing';

import { type RunningApi, startApi } from './support/running-api.js';

const ROUTE_TYPE = defineContentType<JsonObject & { readonly touchpoint?: string }>({
  name: 'test-routes',
  singular: 'test route',
  title: 'Test routes',
  schema: { type: 'object', required: ['touchpoint'], properties: { touchpoint: { type: 'string' } } },
  references: ({ touchpoint }) =>
    touchpoint === undefined ? [] : [{ type: 'touchpoints', key: touchpoint, pointer: '/touchpoint' }],
});

const A_TOUCHPOINT = { name: 'A letter', kind: 'physical', direction: 'outbound' };
const FAR = '2099-01-01T00:00:00.000Z';

describe.each(profiles)('the lifecycle of content on $name', (profile) => {
  let api: RunningApi;
  let made = 0;

  beforeAll(async () => {
    api = await startApi(profile, {
      types: [TOUCHPOINT_TYPE, ROUTE_TYPE],
      environment: { PARCOURS_SWEEP_MS: '200' },
    });
  });

  afterAll(async () => {
    await api.close();
  });

  const keyOf = (path: string) => path.split('/')[1] ?? '';
  const soon = (ms: number) => new Date(Date.now() + ms).toISOString();
  const read = async (path: string) => (await api.call('GET', path)).body.data;

  async function aPlace(): Promise<string> {
    made += 1;
    const path = `touchpoints/place-${String(made)}`;
    await api.call('PUT', path, { body: A_TOUCHPOINT });
    return path;
  }

  async function aPublishedPlace(): Promise<string> {
    const path = await aPlace();
    await api.call('POST', `${path}/publish`);
    return path;
  }

  async function aRouteTo(place: string): Promise<string> {
    made += 1;
    const path = `test-routes/route-${String(made)}`;
    await api.call('PUT', path, { body: { name: 'x', touchpoint: keyOf(place) } });
    return path;
  }

  const settled = (path: string) =>
    waitFor(
      async () => {
        const thing = await read(path);
        return thing.scheduledAt === null ? thing : undefined;
      },
      { describe: `the planned publish of ${path}` },
    );

  describe('archived', () => {
    const listed = async (path: string, more = '') => {
      const { body } = await api.call('GET', `touchpoints?filter[key][eq]=${keyOf(path)}${more}`);
      return body.data.length;
    };

    it('is out of lists, but for those who ask for it', async () => {
      const path = await aPlace();
      const answer = await api.call('POST', `${path}/archive`);
      expect(answer).toMatchObject({ status: 200, body: { data: { archived: true, status: 'draft' } } });
      expect(await listed(path)).toBe(0);
      expect(await listed(path, '&filter[archived][eq]=true')).toBe(1);
      expect(await listed(path, '&filter[archived][eq]=false')).toBe(0);
      expect(await read(path)).toMatchObject({ archived: true });
    });

    it('is not to be published, now or later', async () => {
      const path = await aPlace();
      await api.call('POST', `${path}/archive`);
      for (const body of [{}, { at: FAR }]) {
        const answer = await api.call('POST', `${path}/publish`, { body });
        expect(answer).toMatchObject({ status: 409, body: { code: 'content.archived' } });
      }
    });

    it('is out of use too, and nothing of it is planned', async () => {
      const path = await aPublishedPlace();
      await api.call('PATCH', path, { body: { phase: 'late' } });
      await api.call('POST', `${path}/publish`, { body: { at: FAR } });
      const { body } = await api.call('POST', `${path}/archive`);
      expect(body.data).toMatchObject({ status: 'draft', version: null, scheduledAt: null, archived: true });
    });

    it('cannot be what something published refers to', async () => {
      const path = await aPublishedPlace();
      const route = await aRouteTo(path);
      await api.call('POST', `${route}/publish`);
      const answer = await api.call('POST', `${path}/archive`);
      expect(answer).toMatchObject({ status: 409, body: { code: 'content.in-use' } });
      expect(await read(path)).toMatchObject({ archived: false, status: 'published' });
    });

    it('comes back as a draft, and twice is as good as once', async () => {
      const path = await aPlace();
      const archived = await api.call('POST', `${path}/archive`);
      expect((await api.call('POST', `${path}/archive`)).body).toEqual(archived.body);
      const back = await api.call('POST', `${path}/unarchive`);
      expect(back.body.data).toMatchObject({ archived: false, status: 'draft', revision: 3 });
      expect((await api.call('POST', `${path}/unarchive`)).body).toEqual(back.body);
      expect(await listed(path)).toBe(1);
    });

    it('needs the view of today', async () => {
      const path = await aPlace();
      await api.call('PATCH', path, { body: { phase: 'late' } });
      const answer = await api.call('POST', `${path}/archive`, { headers: { 'if-match': '"1"' } });
      expect(answer.status).toBe(412);
    });
  });

  describe('planned', () => {
    it('shows when, and stays as it is until then', async () => {
      const path = await aPublishedPlace();
      const answer = await api.call('POST', `${path}/publish`, { body: { at: '2099-01-01T01:00:00+01:00' } });
      expect(answer.body.data).toMatchObject({
        scheduledAt: FAR,
        status: 'published',
        version: 1,
        revision: 3,
      });
      const { body } = await api.call('GET', `touchpoints?filter[scheduledAt][gt]=2098-01-01T00:00:00Z`);
      expect(body.data).toHaveLength(1);
      await api.call('DELETE', `${path}/schedule`);
    });

    it('is published when its time has come, with the note, by who asked', async () => {
      const path = await aPlace();
      const at = soon(2_000);
      await api.call('POST', `${path}/publish`, { body: { at, note: 'in time' } });
      const thing = await settled(path);
      expect(thing).toMatchObject({ status: 'published', version: 1, scheduleFailure: null });
      expect(Date.parse(thing.publishedAt) - Date.parse(at)).toBeGreaterThanOrEqual(0);
      const { body } = await api.call('GET', `${path}/versions`);
      expect(body.data).toMatchObject([{ number: 1, note: 'in time', publishedBy: 'bootstrap' }]);
    });

    it('is published as it is then', async () => {
      const path = await aPlace();
      await api.call('POST', `${path}/publish`, { body: { at: soon(3_000) } });
      await api.call('PATCH', path, { body: { phase: 'changed since' } });
      expect((await settled(path)).version).toBe(1);
      expect((await api.call('GET', `${path}/versions/1`)).body.data.document.phase).toBe('changed since');
    });

    it('is found by the sweep when its wake-up was lost', async () => {
      const path = await aPlace();
      await api.call('POST', `${path}/publish`, { body: { at: FAR } });
      await api.app
        .get(Database)
        .sql.run('UPDATE content_items SET scheduled_at = ? WHERE item_key = ?', [Date.now(), keyOf(path)]);
      expect(await settled(path)).toMatchObject({ status: 'published', version: 1 });
    });

    it('is cancelled, once', async () => {
      const path = await aPlace();
      await api.call('POST', `${path}/publish`, { body: { at: FAR } });
      const answer = await api.call('DELETE', `${path}/schedule`);
      expect(answer).toMatchObject({ status: 200, body: { data: { scheduledAt: null, status: 'draft' } } });
      const again = await api.call('DELETE', `${path}/schedule`);
      expect(again).toMatchObject({ status: 404, body: { code: 'content.not-scheduled' } });
    });

    it('is planned no longer once it is published at once', async () => {
      const path = await aPlace();
      await api.call('POST', `${path}/publish`, { body: { at: FAR } });
      const now = await api.call('POST', `${path}/publish`);
      expect(now.body.data).toMatchObject({ status: 'published', version: 1, scheduledAt: null });
    });

    it('may refer to what is still to be published', async () => {
      const place = await aPlace();
      const route = await aRouteTo(place);
      const at = soon(3_000);
      expect((await api.call('POST', `${route}/publish`, { body: { at } })).status).toBe(200);
      await api.call('POST', `${place}/publish`);
      expect(await settled(route)).toMatchObject({ status: 'published', version: 1 });
    });

    it('and refused when its time came, tells why until it is planned or published anew', async () => {
      const place = await aPlace();
      const route = await aRouteTo(place);
      const at = soon(2_000);
      await api.call('POST', `${route}/publish`, { body: { at } });
      const failed = await settled(route);
      expect(failed).toMatchObject({ status: 'draft', version: null });
      expect(failed.scheduleFailure).toEqual({
        at: expect.stringMatching(/Z$/),
        code: 'content.not-publishable',
        detail: expect.stringContaining('1 error'),
        errors: [
          {
            code: 'content.reference-not-published',
            pointer: '/touchpoint',
            detail: `The touchpoint '${keyOf(place)}' is not published.`,
          },
        ],
      });
      await api.call('POST', `${place}/publish`);
      const { body } = await api.call('POST', `${route}/publish`);
      expect(body.data).toMatchObject({ status: 'published', scheduleFailure: null });
    });

    it.each([
      ['2001-01-01T00:00:00Z', 'schema.range'],
      ['tomorrow', 'schema.format'],
      ['2099-02-30T00:00:00Z', 'schema.format'],
      [5, 'schema.wrong-type'],
    ])('for %j is refused', async (at, code) => {
      const path = await aPlace();
      const answer = await api.call('POST', `${path}/publish`, { body: { at } });
      expect(answer).toMatchObject({ status: 400, body: { errors: [{ pointer: '/at', code }] } });
      expect((await read(path)).revision).toBe(1);
    });

    it('is refused at once for what no waiting will cure', async () => {
      const path = `touchpoints/unfinished-${String(made++)}`;
      await api.call('PUT', path, { body: { name: 'x' } });
      const answer = await api.call('POST', `${path}/publish`, { body: { at: FAR } });
      expect(answer).toMatchObject({ status: 422, body: { code: 'content.not-publishable' } });
    });
  });
});

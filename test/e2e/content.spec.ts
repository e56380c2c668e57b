import {
  type ContentType,
  ContentTypeRegistry,
  defineContentType,
  PublishedContent,
} from '@parcours/content';
import { TOUCHPOINT_TYPE } from '@parcours/catalog';
import { Database } from '@parcours/database';
import type { JsonObject } from '@parcours/kernel';
import { profiles } from '@parcours/testing';

import { type RunningApi, startApi } from './support/running-api.js';

interface Route {
  readonly touchpoint?: string;
  readonly colour?: string;
}

/** A type that no library declares: one declaration gives it every route. */
const ROUTE_TYPE = defineContentType<JsonObject & Route>({
  name: 'test-routes',
  singular: 'test route',
  title: 'Test routes',
  schema: {
    type: 'object',
    required: ['touchpoint'],
    properties: {
      touchpoint: { type: 'string' },
      colour: { type: 'string' },
      secret: { type: 'string', 'x-secret': true },
    },
  },
  references: ({ touchpoint }) =>
    touchpoint === undefined ? [] : [{ type: 'touchpoints', key: touchpoint, pointer: '/touchpoint' }],
  check: ({ colour }) =>
    colour === 'beige'
      ? [{ code: 'test.dull', severity: 'warning', pointer: '/colour', message: 'Rather dull.' }]
      : [],
});

const MASK = '••••';
const A_TOUCHPOINT = { name: 'A letter', kind: 'physical', direction: 'outbound' };

describe.each(profiles)('content on $name', (profile) => {
  let api: RunningApi;
  let number = 0;

  beforeAll(async () => {
    const types: ContentType[] = [TOUCHPOINT_TYPE, ROUTE_TYPE];
    api = await startApi(profile, { types });
    api.app.get(ContentTypeRegistry).attach('test-routes', {
      store: (document, previous) =>
        document['secret'] === MASK ? { ...document, secret: previous?.['secret'] } : sealed(document),
      present: (document) => (document['secret'] === undefined ? document : { ...document, secret: MASK }),
    });
  });

  afterAll(async () => {
    await api.close();
  });

  async function aTouchpoint(change: object = {}): Promise<string> {
    const key = `place-${String(number++)}`;
    await api.call('POST', 'touchpoints', { body: { key, ...A_TOUCHPOINT, ...change } });
    return `touchpoints/${key}`;
  }

  it('is created as a draft', async () => {
    const body = {
      key: 'new',
      name: { en: 'A letter', fr: 'Une lettre' },
      kind: 'physical',
      direction: 'both',
    };
    const answer = await api.call('POST', 'touchpoints', { body });
    expect(answer.status).toBe(201);
    expect(answer.headers.get('location')).toBe('/api/v1/touchpoints/new');
    expect(answer.body.data).toEqual({
      ...body,
      status: 'draft',
      version: null,
      revision: 1,
      createdAt: expect.stringMatching(/Z$/),
      updatedAt: expect.stringMatching(/Z$/),
      publishedAt: null,
      scheduledAt: null,
      scheduleFailure: null,
      archived: false,
    });
    expect((await api.call('GET', 'touchpoints/new')).body).toEqual(answer.body);
  });

  it('has one key each', async () => {
    const path = await aTouchpoint();
    const body = { key: path.slice('touchpoints/'.length), name: 'x' };
    const again = await api.call('POST', 'touchpoints', { body });
    expect(again).toMatchObject({ status: 409, body: { code: 'content.key-taken' } });
  });

  it('lets one of two create the same key', async () => {
    const create = () => api.call('POST', 'touchpoints', { body: { key: 'twins', ...A_TOUCHPOINT } });
    const answers = await Promise.all([create(), create()]);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
  });

  it.each(['Upper', 'with space', '', '-x', 'x'.repeat(101)])('refuses the key %j', async (key) => {
    const answer = await api.call('POST', 'touchpoints', { body: { key, ...A_TOUCHPOINT } });
    expect(answer).toMatchObject({ status: 400, body: { errors: [{ pointer: '/key' }] } });
  });

  it('may be saved unfinished, but not misspelt', async () => {
    const unfinished = await api.call('PUT', 'touchpoints/unfinished', { body: { name: 'x' } });
    expect(unfinished.status).toBe(201);
    const misspelt = await api.call('PUT', 'touchpoints/unfinished', { body: { name: 'x', knd: 'human' } });
    expect(misspelt).toMatchObject({ status: 400, body: { errors: [{ pointer: '/knd' }] } });
    const nameless = await api.call('PUT', 'touchpoints/unfinished', { body: {} });
    expect(nameless).toMatchObject({ status: 400, body: { errors: [{ pointer: '/name' }] } });
  });

  it('is created by PUT, then replaced by it', async () => {
    const first = await api.call('PUT', 'touchpoints/put', { body: { ...A_TOUCHPOINT, phase: 'early' } });
    const second = await api.call('PUT', 'touchpoints/put', { body: A_TOUCHPOINT });
    expect([first.status, second.status]).toEqual([201, 200]);
    expect(second.body.data).toMatchObject({ key: 'put', revision: 2 });
    expect(second.body.data).not.toHaveProperty('phase');
  });

  it('keeps its key', async () => {
    const path = await aTouchpoint();
    for (const method of ['PUT', 'PATCH']) {
      const answer = await api.call(method, path, { body: { ...A_TOUCHPOINT, key: 'other' } });
      expect(answer).toMatchObject({ status: 400, body: { errors: [{ pointer: '/key' }] } });
    }
  });

  it.each(['application/json', 'application/merge-patch+json'])(
    'is changed by a merge patch sent as %s',
    async (type) => {
      const path = await aTouchpoint({ phase: 'early', name: { en: 'A', fr: 'B' } });
      const patch = { phase: null, name: { fr: 'C' }, department: 'Care' };
      const answer = await api.call('PATCH', path, { body: patch, headers: { 'content-type': type } });
      expect(answer).toMatchObject({
        status: 200,
        body: { data: { name: { en: 'A', fr: 'C' }, department: 'Care' } },
      });
      expect(answer.body.data).not.toHaveProperty('phase');
      expect(answer.headers.get('etag')).toBe('"2"');
    },
  );

  it('refuses a patch whose result is not acceptable', async () => {
    const path = await aTouchpoint();
    const answer = await api.call('PATCH', path, { body: { kind: 'divine' } });
    expect(answer).toMatchObject({ status: 400, body: { errors: [{ pointer: '/kind' }] } });
    expect((await api.call('GET', path)).body.data).toMatchObject({ kind: 'physical', revision: 1 });
  });

  it.each(['GET', 'PATCH', 'DELETE'])('answers %s with 404 where there is none', async (method) => {
    const answer = await api.call(method, 'touchpoints/none', method === 'PATCH' ? { body: {} } : {});
    expect(answer).toMatchObject({ status: 404, body: { code: 'content.not-found' } });
  });

  it('is deleted', async () => {
    const path = await aTouchpoint();
    expect((await api.call('DELETE', path)).status).toBe(204);
    expect((await api.call('GET', path)).status).toBe(404);
  });

  describe('published', () => {
    it('becomes version 1, then 2, and says when the draft has moved on', async () => {
      const path = await aTouchpoint();
      const stages = [
        await api.call('POST', `${path}/publish`, { body: { note: 'first' } }),
        await api.call('PATCH', path, { body: { phase: 'late' } }),
        await api.call('POST', `${path}/publish`),
      ];
      expect(stages.map(({ body }) => [body.data.status, body.data.version])).toEqual([
        ['published', 1],
        ['changed', 1],
        ['published', 2],
      ]);
      const versions = await api.call('GET', `${path}/versions`);
      expect(versions.body.data).toEqual([
        { number: 2, note: null, publishedAt: expect.any(String), publishedBy: 'bootstrap' },
        { number: 1, note: 'first', publishedAt: expect.any(String), publishedBy: 'bootstrap' },
      ]);
    });

    it('keeps every version as it was', async () => {
      const path = await aTouchpoint({ phase: 'one' });
      await api.call('POST', `${path}/publish`);
      await api.call('PATCH', path, { body: { phase: 'two' } });
      await api.call('POST', `${path}/publish`);
      const { body } = await api.call('GET', `${path}/versions/1`);
      expect(body.data).toMatchObject({ number: 1, document: { phase: 'one' } });
      expect((await api.call('GET', `${path}/versions/2`)).body.data.document.phase).toBe('two');
    });

    it.each([
      ['3', 404, 'content.version-not-found'],
      ['0', 400, 'http.invalid-request'],
      ['x', 400, 'http.invalid-request'],
    ])('has no version %s', async (version, status, code) => {
      const path = await aTouchpoint();
      expect(await api.call('GET', `${path}/versions/${version}`)).toMatchObject({ status, body: { code } });
    });

    it('stays the version that it is when nothing has changed', async () => {
      const path = await aTouchpoint();
      const first = await api.call('POST', `${path}/publish`);
      const again = await api.call('POST', `${path}/publish`);
      expect(again.body).toEqual(first.body);
      expect((await api.call('GET', `${path}/versions`)).body.data).toHaveLength(1);
    });

    it('once for two who publish at the same time', async () => {
      const path = await aTouchpoint();
      await Promise.all([api.call('POST', `${path}/publish`), api.call('POST', `${path}/publish`)]);
      expect((await api.call('GET', `${path}/versions`)).body.data).toHaveLength(1);
    });

    it('is taken out of use by unpublish, and the numbers go on', async () => {
      const path = await aTouchpoint();
      await api.call('POST', `${path}/publish`);
      const out = await api.call('POST', `${path}/unpublish`);
      expect(out.body.data).toMatchObject({ status: 'draft', version: null, publishedAt: null });
      const back = await api.call('POST', `${path}/publish`);
      expect(back.body.data).toMatchObject({ status: 'published', version: 2 });
    });

    it('is refused when unfinished, with every reason', async () => {
      await api.call('PUT', 'touchpoints/half', { body: { name: 'x' } });
      const answer = await api.call('POST', 'touchpoints/half/publish');
      expect(answer).toMatchObject({ status: 422, body: { code: 'content.not-publishable' } });
      expect(answer.body.errors.map(({ pointer }: { pointer: string }) => pointer).sort()).toEqual([
        '/direction',
        '/kind',
      ]);
    });

    it('takes no member that it does not know', async () => {
      const path = await aTouchpoint();
      const answer = await api.call('POST', `${path}/publish`, { body: { nte: 'x' } });
      expect(answer).toMatchObject({ status: 400, body: { errors: [{ pointer: '/nte' }] } });
    });

    it('asks for a scope of its own', async () => {
      const path = await aTouchpoint();
      const made = await api.call('POST', 'api-tokens', {
        body: { name: 'editor', scopes: ['touchpoints:read', 'touchpoints:write'] },
      });
      const answer = await api.call('POST', `${path}/publish`, { token: made.body.data.token });
      expect(answer).toMatchObject({ status: 403, body: { code: 'http.missing-scope' } });
    });
  });

  describe('references', () => {
    const validate = async (key: string) => (await api.call('POST', `test-routes/${key}/validate`)).body.data;

    it('to nothing are found, with the nearest key', async () => {
      await api.call('PUT', 'touchpoints/front-door', { body: A_TOUCHPOINT });
      await api.call('PUT', 'test-routes/lost', { body: { name: 'x', touchpoint: 'front-dor' } });
      expect(await validate('lost')).toEqual({
        publishable: false,
        findings: [
          {
            code: 'content.unknown-reference',
            severity: 'error',
            pointer: '/touchpoint',
            message: "There is no touchpoint 'front-dor'. Did you mean 'front-door'?",
            suggestion: 'front-door',
          },
        ],
      });
    });

    it('must be published first', async () => {
      await api.call('PUT', 'touchpoints/back-door', { body: A_TOUCHPOINT });
      await api.call('PUT', 'test-routes/early', { body: { name: 'x', touchpoint: 'back-door' } });
      const refused = await api.call('POST', 'test-routes/early/publish');
      expect(refused).toMatchObject({
        status: 422,
        body: { errors: [{ code: 'content.reference-not-published', pointer: '/touchpoint' }] },
      });
      await api.call('POST', 'touchpoints/back-door/publish');
      expect((await api.call('POST', 'test-routes/early/publish')).body.data.version).toBe(1);
    });

    it('and warnings do not stop a publish', async () => {
      await api.call('PUT', 'touchpoints/side-door', { body: A_TOUCHPOINT });
      await api.call('POST', 'touchpoints/side-door/publish');
      const body = { name: 'x', touchpoint: 'side-door', colour: 'beige' };
      await api.call('PUT', 'test-routes/dull', { body });
      expect(await validate('dull')).toMatchObject({ publishable: true, findings: [{ code: 'test.dull' }] });
      expect((await api.call('POST', 'test-routes/dull/publish')).status).toBe(200);
    });
  });

  it('hides what its type hides, and keeps it when the mask comes back', async () => {
    const body = { name: 'x', touchpoint: 'a', secret: 'hunter2' };
    const created = await api.call('PUT', 'test-routes/hidden', { body });
    expect(created.body.data.secret).toBe(MASK);
    await api.call('PATCH', 'test-routes/hidden', { body: { colour: 'red' } });
    await api.call('PUT', 'test-routes/hidden', { body: { ...body, secret: MASK } });
    const [row] = await api.app
      .get(Database)
      .sql.select<{ draft: string }>("SELECT draft FROM content_items WHERE item_key = 'hidden'");
    expect(JSON.parse(row?.draft ?? '')).toMatchObject({ secret: 'sealed:hunter2' });
  });

  it('serves the schema of its documents to editors', async () => {
    const { status, body } = await api.call('GET', 'schemas/touchpoints', { token: null });
    expect(status).toBe(200);
    expect(body.required).toEqual(['key', 'name', 'kind', 'direction']);
    expect((await api.call('GET', 'schemas/nothing', { token: null })).status).toBe(404);
  });

  describe('as the runtime reads it', () => {
    const published = () => api.app.get(PublishedContent);

    it('is what was published, not the draft', async () => {
      const path = await aTouchpoint({ phase: 'one' });
      const key = path.slice('touchpoints/'.length);
      expect((await published().snapshot()).byKey(TOUCHPOINT_TYPE, key)).toBeUndefined();
      await api.call('POST', `${path}/publish`);
      await api.call('PATCH', path, { body: { phase: 'two' } });
      const found = (await published().snapshot()).byKey(TOUCHPOINT_TYPE, key);
      expect(found).toMatchObject({ key, number: 1, type: 'touchpoints', document: { phase: 'one' } });
    });

    it('stays the same object until something is published', async () => {
      const before = await published().snapshot();
      const path = await aTouchpoint();
      expect(await published().snapshot()).toBe(before);
      await api.call('POST', `${path}/publish`);
      const after = await published().snapshot();
      expect(after.revision).toBeGreaterThan(before.revision);
      expect(await published().snapshot(after.revision)).toBe(after);
    });

    it('loses what is unpublished or deleted, yet finds its versions by id', async () => {
      const [out, gone] = [await aTouchpoint(), await aTouchpoint()];
      for (const path of [out, gone]) await api.call('POST', `${path}/publish`);
      const keys = [out, gone].map((path) => path.slice('touchpoints/'.length));
      const before = await published().snapshot();
      const ids = keys.map((key) => before.byKey(TOUCHPOINT_TYPE, key)?.versionId ?? 0);
      await api.call('POST', `${out}/unpublish`);
      await api.call('DELETE', gone);
      const after = await published().snapshot();
      expect(keys.map((key) => after.byKey(TOUCHPOINT_TYPE, key))).toEqual([undefined, undefined]);
      const versions = await published().versions(TOUCHPOINT_TYPE, ids);
      expect(ids.map((id) => versions.get(id)?.key)).toEqual(keys);
    });
  });
});

function sealed(document: JsonObject): JsonObject {
  const { secret, ...rest } = document;
  return typeof secret === 'string' ? { ...rest, secret: `sealed:${secret}` } : document;
}

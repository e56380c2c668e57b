import { AudienceModule, AudienceWorkModule, SEGMENT_TYPE } from '@parcours/audience';
import { CATALOG_TYPES } from '@parcours/catalog';
import { type ContentType, customFieldType } from '@parcours/content';
import { Database } from '@parcours/database';
import { profiles } from '@parcours/testing';

import { CONTENT_TYPES, PARTS, type TypeUnderTest } from './support/content-types.js';
import { type Answer, type Call, type RunningApi, startApi } from './support/running-api.js';

const TABLES = {
  content_items: 'id',
  content_versions: 'id',
  content_references: 'id',
  content_field_values: 'item_id, field',
  content_releases: 'id',
  settings: 'name',
};
const FIVE_MB = 5 * 1024 * 1024;

const TYPES: readonly ContentType[] = [...CATALOG_TYPES, SEGMENT_TYPE];
const UNDER_TEST = CONTENT_TYPES.filter(({ type }) =>
  ['phase-sets', 'touchpoints', 'personas', 'segments', 'journey-maps', 'offers', 'custom-fields'].includes(
    type,
  ),
);

/** What somebody sends, and what they are told. */
interface Mistake {
  readonly what: string;
  readonly method: string;
  /** Below the type; `{key}` is a thing that is published. */
  readonly path: string;
  readonly call?: (row: TypeUnderTest) => Call;
  readonly status: number;
  readonly code: string;
  /** Of each error, in the order in which they are told. */
  readonly pointers: readonly string[];
}

const MISTAKES: readonly Mistake[] = [
  {
    what: 'an unknown field',
    method: 'PUT',
    path: '/{key}',
    call: ({ document }) => ({ body: { ...document, nmae: 'x' } }),
    ...refused('/nmae'),
  },
  {
    what: 'a value of the wrong type',
    method: 'PATCH',
    path: '/{key}',
    call: () => ({ body: { name: 5 } }),
    ...refused('/name'),
  },
  {
    what: 'a text in a language whose tag is none',
    method: 'PATCH',
    path: '/{key}',
    call: () => ({ body: { name: { french: 'x', English_US: 'x' } } }),
    ...refused('/name/french', '/name/English_US'),
  },
  {
    what: 'a document that is a list',
    method: 'PUT',
    path: '/{key}',
    call: () => ({ body: [] }),
    ...refused(''),
  },
  {
    what: 'text that is no JSON',
    method: 'POST',
    path: '',
    call: () => ({ text: '{ "key": ' }),
    status: 400,
    code: 'http.malformed-json',
    pointers: [],
  },
  {
    what: 'YAML where JSON is asked for',
    method: 'POST',
    path: '',
    call: () => ({ text: 'key: x', headers: { 'content-type': 'application/yaml' } }),
    status: 415,
    code: 'http.unsupported-media-type',
    pointers: [],
  },
  {
    what: 'a body of 5 MB',
    method: 'POST',
    path: '',
    call: ({ document }) => ({ body: { key: 'big', ...document, description: 'x'.repeat(FIVE_MB) } }),
    status: 413,
    code: 'http.body-too-large',
    pointers: [],
  },
  {
    what: 'a key that is taken',
    method: 'POST',
    path: '',
    call: ({ document, own }) => ({ body: { ...document, ...own?.('thing'), key: 'thing' } }),
    status: 409,
    code: 'content.key-taken',
    pointers: ['/key'],
  },
  {
    what: 'a key that is none',
    method: 'POST',
    path: '',
    call: ({ document }) => ({ body: { ...document, key: 'A Key' } }),
    ...refused('/key'),
  },
  {
    what: 'another key than that of the address',
    method: 'PUT',
    path: '/{key}',
    call: ({ document }) => ({ body: { ...document, key: 'other' } }),
    ...refused('/key'),
  },
  ...['PUT /{key}', 'PATCH /{key}', 'DELETE /{key}', 'POST /{key}/publish', 'POST /{key}/archive'].map(
    (route): Mistake => {
      const [method = '', path = ''] = route.split(' ');
      return {
        what: `a stale ETag at ${route}`,
        method,
        path,
        call: ({ document }) => ({
          ...(method === 'PUT' && { body: document }),
          ...(method === 'PATCH' && { body: { name: 'x' } }),
          headers: { 'if-match': '"1"' },
        }),
        status: 412,
        code: 'http.stale',
        pointers: [],
      };
    },
  ),
  {
    what: 'a filter on a field that there is not',
    method: 'GET',
    path: '?filter[nothing][eq]=1',
    ...refused('/filter/nothing'),
  },
  {
    what: 'an order by a field that there is not',
    method: 'GET',
    path: '?sort=-nothing',
    ...refused('/sort/nothing'),
  },
  {
    what: 'a language that is none, of a thing',
    method: 'GET',
    path: '/{key}?locale=fr_FR',
    ...refused('/locale'),
  },
  {
    what: 'a language that is none, of a list',
    method: 'GET',
    path: '?locale=french',
    ...refused('/locale'),
  },
  {
    what: 'a publish at a time gone by',
    method: 'POST',
    path: '/{key}/publish',
    call: () => ({ body: { at: '2020-01-01T00:00:00Z' } }),
    ...refused('/at'),
  },
];

function refused(...pointers: readonly string[]) {
  return { status: 400, code: 'http.invalid-request', pointers };
}

const told = ({ status, body }: Answer) => ({
  status,
  code: body.code,
  pointers: (body.errors ?? []).map(({ pointer }: { pointer: string }) => pointer),
});

describe.each(profiles)('bad input (F1) on $name', (profile) => {
  let api: RunningApi;

  beforeAll(async () => {
    const types = [...TYPES, customFieldType(TYPES.map(({ name }) => name))];
    api = await startApi(profile, {
      types,
      modules: [AudienceModule, AudienceWorkModule],
      environment: { PARCOURS_SWEEP_MS: '600000' },
    });
    for (const [path, body] of Object.entries(PARTS)) await publish(path, body);
    for (const { type, document, own } of UNDER_TEST) {
      await publish(`${type}/thing`, { ...document, ...own?.('thing') });
    }
  });

  afterAll(async () => {
    await api.close();
  });

  async function publish(path: string, body: object): Promise<void> {
    await api.call('PUT', path, { body });
    const { status, body: answer } = await api.call('POST', `${path}/publish`);
    expect([path, status, answer.errors]).toEqual([path, 200, undefined]);
  }

  /** Everything that is kept of content. */
  async function dump(): Promise<unknown> {
    const { sql } = api.app.get(Database);
    const tables = Object.entries(TABLES).map(
      async ([table, order]) =>
        [table, await sql.select(`SELECT * FROM ${table} ORDER BY ${order}`)] as const,
    );
    return Object.fromEntries(await Promise.all(tables));
  }

  /** What is told of a call that changes nothing. */
  async function toldOf(method: string, path: string, call?: Call) {
    const before = await dump();
    const answer = await api.call(method, path, call);
    expect(await dump()).toEqual(before);
    expect(answer.body).toMatchObject({ type: `urn:parcours:problem:${String(answer.body.code)}` });
    for (const { detail } of answer.body.errors ?? []) expect(detail).toMatch(/[.?]$/);
    return told(answer);
  }

  describe.each(UNDER_TEST)('to $type', (row) => {
    it.each(MISTAKES)('$what: $status $code', async ({ method, path, call, status, code, pointers }) => {
      const found = await toldOf(method, row.type + path.replace('{key}', 'thing'), call?.(row));
      expect(found).toEqual({ status, code, pointers });
    });

    it('a cursor from another list: 400 http.bad-cursor', async () => {
      const other = row.type === 'touchpoints' ? 'personas' : 'touchpoints';
      await api.call('PUT', `${other}/another`, { body: { name: 'x' } });
      const { body } = await api.call('GET', `${other}?limit=1`);
      const cursor = String(body.page.next);
      expect(cursor).not.toBe('null');
      const bad = { status: 400, code: 'http.bad-cursor', pointers: ['/cursor'] };
      expect(await toldOf('GET', `${row.type}?cursor=${cursor}`)).toEqual(bad);
      expect(await toldOf('GET', `${row.type}?cursor=%00nonsense`)).toEqual({
        ...refused('/cursor'),
        status: 400,
      });
      expect(await toldOf('GET', `${row.type}?cursor=nonsense`)).toEqual(bad);
    });
  });

  it.each([
    ['offers', { kind: 'free-delivery', headline: 'x', brand: 'hous' }, '/brand'],
    ['touchpoints', { kind: 'human', direction: 'both', phaseSet: 'lifecycl', phase: 'x' }, '/phaseSet'],
    [
      'journey-maps',
      { kind: 'future', persona: 'nobdy', phaseSet: 'lifecycle', phases: [{ phase: 'awareness' }] },
      '/persona',
    ],
    ['segments', { kind: 'dynamic', condition: { trait: 'a', is: 1 }, within: ['staf'] }, '/within/0'],
  ])(
    'a dangling reference of %s is kept in a draft, and stops the publication: %j',
    async (type, own, pointer) => {
      await api.call('PUT', `${type}/dangling`, { body: { name: 'x', ...own } });
      const found = await toldOf('POST', `${type}/dangling/publish`);
      expect(found).toMatchObject({ status: 422, code: 'content.not-publishable' });
      expect(found.pointers).toContain(pointer);
      const items = [{ type, key: 'dangling', action: 'publish' }];
      const release = await api.call('POST', 'releases', { body: { name: 'x', items } });
      const path = `releases/${String(release.body.data.id)}`;
      const whole = await toldOf('POST', `${path}/publish`);
      expect(whole).toMatchObject({ status: 422, code: 'content.release-not-publishable' });
      expect(whole.pointers).toContain(`/items/0${pointer}`);
      await api.call('DELETE', path);
      await api.call('DELETE', `${type}/dangling`);
    },
  );

  it('a circular reference stops the publication that would close the circle', async () => {
    const segment = (within: readonly string[]) => ({
      name: 'x',
      kind: 'dynamic',
      condition: { trait: 'a', is: 1 },
      within,
    });
    await publish('segments/outer', segment([]));
    await publish('segments/inner', segment(['outer']));
    await api.call('PUT', 'segments/outer', { body: segment(['inner']) });
    const found = await toldOf('POST', 'segments/outer/publish');
    expect(found).toMatchObject({ status: 422, code: 'content.not-publishable', pointers: ['/within/0'] });
  });

  it('things that are used are not taken out of use, and the users are named', async () => {
    const found = await toldOf('POST', 'personas/anybody/unpublish');
    expect(found).toEqual({
      status: 409,
      code: 'content.in-use',
      pointers: ['/journey-maps/thing/persona'],
    });
    expect((await toldOf('DELETE', 'personas/anybody')).code).toBe('content.in-use');
  });
});

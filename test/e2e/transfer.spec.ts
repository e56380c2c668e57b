import { CATALOG_TYPES, CatalogApiModule } from '@parcours/catalog';
import { contentHash } from '@parcours/content-files';
import { profiles } from '@parcours/testing';

import { type RunningApi, startApi } from './support/running-api.js';

const TOUCHPOINT = { name: 'A letter', kind: 'physical', direction: 'outbound' };

const place = (key: string, more: object = {}) => ({
  type: 'touchpoints',
  document: { key, ...TOUCHPOINT, ...more },
});

const map = (key: string, touchpoint: string) => ({
  type: 'journey-maps',
  document: {
    key,
    name: 'A map',
    kind: 'current',
    phaseSet: 'lifecycle',
    phases: [{ phase: 'awareness', moments: [{ touchpoint }] }],
  },
});

const PHASES = {
  type: 'phase-sets',
  document: { key: 'lifecycle', name: 'Phases', phases: [{ key: 'awareness', name: 'Awareness' }] },
};

describe.each(profiles)('export and import on $name (F4)', (profile) => {
  let api: RunningApi;

  beforeAll(async () => {
    api = await startApi(profile, { types: CATALOG_TYPES, modules: [CatalogApiModule] });
  });

  afterAll(() => api.close());

  /** Each test begins with nothing. */
  afterEach(async () => {
    const body = { format: 'parcours/1', things: [], types: CATALOG_TYPES.map(({ name }) => name) };
    expect((await api.call('POST', 'import?prune=true', { body })).status).toBe(200);
  });

  const exported = async (query = '') => {
    const { status, body } = await api.call('GET', `export${query}`);
    expect(status).toBe(200);
    return body;
  };

  const imported = (body: object, query = '') =>
    api.call('POST', `import${query}`, { body: { format: 'parcours/1', ...body } });

  const actionsOf = ({ body }: Awaited<ReturnType<typeof imported>>) =>
    body.data?.things.map(({ key, action, effects }: { key: string; action: string; effects: string[] }) =>
      [key, action, ...effects].join(' '),
    );

  const stateOf = async () => {
    const { things } = await exported();
    return things.map(({ type, state, document, published }: never) => ({
      type,
      state,
      document,
      published,
    }));
  };

  it('give back what came in, published as it was, and once more the same changes nothing', async () => {
    const things = [map('today', 'letter'), place('letter'), PHASES];
    const first = await imported({ things }, '?publish=true');
    expect({ status: first.status, actions: actionsOf(first), errors: first.body.errors }).toEqual({
      status: 200,
      actions: ['today create save publish', 'letter create save publish', 'lifecycle create save publish'],
    });
    const whole = await exported();
    expect(whole.things).toEqual([
      { ...PHASES, state: 'published' },
      { ...place('letter'), state: 'published' },
      { ...map('today', 'letter'), state: 'published' },
    ]);
    const again = await imported(whole, '?publish=true&prune=true');
    expect(again.body.data.counts).toMatchObject({ unchanged: 3, create: 0, update: 0, delete: 0 });
    expect((await api.call('GET', 'touchpoints/letter')).body.data.revision).toBe(2);
  });

  it('keep drafts, what has moved on since it was published, and what is archived, apart', async () => {
    await api.call('PUT', 'touchpoints/idea', { body: { name: 'An idea' } });
    await api.call('PUT', 'touchpoints/moved', { body: TOUCHPOINT });
    await api.call('POST', 'touchpoints/moved/publish');
    await api.call('PATCH', 'touchpoints/moved', { body: { name: 'A card' } });
    await api.call('PUT', 'touchpoints/old', { body: TOUCHPOINT });
    await api.call('POST', 'touchpoints/old/archive');
    const whole = await exported();
    expect(whole.things).toMatchObject([
      { state: 'draft', document: { key: 'idea' } },
      { state: 'draft', document: { key: 'moved', name: 'A card' }, published: { name: 'A letter' } },
      { state: 'archived', document: { key: 'old' } },
    ]);
    const other = await startApi(profile, { types: CATALOG_TYPES, modules: [CatalogApiModule] });
    try {
      const call = { body: whole };
      expect((await other.call('POST', 'import?publish=true', call)).status).toBe(200);
      expect((await other.call('GET', 'export')).body.things).toEqual(whole.things);
      expect((await other.call('GET', 'touchpoints/moved')).body.data).toMatchObject({
        name: 'A card',
        status: 'changed',
        version: 1,
      });
      expect((await other.call('GET', 'touchpoints/moved/versions/1')).body.data.document.name).toBe(
        'A letter',
      );
    } finally {
      await other.close();
    }
  });

  it('answer a plan in words, and change nothing, for a dry run', async () => {
    await imported({ things: [place('letter')] }, '?publish=true');
    const before = await stateOf();
    const things = [place('letter', { kind: 'digital' }), place('card')];
    const { status, body } = await imported({ things }, '?dry_run=true&publish=true');
    expect(status).toBe(200);
    expect(body.data).toMatchObject({
      applied: false,
      applicable: true,
      counts: { create: 1, update: 1, unchanged: 0, delete: 0, kept: 0, conflict: 0 },
      things: [
        {
          key: 'letter',
          action: 'update',
          changes: [{ op: 'replace', pointer: '/kind', from: 'physical', to: 'digital' }],
          summary: ['kind: "physical" became "digital"'],
        },
        { key: 'card', action: 'create', changes: [] },
      ],
    });
    expect(await stateOf()).toEqual(before);
  });

  it('save drafts alone unless they are to publish, and tell what they withhold', async () => {
    const { body } = await imported({ things: [place('letter')] });
    expect(body.data.things).toMatchObject([{ effects: ['save'], withheld: true }]);
    const put = await imported({ things: [place('letter')] }, '?publish=true');
    expect(actionsOf(put)).toEqual(['letter update publish']);
    const withDraft = { ...place('letter', { name: 'Later' }), state: 'draft' };
    expect(actionsOf(await imported({ things: [withDraft] }, '?publish=true'))).toEqual([
      'letter update save',
    ]);
    expect((await api.call('GET', 'touchpoints/letter')).body.data.status).toBe('changed');
  });

  it('publish as one release, which can be rolled back', async () => {
    await imported({ things: [place('letter'), place('card')] }, '?publish=true&note=Spring');
    const [release] = (await api.call('GET', 'releases')).body.data;
    expect(release).toMatchObject({
      name: 'Spring',
      status: 'published',
      items: [{ key: 'letter' }, { key: 'card' }],
    });
    expect((await api.call('POST', `releases/${String(release.id)}/rollback`)).status).toBe(200);
    expect((await stateOf()).map(({ state }: { state: string }) => state)).toEqual(['draft', 'draft']);
  });

  it('archive, and take out of the archive', async () => {
    await imported({ things: [place('letter')] }, '?publish=true');
    const archived = { ...place('letter'), state: 'archived' };
    const withheld = await imported({ things: [archived] });
    expect(withheld.body.data.things).toMatchObject([{ action: 'unchanged', effects: [], withheld: true }]);
    expect(actionsOf(await imported({ things: [archived] }, '?publish=true'))).toEqual([
      'letter update archive',
    ]);
    expect((await stateOf())[0]).toMatchObject({ state: 'archived' });
    const back = await imported({ things: [place('letter')] }, '?publish=true');
    expect(actionsOf(back)).toEqual(['letter update unarchive publish']);
    expect((await api.call('GET', 'touchpoints/letter')).body.data).toMatchObject({
      status: 'published',
      version: 2,
    });
  });

  it('prune what the import lacks of its types, and of no other', async () => {
    await imported({ things: [PHASES, place('letter'), place('card')] }, '?publish=true');
    const { body } = await imported({ things: [place('letter')] }, '?prune=true');
    expect(body.data.counts).toMatchObject({ unchanged: 1, delete: 1 });
    expect((await stateOf()).map(({ document }: { document: { key: string } }) => document.key)).toEqual([
      'lifecycle',
      'letter',
    ]);
  });

  it('refuse to prune what is used by what stays, and prune what goes together', async () => {
    await imported({ things: [PHASES, place('letter'), map('today', 'letter')] }, '?publish=true');
    const before = await stateOf();
    const refused = await imported({ things: [], types: ['touchpoints'] }, '?prune=true');
    expect(refused).toMatchObject({
      status: 422,
      body: {
        code: 'content.import-refused',
        errors: expect.arrayContaining([
          {
            pointer: '/touchpoints/letter',
            code: 'content.in-use',
            detail: expect.stringContaining("journey map 'today'"),
          },
        ]),
      },
    });
    expect(await stateOf()).toEqual(before);
    const both = await imported({ things: [], types: ['touchpoints', 'journey-maps'] }, '?prune=true');
    expect(both.body.data).toMatchObject({ applied: true, counts: { delete: 2 } });
  });

  describe('compared with what the caller remembers', () => {
    const baseOf = async (...keys: string[]) => {
      const { instance, things } = await exported();
      const hashes = Object.fromEntries(
        things
          .filter(({ document }: { document: { key: string } }) => keys.includes(document.key))
          .map(({ type, document }: { type: string; document: never }) => [
            `${type}/${(document as { key: string }).key}`,
            contentHash(document),
          ]),
      );
      return { instance, hashes };
    };

    it('keep what changed there alone, and refuse what changed on both sides until it is forced', async () => {
      await imported({ things: [place('a'), place('b'), place('c')] });
      const base = await baseOf('a', 'b', 'c');
      await api.call('PATCH', 'touchpoints/a', { body: { name: 'Theirs' } });
      await api.call('PATCH', 'touchpoints/b', { body: { name: 'Theirs' } });
      const things = [place('a'), place('b', { name: 'Ours' }), place('c', { name: 'Ours' })];
      const refused = await imported({ things, base });
      expect(refused).toMatchObject({
        status: 409,
        body: { code: 'content.import-conflict', errors: [{ pointer: '/touchpoints/b' }] },
      });
      const planned = await imported({ things, base }, '?dry_run=true');
      expect(planned.body.data.applicable).toBe(false);
      expect(planned.body.data.things).toMatchObject([
        { action: 'kept', reason: 'changed there', effects: [] },
        { action: 'conflict', reason: 'changed on both sides', effects: [] },
        { action: 'update', effects: ['save'] },
      ]);
      expect(actionsOf(await imported({ things, base }, '?force=true'))).toEqual([
        'a update save',
        'b update save',
        'c update save',
      ]);
    });

    it('do not bring back what was deleted there, nor delete what is new there', async () => {
      await imported({ things: [place('a'), place('b')] });
      const base = await baseOf('a', 'b');
      await api.call('DELETE', 'touchpoints/a');
      await api.call('PUT', 'touchpoints/new', { body: TOUCHPOINT });
      const { body } = await imported({ things: [place('a'), place('b')], base }, '?prune=true');
      expect(body.data.things).toMatchObject([
        { key: 'a', action: 'kept', reason: 'deleted there' },
        { key: 'b', action: 'unchanged' },
        { key: 'new', action: 'kept', reason: 'new there' },
      ]);
    });

    it('take what is remembered of another installation for nothing', async () => {
      await imported({ things: [place('a')] });
      const base = { instance: 'another', hashes: { 'touchpoints/a': 'x' } };
      expect(actionsOf(await imported({ things: [place('a', { name: 'Ours' })], base }))).toEqual([
        'a update save',
      ]);
    });

    it('carry out the plan that was agreed to, and no other', async () => {
      await imported({ things: [place('a')] });
      const things = [place('a', { name: 'Ours' })];
      const { digest } = (await imported({ things }, '?dry_run=true')).body.data;
      await api.call('PATCH', 'touchpoints/a', { body: { name: 'Theirs' } });
      expect(await imported({ things }, `?plan=${digest as string}`)).toMatchObject({
        status: 409,
        body: { code: 'content.import-outdated' },
      });
      const renewed = (await imported({ things }, '?dry_run=true')).body.data.digest;
      expect((await imported({ things }, `?plan=${renewed as string}`)).status).toBe(200);
    });
  });

  describe('of what is wrong', () => {
    it.each([
      [
        'a reference to nothing, when it is to be published',
        [PHASES, place('letter'), map('today', 'lettre')],
        ['/journey-maps/today/phases/0/moments/0/touchpoint content.unknown-reference'],
      ],
      [
        'an unknown member',
        [place('letter', { kynd: 'x' })],
        ['/touchpoints/letter/kynd schema.unknown-member'],
      ],
      [
        'the same thing twice',
        [place('letter'), place('letter')],
        ['/touchpoints/letter content.duplicate-thing'],
      ],
      [
        'an unknown type',
        [{ ...place('letter'), type: 'touchpoint' }],
        ['/touchpoint/letter content.unknown-type'],
      ],
      [
        'a document without name',
        [{ type: 'touchpoints', document: { key: 'x' } }],
        ['/touchpoints/x/name schema.missing-member'],
      ],
      ['a key that is none', [place('../x')], ['/touchpoints/../x/key schema.pattern']],
    ])('write nothing for %s', async (_what, things, errors) => {
      const refused = await imported({ things: [place('good'), ...things] }, '?publish=true');
      expect(
        refused.body.errors.map(({ pointer, code }: never) => `${String(pointer)} ${String(code)}`),
      ).toEqual(expect.arrayContaining(errors));
      expect({ status: refused.status, code: refused.body.code }).toEqual({
        status: 422,
        code: 'content.import-refused',
      });
      expect(await stateOf()).toEqual([]);
    });

    it('warn of a draft that refers to nothing', async () => {
      const { body } = await imported({ things: [place('letter'), map('today', 'lettre')] });
      expect(body.data).toMatchObject({
        applied: true,
        findings: [
          { key: 'today', severity: 'warning', code: 'content.unknown-reference' },
          { key: 'today', severity: 'warning', code: 'content.unknown-reference', suggestion: 'letter' },
        ],
      });
    });

    it('say what of the body is none of the format', async () => {
      const answer = await api.call('POST', 'import', { body: { format: 'x', things: [{ type: 1 }] } });
      expect(answer.body.errors.map(({ pointer }: never) => pointer)).toEqual(
        expect.arrayContaining(['/format', '/things/0/type', '/things/0/document']),
      );
    });
  });

  it('take more than other routes, and say where their limit is', async () => {
    const long = 'x'.repeat(400_000);
    const things = Array.from({ length: 6 }, (_, at) => place(`p${String(at)}`, { description: long }));
    const { status, body } = await imported({ things });
    expect({ status, errors: body.errors }).toEqual({ status: 200 });
    const tooMuch = await api.call('POST', 'import', { text: `"${'x'.repeat(65 * 1_048_576)}"` });
    expect(tooMuch).toMatchObject({ status: 413, body: { detail: 'A body may have 64 MiB at most.' } });
    const elsewhere = await api.call('POST', 'touchpoints', { text: `"${'x'.repeat(1_048_577)}"` });
    expect(elsewhere).toMatchObject({ status: 413, body: { detail: 'A body may have 1 MiB at most.' } });
  });

  it('export some types, what is in use alone, and refuse a type that there is not', async () => {
    await imported({ things: [PHASES, place('letter')] }, '?publish=true');
    await api.call('PATCH', 'touchpoints/letter', { body: { name: 'Later' } });
    await api.call('PUT', 'touchpoints/idea', { body: { name: 'An idea' } });
    const { types, things } = await exported('?types=touchpoints&state=published');
    expect({ types, things }).toEqual({
      types: ['touchpoints'],
      things: [{ ...place('letter'), state: 'published' }],
    });
    const { status, body } = await api.call('GET', 'export?types=touchpoint');
    expect({ status, detail: body.errors[0].detail }).toEqual({
      status: 400,
      detail: "There is no content type 'touchpoint'. Did you mean 'touchpoints'?",
    });
  });

  it('give nobody more than the routes of the types do', async () => {
    const tokenWith = async (...scopes: string[]) =>
      (await api.call('POST', 'api-tokens', { body: { name: scopes.join(), scopes } })).body.data
        .token as string;
    await imported({ things: [PHASES, place('letter')] });
    const reader = await tokenWith('configuration:read', 'touchpoints:read');
    const read = await api.call('GET', 'export', { token: reader });
    expect(read.body.types).toEqual(['touchpoints']);
    expect((await api.call('GET', 'export?types=phase-sets', { token: reader })).status).toBe(403);
    const body = { format: 'parcours/1', things: [place('letter', { name: 'New' })] };
    const as = (token: string, query: string) => api.call('POST', `import${query}`, { token, body });
    expect((await as(reader, '?dry_run=true')).status).toBe(200);
    const missing = async (token: string, query = '') => (await as(token, query)).body.detail;
    expect(await missing(reader)).toContain("'configuration:write'");
    const writer = await tokenWith('configuration:*', 'touchpoints:read', 'touchpoints:write');
    expect(await missing(writer, '?publish=true')).toContain("'touchpoints:publish'");
    expect((await as(writer, '')).status).toBe(200);
  });
});

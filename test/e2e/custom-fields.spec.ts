import { TOUCHPOINT_TYPE } from '@parcours/catalog';
import { customFieldType } from '@parcours/content';
import { profiles } from '@parcours/testing';

import { type RunningApi, startApi } from './support/running-api.js';

const A_PLACE = { name: 'A place', kind: 'physical', direction: 'both' };

describe.each(profiles)('custom fields (F2) on $name', (profile) => {
  let api: RunningApi;
  let made = 0;

  beforeAll(async () => {
    api = await startApi(profile, { types: [TOUCHPOINT_TYPE, customFieldType([TOUCHPOINT_TYPE.name])] });
  });

  afterAll(async () => {
    await api.close();
  });

  /** A field of a member of its own, so that tests do not meet. */
  async function aField(field: object = {}, publish = true): Promise<{ key: string; member: string }> {
    made += 1;
    const [key, member] = [`field-${String(made)}`, `member${String(made)}`];
    const body = { key, member, name: `Field ${String(made)}`, appliesTo: 'touchpoints', ...field };
    const created = await api.call('POST', 'custom-fields', {
      body: { schema: { type: 'string' }, ...body },
    });
    expect([created.status, created.body.errors]).toEqual([201, undefined]);
    if (publish) {
      const { status, body: answered } = await api.call('POST', `custom-fields/${key}/publish`);
      expect([status, answered.errors]).toEqual([200, undefined]);
    }
    return { key, member };
  }

  async function aPlace(custom: object): Promise<string> {
    made += 1;
    const path = `touchpoints/place-${String(made)}`;
    const { status, body } = await api.call('PUT', path, { body: { ...A_PLACE, custom } });
    expect([status, body.errors]).toEqual([201, undefined]);
    return path;
  }

  const dataOf = async (path: string) => (await api.call('GET', path)).body.data;
  const problem = ({ status, body }: Awaited<ReturnType<RunningApi['call']>>) => [
    status,
    body.code,
    body.errors?.map(({ pointer, code }: { pointer: string; code: string }) => [pointer, code]),
  ];
  const publishField = (key: string, patch: object) =>
    api
      .call('PATCH', `custom-fields/${key}`, { body: patch })
      .then(() => api.call('POST', `custom-fields/${key}/publish`));

  describe('are members of documents', () => {
    it('from the moment at which they are published on', async () => {
      const { key, member } = await aField({}, false);
      const body = { ...A_PLACE, custom: { [member]: 'x' } };
      const early = await api.call('PUT', `touchpoints/early-${key}`, { body });
      expect(problem(early)).toEqual([
        400,
        'http.invalid-request',
        [[`/custom/${member}`, 'schema.unknown-member']],
      ]);
      await api.call('POST', `custom-fields/${key}/publish`);
      const path = await aPlace({ [member]: 'x' });
      expect((await dataOf(path)).custom).toEqual({ [member]: 'x' });
    });

    it('whose misspelling is told with the right one', async () => {
      const { member } = await aField();
      const path = await aPlace({});
      const wrong = `${member}x`;
      const answer = await api.call('PATCH', path, { body: { custom: { [wrong]: 'x' } } });
      expect(answer.body.errors).toEqual([
        {
          pointer: `/custom/${wrong}`,
          code: 'schema.unknown-member',
          detail: `'${wrong}' is not known here. Did you mean '${member}'?`,
        },
      ]);
      expect((await dataOf(path)).revision).toBe(1);
    });

    it.each([
      [{ type: 'integer', maximum: 5 }, 6, 'schema.range', ''],
      [{ type: 'string', enum: ['red', 'green'] }, 'gren', 'schema.not-allowed', ''],
      [{ type: 'string', pattern: '^[0-9]{4}$' }, '47111', 'schema.pattern', ''],
      [{ type: 'string', format: 'date' }, '2026-02-30', 'schema.format', ''],
      [{ type: 'array', items: { type: 'number' } }, [1, 'two'], 'schema.wrong-type', '/1'],
      [
        { type: 'object', properties: { lat: { type: 'number' } } },
        { lat: 1, lon: 2 },
        'schema.unknown-member',
        '/lon',
      ],
    ])('with a value of the schema %j, hence not %j', async (schema, value, code, at) => {
      const { member } = await aField({ schema });
      const answer = await api.call('PATCH', await aPlace({}), { body: { custom: { [member]: value } } });
      expect(problem(answer)).toEqual([400, 'http.invalid-request', [[`/custom/${member}${at}`, code]]]);
    });

    it('that a publish asks for where they are required, and a draft does not', async () => {
      const { key, member } = await aField({ required: true });
      const path = await aPlace({});
      const refused = await api.call('POST', `${path}/publish`);
      expect(problem(refused)).toEqual([
        422,
        'content.not-publishable',
        [[`/custom/${member}`, 'schema.missing-member']],
      ]);
      await api.call('PATCH', path, { body: { custom: { [member]: 'there' } } });
      expect((await api.call('POST', `${path}/publish`)).status).toBe(200);
      expect((await dataOf(`${path}/versions/1`)).document.custom).toEqual({ [member]: 'there' });
      await publishField(key, { required: false });
    });

    it('with a default for what is created without one, and not for what is put as it is', async () => {
      const { key, member } = await aField({ default: 'usual' });
      const body = { ...A_PLACE, key: `default-${key}` };
      const created = await api.call('POST', 'touchpoints', { body });
      expect(created.body.data.custom).toEqual({ [member]: 'usual' });
      const own = { ...body, key: `own-${key}`, custom: { [member]: 'own' } };
      expect((await api.call('POST', 'touchpoints', { body: own })).body.data.custom).toEqual(own.custom);
      expect((await dataOf(await aPlace({}))).custom).toEqual({});
      await api.call('POST', `custom-fields/${key}/unpublish`);
    });

    it('in the schema of the type, which editors read', async () => {
      const { key, member } = await aField({ name: { en: 'Cost centre' }, help: 'Four digits', order: -1 });
      const { body } = await api.call('GET', 'schemas/touchpoints');
      expect(body.properties.custom.additionalProperties).toBe(false);
      expect(body.properties.custom.properties[member]).toMatchObject({
        title: 'Cost centre',
        description: 'Four digits',
        type: 'string',
      });
      expect(Object.keys(body.properties.custom.properties)[0]).toBe(member);
      await api.call('POST', `custom-fields/${key}/unpublish`);
      const later = await api.call('GET', 'schemas/touchpoints');
      expect(later.body.properties.custom.properties).not.toHaveProperty(member);
    });
  });

  describe('that are withdrawn', () => {
    it('keep their values out of sight, through changes of the rest, until they come back', async () => {
      const { key, member } = await aField();
      const { member: other } = await aField();
      const path = await aPlace({ [member]: 'kept' });
      expect((await api.call('POST', `custom-fields/${key}/unpublish`)).status).toBe(200);
      expect((await dataOf(path)).custom).toBeUndefined();
      const patched = await api.call('PATCH', path, { body: { custom: { [other]: 'new' } } });
      expect(patched.body.data.custom).toEqual({ [other]: 'new' });
      const { custom: _none, ...whole } = { ...A_PLACE, custom: {} };
      expect((await api.call('PUT', path, { body: whole })).body.data.custom).toBeUndefined();
      const { findings } = (await api.call('POST', `${path}/validate`)).body.data;
      expect(findings.filter(({ pointer }: { pointer: string }) => pointer.startsWith('/custom'))).toEqual(
        [],
      );
      await api.call('POST', `custom-fields/${key}/publish`);
      expect((await dataOf(path)).custom).toEqual({ [member]: 'kept' });
    });

    it('are not accepted any longer', async () => {
      const { key, member } = await aField();
      const path = await aPlace({ [member]: 'kept' });
      await api.call('POST', `custom-fields/${key}/unpublish`);
      const answer = await api.call('PATCH', path, { body: { custom: { [member]: 'new' } } });
      expect(problem(answer)[2]).toEqual([[`/custom/${member}`, 'schema.unknown-member']]);
    });

    it('cannot be deleted while a value is kept, of which there is a list', async () => {
      const { key, member } = await aField();
      const path = await aPlace({ [member]: 'kept' });
      const place = path.split('/')[1] ?? '';
      const usages = await api.call('GET', `custom-fields/${key}/usages?count=true`);
      expect(usages.body).toEqual({
        data: [
          { type: 'touchpoints', key: place, name: 'A place', side: 'draft', pointer: `/custom/${member}` },
        ],
        page: { next: null, limit: 50, total: 1 },
      });
      const refused = await api.call('DELETE', `custom-fields/${key}`);
      expect(problem(refused)).toEqual([
        409,
        'content.in-use',
        [[`/touchpoints/${place}/custom/${member}`, 'content.in-use']],
      ]);
      await api.call('PATCH', path, { body: { custom: null } });
      expect((await api.call('DELETE', `custom-fields/${key}`)).status).toBe(204);
    });
  });

  describe('that change', () => {
    it('tell how many things do not fit any longer, with the first few, and are published all the same', async () => {
      const { key, member } = await aField({ schema: { type: 'string', enum: ['red', 'green'] } });
      const paths = [];
      for (let at = 0; at < 7; at++) paths.push(await aPlace({ [member]: 'red' }));
      paths.push(await aPlace({ [member]: 'green' }));
      const keys = paths.map((path) => `'${path.split('/')[1] ?? ''}'`);
      await api.call('PATCH', `custom-fields/${key}`, { body: { schema: { enum: ['green', 'blue'] } } });
      const { findings, publishable } = (await api.call('POST', `custom-fields/${key}/validate`)).body.data;
      const sorted = keys.slice(0, 7).sort();
      expect({ findings, publishable }).toEqual({
        publishable: true,
        findings: [
          {
            code: 'content.field-misfit',
            severity: 'warning',
            pointer: '/schema',
            message:
              '7 touchpoints hold a value that the field does not take. They stay as they are, and cannot be ' +
              `published again before it is changed: ${sorted.slice(0, 5).join(', ')} and 2 more.`,
          },
        ],
      });
      expect((await api.call('POST', `custom-fields/${key}/publish`)).status).toBe(200);
      const [first = ''] = paths;
      const renamed = await api.call('PATCH', first, { body: { name: 'Another name' } });
      expect([renamed.status, renamed.body.data.custom]).toEqual([200, { [member]: 'red' }]);
      expect(problem(await api.call('POST', `${first}/publish`))[2]).toEqual([
        [`/custom/${member}`, 'schema.not-allowed'],
      ]);
    });

    it('to be required tell how many things lack a value', async () => {
      const { key } = await aField();
      await aPlace({});
      await api.call('PATCH', `custom-fields/${key}`, { body: { required: true } });
      const { findings } = (await api.call('POST', `custom-fields/${key}/validate`)).body.data;
      expect(findings).toEqual([
        expect.objectContaining({
          code: 'content.field-missing',
          severity: 'warning',
          pointer: '/required',
          message: expect.stringMatching(
            /^\d+ touchpoints have no value\. .* without one: '.+' and \d+ more\.$/,
          ),
        }),
      ]);
    });
  });

  it.each([
    [{ schema: { type: 'number', minLength: 3 } }, 'content.field-schema', '/schema/minLength'],
    [{ schema: { type: 'array' } }, 'content.field-schema', '/schema/items'],
    [{ schema: { type: 'string', pattern: '(' } }, 'content.field-schema', '/schema/pattern'],
    [{ schema: { type: 'integer', enum: [1, 1.5] } }, 'content.field-schema', '/schema/enum/1'],
    [{ schema: { type: 'number', minimum: 3, maximum: 2 } }, 'content.field-schema', '/schema/maximum'],
    [
      { schema: { type: 'object', properties: { a: { type: 'string' } }, required: ['b'] } },
      'content.field-schema',
      '/schema/required/0',
    ],
    [{ schema: { type: 'number' }, localised: true }, 'content.field-option', '/localised'],
    [{ schema: { type: 'boolean' }, searchable: true }, 'content.field-option', '/searchable'],
    [
      { schema: { type: 'array', items: { type: 'string' } }, filterable: true },
      'content.field-option',
      '/filterable',
    ],
    [
      { schema: { type: 'string', maxLength: 500 }, filterable: true },
      'content.field-option',
      '/schema/maxLength',
    ],
    [{ schema: { type: 'integer' }, default: 'one' }, 'content.field-default', '/default'],
  ])('are not published as %j: %s at %s', async (field, code, pointer) => {
    const { key } = await aField(field, false);
    const { findings, publishable } = (await api.call('POST', `custom-fields/${key}/validate`)).body.data;
    expect(publishable).toBe(false);
    expect(findings).toEqual([expect.objectContaining({ code, pointer, severity: 'error' })]);
  });

  it('do not take a member that another has, and do not move to another', async () => {
    const { key, member } = await aField();
    const { key: second } = await aField({ member }, false);
    const taken = await api.call('POST', `custom-fields/${second}/publish`);
    expect(problem(taken)[2]).toEqual([['/member', 'content.field-taken']]);
    const moved = await publishField(key, { member: `${member}New` });
    expect(problem(moved)[2]).toEqual([['/member', 'content.field-moved']]);
  });

  it('belong to a type that there is, of which the nearest is suggested', async () => {
    const body = { key: 'lost', name: 'x', appliesTo: 'touchpoint', member: 'x', schema: { type: 'string' } };
    const { status, body: answer } = await api.call('POST', 'custom-fields', { body });
    expect([status, answer.errors]).toEqual([
      400,
      [
        {
          pointer: '/appliesTo',
          code: 'schema.not-allowed',
          detail: `Must be one of "touchpoints". Did you mean 'touchpoints'?`,
        },
      ],
    ]);
  });

  describe('that are localised', () => {
    it('are answered in one language, fall back, and count for completeness', async () => {
      const { key, member } = await aField({ localised: true });
      const path = await aPlace({ [member]: { en: 'Ask for it', fr: 'Demandez-le' } });
      expect((await dataOf(`${path}?locale=fr-CA`)).custom).toEqual({ [member]: 'Demandez-le' });
      expect((await dataOf(`${path}?locale=de`)).custom).toEqual({ [member]: 'Ask for it' });
      const place = path.split('/')[1] ?? '';
      const [listed] = await dataOf(
        `touchpoints?filter[key][eq]=${place}&include=completeness&locale=de&fields=custom`,
      );
      expect(listed.custom).toEqual({ [member]: 'Ask for it' });
      expect(listed.completeness.de.missing).toEqual(['/name', `/custom/${member}`]);
      const wrong = await api.call('PATCH', path, { body: { custom: { [member]: { french: 'x' } } } });
      expect(problem(wrong)[2]).toEqual([[`/custom/${member}/french`, 'schema.pattern']]);
      await api.call('POST', `custom-fields/${key}/unpublish`);
    });
  });

  describe('that are searchable', () => {
    const found = async (word: string) =>
      (await dataOf(`touchpoints?search=${word}`)).map(({ key }: { key: string }) => `touchpoints/${key}`);

    it('are found by their words, and others are not', async () => {
      const { member } = await aField({ searchable: true });
      const { member: quiet } = await aField();
      const path = await aPlace({ [member]: 'Zanzibar', [quiet]: 'Ouagadougou' });
      expect(await found('zanzibar')).toEqual([path]);
      expect(await found('ouagadougou')).toEqual([]);
    });
  });
});

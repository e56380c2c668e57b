import { TOUCHPOINT_TYPE } from '@parcours/catalog';
import { customFieldType } from '@parcours/content';
import { Database } from '@parcours/database';
import { profiles, waitFor } from '@parcours/testing';

import { type RunningApi, startApi } from './support/running-api.js';

const TYPES = [TOUCHPOINT_TYPE, customFieldType([TOUCHPOINT_TYPE.name])];
const A_PLACE = { name: 'A place', kind: 'physical', direction: 'both' };

/** Of every kind that lists can be filtered by. */
const FIELDS = {
  colour: { schema: { type: 'string', enum: ['red', 'green', 'blue'] } },
  centre: { schema: { type: 'string' }, searchable: true },
  floor: { schema: { type: 'integer' } },
  size: { schema: { type: 'number' } },
  open: { schema: { type: 'boolean' } },
  since: { schema: { type: 'string', format: 'date-time' } },
  motto: { schema: { type: 'string' }, localised: true },
};

const PLACES = {
  a: { colour: 'red', centre: 'Mitte', floor: 2, size: 10.5, open: true, since: '2026-03-01T00:00:00+02:00' },
  b: { colour: 'green', centre: 'Nord', floor: 10, size: 9.25, open: false, since: '2026-02-28T23:00:00Z' },
  c: { colour: 'red', centre: 'mitte', floor: -1, motto: { en: 'Zest', fr: 'Avec soin' } },
  d: { colour: 'blue', motto: 'Come in' },
  e: {},
};

async function publishFields(api: RunningApi, fields: Readonly<Record<string, object>>): Promise<void> {
  for (const [member, field] of Object.entries(fields)) {
    const body = { name: member, appliesTo: 'touchpoints', member, filterable: true, ...field };
    await api.call('PUT', `custom-fields/${member}`, { body });
    const { status, body: answer } = await api.call('POST', `custom-fields/${member}/publish`);
    expect([member, status, answer.errors]).toEqual([member, 200, undefined]);
  }
}

describe.each(profiles)('lists by custom fields on $name', (profile) => {
  let api: RunningApi;

  beforeAll(async () => {
    api = await startApi(profile, { types: TYPES, environment: { PARCOURS_SWEEP_MS: '600000' } });
    await publishFields(api, FIELDS);
    for (const [key, custom] of Object.entries(PLACES)) {
      await api.call('PUT', `touchpoints/${key}`, { body: { ...A_PLACE, custom } });
    }
  });

  afterAll(async () => {
    await api.close();
  });

  async function keys(query: string): Promise<string> {
    const { status, body } = await api.call('GET', `touchpoints?${query}`);
    expect([query, status, body.errors]).toEqual([query, 200, undefined]);
    return body.data.map(({ key }: { key: string }) => key).join('');
  }

  it.each([
    ['filter[custom.colour][eq]=red', 'ac'],
    ['filter[custom.colour][eq]=red&sort=-key', 'ca'],
    ['filter[custom.colour][ne]=red', 'bde'],
    ['filter[custom.colour][in]=green,blue', 'bd'],
    ['filter[custom.colour][nin]=green,blue', 'ace'],
    ['filter[custom.colour][null]=true', 'e'],
    ['filter[custom.centre][eq]=mitte', 'c'],
    ['filter[custom.centre][starts]=Mi', 'a'],
    ['filter[custom.centre][contains]=i', 'ac'],
    ['filter[custom.floor][gt]=-1', 'ab'],
    ['filter[custom.floor][lt]=2&filter[custom.colour][eq]=red', 'c'],
    ['filter[custom.size][gte]=9.25&sort=-custom.size', 'ab'],
    ['filter[custom.open][eq]=false', 'b'],
    ['filter[custom.since][eq]=2026-02-28T22:00:00Z', 'a'],
    ['filter[custom.since][gt]=2026-02-28T22:30:00Z', 'b'],
    ['filter[custom.motto][eq]=Zest', 'c'],
    ['filter[custom.colour][eq]=red&filter[kind][eq]=digital', ''],
    ['filter[custom.colour][eq]=red&sort=-updatedAt', 'ca'],
    ['filter[custom.colour][eq]=red&search=mitte', 'ac'],
    ['sort=custom.floor', 'decab'],
    ['sort=-custom.floor', 'baced'],
    ['sort=custom.colour,-custom.floor', 'edbac'],
    ['sort=custom.motto', 'abedc'],
  ])('%s answers %s', async (query, expected) => {
    expect(await keys(query)).toBe(expected);
  });

  it.each([
    'sort=custom.floor',
    'sort=-custom.colour',
    'filter[custom.floor][null]=false&sort=-custom.floor',
  ])('%s goes on from page to page', async (query) => {
    const whole = await keys(query);
    let paged = '';
    for (let cursor = ''; ;) {
      const { body } = await api.call('GET', `touchpoints?${query}&limit=1&count=true${cursor}`);
      expect(body.page.total).toBe(whole.length);
      paged += String(body.data[0].key);
      if (body.page.next === null) break;
      cursor = `&cursor=${String(body.page.next)}`;
    }
    expect(paged).toBe(whole);
  });

  it.each([
    ['filter[custom.color][eq]=red', '/filter/custom.color', 'query.unknown-field', `'custom.colour'?`],
    ['filter[custom.colour][eq]=rot', '/filter/custom.colour/eq', 'query.wrong-value', `'red'?`],
    ['filter[custom.floor][contains]=1', '/filter/custom.floor/contains', 'query.unknown-operator', 'eq'],
    ['sort=custom.flor', '/sort/custom.flor', 'query.unknown-field', `'custom.floor'?`],
  ])('%s is refused at %s', async (query, pointer, code, hint) => {
    const { status, body } = await api.call('GET', `touchpoints?${query}`);
    expect([status, body.errors]).toEqual([400, [{ pointer, code, detail: expect.stringContaining(hint) }]]);
  });

  it('follow a thing that changes, and forget one that is deleted', async () => {
    await api.call('PUT', 'touchpoints/moving', { body: { ...A_PLACE, custom: { centre: 'here' } } });
    expect(await keys('filter[custom.centre][eq]=here')).toBe('moving');
    await api.call('PATCH', 'touchpoints/moving', { body: { custom: { centre: 'there' } } });
    expect(await keys('filter[custom.centre][eq]=here')).toBe('');
    expect(await keys('filter[custom.centre][eq]=there')).toBe('moving');
    await api.call('DELETE', 'touchpoints/moving');
    expect(await keys('filter[custom.centre][eq]=there')).toBe('');
    const { sql } = api.app.get(Database);
    const [left] = await sql.select<{ rows: number }>(
      'SELECT COUNT(*) AS `rows` FROM content_field_values WHERE sort_key = ?',
      ['moving'],
    );
    expect(Number(left?.rows)).toBe(0);
  });

  it('find things that were there before their field, and lose it when it is withdrawn', async () => {
    await publishFields(api, { late: { schema: { type: 'string' }, filterable: false } });
    await api.call('PUT', 'touchpoints/late', { body: { ...A_PLACE, custom: { late: 'x' } } });
    const refused = await api.call('GET', 'touchpoints?filter[custom.late][eq]=x');
    expect(refused.body.errors[0].pointer).toBe('/filter/custom.late');
    await publishFields(api, { late: { schema: { type: 'string' }, filterable: true, searchable: true } });
    expect(await keys('filter[custom.late][eq]=x')).toBe('late');
    await api.call('POST', 'custom-fields/late/unpublish');
    expect((await api.call('GET', 'touchpoints?filter[custom.late][eq]=x')).status).toBe(400);
    await api.call('DELETE', 'touchpoints/late');
  });
});

describe.each(profiles)('lists of many by custom fields on $name', (profile) => {
  const MANY = 4_000;
  const COLOURS = ['red', 'green', 'blue'];
  let api: RunningApi;

  beforeAll(async () => {
    api = await startApi(profile, { types: TYPES, environment: { PARCOURS_SWEEP_MS: '300' } });
    const { sql } = api.app.get(Database);
    const row = (at: number) => {
      const key = `place-${String(at).padStart(6, '0')}`;
      const custom = { colour: at % 1_000 === 7 ? 'blue' : COLOURS[at % 2], floor: at % 50 };
      const draft = JSON.stringify({ key, ...A_PLACE, custom });
      return [at + 1, 'touchpoints', key, 'A place', draft, 1, 0, at, at % 500];
    };
    const columns = ['id', 'type', 'item_key', 'name', 'draft', 'revision', 'last_number', 'created_at'];
    await sql.insert({
      table: 'content_items',
      columns: [...columns, 'updated_at'],
      rows: Array.from({ length: MANY }, (_, at) => row(at)),
    });
    await publishFields(api, {
      colour: { schema: { type: 'string', enum: COLOURS }, searchable: true },
      floor: { schema: { type: 'integer' } },
    });
  });

  afterAll(async () => {
    await api.close();
  });

  it('say that they are not ready until a job has read all there is, and are complete then', async () => {
    const first = await api.call('GET', 'touchpoints?filter[custom.colour][eq]=blue&count=true');
    expect([200, 503]).toContain(first.status);
    if (first.status === 503) expect(first.body.code).toBe('content.fields-not-ready');
    else expect(first.body.page.total).toBe(MANY / 1_000);
    const total = await waitFor(
      async () => {
        const [row] = await api.app
          .get(Database)
          .sql.select<{ total: number }>('SELECT COUNT(*) AS total FROM content_field_values');
        return Number(row?.total) === MANY * 2 ? MANY : undefined;
      },
      { describe: 'the job' },
    );
    expect(total).toBe(MANY);
    const { body } = await api.call('GET', 'touchpoints?filter[custom.colour][eq]=blue&count=true');
    expect(body.page.total).toBe(MANY / 1_000);
    expect((await api.call('GET', 'touchpoints?search=blue&count=true')).body.page.total).toBe(MANY / 1_000);
  });

  /** How the database says that it does the statement that a list is made of. */
  async function planOf(query: string): Promise<string> {
    const { sql } = api.app.get(Database);
    if (sql.dialect === 'mysql') await sql.select('ANALYZE TABLE content_items, content_field_values');
    const select = jest.spyOn(sql, 'select');
    const { body } = await api.call('GET', `touchpoints?${query}`);
    expect(body.errors).toBeUndefined();
    const [text = '', parameters = []] =
      select.mock.calls.find(([statement]) => statement.includes('sort_0')) ?? [];
    select.mockRestore();
    const explain = sql.dialect === 'mysql' ? 'EXPLAIN' : 'EXPLAIN QUERY PLAN';
    return JSON.stringify(await sql.select(`${explain} ${text}`, parameters));
  }

  it.each([
    ['filter[custom.colour][eq]=red', 'ix_content_field_values_text'],
    ['filter[custom.colour][eq]=blue&sort=-key', 'ix_content_field_values_text'],
    ['sort=custom.floor', 'ix_content_field_values_number'],
    ['sort=-custom.floor', 'ix_content_field_values_number'],
    ['sort=-custom.colour&filter[custom.floor][gt]=3', 'ix_content_field_values_text'],
  ])('%s is read in its order by an index, on the first page and on the next', async (query, index) => {
    const { body } = await api.call('GET', `touchpoints?${query}&limit=2`);
    for (const page of [query, `${query}&limit=2&cursor=${String(body.page.next)}`]) {
      const plan = await planOf(page);
      expect(plan).toContain(index);
      expect(plan).not.toMatch(/filesort|TEMP B-TREE|temporary/);
    }
  });
});

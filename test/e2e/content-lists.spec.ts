import { TOUCHPOINT_TYPE } from '@parcours/catalog';
import type { Routes } from '@parcours/client';
import { PublishedContent } from '@parcours/content';
import { Database } from '@parcours/database';
import { profiles } from '@parcours/testing';

import { type RunningApi, startApi } from './support/running-api.js';

type TouchpointSort = NonNullable<NonNullable<Routes['GET']['/touchpoints']['query']>['sort']>[number];

describe.each(profiles)('a list of many on $name', (profile) => {
  const MANY = 3_000;
  /** SQLite has its own name for the index behind a unique constraint. */
  const sqliteNames: Readonly<Record<string, string>> | undefined =
    profile.name === 'embedded' ? { uq_content_items_key: 'sqlite_autoindex_content_items_1' } : undefined;
  let api: RunningApi;

  beforeAll(async () => {
    api = await startApi(profile, { types: [TOUCHPOINT_TYPE] });
    const { sql } = api.app.get(Database);
    const row = (at: number) => {
      const key = `place-${String(at).padStart(6, '0')}`;
      const draft = JSON.stringify({ key, name: `Place ${String(at % 100)}`, kind: 'physical' });
      const published = at % 3 === 0 ? at + 1 : null;
      return [at + 1, 'touchpoints', key, `Place ${String(at % 100)}`, draft, 1, 0, at, at % 500, published];
    };
    await sql.insert({
      table: 'content_items',
      columns: [
        'id',
        'type',
        'item_key',
        'name',
        'draft',
        'revision',
        'last_number',
        'created_at',
        'updated_at',
        'published_at',
      ],
      rows: Array.from({ length: MANY }, (_, at) => row(at)),
    });
    await sql.select(sql.dialect === 'mysql' ? 'ANALYZE TABLE content_items' : 'SELECT 1');
  });

  afterAll(async () => {
    await api.close();
  });

  /** How the database says that it does the statement, of those that `work` leads to, which holds a word. */
  async function planOf(work: () => Promise<unknown>, word = 'sort_0'): Promise<string> {
    const { sql } = api.app.get(Database);
    const select = jest.spyOn(sql, 'select');
    await work();
    const [text = '', parameters = []] =
      select.mock.calls.find(([statement]) => statement.includes(word)) ?? [];
    select.mockRestore();
    const explain = sql.dialect === 'mysql' ? 'EXPLAIN' : 'EXPLAIN QUERY PLAN';
    return JSON.stringify(await sql.select(`${explain} ${text}`, parameters));
  }

  it.each<[TouchpointSort, string]>([
    ['key', 'uq_content_items_key'],
    ['-key', 'uq_content_items_key'],
    ['updatedAt', 'ix_content_items_updated'],
    ['-updatedAt', 'ix_content_items_updated'],
    ['createdAt', 'ix_content_items_created'],
    ['-createdAt', 'ix_content_items_created'],
    ['name', 'ix_content_items_name'],
    ['-publishedAt', 'ix_content_items_published'],
  ])('is read by its index in the order %s, on the first page and on the next', async (sort, index) => {
    const { page } = await api.client.get('/touchpoints', { query: { sort: [sort] } });
    for (const cursor of [undefined, page.next ?? '']) {
      const query = { sort: [sort], ...(cursor !== undefined && { cursor }) };
      const plan = await planOf(() => api.client.get('/touchpoints', { query }));
      expect(plan).toContain(sqliteNames ? (sqliteNames[index] ?? index) : index);
      expect(plan).not.toMatch(/filesort|TEMP B-TREE/);
    }
  });

  it('does not make reading what is published slower: an index has all that is asked', async () => {
    const plan = await planOf(
      () => api.app.get(PublishedContent).snapshot(Number.MAX_SAFE_INTEGER),
      'published_version_id > 0',
    );
    expect(plan).toMatch(/ix_content_items_in_use/);
    expect(plan).toMatch(/Using index|COVERING INDEX/);
  });
});

import { writeCursor } from './list-cursor.js';
import { pageOf } from './list-page.js';
import { parseListQuery } from './list-query.js';
import type { ListSpec } from './list-spec.js';
import { listSql } from './list-sql.js';

const SPEC: ListSpec = {
  name: 'things',
  fields: {
    id: { expression: 'id', type: 'id' },
    name: { expression: 'name', type: 'text' },
    status: { expression: 'status', type: 'enum', values: ['draft', 'published'] },
    seenAt: { expression: 'seen_at', type: 'instant', nullable: true },
    kind: { expression: 'draft', json: 'kind', type: 'text' },
  },
  includes: ['owner'],
  parameters: {
    search: { description: 'Words.', maxLength: 5 },
    tint: { description: '.', maxLength: 9, pattern: '^[a-z]+$' },
  },
  defaultSort: '-id',
  unique: 'id',
};

const sqlOf = (query: Record<string, string>, dialect: 'sqlite' | 'mysql' = 'sqlite') =>
  listSql(parseListQuery(query, SPEC), dialect);

function defects(query: Record<string, unknown>) {
  try {
    parseListQuery(query, SPEC);
  } catch (error) {
    return Reflect.get(error as object, 'errors') as { pointer: string; detail: string }[];
  }
  return [];
}

describe('a list query', () => {
  it.each([
    ['filter[name][eq]', 'a', 'name = ?', ['a']],
    ['filter[name][ne]', 'a', '(name <> ? OR name IS NULL)', ['a']],
    ['filter[name][in]', 'a,b', 'name IN (?)', [['a', 'b']]],
    ['filter[name][nin]', 'a', '(name NOT IN (?) OR name IS NULL)', [['a']]],
    ['filter[seenAt][gt]', '2026-01-01T00:00:00Z', 'seen_at > ?', [1767225600000]],
    ['filter[seenAt][lte]', '1970-01-01T00:00:01Z', 'seen_at <= ?', [1000]],
    ['filter[seenAt][null]', 'true', 'seen_at IS NULL', []],
    ['filter[seenAt][null]', 'false', 'seen_at IS NOT NULL', []],
    ['filter[name][contains]', '100%_', 'INSTR(name, ?) > 0', ['100%_']],
    ['filter[name][starts]', 'a', '(name >= ? AND name < ?)', ['a', 'a\u{10FFFF}']],
    ['filter[kind][eq]', 'x', `json_extract(draft, '$."kind"') = ?`, ['x']],
  ])('turns %s=%s into SQL', (name, value, where, parameters) => {
    expect(sqlOf({ [name]: value })).toMatchObject({ where, parameters });
  });

  it('reads JSON by the words of the other database', () => {
    expect(sqlOf({ 'filter[kind][eq]': 'x' }, 'mysql').where).toBe(
      `JSON_VALUE(draft, '$."kind"') COLLATE utf8mb4_bin = ?`,
    );
  });

  it('closes every order with the unique field', () => {
    expect(sqlOf({ sort: '-seenAt,name' })).toMatchObject({ orderBy: 'seen_at DESC, name, id', limit: 51 });
  });

  it.each([
    [{ 'filter[nam][eq]': 'x' }, '/filter/nam', "Did you mean 'name'?"],
    [{ 'filter[name][like]': 'x' }, '/filter/name/like', 'it has eq, ne'],
    [{ 'filter[name][null]': 'true' }, '/filter/name/null', 'has no operator'],
    [{ 'filter[name]': 'x' }, '/filter[name]', 'filter[field][operator]=value'],
    [{ 'filter[status][eq]': 'drft' }, '/filter/status/eq', "Did you mean 'draft'?"],
    [{ 'filter[seenAt][gt]': 'yesterday' }, '/filter/seenAt/gt', 'RFC 3339'],
    [{ 'filter[constructor][eq]': 'x' }, '/filter/constructor', 'no field'],
    [{ sort: '-nme' }, '/sort/nme', "Did you mean 'name'?"],
    [{ fields: 'id,nme' }, '/fields/nme', "Did you mean 'name'?"],
    [{ include: 'ownr' }, '/include/ownr', "Did you mean 'owner'?"],
    [{ limit: '0' }, '/limit', 'from 1 to 200'],
    [{ limit: '201' }, '/limit', 'from 1 to 200'],
    [{ limit: 'ten' }, '/limit', 'from 1 to 200'],
    [{ count: 'yes' }, '/count', 'true or false'],
    [{ search: 'longer' }, '/search', '5 characters'],
    [{ tint: 'Red!' }, '/tint', 'Must match'],
    [{ serch: 'x' }, '/serch', "Did you mean 'search'?"],
    [{ limt: '5' }, '/limt', "Did you mean 'limit'?"],
    [{ sort: ['a', 'b'] }, '/sort', 'twice'],
  ])('refuses %j', (query, pointer, words) => {
    expect(defects(query)).toEqual([
      expect.objectContaining({ pointer, detail: expect.stringContaining(words) as string }),
    ]);
  });

  it('leaves no gap and no repetition after a null in an ascending order', () => {
    const query = parseListQuery({ sort: 'seenAt', limit: '1' }, SPEC);
    const rows = [
      { sort_0: null, sort_1: 7 },
      { sort_0: null, sort_1: 8 },
    ];
    const { page } = pageOf(rows, query);
    expect(page.next).not.toBeNull();
    expect(sqlOf({ sort: 'seenAt', limit: '1', cursor: page.next ?? '' })).toMatchObject({
      where: '((seen_at IS NOT NULL) OR (seen_at IS NULL AND id > ?))',
      parameters: [7],
    });
  });

  it('ends with the last page', () => {
    const query = parseListQuery({ limit: '2' }, SPEC);
    expect(pageOf([{ sort_0: 2 }, { sort_0: 1 }], query, 2).page).toEqual({ next: null, limit: 2, total: 2 });
  });

  it.each([
    ['another sort', { sort: 'name' }],
    ['another filter', { 'filter[name][eq]': 'x' }],
  ])('refuses a cursor from %s', (_what, other) => {
    const { fingerprint, sort } = parseListQuery(other, SPEC);
    const cursor = writeCursor(
      sort.map(() => 1),
      fingerprint,
    );
    expect(() => parseListQuery({ cursor }, SPEC)).toThrow(
      expect.objectContaining({ code: 'http.bad-cursor' }),
    );
  });

  it.each(['', 'x', 'e30', 'bnVsbA', '%%%'])('refuses the cursor %j', (cursor) => {
    expect(() => parseListQuery({ cursor }, SPEC)).toThrow(
      expect.objectContaining({ code: 'http.bad-cursor' }),
    );
  });
});

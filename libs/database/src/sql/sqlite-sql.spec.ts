import { DataSource } from 'typeorm';

import { Database } from '../database.js';
import type { Sql } from './sql.js';

describe('statements on SQLite', () => {
  let source: DataSource;
  let sql: Sql;
  beforeEach(async () => {
    source = await new DataSource({ type: 'better-sqlite3', database: ':memory:' }).initialize();
    sql = new Database(source).sql;
    await sql.run('CREATE TABLE t (id INTEGER PRIMARY KEY, name TEXT UNIQUE, size INTEGER)');
  });
  afterEach(() => source.destroy());

  const insert = (
    rows: readonly (readonly [number, string, number | boolean | null])[],
    onDuplicate?: 'ignore',
  ) => sql.insert({ table: 't', columns: ['id', 'name', 'size'], rows, ...(onDuplicate && { onDuplicate }) });
  const all = () => sql.select<{ id: number; name: string; size: number }>('SELECT * FROM t ORDER BY id');

  it('expand a list into its place among other values', async () => {
    await insert([
      [1, 'a', 10],
      [2, 'b', 20],
      [3, 'c', 30],
      [4, 'd', 40],
    ]);
    const found = await sql.select<{ id: number }>(
      'SELECT id FROM t WHERE size > ? AND id IN (?) AND name < ?',
      [10, [1, 2, 3], 'c'],
    );
    expect(found).toEqual([{ id: 2 }]);
    expect(await sql.run('DELETE FROM t WHERE id IN (?) OR name IN (?)', [[1, 2], ['d']])).toBe(3);
    expect(await all()).toEqual([{ id: 3, name: 'c', size: 30 }]);
  });

  it('bind a list with the signs of SQL in its values as values', async () => {
    await insert([[1, "'); DROP TABLE t; --?", 1]]);
    expect(await sql.select('SELECT id FROM t WHERE name IN (?)', [["'); DROP TABLE t; --?", '?']])).toEqual([
      { id: 1 },
    ]);
  });

  it('insert more rows than one statement may bind', async () => {
    const rows = Array.from({ length: 25_000 }, (_, id) => [id, `n${String(id)}`, id] as const);
    expect(await insert(rows)).toBe(25_000);
    expect(await sql.select('SELECT COUNT(*) AS n, MAX(size) AS m FROM t')).toEqual([
      { n: 25_000, m: 24_999 },
    ]);
  });

  it('insert nothing without a statement', async () => {
    expect(await insert([])).toBe(0);
  });

  it('refuse a duplicate, and nothing of the statement stays', async () => {
    await insert([[1, 'a', 1]]);
    const again = insert([
      [2, 'b', 2],
      [3, 'a', 3],
    ]);
    await expect(again).rejects.toMatchObject({ code: 'database.duplicate' });
    expect(await all()).toHaveLength(1);
  });

  it('ignore a duplicate where told to', async () => {
    await insert([[1, 'a', 1]]);
    expect(
      await insert(
        [
          [2, 'b', 2],
          [3, 'a', 3],
        ],
        'ignore',
      ),
    ).toBe(1);
    expect((await all()).map(({ id }) => id)).toEqual([1, 2]);
  });

  it('update the named columns of a duplicate where told to', async () => {
    await insert([[1, 'a', 1]]);
    await sql.insert({
      table: 't',
      columns: ['id', 'name', 'size'],
      rows: [
        [1, 'changed', 9],
        [2, 'b', 2],
      ],
      onDuplicate: { update: ['size'] },
    });
    expect(await all()).toEqual([
      { id: 1, name: 'a', size: 9 },
      { id: 2, name: 'b', size: 2 },
    ]);
  });

  it('let columns of a row that exists grow by the new value', async () => {
    await insert([[1, 'a', 1]]);
    await sql.insert({
      table: 't',
      columns: ['id', 'name', 'size'],
      rows: [
        [1, 'b', 9],
        [2, 'c', 5],
      ],
      onDuplicate: { update: ['name'], add: ['size'] },
    });
    expect(await all()).toEqual([
      { id: 1, name: 'b', size: 10 },
      { id: 2, name: 'c', size: 5 },
    ]);
  });

  it('give many rows a value each, NULL and yes or no among them', async () => {
    await insert([
      [1, 'a', 1],
      [2, 'b', 2],
      [3, 'c', 3],
    ]);
    await sql.updateEach({
      table: 't',
      key: 'id',
      columns: { name: 'VARCHAR(9)', size: 'INT' },
      rows: [
        [1, 'x', null],
        [3, 'z', true],
      ],
    });
    expect(await all()).toEqual([
      { id: 1, name: 'x', size: null },
      { id: 2, name: 'b', size: 2 },
      { id: 3, name: 'z', size: 1 },
    ]);
  });

  it('answer how many rows they matched', async () => {
    await insert([
      [1, 'a', 1],
      [2, 'b', 1],
    ]);
    expect(await sql.run('UPDATE t SET size = 1 WHERE size = 1')).toBe(2);
    expect(await sql.run('UPDATE t SET size = 1 WHERE size = 5')).toBe(0);
  });
});

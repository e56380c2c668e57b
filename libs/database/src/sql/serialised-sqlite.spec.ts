import { DataSource } from 'typeorm';

import { Database } from '../database.js';
import { ConnectionTurn } from './serialised-sqlite.js';

describe('transactions on one SQLite connection', () => {
  let source: DataSource;
  let database: Database;
  beforeEach(async () => {
    source = await new DataSource({ type: 'better-sqlite3', database: ':memory:' }).initialize();
    database = new Database(source);
    await database.sql.run('CREATE TABLE t (id INTEGER PRIMARY KEY)');
  });
  afterEach(() => source.destroy());

  const ids = async () =>
    (await database.sql.select<{ id: number }>('SELECT id FROM t ORDER BY id')).map(({ id }) => id);
  const turnOfTheLoop = () => new Promise((resolve) => setImmediate(resolve));

  it('of 2,000 at once are all there', async () => {
    await Promise.all(
      Array.from({ length: 2_000 }, (_, id) =>
        database.transaction(async ({ sql }) => {
          await sql.run('INSERT INTO t VALUES (?)', [id]);
        }),
      ),
    );
    expect(await ids()).toHaveLength(2_000);
  });

  it('that fail take back their own rows and no others', async () => {
    const outcomes = await Promise.allSettled(
      Array.from({ length: 200 }, (_, id) =>
        database.transaction(async ({ sql }) => {
          await sql.run('INSERT INTO t VALUES (?)', [id]);
          await turnOfTheLoop();
          if (id % 2 === 1) throw new RangeError('given up');
        }),
      ),
    );
    expect(outcomes.filter(({ status }) => status === 'rejected')).toHaveLength(100);
    expect(await ids()).toEqual(Array.from({ length: 100 }, (_, at) => at * 2));
  });

  it('are not seen by statements outside until they are over', async () => {
    const seen: number[][] = [];
    const outside: Promise<void>[] = [];
    await database.transaction(async ({ sql }) => {
      await sql.run('INSERT INTO t VALUES (1)');
      outside.push(ids().then((found) => void seen.push(found)));
      await turnOfTheLoop();
      expect(seen).toEqual([]);
      await sql.run('INSERT INTO t VALUES (2)');
    });
    await Promise.all(outside);
    expect(seen).toEqual([[1, 2]]);
  });

  it('through the entity manager and through sql are one', async () => {
    const failing = database.transaction(async ({ sql, manager }) => {
      await manager.query('INSERT INTO t VALUES (1)');
      await sql.run('INSERT INTO t VALUES (2)');
      expect(await sql.select('SELECT id FROM t')).toHaveLength(2);
      throw new RangeError('given up');
    });
    await expect(failing).rejects.toThrow(RangeError);
    expect(await ids()).toEqual([]);
  });

  it('pass errors of the work on, and say of the driver’s errors no more than their code', async () => {
    const failing = database.transaction(({ sql }) =>
      sql.run("INSERT INTO nowhere VALUES ('ada@example.com')"),
    );
    await expect(failing).rejects.toMatchObject({ code: 'database.statement-failed' });
    await expect(failing).rejects.not.toThrow(/ada@|nowhere|INSERT/);
    expect(await ids()).toEqual([]);
  });

  it('leave the connection free after an error', async () => {
    await database.transaction(() => Promise.reject(new RangeError('x'))).catch(() => undefined);
    await database.transaction(({ sql }) => sql.run('INSERT INTO t VALUES (7)'));
    expect(await ids()).toEqual([7]);
  });
});

describe('the turn at a connection', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  it('comes in the order in which it was asked for', async () => {
    const turn = new ConnectionTurn();
    const order: number[] = [];
    const first = await turn.take();
    const others = [1, 2, 3].map(async (number) => {
      const end = await turn.take();
      order.push(number);
      end();
    });
    expect(order).toEqual([]);
    first();
    await Promise.all(others);
    expect(order).toEqual([1, 2, 3]);
  });

  it('that does not come in 30 s is an error that says why, and holds nobody up', async () => {
    const turn = new ConnectionTurn();
    const first = await turn.take();
    const second = turn.take();
    const refused = expect(second).rejects.toMatchObject({ code: 'database.lock-timeout', retryable: true });
    await jest.advanceTimersByTimeAsync(30_000);
    await refused;
    const third = turn.take();
    first();
    expect(await third).toBeInstanceOf(Function);
  });
});

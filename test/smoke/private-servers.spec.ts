import { existsSync } from 'node:fs';
import { createConnection } from 'mysql2/promise';
import { Redis } from 'ioredis';
import { createDatabase, createQueuePrefix, profiles, startPrivateServices } from '@parcours/testing';
import type { Services } from '@parcours/testing';

async function query(url: string, ...statements: string[]): Promise<unknown> {
  const connection = await createConnection(url);
  try {
    let rows: unknown;
    for (const statement of statements) [rows] = await connection.query(statement);
    return rows;
  } finally {
    await connection.end();
  }
}

describe('a database of the test run', () => {
  it('compares text byte by byte and is gone after drop', async () => {
    const database = await createDatabase();
    const rows = await query(
      database.url,
      'CREATE TABLE t (k VARCHAR(9))',
      "INSERT INTO t VALUES ('a'), ('A')",
      "SELECT k FROM t WHERE k = 'a'",
    );
    expect(rows).toEqual([{ k: 'a' }]);
    await database.drop();
    await expect(query(database.url, 'SELECT 1')).rejects.toMatchObject({ code: 'ER_BAD_DB_ERROR' });
  });

  it('is another one each time', async () => {
    const [one, two] = await Promise.all([createDatabase(), createDatabase()]);
    expect(one.name).not.toBe(two.name);
    await Promise.all([one.drop(), two.drop()]);
  });
});

describe('a queue prefix of the test run', () => {
  it('takes its keys with it, and no others', async () => {
    const [mine, other] = [createQueuePrefix(), createQueuePrefix()];
    const redis = new Redis(mine.redisUrl);
    await redis.mset(`${mine.prefix}:a`, '1', `${other.prefix}:a`, '1');
    await mine.clear();
    expect(await redis.exists(`${mine.prefix}:a`)).toBe(0);
    expect(await redis.exists(`${other.prefix}:a`)).toBe(1);
    await other.clear();
    redis.disconnect();
  });
});

describe.each(profiles)('the $name profile', ({ name, prepare }) => {
  it('gives an app what it needs to boot', async () => {
    const setup = await prepare();
    expect(setup.environment).toMatchObject({ PARCOURS_PROFILE: name });
    expect(setup.environment['PARCOURS_DATABASE_URL']).toMatch(name === 'server' ? /^mysql:/ : /^sqlite:\//);
    await setup.dispose();
  });
});

describe('private servers', () => {
  let services: Services;
  beforeAll(async () => {
    services = await startPrivateServices({ redis: false });
  });
  afterAll(() => services.stop());

  it('keep what was committed when the database is killed and started again', async () => {
    const url = services.databaseUrl ?? '';
    await query(url, 'CREATE TABLE kept (n INT)', 'INSERT INTO kept VALUES (7)');
    await services.killDatabase();
    await expect(query(url, 'SELECT 1')).rejects.toMatchObject({ code: 'ECONNREFUSED' });
    await services.startDatabase();
    expect(services.databaseUrl).toBe(url);
    expect(await query(url, 'SELECT n FROM kept')).toEqual([{ n: 7 }]);
  });

  it('leave neither a process nor a folder', async () => {
    const own = await startPrivateServices({ mariadb: false });
    const pid = own.pids.redis ?? 0;
    await own.stop();
    expect(() => process.kill(pid, 0)).toThrow('ESRCH');
    expect(existsSync(own.dir)).toBe(false);
  });
});

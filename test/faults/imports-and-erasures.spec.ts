import { waitFor } from '@parcours/testing';
import { Installation } from './support/installation.js';

const ROWS = 20_000;
const PEOPLE = 300;
const AT_ONCE = 20;

/** Sends a file as it is; `status` 0 is no answer at all. */
async function upload(installation: Installation, text: string) {
  return installation.client.send('POST', '/customers/import', text, 'text/csv');
}

describe('an import of 20,000 rows whose workers are killed', () => {
  let installation: Installation;
  beforeAll(async () => {
    installation = await Installation.start('server');
  });
  afterAll(() => installation.dispose());

  it('is finished by others: no row is lost, none is worked twice', async () => {
    // Every customer has two rows, in this order; a row that was worked twice would leave a later revision.
    const rows = [1, 2].flatMap((turn) =>
      Array.from({ length: ROWS / 2 }, (_, at) => `c-${at},c-${at}@example.com,${turn}`),
    );
    const sent = await upload(installation, ['id,email,turn', ...rows, ',no id,0'].join('\n'));
    expect(sent.status).toBe(202);
    const { id } = (sent.body as { data: { id: string } }).data;
    const { sql } = installation.database;
    const worked = async () => {
      const [row] = await sql.select<{ created: number; updated: number; state: string }>(
        'SELECT created, updated, state FROM imports WHERE id = ?',
        [Number(id)],
      );
      return { state: row?.state, customers: (row?.created ?? 0) + (row?.updated ?? 0) };
    };
    let inTheMiddle = 0;
    for (let kill = 1; kill <= 4; kill++) {
      const worker = await installation.startWorker();
      const goal = (kill * ROWS) / 6;
      await waitFor(async () => (await worked()).customers >= goal, {
        timeoutMs: 60_000,
        intervalMs: 5,
        describe: `${String(goal)} customers to be written`,
      });
      await installation.kill(worker);
      if ((await worked()).state === 'running') inTheMiddle += 1;
    }
    await installation.startWorker();
    await waitFor(async () => (await worked()).state === 'done', {
      timeoutMs: 90_000,
      describe: () => `the import to end\n${installation.output()}`,
    });
    const [counts] = await sql.select(
      `SELECT COUNT(*) AS customers, MAX(revision) AS latest,
         SUM(CASE WHEN traits LIKE '%"turn":"2"%' THEN 1 ELSE 0 END) AS finished FROM customers`,
    );
    expect({ ...counts, finished: Number(Reflect.get(counts ?? {}, 'finished')) }).toMatchObject({
      customers: ROWS / 2,
      finished: ROWS / 2,
    });
    // Two rows in one chunk make one change; in two chunks, two. Never more.
    expect(Number(Reflect.get(counts ?? {}, 'latest'))).toBeLessThanOrEqual(2);
    const [rejected] = await sql.select<{ count: number }>('SELECT COUNT(*) AS count FROM import_rejections');
    expect(rejected?.count).toBe(1);
    expect(await sql.select('SELECT id FROM import_chunks')).toEqual([]);
    // Kills that never met work on its way would prove nothing.
    expect(inTheMiddle).toBeGreaterThan(0);
  });
});

describe.each(['embedded', 'server'] as const)('erasures whose process is killed on %s', (profile) => {
  let installation: Installation;
  beforeAll(async () => {
    installation = await Installation.start(profile);
    if (profile === 'server') await installation.startWorker();
  });
  afterAll(() => installation.dispose());

  it('leave each person whole or gone', async () => {
    const { client, database } = installation;
    const people = Array.from({ length: PEOPLE }, (_, at) => `p-${at}`);
    const events = people.flatMap((customerId) =>
      Array.from({ length: 10 }, (_, at) => ({
        event: 'seen',
        customerId,
        messageId: `${customerId}-${at}`,
        traits: { email: `${customerId}@example.com` },
      })),
    );
    for (let at = 0; at < events.length; at += 500) {
      expect((await client.call('POST', '/events', events.slice(at, at + 500))).status).toBe(202);
    }
    const countOf = async (table: string) => {
      const [row] = await database.sql.select<{ count: number }>(`SELECT COUNT(*) AS count FROM ${table}`);
      return row?.count ?? 0;
    };
    await waitFor(async () => (await countOf('events')) === events.length, {
      describe: 'the events to be worked',
    });
    const left = [...people];
    const answers: { readonly status: number }[] = [];
    const erasing = Array.from({ length: AT_ONCE }, async () => {
      for (let id = left.pop(); id !== undefined; id = left.pop()) {
        answers.push(await client.call('POST', `/customers/${id}/erase`, {}));
      }
    });
    await waitFor(async () => (await countOf('erasures')) >= 3, {
      intervalMs: 2,
      describe: 'some erasures',
    });
    await installation.kill(installation.api);
    await Promise.all(erasing);
    const gone = await countOf('erasures');
    // Killed before the last, or the test would prove nothing.
    expect(gone).toBeLessThan(PEOPLE);
    expect(await countOf('customers')).toBe(PEOPLE - gone);
    expect(await countOf('events')).toBe(10 * (PEOPLE - gone));
    expect(await countOf('customer_tombstones')).toBe(gone);
    // Whoever was told that somebody is erased was told the truth.
    expect(answers.filter(({ status }) => status === 200).length).toBeLessThanOrEqual(gone);

    await installation.startApi();
    for (const id of people) {
      expect((await client.call('POST', `/customers/${id}/erase`, {})).status).toBe(200);
    }
    expect([await countOf('customers'), await countOf('events'), await countOf('erasures')]).toEqual([
      0,
      0,
      PEOPLE,
    ]);
  });
});

import { firstIdAt } from '@parcours/kernel';
import { profiles } from '@parcours/testing';
import { audit } from './support/audit.js';
import { publishTwoMails } from './support/content.js';
import { Installation } from './support/installation.js';
import { Ledger } from './support/ledger.js';
import { arrivalsReach, comeToRest } from './support/progress.js';

/** The table is not transactional: what it counts down stays counted when the statement is undone. */
async function failOnce(
  { database }: Installation,
  when: 'INSERT ON enrollment_steps' | 'UPDATE ON messages',
) {
  await database.sql.run('CREATE TABLE fault (remaining INT) ENGINE = MyISAM');
  await database.sql.run('INSERT INTO fault VALUES (1)');
  const condition = when.startsWith('UPDATE') ? 'NEW.status = 2 AND' : '';
  await database.sql.run(
    `CREATE TRIGGER fail_once BEFORE ${when} FOR EACH ROW
     IF ${condition} (SELECT remaining FROM fault) > 0 THEN
       UPDATE fault SET remaining = remaining - 1;
       SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'this statement fails once';
     END IF`,
  );
}

async function faultsLeft({ database }: Installation): Promise<number | undefined> {
  return (await database.sql.select<{ remaining: number }>('SELECT remaining FROM fault'))[0]?.remaining;
}

describe('one SQL statement that fails', () => {
  let installation: Installation;
  let ledger: Ledger;
  beforeEach(async () => {
    installation = await Installation.start('server');
    await publishTwoMails(installation);
    ledger = new Ledger(installation.client);
  });
  afterEach(() => installation.dispose());

  it('in the middle of a lane leaves nobody standing still', async () => {
    await failOnce(installation, 'INSERT ON enrollment_steps');
    await installation.startWorker();
    await ledger.send(500);
    await comeToRest(installation, 500);
    expect(await faultsLeft(installation)).toBe(0);
    expect(await audit(installation, ledger)).toMatchObject({ breaches: [], doubled: 0, marked: 0 });
  });

  it('while deliveries are recorded leaves no message behind, and marks what it may double', async () => {
    await failOnce(installation, 'UPDATE ON messages');
    await installation.startWorker();
    await ledger.send(200);
    await comeToRest(installation, 200);
    expect(await faultsLeft(installation)).toBe(0);
    expect((await audit(installation, ledger)).breaches).toEqual([]);
  });

  it('because its connection was killed leaves nobody standing still', async () => {
    await installation.startWorker();
    const { database } = installation;
    for (let kill = 1; kill <= 5; kill++) {
      const sending = ledger.send(300);
      await arrivalsReach(installation, (kill - 1) * 600 + 60);
      const connections = await database.sql.select<{ id: number }>(
        `SELECT id FROM information_schema.processlist
         WHERE db = DATABASE() AND id <> CONNECTION_ID() AND command <> 'Killed'`,
      );
      expect(connections.length).toBeGreaterThan(0);
      // Some end by themselves between the look and the kill.
      for (const { id } of connections) await database.sql.run(`KILL ${String(id)}`).catch(() => undefined);
      await sending;
    }
    await comeToRest(installation, 1_500);
    expect((await audit(installation, ledger)).breaches).toEqual([]);
  });
});

/** Bodies that no API would let in. */
const POISON = ['{"name": ', '{}', 'null'];

describe.each(profiles)('inbox rows that no engine can work, on the $name profile', ({ name }) => {
  let installation: Installation;
  beforeAll(async () => {
    installation = await Installation.start(name);
    await publishTwoMails(installation);
  });
  afterAll(() => installation.dispose());

  it('are put among the dead letters, and their lanes go on', async () => {
    const { sql } = installation.database;
    const ledger = new Ledger(installation.client);
    await ledger.send(200);
    const lanes = await sql.select<{ lane: number }>('SELECT lane FROM lanes ORDER BY lane');
    const first = firstIdAt(Date.now());
    const rows = lanes.flatMap(({ lane }) =>
      POISON.map((body, at) => [lane, first + lane * POISON.length + at, 0, 'nobody', body]),
    );
    await sql.insert({
      table: 'event_inbox',
      columns: ['lane', 'id', 'kind', 'customer_key', 'body'],
      rows,
    });
    await ledger.send(200);
    if (name === 'server') await installation.startWorker();
    await comeToRest(installation, 400);
    const buried = await sql.select<{ lane: number; body: string; failure: string }>(
      'SELECT lane, body, failure FROM event_dead_letters ORDER BY id',
    );
    expect(buried.map(({ lane, body }) => [lane, body])).toEqual(
      rows.map(([lane, , , , body]) => [lane, body]),
    );
    expect(buried.filter(({ failure }) => failure === '')).toEqual([]);
    await sql.run('DELETE FROM event_dead_letters');
    expect(await audit(installation, ledger)).toMatchObject({ breaches: [], doubled: 0, marked: 0 });
  });
});

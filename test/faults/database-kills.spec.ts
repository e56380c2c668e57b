import { startPrivateServices } from '@parcours/testing';
import type { Services } from '@parcours/testing';
import { audit } from './support/audit.js';
import { publishTwoMails } from './support/content.js';
import { Installation } from './support/installation.js';
import { Ledger, personOf } from './support/ledger.js';
import { arrivalsReach, comeToRest } from './support/progress.js';

const CUSTOMERS = 10_000;
const KILLS = 3;

describe('a database that is killed in the middle of 10,000 enrollments', () => {
  let services: Services;
  let installation: Installation;
  beforeAll(async () => {
    services = await startPrivateServices({ redis: false });
    installation = await Installation.start('server', { servers: { databaseUrl: services.databaseUrl } });
    await publishTwoMails(installation);
    await installation.startWorker();
  });
  afterAll(async () => {
    await installation.dispose();
    await services.stop();
  });

  it('loses nothing that was acknowledged, and doubles nothing that was sent again', async () => {
    const ledger = new Ledger(installation.client);
    const sending = ledger.send(CUSTOMERS);
    for (let kill = 1; kill <= KILLS; kill++) {
      await arrivalsReach(installation, 1_500 * kill);
      await services.killDatabase();
      // This one is not sent again by the same call: it is refused now and acknowledged in its turn, or has been.
      const refused = await installation.client.call('POST', '/events', {
        event: 'noise',
        customerId: 'c-0',
      });
      expect(refused).toMatchObject({ status: 503, body: { code: 'database.unavailable' } });
      await services.startDatabase();
    }
    await sending;
    await comeToRest(installation, CUSTOMERS);
    const { breaches } = await audit(installation, ledger);
    expect(breaches).toEqual([]);
    expect(installation.sink.distinct).toBe(2 * CUSTOMERS);
    // Whatever the API could not take in, it said so, and never in another way.
    expect([...ledger.refusals.keys()].filter((status) => status !== 503)).toEqual([]);
  });

  it('recognises what is sent twice under one message id', async () => {
    const ledger = new Ledger(installation.client);
    const people = Array.from({ length: 100 }, (_, at) => personOf(CUSTOMERS + at));
    expect(await ledger.trySend(people)).toBe(true);
    expect(await ledger.trySend(people)).toBe(true);
    await comeToRest(installation, CUSTOMERS + 100);
    const [row] = await installation.database.sql.select<{ n: number }>(
      `SELECT COUNT(*) AS n FROM events WHERE message_id IN (?)`,
      [people.map(({ messageId }) => messageId)],
    );
    expect(row?.n).toBe(100);
    expect(installation.sink.distinct).toBe(2 * CUSTOMERS + 200);
  });
});

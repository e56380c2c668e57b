import { waitFor } from '@parcours/testing';
import { audit } from './support/audit.js';
import { publishTwoMails } from './support/content.js';
import { Installation } from './support/installation.js';
import type { InstallationOptions } from './support/installation.js';
import { Ledger, personOf } from './support/ledger.js';
import type { Script } from './support/smtp-session.js';
import { arrivalsReach, comeToRest } from './support/progress.js';

/** Nothing is claimed anew while it is being retried. */
const USUAL_LEASE = { PARCOURS_LEASE_MS: '15000' };

async function start(sink: InstallationOptions['sink'] = {}): Promise<Installation> {
  const installation = await Installation.start('server', { sink, settings: USUAL_LEASE });
  await publishTwoMails(installation);
  await installation.startWorker();
  return installation;
}

/** How many messages wait for another try because of a failure. */
async function retrying({ database }: Installation): Promise<number> {
  const [row] = await database.sql.select<{ n: number }>(
    'SELECT COUNT(*) AS n FROM messages WHERE status = 0 AND failure IS NOT NULL',
  );
  return row?.n ?? 0;
}

async function marksOf({ database }: Installation, customerId: string): Promise<number[]> {
  const rows = await database.sql.select<{ maybe_duplicate: number }>(
    `SELECT m.maybe_duplicate FROM messages m JOIN customers c ON c.id = m.customer_id
     WHERE c.external_id = ? ORDER BY m.maybe_duplicate`,
    [customerId],
  );
  return rows.map(({ maybe_duplicate }) => maybe_duplicate);
}

describe('a mail server', () => {
  let installation: Installation;
  afterEach(() => installation.dispose());

  it('that is down for a while gets every message once when it is back', async () => {
    installation = await start();
    await installation.sink.close();
    const ledger = new Ledger(installation.client);
    await ledger.send(100);
    await waitFor(() => retrying(installation), { describe: 'messages to wait for another try' });
    await installation.sink.open();
    await comeToRest(installation, 100);
    expect(await audit(installation, ledger)).toMatchObject({ breaches: [], doubled: 0, marked: 0 });
  });

  it('that goes down in the middle of deliveries doubles nothing without a mark', async () => {
    installation = await start();
    const ledger = new Ledger(installation.client);
    const sending = ledger.send(1_000);
    await arrivalsReach(installation, 200);
    await installation.sink.close();
    await waitFor(() => retrying(installation), { describe: 'messages to wait for another try' });
    await installation.sink.open();
    await sending;
    await comeToRest(installation, 1_000);
    expect((await audit(installation, ledger)).breaches).toEqual([]);
  });

  it('that greets late, cuts connections and refuses for now gets everything in the end', async () => {
    const [cutInData, cutAfterData, refused] = [personOf(1), personOf(2), personOf(3)];
    const script: Script = (recipient, before) => {
      if (before > 0) return undefined;
      if (recipient === cutInData.address) return 'cut-in-data';
      if (recipient === cutAfterData.address) return 'cut-after-data';
      return recipient === refused.address ? '451 4.3.0 not now' : undefined;
    };
    installation = await start({ greetingDelayMs: 100, script });
    const ledger = new Ledger(installation.client);
    await ledger.send(20);
    await comeToRest(installation, 20);
    expect(await audit(installation, ledger)).toMatchObject({ breaches: [], doubled: 1, marked: 2 });
    const { sink } = installation;
    // Of the two messages of each, the first one met with the mishap.
    expect([sink.timesOf(cutInData.address), await marksOf(installation, cutInData.customerId)]).toEqual([
      2,
      [0, 1],
    ]);
    expect([
      sink.timesOf(cutAfterData.address),
      await marksOf(installation, cutAfterData.customerId),
    ]).toEqual([3, [0, 1]]);
    expect([sink.timesOf(refused.address), await marksOf(installation, refused.customerId)]).toEqual([
      2,
      [0, 0],
    ]);
  });
});

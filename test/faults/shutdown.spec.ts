import { waitFor } from '@parcours/testing';
import type { AppExit } from '@parcours/testing';
import { audit } from './support/audit.js';
import { publishTwoMails } from './support/content.js';
import { Installation } from './support/installation.js';
import { Ledger, personOf } from './support/ledger.js';
import { arrivalsReach, comeToRest } from './support/progress.js';

const IN_GOOD_ORDER: AppExit = { code: 0, signal: null };
/** Long enough that a message left behind in mid-delivery would stay visible. */
const USUAL_LEASE = { PARCOURS_LEASE_MS: '15000' };
const FLAWLESS = { breaches: [], doubled: 0, marked: 0 };

async function beingSent({ database }: Installation): Promise<number> {
  const [row] = await database.sql.select<{ n: number }>(
    'SELECT COUNT(*) AS n FROM messages WHERE status = 1',
  );
  return row?.n ?? -1;
}

describe('SIGTERM', () => {
  let installation: Installation;
  afterEach(() => installation.dispose());

  it('lets a worker finish the deliveries at hand and exit with 0', async () => {
    installation = await Installation.start('server', { settings: USUAL_LEASE });
    await publishTwoMails(installation);
    const ledger = new Ledger(installation.client);
    const worker = await installation.startWorker();
    const sending = ledger.send(2_000);
    await arrivalsReach(installation, 300);
    expect(await installation.stop(worker)).toEqual(IN_GOOD_ORDER);
    expect(await beingSent(installation)).toBe(0);
    expect(installation.sink.distinct).toBeLessThan(4_000);
    await sending;
    await installation.startWorker();
    await comeToRest(installation, 2_000);
    expect(await audit(installation, ledger)).toMatchObject(FLAWLESS);
  });

  it('lets the API answer the requests in flight, keep what it answered, and exit with 0', async () => {
    installation = await Installation.start('server', { settings: USUAL_LEASE });
    await publishTwoMails(installation);
    const ledger = new Ledger(installation.client);
    const batches = Array.from({ length: 40 }, (_, batch) =>
      Array.from({ length: 50 }, (_, at) => personOf(batch * 50 + at)),
    );
    const answers = batches.map((people) => ledger.trySend(people));
    await waitFor(() => ledger.acknowledged.size > 0, { intervalMs: 1 });
    expect(await installation.stop(installation.api)).toEqual(IN_GOOD_ORDER);
    const taken = (await Promise.all(answers)).filter(Boolean).length;
    expect(taken * 50).toBe(ledger.acknowledged.size);

    await installation.startApi();
    const unanswered = batches.filter(([first]) => first && !ledger.acknowledged.has(first.messageId));
    for (const people of unanswered) expect(await ledger.trySend(people)).toBe(true);
    await installation.startWorker();
    await comeToRest(installation, 2_000);
    expect(await audit(installation, ledger)).toMatchObject(FLAWLESS);
  });

  it('ends the embedded process in the same good order', async () => {
    installation = await Installation.start('embedded', { settings: USUAL_LEASE });
    await publishTwoMails(installation);
    const ledger = new Ledger(installation.client);
    await ledger.send(1_000);
    await arrivalsReach(installation, 100);
    expect(await installation.stop(installation.api)).toEqual(IN_GOOD_ORDER);
    expect(await beingSent(installation)).toBe(0);
    await installation.startApi();
    await comeToRest(installation, 1_000);
    expect(await audit(installation, ledger)).toMatchObject(FLAWLESS);
  });
});

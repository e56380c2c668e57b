import { audit } from './support/audit.js';
import { publishTwoMails } from './support/content.js';
import { Installation } from './support/installation.js';
import { Ledger } from './support/ledger.js';
import { arrivalsReach, comeToRest, progressOf, startedReach } from './support/progress.js';

const CUSTOMERS = 10_000;
const KILLS = 20;
const SHARE = CUSTOMERS / KILLS;

describe('a worker that is killed twenty times in the middle of 10,000 enrollments', () => {
  let installation: Installation;
  beforeAll(async () => {
    // Small batches: more transactions to die in, and fewer messages that wait for a dead worker's claim to end.
    installation = await Installation.start('server', { settings: { PARCOURS_DELIVERY_BATCH: '200' } });
    await publishTwoMails(installation);
  });
  afterAll(() => installation.dispose());

  it('finishes every customer, and doubles no message without a mark', async () => {
    const ledger = new Ledger(installation.client);
    let inDeliveries = 0;
    let inLanes = 0;
    for (let kill = 1; kill <= KILLS; kill++) {
      const [worker] = await Promise.all([installation.startWorker(), ledger.send(SHARE)]);
      // By turns in the middle of lanes, where this share has begun to be worked, and in the middle of deliveries.
      if (kill % 2 === 1) await startedReach(installation, (kill - 1) * SHARE + 1);
      else await arrivalsReach(installation, (kill - 1) * SHARE * 1.7);
      await installation.kill(worker);
      const { inbox, unsent } = await progressOf(installation.database);
      if (inbox > 0) inLanes += 1;
      if (unsent > 0) inDeliveries += 1;
    }
    await installation.startWorker();
    await comeToRest(installation, CUSTOMERS);
    const { breaches, marked } = await audit(installation, ledger);
    expect(breaches).toEqual([]);
    expect(installation.sink.distinct).toBe(2 * CUSTOMERS);
    // Kills that never met work on its way would prove nothing.
    expect(inDeliveries).toBe(KILLS);
    expect(inLanes).toBeGreaterThan(0);
    expect(marked).toBeGreaterThan(0);
  });
});

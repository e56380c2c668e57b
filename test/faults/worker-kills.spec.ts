import { audit } from './support/audit.js';
import { publishTwoMails } from './support/content.js';
import { Installation } from './support/installation.js';
import { Ledger } from './support/ledger.js';
import { arrivalsReach, comeToRest, startedReach } from './support/progress.js';

jest.setTimeout(240_000);

const CUSTOMERS = 10_000;
const KILLS = 20;
const SHARE = CUSTOMERS / KILLS;

describe('a worker that is killed twenty times in the middle of 10,000 enrollments', () => {
  let installation: Installation;
  beforeAll(async () => {
    installation = await Installation.start('server');
    await publishTwoMails(installation);
  });
  afterAll(() => installation.dispose());

  it('finishes every customer, and doubles no message without a mark', async () => {
    const ledger = new Ledger(installation.client);
    let worker = await installation.startWorker();
    let midway = 0;
    for (let kill = 1; kill <= KILLS; kill++) {
      await ledger.send(SHARE);
      // By turns in the middle of lanes, where this share has begun to be worked, and in the middle of deliveries.
      if (kill % 2 === 1) await startedReach(installation, (kill - 1) * SHARE + 1);
      else await arrivalsReach(installation, (kill - 1) * SHARE * 1.7);
      if (installation.sink.distinct < 2 * CUSTOMERS) midway += 1;
      await installation.kill(worker);
      worker = await installation.startWorker();
    }
    await comeToRest(installation, CUSTOMERS);
    const { breaches, marked } = await audit(installation, ledger);
    expect(breaches).toEqual([]);
    expect(installation.sink.distinct).toBe(2 * CUSTOMERS);
    expect(midway).toBe(KILLS);
    // Twenty kills that never met a message on its way would prove nothing.
    expect(marked).toBeGreaterThan(0);
  });
});

import { audit } from './support/audit.js';
import { publishTwoMails } from './support/content.js';
import { Installation } from './support/installation.js';
import { Ledger } from './support/ledger.js';
import { arrivalsReach, comeToRest } from './support/progress.js';

const CUSTOMERS = 2_000;
const KILLS = 5;

describe('the embedded process that is killed five times in mid-run', () => {
  let installation: Installation;
  beforeAll(async () => {
    installation = await Installation.start('embedded');
    await publishTwoMails(installation);
  });
  afterAll(() => installation.dispose());

  it('keeps what it acknowledged, finishes every customer, and doubles no message without a mark', async () => {
    const ledger = new Ledger(installation.client);
    const sending = ledger.send(CUSTOMERS);
    for (let kill = 1; kill <= KILLS; kill++) {
      await arrivalsReach(installation, 500 * kill);
      await installation.kill(installation.api);
      await installation.startApi();
    }
    await sending;
    await comeToRest(installation, CUSTOMERS);
    const { breaches, marked } = await audit(installation, ledger);
    expect(breaches).toEqual([]);
    expect(installation.sink.distinct).toBe(2 * CUSTOMERS);
    expect(marked).toBeGreaterThan(0);
  });
});

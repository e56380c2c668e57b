import { profiles, waitFor } from '@parcours/testing';
import { audit, ONE_WAIT } from './support/audit.js';
import { publishOneWait } from './support/content.js';
import { Installation } from './support/installation.js';
import { Ledger } from './support/ledger.js';
import { comeToRest, startedReach } from './support/progress.js';

describe.each(profiles)('a wait that becomes due while nothing runs, on the $name profile', ({ name }) => {
  let installation: Installation;
  beforeAll(async () => {
    installation = await Installation.start(name, {
      settings: { PARCOURS_SWEEP_MS: '600000', PARCOURS_LEASE_MS: '15000' },
    });
    await publishOneWait(installation, '10s');
  });
  afterAll(() => installation.dispose());

  it('ends as soon as everything is back', async () => {
    const worker = name === 'server' ? await installation.startWorker() : undefined;
    const ledger = new Ledger(installation.client);
    await ledger.send(100);
    await startedReach(installation, 100);
    const [row] = await installation.database.sql.select<{ last: number }>(
      'SELECT MAX(due_at) AS last FROM enrollments',
    );
    const dueAt = row?.last ?? 0;
    expect(dueAt).toBeGreaterThan(Date.now());
    await Promise.all([installation.kill(installation.api), installation.kill(worker)]);
    expect(installation.sink.total).toBe(0);

    await waitFor(() => Date.now() > dueAt, { describe: 'the waits to be due' });
    await installation.startApi();
    if (name === 'server') await installation.startWorker();
    await comeToRest(installation, 100);
    expect(await audit(installation, ledger, ONE_WAIT)).toMatchObject({
      breaches: [],
      doubled: 0,
      marked: 0,
    });
  });
});

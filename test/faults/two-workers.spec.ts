import { lockLane } from '@parcours/database';
import { waitFor } from '@parcours/testing';
import type { SpawnedApp } from '@parcours/testing';
import { audit } from './support/audit.js';
import { publishTwoMails } from './support/content.js';
import { Installation } from './support/installation.js';
import { Ledger } from './support/ledger.js';
import { comeToRest } from './support/progress.js';

const CUSTOMERS = 10_000;

/** An id names the process that made it in bits 6 to 12. */
const makerOf = (id: number): number => Math.floor(id / 64) % 128;

/** The server's list of transactions is a snapshot that it takes anew when nobody has asked for so long. */
const TRANSACTION_LIST_CACHED_MS = 100;

/**
 * Stalls the worker while it sends, not inside a transaction: what such a one has locked comes free after half a minute,
 * which is too long for a test.
 */
async function stallsWhileSending({ database }: Installation, worker: SpawnedApp): Promise<boolean> {
  process.kill(worker.pid, 'SIGSTOP');
  const [row] = await database.sql.select<{ busy: number; sending: number }>(
    `SELECT (SELECT COUNT(*) FROM messages WHERE status = 1) AS sending,
            (SELECT COUNT(*) FROM information_schema.processlist WHERE db = DATABASE() AND id <> CONNECTION_ID()
             AND (command <> 'Sleep' OR id IN (SELECT trx_mysql_thread_id FROM information_schema.innodb_trx))) AS busy`,
  );
  if (row?.busy === 0 && row.sending > 0) return true;
  process.kill(worker.pid, 'SIGCONT');
  return false;
}

describe('two workers at once', () => {
  let installation: Installation;
  afterEach(() => installation.dispose());

  it('share 10,000 enrollments and send no message twice', async () => {
    installation = await Installation.start('server', { settings: { PARCOURS_LEASE_MS: '15000' } });
    await publishTwoMails(installation);
    await Promise.all([installation.startWorker(), installation.startWorker()]);
    const ledger = new Ledger(installation.client);
    await ledger.send(CUSTOMERS);
    await comeToRest(installation, CUSTOMERS);
    const { messageIds, ...result } = await audit(installation, ledger);
    expect(result).toEqual({ breaches: [], doubled: 0, marked: 0 });
    expect(installation.sink.total).toBe(2 * CUSTOMERS);
    expect(new Set(messageIds.map(makerOf)).size).toBe(2);
  });

  it('never have one lane at once, and a dead one gives its lane back', async () => {
    installation = await Installation.start('server');
    const { database } = installation;
    let connection = 0;
    let dies: (reason: Error) => void = () => undefined;
    const death = new Promise<never>((_resolve, reject) => (dies = reject));
    const first = database.transaction(async ({ sql }) => {
      const locked = await lockLane(sql, 3);
      const [row] = await sql.select<{ id: number }>('SELECT CONNECTION_ID() AS id');
      connection = locked ? (row?.id ?? 0) : -1;
      await death;
    });
    const tryLane = (lane: number) =>
      database.transaction(async ({ sql }) => (await lockLane(sql, lane)) !== undefined);
    await waitFor(() => connection !== 0);
    expect(connection).toBeGreaterThan(0);
    expect(await tryLane(3)).toBe(false);
    expect(await tryLane(4)).toBe(true);
    await database.sql.run(`KILL ${String(connection)}`);
    await waitFor(() => tryLane(3), { describe: 'the lane of a dead connection to be free' });
    dies(new Error('the worker is gone'));
    await expect(first).rejects.toThrow('the worker is gone');
  });

  it('lose a lane in which they do nothing for half a minute, over each of their connections', async () => {
    installation = await Installation.start('server');
    const patience = () =>
      installation.database.transaction(async ({ sql }) => {
        // Nobody is done before the others have a connection of their own.
        await sql.select('SELECT SLEEP(0.2)');
        const [row] = await sql.select<{ seconds: number; connection: number }>(
          'SELECT @@idle_transaction_timeout AS seconds, CONNECTION_ID() AS connection',
        );
        return row;
      });
    const answers = await Promise.all([patience(), patience(), patience()]);
    expect(new Set(answers.map((answer) => answer?.connection)).size).toBe(3);
    expect(answers.map((answer) => answer?.seconds)).toEqual([30, 30, 30]);
  });

  it('mark what both may have sent when one stalls in mid-delivery and comes back', async () => {
    installation = await Installation.start('server');
    await publishTwoMails(installation);
    const stalling = await installation.startWorker();
    const ledger = new Ledger(installation.client);
    const sending = ledger.send(1_500);
    await waitFor(() => stallsWhileSending(installation, stalling), {
      intervalMs: TRANSACTION_LIST_CACHED_MS + 20,
      describe: 'the worker to stall in mid-delivery',
    });
    await sending;
    await installation.startWorker();
    await comeToRest(installation, 1_500);
    process.kill(stalling.pid, 'SIGCONT');
    expect(await installation.stop(stalling)).toEqual({ code: 0, signal: null });
    const { breaches, marked } = await audit(installation, ledger);
    expect(breaches).toEqual([]);
    expect(marked).toBeGreaterThan(0);
  });

  it('leave a message to the one that is still sending it, however slow the mail server is', async () => {
    installation = await Installation.start('server', {
      // A process that a busy machine holds up for a second keeps its claims; a batch takes longer than one lasts.
      settings: { PARCOURS_LEASE_MS: '2000', PARCOURS_SWEEP_MS: '100' },
      sink: { answerDelayMs: 100 },
    });
    await publishTwoMails(installation);
    await Promise.all([installation.startWorker(), installation.startWorker()]);
    const ledger = new Ledger(installation.client);
    await ledger.send(100);
    await comeToRest(installation, 100);
    expect(await audit(installation, ledger)).toMatchObject({ breaches: [], doubled: 0, marked: 0 });
  });
});

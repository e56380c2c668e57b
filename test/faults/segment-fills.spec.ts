import { laneOf } from '@parcours/kernel';
import { waitFor } from '@parcours/testing';

import { Installation } from './support/installation.js';

jest.setTimeout(240_000);

const CUSTOMERS = 20_000;
const LANES = 32;
const KILLS = 3;
/** Of the first filling, and of one by another condition, which also lets go of some. */
const CONDITIONS = [
  { trait: 'score', lt: 60 },
  { trait: 'score', gte: 40, lt: 80 },
];

const scoreOf = (at: number): number => at % 100;

/** Customers as the product writes them, without waiting for events to make them. */
async function addCustomers({ database }: Installation): Promise<void> {
  const columns = ['id', 'lane', 'external_id', 'traits', 'revision', 'created_at', 'updated_at'];
  const rows = Array.from({ length: CUSTOMERS }, (_, at) => {
    const traits = JSON.stringify({ score: scoreOf(at) });
    return [at + 1, laneOf(`c-${String(at)}`, LANES), `c-${String(at)}`, traits, 1, 1, 1];
  });
  await database.sql.insert({ table: 'customers', columns, rows });
}

describe.each(['embedded', 'server'] as const)(
  'the filling of a segment whose process is killed on %s (D3)',
  (profile) => {
    let installation: Installation;
    beforeAll(async () => {
      installation = await Installation.start(profile, { settings: { PARCOURS_LANES: String(LANES) } });
      await addCustomers(installation);
    });
    afterAll(() => installation.dispose());

    /** The process that fills, started anew. */
    const start = () => (profile === 'server' ? installation.startWorker() : installation.startApi());

    it('goes on where it was left: exactly those belong who should', async () => {
      const { sql } = installation.database;
      const progress = async (): Promise<{ done: number; versions: number }> => {
        const [row] = await sql.select<{ done: number | string | null; versions: number }>(
          'SELECT SUM(is_done) AS done, COUNT(DISTINCT fingerprint) AS versions FROM segment_fills',
        );
        return { done: Number(row?.done ?? 0), versions: row?.versions ?? 0 };
      };
      let inTheMiddle = 0;
      let filling = profile === 'server' ? undefined : installation.api;
      for (const [turn, condition] of CONDITIONS.entries()) {
        if (profile === 'embedded') filling = installation.api;
        await installation.client.publish('segments', 'chosen', {
          name: 'Chosen',
          kind: 'dynamic',
          condition,
        });
        for (let kill = 1; kill <= KILLS; kill++) {
          if (profile === 'server') filling = await start();
          const isUnderWay = async () => {
            const { done, versions } = await progress();
            return turn === 0 ? done > (kill - 1) * 8 : versions === 2 || done === LANES;
          };
          await waitFor(isUnderWay, { timeoutMs: 60_000, intervalMs: 1, describe: 'the filling to begin' });
          await installation.kill(filling);
          const { done, versions } = await progress();
          if (done < LANES || versions > 1) inTheMiddle += 1;
          if (profile === 'embedded') filling = await start();
        }
        if (profile === 'server') filling = await start();
        await waitFor(
          async () => {
            const { body } = await installation.client.call('GET', '/segments/chosen/membership');
            return (body as { data?: { state?: string } }).data?.state === 'ready';
          },
          { timeoutMs: 90_000, describe: () => `the segment to be filled\n${installation.output()}` },
        );
        const rows = await sql.select<{ id: number; n: number }>(
          'SELECT customer_id AS id, COUNT(*) AS n FROM segment_members GROUP BY customer_id ORDER BY customer_id',
        );
        const { gte = 0, lt } = condition;
        const expected = Array.from({ length: CUSTOMERS }, (_, at) => at)
          .filter((at) => scoreOf(at) >= gte && scoreOf(at) < lt)
          .map((at) => ({ id: at + 1, n: 1 }));
        expect(rows).toEqual(expected);
        if (profile === 'server') await installation.kill(filling);
      }
      // Kills that never met a filling on its way would prove nothing.
      expect(inTheMiddle).toBeGreaterThan(0);
    });
  },
);

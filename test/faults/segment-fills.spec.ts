import { laneOf } from '@parcours/kernel';
import { waitFor } from '@parcours/testing';

import { Installation } from './support/installation.js';

/** Several stretches of a filling on either profile. */
const CUSTOMERS = 60_000;
const LANES = 32;
const KILLS = 3;
const EVENTS_AT_ONCE = 50;
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

    const ready = () =>
      waitFor(
        async () => {
          const { body } = await installation.client.call('GET', '/segments/chosen/membership');
          return (body as { data?: { state?: string } }).data?.state === 'ready';
        },
        { timeoutMs: 90_000, describe: () => `the segment to be filled\n${installation.output()}` },
      );

    const publish = (condition: object) =>
      installation.client.publish('segments', 'chosen', { name: 'Chosen', kind: 'dynamic', condition });

    const members = () =>
      installation.database.sql.select<{ id: number; n: number }>(
        'SELECT customer_id AS id, COUNT(*) AS n FROM segment_members GROUP BY customer_id ORDER BY customer_id',
      );

    /** How far each lane is, as a text that changes with every step. */
    async function progress(): Promise<{ text: string; versions: number; done: number }> {
      const rows = await installation.database.sql.select<{ fingerprint: string; is_done: number }>(
        'SELECT lane, fingerprint, after_id, is_done FROM segment_fills ORDER BY lane',
      );
      return {
        text: JSON.stringify(rows),
        versions: new Set(rows.map(({ fingerprint }) => fingerprint)).size,
        done: rows.filter(({ is_done }) => is_done === 1).length,
      };
    }

    it('goes on where it was left: exactly those belong who should', async () => {
      let inTheMiddle = 0;
      let filling = profile === 'server' ? undefined : installation.api;
      for (const condition of CONDITIONS) {
        if (profile === 'embedded') filling = installation.api;
        let { text } = await progress();
        await publish(condition);
        for (let kill = 1; kill <= KILLS; kill++) {
          if (profile === 'server') filling = await start();
          const isUnderWay = async () => {
            const now = await progress();
            return now.text !== text || (kill > 1 && now.done === LANES && now.versions === 1);
          };
          await waitFor(isUnderWay, { timeoutMs: 60_000, intervalMs: 1, describe: 'the filling to go on' });
          await installation.kill(filling);
          const now = await progress();
          text = now.text;
          if (now.done < LANES || now.versions > 1) inTheMiddle += 1;
          if (profile === 'embedded') filling = await start();
        }
        if (profile === 'server') filling = await start();
        await ready();
        const { gte = 0, lt } = condition;
        const expected = Array.from({ length: CUSTOMERS }, (_, at) => at)
          .filter((at) => scoreOf(at) >= gte && scoreOf(at) < lt)
          .map((at) => ({ id: at + 1, n: 1 }));
        expect(await members()).toEqual(expected);
        if (profile === 'server') await installation.kill(filling);
      }
      // Kills that never met a filling on its way would prove nothing.
      expect(inTheMiddle).toBeGreaterThan(0);
    });

    it('takes in what becomes of customers meanwhile', async () => {
      const { sql } = installation.database;
      const worker = profile === 'server' ? await start() : undefined;
      const before = await progress();
      await publish({ trait: 'score', gte: 20, lt: 70 });
      let sent = 0;
      let sentMeanwhile = 0;
      for (let isFilled = false; !isFilled || sent < 20 * EVENTS_AT_ONCE;) {
        // Customers from all over the table, so that some lie before the filling and some behind it.
        const events = Array.from({ length: EVENTS_AT_ONCE }, (_, at) => ({
          event: 'scored',
          customerId: `c-${String(((sent + at) * 7_919) % CUSTOMERS)}`,
          traits: { score: ((sent + at) * 37) % 100 },
        }));
        expect((await installation.client.call('POST', '/events', events)).status).toBe(202);
        sent += events.length;
        const { text, versions, done } = await progress();
        isFilled = text !== before.text && versions === 1 && done === LANES;
        if (!isFilled) sentMeanwhile += events.length;
      }
      await ready();
      await waitFor(
        async () => {
          const [row] = await sql.select<{ n: number }>(
            `SELECT COUNT(*) AS n FROM events WHERE name = 'scored'`,
          );
          return row?.n === sent;
        },
        { timeoutMs: 120_000, describe: () => `the events to be worked\n${installation.output()}` },
      );
      const customers = await sql.select<{ id: number; traits: string }>(
        'SELECT id, traits FROM customers ORDER BY id',
      );
      const expected = customers
        .filter(({ traits }) => {
          const { score } = JSON.parse(traits) as { score: number };
          return score >= 20 && score < 70;
        })
        .map(({ id }) => ({ id, n: 1 }));
      expect(await members()).toEqual(expected);
      expect(sentMeanwhile).toBeGreaterThan(0);
      await installation.kill(worker);
    });
  },
);

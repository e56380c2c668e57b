import { laneOf } from '@parcours/kernel';
import { waitFor } from '@parcours/testing';

import { Installation } from './support/installation.js';

const PEOPLE = 800;
const LANES = 8;
const KILLS = 3;
const HOUR = 3_600_000;
const DAY = 24 * HOUR;

const isMember = (at: number): boolean => at % 10 !== 0;
const isTheirDay = (at: number): boolean => at % 4 !== 0;
const idOf = (at: number): string => `c-${String(at)}`;
const numbers = Array.from({ length: PEOPLE }, (_, at) => at);

/** The triggers' time of day, which was two hours ago and does not come again while this runs. */
const time = new Date(Date.now() - 2 * HOUR).toISOString();
const minute = `${time.slice(0, 16)}:00.000Z`;
const dayOf = (iso: string): string => iso.slice(0, 10);
const laterDay = dayOf(new Date(Date.parse(time) + 30 * DAY).toISOString());

/** Customers as the product writes them, without waiting for events to make them. */
async function addCustomers({ database }: Installation): Promise<void> {
  const columns = ['id', 'lane', 'external_id', 'traits', 'revision', 'created_at', 'updated_at'];
  const rows = numbers.map((at) => {
    const id = idOf(at);
    const traits = JSON.stringify({ club: isMember(at), renewal: isTheirDay(at) ? dayOf(time) : laterDay });
    return [at + 1, laneOf(id, LANES), id, traits, 1, 1, 1];
  });
  await database.sql.insert({ table: 'customers', columns, rows });
}

/** Lets everybody in whom the trigger names, again and again: who is let in twice is seen twice. */
const journey = (name: string, trigger: object) => ({
  name,
  definition: {
    entry: {
      triggers: [{ at: time.slice(11, 16), timezone: 'UTC', ...trigger }],
      reentry: { mode: 'always' },
    },
    start: 'end',
    steps: { end: { type: 'exit', reason: 'completed' } },
  },
});

describe.each(['embedded', 'server'] as const)(
  'an occurrence in the middle of which the process is killed on %s (B2)',
  (profile) => {
    let installation: Installation;
    beforeAll(async () => {
      const settings = { PARCOURS_LANES: String(LANES), PARCOURS_LANE_BATCH: '5' };
      installation = await Installation.start(profile, { settings });
      await addCustomers(installation);
    });
    afterAll(() => installation.dispose());

    /** The process that works, started anew. */
    const start = () => (profile === 'server' ? installation.startWorker() : installation.startApi());

    async function count(table: string, where = '1 = 1'): Promise<number> {
      const [row] = await installation.database.sql.select<{ count: number }>(
        `SELECT COUNT(*) AS count FROM ${table} WHERE ${where}`,
      );
      return row?.count ?? 0;
    }

    const until = (what: string, holds: () => Promise<boolean>, intervalMs = 50) =>
      waitFor(holds, {
        timeoutMs: 90_000,
        intervalMs,
        describe: () => `${what}\n${installation.output()}`,
      });

    async function publish(): Promise<void> {
      const { client } = installation;
      const condition = { trait: 'club', is: true };
      await client.publish('segments', 'club', { name: 'Club', kind: 'dynamic', condition });
      const daily = { type: 'schedule', segment: 'club', rrule: 'FREQ=DAILY' };
      await client.publish('journey-templates', 'daily', journey('Daily', daily));
      const renewal = { type: 'date', trait: 'renewal' };
      await client.publish('journey-templates', 'renewal', journey('Renewal', renewal));
    }

    /** What is stored is what it was a day ago, when the occurrence was everybody's next time. */
    async function goBackADay(): Promise<void> {
      const { sql } = installation.database;
      await sql.run('UPDATE segment_members SET entered_at = entered_at - ? WHERE segment_id < 0', [DAY]);
      await sql.run('DELETE FROM segment_due');
      const rows = numbers.map((at) => [at + 1, laneOf(idOf(at), LANES), Date.parse(minute), at + 1]);
      const columns = ['id', 'lane', 'due_at', 'customer_id'];
      await sql.insert({ table: 'segment_due', columns, rows });
    }

    async function entered(key: string): Promise<{ at: number; times: number }[]> {
      const rows = await installation.database.sql.select<{ customerId: number; times: number }>(
        `SELECT e.customer_id AS customerId, COUNT(*) AS times
         FROM enrollments e JOIN content_items i ON i.id = e.journey_id
         WHERE i.item_key = ? GROUP BY e.customer_id ORDER BY e.customer_id`,
        [key],
      );
      return rows.map(({ customerId, times }) => ({ at: customerId - 1, times }));
    }

    it('lets everybody in whom it concerns, each of them once', async () => {
      const members = numbers.filter(isMember);
      const onTheirDay = numbers.filter(isTheirDay);
      let working = profile === 'server' ? await start() : installation.api;
      await publish();
      await until('the triggers to know whom they concern', async () => {
        const planned = await count('segment_members', 'segment_id < 0');
        return planned === members.length + PEOPLE && (await count('segment_fills', 'is_done = 0')) === 0;
      });
      await installation.kill(working);
      expect(await count('enrollments')).toBe(0);
      await goBackADay();

      const expected = members.length + onTheirDay.length;
      let inTheMiddle = 0;
      for (let kill = 1; kill <= KILLS; kill++) {
        working = await start();
        const share = (expected * kill) / (KILLS + 1);
        await until('the occurrence to be worked', async () => (await count('enrollments')) >= share, 1);
        await installation.kill(working);
        if ((await count('enrollments')) < expected) inTheMiddle += 1;
      }
      await start();
      const isDue = `due_at <= ${String(Date.now())}`;
      await until('nobody to be left', async () => (await count('segment_due', isDue)) === 0);

      const once = (those: readonly number[]) => those.map((at) => ({ at, times: 1 }));
      expect(await entered('daily')).toEqual(once(members));
      expect(await entered('renewal')).toEqual(once(onTheirDay));
      // Kills that never met an occurrence on its way would prove nothing.
      expect(inTheMiddle).toBeGreaterThan(0);
    });
  },
);

import { join } from 'node:path';

import { type SpawnedApp, waitFor } from '@parcours/testing';

import { FakeCrm } from '../e2e/support/fake-crm.js';
import { Installation } from './support/installation.js';

const PEOPLE = 4_000;
const PLUGINS = join(process.cwd(), 'test', 'e2e', 'support', 'plugins');

describe.each(['embedded', 'server'] as const)(
  'a first load of a CRM whose process is killed on %s',
  (profile) => {
    let installation: Installation;
    let crm: FakeCrm;
    /** Who works in the end; the API itself where nobody else does. */
    let survivor: SpawnedApp | undefined;
    beforeAll(async () => {
      crm = await FakeCrm.start();
      installation = await Installation.start(profile, {
        settings: { PARCOURS_PLUGIN_DIRS: PLUGINS, PARCOURS_OUTGOING_ALLOW: '127.0.0.1' },
      });
    });
    afterAll(async () => {
      await installation.dispose();
      await crm.stop();
    });

    const publish = async (type: string, document: object) => {
      const { client } = installation;
      expect((await client.call('PUT', `/${type}/crm`, document)).status).toBe(201);
      expect((await client.call('POST', `/${type}/crm/publish`, {})).status).toBe(200);
    };

    it('is finished by others: nobody is lost, nobody is there twice, nothing is told twice', async () => {
      for (let n = 0; n < PEOPLE; n++) {
        crm.put({
          kind: 'person',
          fields: { email: `p${String(n)}@example.com`, firstname: `n${String(n)}` },
        });
      }
      const { sql } = installation.database;
      await publish('connectors', { name: 'CRM', type: 'relations/relations', config: crm.config });
      await publish('crm-syncs', {
        name: 'CRM',
        connector: 'crm',
        match: { trait: 'email' },
        fields: [
          { trait: 'email', field: 'email', direction: 'both' },
          { trait: 'firstName', field: 'firstname', direction: 'both' },
        ],
        send: {},
      });
      const links = async () => {
        const [row] = await sql.select<{ count: number }>('SELECT COUNT(*) AS count FROM crm_links');
        return row?.count ?? 0;
      };
      let inTheMiddle = 0;
      for (let kill = 1; kill <= 3; kill++) {
        const worker = profile === 'server' ? await installation.startWorker() : undefined;
        await waitFor(async () => (await links()) >= (kill * PEOPLE) / 5, {
          timeoutMs: 120_000,
          intervalMs: 2,
          describe: () => `the load to go on\n${installation.output()}`,
        });
        await installation.kill(worker ?? installation.api);
        if ((await links()) < PEOPLE) inTheMiddle += 1;
        if (!worker) await installation.startApi();
      }
      if (profile === 'server') survivor = await installation.startWorker();
      const status = async () => (await installation.client.call('GET', '/crm-syncs/crm/status')).body;
      const dataOf = (body: unknown) => (body as { data: { lastRunAt: string | null; counts: object } }).data;
      await waitFor(async () => dataOf(await status()).lastRunAt !== null, {
        timeoutMs: 120_000,
        describe: () => `the load to end\n${installation.output()}`,
      });
      const inbox = async () => (await sql.select('SELECT id FROM event_inbox LIMIT 1')).length;
      await waitFor(async () => (await inbox()) === 0, {
        timeoutMs: 120_000,
        describe: 'the inbox to be empty',
      });
      const [customers] = await sql.select(
        `SELECT COUNT(*) AS customers, COUNT(DISTINCT email) AS addresses FROM customers`,
      );
      expect(customers).toEqual({ customers: PEOPLE, addresses: PEOPLE });
      const [events] = await sql.select(`SELECT COUNT(*) AS events FROM events WHERE name = 'crm.synced'`);
      expect(events).toEqual({ events: PEOPLE });
      expect(dataOf(await status()).counts).toMatchObject({ created: PEOPLE, linked: 0, sent: 0 });
      expect(crm.records('person')).toHaveLength(PEOPLE);
      // Kills that never met the load on its way would prove nothing.
      expect(inTheMiddle).toBeGreaterThan(0);
    });

    it('tells the CRM later whom a change was seen of and nobody else, once, whoever dies on the way', async () => {
      const { client, database } = installation;
      const { sql } = database;
      const status = async () => {
        const { body } = await client.call('GET', '/crm-syncs/crm/status');
        return (body as { data: { lastRunAt: string | null; counts: { sent: number } } }).data;
      };
      const after = async (before: string | null) => {
        const ended = async () => {
          const { lastRunAt } = await status();
          return lastRunAt !== null && lastRunAt !== before;
        };
        await waitFor(ended, {
          timeoutMs: 120_000,
          describe: () => `the run to end\n${installation.output()}`,
        });
        return status();
      };
      const inTheCrm = (firstLetter: string) =>
        crm.records('person').filter(({ fields: { firstname } }) => {
          return typeof firstname === 'string' && firstname.startsWith(firstLetter);
        }).length;
      // Everything was long ago; since then some have changed, and some without a time that would tell.
      const [hour, now] = [3_600_000, Date.now()];
      await sql.run('UPDATE customers SET updated_at = updated_at - ?', [hour]);
      await sql.run('UPDATE crm_links SET exchanged_at = exchanged_at - ?', [hour]);
      const rename = `traits = REPLACE(traits, '"firstName":"n', ?)`;
      const seen = await sql.run(
        `UPDATE customers SET ${rename}, updated_at = ? WHERE email LIKE 'p1%' OR email LIKE 'p2%' OR email LIKE 'p3%'`,
        ['"firstName":"seen', now],
      );
      const unseen = await sql.run(`UPDATE customers SET ${rename} WHERE email LIKE 'p4%'`, [
        '"firstName":"unseen',
      ]);
      expect([seen, unseen]).toEqual([3_333, 111]);
      const { lastRunAt } = await status();
      await client.call('POST', '/crm-syncs/crm/run');
      await waitFor(() => Promise.resolve(inTheCrm('s') > 0), { timeoutMs: 120_000, intervalMs: 2 });
      await installation.kill(survivor ?? installation.api);
      if (survivor) await installation.startWorker();
      else await installation.startApi();
      // Whom the CRM took while nobody lived to write it down is read again there, and counts as told by nobody.
      const { sent } = (await after(lastRunAt)).counts;
      expect(sent).toBeLessThanOrEqual(seen);
      expect([inTheCrm('s'), inTheCrm('u'), crm.records('person').length]).toEqual([seen, 0, PEOPLE]);
      // Whoever was missed is found where everybody is looked at.
      const before = (await status()).lastRunAt;
      await client.call('POST', '/crm-syncs/crm/resync');
      expect((await after(before)).counts.sent - sent).toBe(unseen);
      expect([inTheCrm('u'), crm.records('person').length]).toEqual([unseen, PEOPLE]);
    });
  },
);

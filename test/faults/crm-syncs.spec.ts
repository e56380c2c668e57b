import { join } from 'node:path';

import { waitFor } from '@parcours/testing';

import { FakeCrm } from '../e2e/support/fake-crm.js';
import { Installation } from './support/installation.js';

const PEOPLE = 4_000;
const PLUGINS = join(process.cwd(), 'test', 'e2e', 'support', 'plugins');

describe.each(['embedded', 'server'] as const)(
  'a first load of a CRM whose process is killed on %s',
  (profile) => {
    let installation: Installation;
    let crm: FakeCrm;
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
      if (profile === 'server') await installation.startWorker();
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
  },
);

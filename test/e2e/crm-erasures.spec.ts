import { join } from 'node:path';

import { profiles, waitFor } from '@parcours/testing';

import { FakeCrm } from './support/fake-crm.js';
import { type Platform, startPlatform } from './support/platform.js';

const PLUGINS = join(process.cwd(), 'test', 'e2e', 'support', 'plugins');
const NAMES = ['before', 'after', 'refused', 'stays'] as const;

describe.each(profiles)('a person in a CRM whose customer is erased on $name (A7, F5)', (profile) => {
  let platform: Platform;
  let crm: FakeCrm;
  let ids: Record<(typeof NAMES)[number], string>;

  beforeAll(async () => {
    platform = await startPlatform(profile, {
      environment: { PARCOURS_PLUGIN_DIRS: PLUGINS, PARCOURS_OUTGOING_ALLOW: '127.0.0.1' },
    });
    crm = await FakeCrm.start();
    const idOf = (name: string) =>
      crm.put({ kind: 'person', fields: { email: `${name}@example.com`, firstname: name } });
    const [before, after, refused, stays] = NAMES.map(idOf) as [string, string, string, string];
    ids = { before, after, refused, stays };
    await platform.publish('connectors', 'crm', {
      name: 'CRM',
      type: 'relations/relations',
      config: crm.config,
    });
    await publish();
    await waitFor(async () => (await status()).lastRunAt !== null);
    for (const id of Object.values(ids)) {
      await waitFor(async () => (await platform.call('GET', `/customers/crm:${id}`)).status === 200);
    }
  });
  afterAll(async () => {
    await platform.stop();
    await crm.stop();
  });

  const publish = (changes: object = {}) =>
    platform.publish('crm-syncs', 'crm', {
      ...{ name: 'CRM', connector: 'crm', match: { trait: 'email' }, every: '1d' },
      fields: [{ trait: 'firstName', field: 'firstname' }],
      ...changes,
    });
  const status = () => platform.data('GET', '/crm-syncs/crm/status');
  const erase = (id: string) => platform.data('POST', `/customers/crm:${id}/erase`, {});
  const there = () => crm.records('person').map(({ id }) => id);
  /** Until a whole run has ended that began after now. */
  const run = async () => {
    const { lastRunAt } = await status();
    await platform.data('POST', '/crm-syncs/crm/run');
    await waitFor(async () => {
      const now = await status();
      return now.lastRunAt !== lastRunAt && now.state === 'waiting';
    });
    return status();
  };

  it('stays, and is counted, where nothing is said', async () => {
    await erase(ids.before);
    expect(await run()).toMatchObject({ links: { linked: 3, erased: 1 }, counts: { forgotten: 0 } });
    expect(there()).toHaveLength(4);
  });

  it('is deleted where the sync says so, whenever they were erased; one who is refused holds nobody up', async () => {
    await publish({ onErasure: 'forget' });
    crm.unforgettable.add(ids.refused);
    await erase(ids.after);
    await erase(ids.refused);
    const { counts, links, issues, failure } = await run();
    expect([counts.forgotten, links, failure]).toEqual([2, { linked: 1, gone: 0, erased: 1 }, null]);
    expect(issues.latest).toMatchObject([
      { subject: `person/${ids.refused}`, customerId: null, code: 'relations.refused' },
    ]);
    expect(there().sort()).toEqual([ids.refused, ids.stays].sort());
  });

  it('cannot be had deleted by a connector that deletes nobody', async () => {
    await platform.publish('connectors', 'archive', {
      name: 'Archive',
      type: 'relations/archive',
      config: crm.config,
    });
    await platform.data('PUT', '/crm-syncs/archive', {
      ...{ name: 'Archive', connector: 'archive', match: { trait: 'email' }, fields: [] },
      onErasure: 'forget',
    });
    const { status: refused, body } = await platform.call('POST', '/crm-syncs/archive/publish', {});
    expect(refused).toBe(422);
    expect(body.errors).toMatchObject([{ code: 'crm.cannot-forget', pointer: '/onErasure' }]);
  });

  it('is deleted later where the CRM is away, and nobody comes back', async () => {
    crm.unforgettable.clear();
    crm.put({ kind: 'person', id: ids.refused, fields: { firstname: 'Late' } });
    crm.isBusyDeleting = true;
    await platform.data('POST', '/crm-syncs/crm/run');
    await waitFor(async () => (await status()).state === 'failing');
    expect((await status()).failure).toMatchObject({ code: 'relations.unavailable', class: 'temporary' });
    crm.isBusyDeleting = false;
    expect(await run()).toMatchObject({
      counts: { forgotten: 3 },
      links: { linked: 1, erased: 0 },
      issues: { count: 0 },
    });
    expect(there()).toEqual([ids.stays]);
    for (const id of [ids.before, ids.after, ids.refused]) {
      expect((await platform.call('GET', `/customers/crm:${id}`)).status).toBe(404);
    }
  });
});

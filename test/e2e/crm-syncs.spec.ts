import { join } from 'node:path';

import { profiles, waitFor } from '@parcours/testing';

import { FakeCrm } from './support/fake-crm.js';
import { unique } from './support/journeys.js';
import { type Platform, startPlatform } from './support/platform.js';

const PLUGINS = join(process.cwd(), 'test', 'e2e', 'support', 'plugins');

const FIELDS = [
  { trait: 'email', field: 'email', direction: 'both' },
  { trait: 'firstName', field: 'firstname', direction: 'both' },
  { trait: 'score', field: 'score' },
  { trait: 'plan', field: 'plan', direction: 'out' },
];

describe.each(profiles)('CRM syncs on $name (A7, D9)', (profile) => {
  let platform: Platform;
  const crms: FakeCrm[] = [];

  beforeAll(async () => {
    platform = await startPlatform(profile, {
      environment: { PARCOURS_PLUGIN_DIRS: PLUGINS, PARCOURS_OUTGOING_ALLOW: '127.0.0.1' },
    });
  });
  afterAll(async () => {
    await platform.stop();
    await Promise.all(crms.map((crm) => crm.stop()));
  });

  /** A CRM with a sync of its own that runs when it is told to. */
  async function aSync(document: object = {}) {
    const crm = await FakeCrm.start();
    crms.push(crm);
    const key = unique('crm');
    await platform.publish('connectors', key, { name: key, type: 'relations/relations', config: crm.config });
    const publish = (changes: object = {}) =>
      platform.publish('crm-syncs', key, {
        ...{ name: key, connector: key, match: { trait: 'email' }, fields: FIELDS, every: '1d' },
        ...document,
        ...changes,
      });
    const status = () => platform.data('GET', `/crm-syncs/${key}/status`);
    let runs = 0;
    /** Until a whole run has ended that began after now, and what it brought has reached the customers. */
    const run = async (order = 'run') => {
      const before = runs++ === 0 ? null : (await status()).lastRunAt;
      if (before !== null) await platform.data('POST', `/crm-syncs/${key}/${order}`);
      await waitFor(async () => {
        const { lastRunAt, state } = await status();
        return lastRunAt !== null && lastRunAt !== before && state === 'waiting';
      });
      return status();
    };
    const person = (name: string, fields: object = {}) =>
      crm.put({ kind: 'person', fields: { email: `${name}@${key}.example`, firstname: name, ...fields } });
    const traitsOf = async (id: string) =>
      (await platform.call('GET', `/customers/${id}`)).body?.data?.traits;
    const has = (id: string, traits: object) =>
      waitFor(async () => {
        const known = await traitsOf(id);
        return known && Object.entries(traits).every(([name, value]) => known[name] === value);
      });
    const linksOf = (id: string) => platform.data('GET', `/customers/${id}/crm-links`);
    return { crm, key, publish, status, run, person, traitsOf, has, linksOf };
  }

  const events = async (id: string, name: string) => {
    const entries: { name?: string; properties?: unknown }[] = await platform.data(
      'GET',
      `/customers/${encodeURIComponent(id)}/timeline?limit=100`,
    );
    return entries.filter((entry) => JSON.stringify(entry).includes(`"${name}"`));
  };

  it('make customers of people, find those who are there, and keep both in step', async () => {
    const { crm, key, publish, run, person, has, linksOf, status } = await aSync();
    await platform.data('PUT', `/customers/${key}-ada`, { traits: { email: `Ada@${key}.example` } });
    const ada = person('ada', { score: '7' });
    const eve = person('eve');
    await publish();
    expect((await run()).counts).toMatchObject({ created: 1, linked: 1, changed: 0 });
    await has(`${key}-ada`, { firstName: 'ada', score: '7' });
    await has(`${key}:${eve}`, { firstName: 'eve', email: `eve@${key}.example` });
    expect(await linksOf(`${key}-ada`)).toMatchObject([
      { sync: key, connector: key, personId: ada, state: 'linked', agreed: { firstname: 'ada' } },
    ]);
    crm.put({ kind: 'person', id: eve, fields: { firstname: 'Evelyn' } });
    expect((await run()).counts).toMatchObject({ created: 1, linked: 1, changed: 1 });
    await has(`${key}:${eve}`, { firstName: 'Evelyn' });
    expect(await status()).toMatchObject({ failure: null, kinds: [{ kind: 'person', isLoaded: true }] });
  });

  it('read all anew without telling anything twice', async () => {
    const { crm, publish, run, person, has, key } = await aSync();
    const id = person('ada');
    await publish();
    await run();
    await has(`${key}:${id}`, { firstName: 'ada' });
    const before = (await events(`${key}:${id}`, 'crm.synced')).length;
    const { counts, kinds } = await run('resync');
    expect([counts.created, counts.changed, kinds[0].read]).toEqual([1, 0, 1]);
    expect(await events(`${key}:${id}`, 'crm.synced')).toHaveLength(before);
    await publish({ fields: [...FIELDS, { trait: 'note', field: 'note' }] });
    crm.put({ kind: 'person', id, fields: { note: 'Mapped later' } });
    await has(`${key}:${id}`, { note: 'Mapped later' });
  });

  it('send customers, create whom the CRM does not know, and are not told their own changes', async () => {
    const { crm, key, publish, run, person, has } = await aSync({
      send: { segment: 'ours' },
      conflict: 'parcours',
    });
    await platform.publish('segments', 'ours', {
      name: 'Ours',
      kind: 'dynamic',
      condition: { trait: 'plan', exists: true },
    });
    const traits = { email: `new@${key}.example`, firstName: 'New', plan: 'pro' };
    await platform.data('PUT', `/customers/${key}-new`, { traits });
    const known = person('known');
    await waitFor(async () => (await platform.data('GET', '/segments/ours/members')).length > 0);
    await publish();
    expect((await run()).counts).toMatchObject({ created: 1, sent: 1 });
    const made = crm.records('person').find(({ fields }) => fields['email'] === traits.email);
    expect(made?.fields).toEqual({ email: traits.email, firstname: 'New', plan: 'pro' });
    await platform.data('PATCH', `/customers/${key}-new`, { traits: { firstName: 'Newer', score: 5 } });
    expect((await run()).counts).toMatchObject({ sent: 2, changed: 0, conflicts: 0 });
    expect(crm.records('person').find(({ id }) => id === made?.id)?.fields).toMatchObject({
      firstname: 'Newer',
    });
    expect((await run()).counts).toMatchObject({ sent: 2, changed: 0 });
    expect(crm.records('person')).toHaveLength(2);
    await has(`${key}:${known}`, { firstName: 'known' });
  });

  it.each([
    ['crm', 'Theirs', 'Theirs'],
    ['parcours', 'Ours', 'Ours'],
    ['newest', 'Ours', 'Ours'],
  ])('decide by the rule %s what both have changed', async (conflict, here, there) => {
    const { crm, key, publish, run, person, has } = await aSync({ send: {}, conflict });
    const id = person('ada');
    await publish();
    await run();
    await has(`${key}:${id}`, { firstName: 'ada' });
    crm.put({ kind: 'person', id, fields: { firstname: 'Theirs' } });
    await waitFor(() => Promise.resolve(Date.now() > Number(crm.records('person')[0]?.changedAt) + 5));
    await platform.data('PATCH', `/customers/${key}:${id}`, { traits: { firstName: 'Ours' } });
    expect((await run()).counts.conflicts).toBe(1);
    await has(`${key}:${id}`, { firstName: here });
    await run();
    expect(crm.records('person').find((each) => each.id === id)?.fields['firstname']).toBe(there);
    expect((await run()).counts).toMatchObject({ conflicts: 1 });
  });

  it('say which records are not in step, and forget it when they are', async () => {
    const { crm, key, publish, run, person } = await aSync();
    await platform.data('PUT', `/customers/${key}-a`, { traits: { email: `two@${key}.example` } });
    await platform.data('PUT', `/customers/${key}-b`, { traits: { email: `two@${key}.example` } });
    await platform.data('PUT', `/customers/${key}-c`, { traits: { email: `one@${key}.example` } });
    const two = person('two');
    const one = person('one');
    const double = person('one');
    await publish();
    const { issues } = await run();
    expect(
      issues.latest.map(({ subject, code }: { subject: string; code: string }) => [subject, code]).sort(),
    ).toEqual(
      [
        [`person/${two}`, 'crm.customer-ambiguous'],
        [`person/${double}`, 'crm.customer-taken'],
      ].sort(),
    );
    await platform.data('PATCH', `/customers/${key}-b`, { traits: { email: null } });
    crm.put({ kind: 'person', id: two, fields: { firstname: 'Two' } });
    expect((await run()).issues.latest).toMatchObject([
      { subject: `person/${double}`, customerId: `${key}-c` },
    ]);
    expect(one).not.toBe(double);
  });

  it('let go of who is deleted or merged there, and make nobody anew whom they have erased', async () => {
    const { crm, key, publish, run, person, has, linksOf } = await aSync({ send: { newPeople: false } });
    const [gone, from, into, erased] = ['gone', 'from', 'into', 'erased'].map((name) => person(name)) as [
      string,
      string,
      string,
      string,
    ];
    await publish({ newCustomers: true });
    await run();
    for (const id of [gone, from, into, erased]) await has(`${key}:${id}`, {});
    crm.remove('person', gone);
    crm.merge(from, into);
    await platform.data('POST', `/customers/${key}:${erased}/erase`, {});
    crm.put({ kind: 'person', id: erased, fields: { firstname: 'Back' } });
    const { links, counts, issues } = await run();
    expect(links).toEqual({ linked: 1, gone: 2, erased: 1 });
    expect(counts).toMatchObject({ created: 4, deleted: 2, sent: 0 });
    expect(issues.latest).toMatchObject([{ subject: `person/${from}`, code: 'crm.merged-there' }]);
    expect(await linksOf(`${key}:${gone}`)).toMatchObject([{ personId: gone, state: 'gone' }]);
    expect((await platform.call('GET', `/customers/${key}:${erased}`)).status).toBe(404);
    expect(crm.records('person')).toHaveLength(2);
  });

  it('take what fits of a person, and empty nothing there for what does not', async () => {
    const fields = [...FIELDS, { trait: 'age', field: 'note' }];
    const { crm, key, publish, run, person, has } = await aSync({ send: {}, fields });
    await platform.publish('traits', 'age', { name: 'Age', trait: 'age', schema: { type: 'integer' } });
    await platform.data('PUT', `/customers/${key}-ada`, { traits: { email: `ada@${key}.example` } });
    const id = person('ada', { note: 'unknown' });
    await publish();
    expect((await run()).issues.latest).toMatchObject([
      { subject: `person/${id}`, code: 'audience.trait-value' },
    ]);
    await has(`${key}-ada`, { firstName: 'ada' });
    await run();
    expect(crm.records('person').find((each) => each.id === id)?.fields['firstname']).toBe('ada');
    crm.put({ kind: 'person', id, fields: { note: '41' } });
    const { issues } = await run();
    await has(`${key}-ada`, { firstName: 'ada', age: 41 });
    expect(issues.latest).toEqual([]);
  });

  it('know who comes back there', async () => {
    const { crm, key, publish, run, person, has, linksOf } = await aSync();
    await platform.data('PUT', `/customers/${key}-ada`, { traits: { email: `ada@${key}.example` } });
    const id = person('ada');
    await publish();
    await run();
    await has(`${key}-ada`, { firstName: 'ada' });
    crm.remove('person', id);
    await run();
    expect(await linksOf(`${key}-ada`)).toMatchObject([{ personId: id, state: 'gone' }]);
    crm.put({ kind: 'person', id, fields: { email: `ada@${key}.example`, firstname: 'Back' } });
    expect((await run()).counts).toMatchObject({ created: 0 });
    await has(`${key}-ada`, { firstName: 'Back' });
    expect(await linksOf(`${key}-ada`)).toMatchObject([{ personId: id, state: 'linked' }]);
    expect((await platform.call('GET', `/customers/${key}:${id}`)).status).toBe(404);
  });

  it('follow the customer when two are merged here', async () => {
    const { crm, key, publish, run, person, has, linksOf } = await aSync();
    const id = person('ada');
    await publish();
    await run();
    await has(`${key}:${id}`, { firstName: 'ada' });
    await platform.data('PUT', `/customers/${key}-web`, { traits: { plan: 'pro' } });
    await platform.data('POST', '/customers/merge', { from: `${key}:${id}`, into: `${key}-web` });
    expect(await linksOf(`${key}-web`)).toMatchObject([{ personId: id }]);
    crm.put({ kind: 'person', id, fields: { firstname: 'Ada' } });
    await run();
    await has(`${key}-web`, { firstName: 'Ada', plan: 'pro' });
  });

  it('tell of records as events, once each, and keep what they come to as traits', async () => {
    const open = { field: 'status', in: ['open'] };
    const records = [
      {
        kind: 'invoice',
        properties: { amount: 'amount' },
        events: [{ event: 'invoice.due', when: open }],
        traits: [
          { trait: 'openInvoices', is: 'count', where: open },
          { trait: 'owed', is: 'sum', field: 'amount', where: open },
          { trait: 'nextDue', is: 'earliest', field: 'due', where: open },
        ],
      },
      { kind: 'ticket', events: [{ event: 'ticket.opened' }] },
    ];
    const { crm, key, publish, run, person, has } = await aSync({ records });
    const id = person('ada');
    const customer = `${key}:${id}`;
    const invoice = (fields: object, of?: string) =>
      crm.put({ kind: 'invoice', personId: id, fields: { ...fields }, ...(of !== undefined && { id: of }) });
    invoice({ status: 'open', amount: 10.5, due: '2026-05-01' });
    const draft = invoice({ status: 'draft', amount: 5, due: '2026-04-01' });
    await publish();
    expect((await run()).counts).toMatchObject({ events: 0, unmatched: 0 });
    await has(customer, { openInvoices: 1, owed: 10.5, nextDue: '2026-05-01' });
    invoice({ status: 'open' }, draft);
    const stranger = crm.put({ kind: 'ticket', personId: 'person-later', fields: {} });
    expect((await run()).counts).toMatchObject({ events: 1, unmatched: 1 });
    await has(customer, { openInvoices: 2, owed: 15.5, nextDue: '2026-04-01' });
    await waitFor(async () => (await events(customer, 'invoice.due')).length === 1);
    crm.put({ kind: 'person', id: 'person-later', fields: { email: `later@${key}.example` } });
    expect((await run()).counts).toMatchObject({ events: 2 });
    await waitFor(async () => (await events(`${key}:person-later`, 'ticket.opened')).length === 1);
    crm.put({ kind: 'ticket', id: stranger, fields: { title: 'Changed' } });
    invoice({ status: 'paid' }, draft);
    expect((await run()).counts).toMatchObject({ events: 2 });
    await has(customer, { openInvoices: 1, owed: 10.5, nextDue: '2026-05-01' });
  });

  it('go on by themselves when the CRM does, say why they wait, and stop when they are told to', async () => {
    const { crm, key, publish, run, person, status } = await aSync();
    crm.behave('throttle');
    person('ada');
    await publish();
    await waitFor(async () => (await status()).state === 'failing');
    expect((await status()).failure).toMatchObject({
      class: 'throttled',
      code: 'relations.throttled',
      attempt: 1,
    });
    crm.behave('normal');
    await platform.data('POST', `/crm-syncs/${key}/run`);
    expect(await run()).toMatchObject({ failure: null, counts: { created: 1 } });
    expect(await platform.data('POST', `/crm-syncs/${key}/pause`)).toMatchObject({
      state: 'paused',
      nextRunAt: null,
    });
    person('eve');
    await platform.data('POST', `/crm-syncs/${key}/run`);
    expect((await status()).state).toBe('paused');
    await platform.data('POST', `/crm-syncs/${key}/resume`);
    await waitFor(async () => (await status()).counts.created === 2);
    const log = await platform.data('GET', '/audit-log?filter[action][eq]=crm-syncs.paused');
    expect(log).toContainEqual(expect.objectContaining({ subject: { type: 'crm-syncs', key } }));
  });

  it('name the fields that a mapping may name, and refuse what the connector cannot do', async () => {
    const { key } = await aSync();
    const fields = await platform.data('GET', `/connectors/${key}/fields?kind=person`);
    expect(fields).toContainEqual({
      name: 'score',
      label: 'Score',
      type: 'number',
      isWritable: true,
      choices: null,
    });
    const draft = { name: 'X', connector: 'mailbox', match: { trait: 'email' }, fields: [] };
    await platform.data('PUT', `/crm-syncs/${key}-x`, draft);
    const refused = await platform.call('POST', `/crm-syncs/${key}-x/publish`, {});
    expect(JSON.stringify(refused.body)).toContain('crm.connector-without-records');
    await platform.data('PUT', `/crm-syncs/${key}-y`, {
      ...draft,
      connector: key,
      records: [{ kind: 'order' }],
    });
    const unread = await platform.call('POST', `/crm-syncs/${key}-y/publish`, {});
    expect(JSON.stringify(unread.body)).toContain('crm.kind-unread');
    const unpublished = await platform.call('GET', `/crm-syncs/${key}-y/status`);
    expect([unpublished.status, unpublished.body.code]).toEqual([409, 'crm.sync-not-published']);
  });

  it('make events of customers of what the CRM tells by callbacks, once for each id', async () => {
    const { crm, key, publish, run, person, has } = await aSync();
    const id = person('ada');
    await publish();
    await run();
    await has(`${key}:${id}`, { firstName: 'ada' });
    const post = async (told: object[], call: string) => {
      const { headers, rawBody } = crm.callback(told, call);
      const body = Buffer.from(rawBody).toString();
      return (await fetch(`${platform.origin}/hooks/${key}`, { method: 'POST', headers, body })).status;
    };
    const opened = { id: 't-1', name: 'ticket.opened', properties: { source: 'email' } };
    const first = { ...opened, customer: { personId: id }, traits: { tickets: 1 } };
    const byEmail = { ...opened, id: 't-2', customer: { email: `ADA@${key}.example` } };
    const nobody = { ...opened, id: 't-3', customer: { email: 'nobody@example.com' } };
    expect(await post([first, byEmail, nobody], 'one')).toBe(200);
    expect(await post([first, byEmail, nobody], 'one')).toBe(200);
    expect(await post([first], 'two')).toBe(200);
    await has(`${key}:${id}`, { tickets: 1 });
    await waitFor(async () => (await events(`${key}:${id}`, 'ticket.opened')).length === 2);
    expect(await platform.data('GET', `/connectors/${key}/source-events`)).toMatchObject({
      taken: 3,
      unmatched: 1,
    });
  });

  it('are not needed for a connector that only tells', async () => {
    const key = unique('desk');
    await platform.publish('connectors', key, {
      name: key,
      type: 'relations/desk',
      config: { secret: 'a-long-secret' },
    });
    const types: { type: string }[] = await platform.data('GET', '/connector-types');
    expect(types.find(({ type }) => type === 'relations/desk')).toMatchObject({
      channel: null,
      records: null,
      events: { 'ticket.opened': 'A ticket was opened.' },
    });
    const told = [{ id: '1', name: 'ticket.opened', customer: { customerId: `${key}-ada` } }];
    const post = (secret: string) =>
      fetch(`${platform.origin}/hooks/${key}`, {
        method: 'POST',
        headers: { 'x-secret': secret, 'content-type': 'application/json' },
        body: JSON.stringify({ events: told }),
      });
    expect((await post('wrong')).status).toBe(401);
    expect((await post('a-long-secret')).status).toBe(200);
    await waitFor(async () => (await platform.call('GET', `/customers/${key}-ada`)).status === 200);
    expect(await events(`${key}-ada`, 'ticket.opened')).toHaveLength(1);
  });
});

import { join } from 'node:path';

import { firstIdAt, formatInstant, timeOfId } from '@parcours/kernel';
import { profiles, waitFor } from '@parcours/testing';

import { FakeWarehouse } from './support/fake-warehouse.js';
import { JourneyUnderTest, unique } from './support/journeys.js';
import { type Platform, startPlatform } from './support/platform.js';
import { Tables } from './support/tables.js';

const PLUGINS = join(process.cwd(), 'test', 'e2e', 'support', 'plugins');

const DELAY_MS = 500;

describe.each(profiles)('exports into a warehouse on $name (A7)', (profile) => {
  let platform: Platform;
  const warehouses: FakeWarehouse[] = [];

  beforeAll(async () => {
    platform = await startPlatform(profile, {
      environment: {
        ...{ PARCOURS_PLUGIN_DIRS: PLUGINS, PARCOURS_OUTGOING_ALLOW: '127.0.0.1' },
        PARCOURS_EXPORT_DELAY_MS: String(DELAY_MS),
      },
    });
  });
  afterAll(async () => {
    await platform.stop();
    await Promise.all(warehouses.map((warehouse) => warehouse.stop()));
  });

  /** A warehouse with a connector of its own that exports into it. */
  async function anExport({ config = {}, prepare = () => {} }: ExportOptions = {}) {
    const warehouse = await FakeWarehouse.start();
    warehouses.push(warehouse);
    prepare(warehouse);
    const key = unique('warehouse');
    const publish = (changes: object = {}) =>
      platform.publish('connectors', key, {
        ...{ name: key, type: 'warehouse', config: { ...warehouse.config, ...changes } },
      });
    await publish(config);
    const status = () => platform.data('GET', `/connectors/${key}/exports`);
    const has = (customerId: string, ...names: readonly string[]) =>
      waitFor(() => {
        const known = warehouse.eventsOf(customerId).map(({ name }) => name);
        return names.every((name) => known.includes(name));
      });
    return { warehouse, key, publish, status, has };
  }

  const tell = (customerId: string, event: string, more: object = {}) =>
    platform.data('POST', '/events', { event, customerId, ...more });

  it('bring events and entries into journeys, once they are settled, by ids that stay', async () => {
    const ada = unique('ada');
    const journey = await new JourneyUnderTest(platform).publish({
      start: 'end',
      steps: { end: { type: 'exit' } },
    });
    await journey.enter(ada, { properties: { total: 12 }, traits: { email: `${ada}@example.com` } });
    const { warehouse, has, status } = await anExport();
    await tell(ada, 'order.placed', { messageId: `${ada}-1`, occurredAt: '2026-03-02T08:00:00.000Z' });
    await has(ada, journey.event, 'order.placed');
    const placed = warehouse.eventsOf(ada).find(({ name }) => name === 'order.placed');
    expect(placed).toEqual({
      ...{ id: expect.stringMatching(/^\d+$/), at: '2026-03-02T08:00:00.000Z', customerId: ada },
      ...{ name: 'order.placed', messageId: `${ada}-1`, layer: 'behavioural', properties: {} },
      ...{ channel: null, touchpoint: null, device: null, department: null },
      receivedAt: expect.stringMatching(/Z$/),
    });
    expect(JSON.stringify(warehouse.rows('events'))).not.toContain(`${ada}@example.com`);
    const entry = await waitFor(() =>
      warehouse.rows('enrollments').find(({ customerId }) => customerId === ada),
    );
    expect(entry).toMatchObject({ journey: journey.key, version: 1, at: expect.stringMatching(/Z$/) });
    const seen = await waitFor(async () => {
      const now = await status();
      return now.state === 'waiting' && now;
    });
    expect(seen).toMatchObject({ failure: null, streams: [{ stream: 'events' }, { stream: 'enrollments' }] });
    expect(seen.streams[0].rows).toBe(warehouse.rows('events').length);
    expect(warehouse.batches.every(({ rows }) => rows.length >= 1 && rows.length <= 3)).toBe(true);
  });

  it('bring a batch again where it was refused, or its answer was lost', async () => {
    const eve = unique('eve');
    for (const name of ['one', 'two', 'three', 'four']) await tell(eve, `eve.${name}`);
    const refused: FakeWarehouse['refusals'][number][] = [{ status: 500, isKept: true }];
    const { warehouse, has, status } = await anExport({
      prepare: (fresh) => fresh.refusals.push(...refused),
    });
    const failing = await waitFor(async () => {
      const now = await status();
      return now.state === 'failing' && now;
    });
    expect(failing.failure).toMatchObject({
      ...{ stream: 'events', class: 'temporary', code: 'warehouse.refused', attempt: 1 },
      detail: 'It answered 500 to •••.',
    });
    expect(failing.streams[0]).toMatchObject({ rows: 0, upTo: null });
    await has(eve, 'eve.one', 'eve.two', 'eve.three', 'eve.four');
    const [first, again] = warehouse.batches;
    // More may have settled since, and comes along.
    expect(again?.stream).toBe('events');
    expect(again?.rows).toEqual(expect.arrayContaining([...(first?.rows ?? [])]));
    expect(first?.rows.length).toBeGreaterThan(0);
    const ids = warehouse.batches.slice(1).flatMap(({ stream, rows }) => rows.map(({ id }) => stream + id));
    expect(new Set(ids).size).toBe(ids.length);
    await waitFor(async () => (await status()).failure === null);
  });

  it('wait with wrong settings, and go on as soon as others are published', async () => {
    const zoe = unique('zoe');
    await tell(zoe, 'zoe.came');
    const { publish, has, status } = await anExport({ config: { token: 'another-token' } });
    await waitFor(async () => (await status()).failure?.class === 'misconfigured');
    await publish();
    await has(zoe, 'zoe.came');
  });

  it('begin anew when somebody wants it, and leave out who was erased', async () => {
    const [bob, cid] = [unique('bob'), unique('cid')];
    await tell(bob, 'bob.came');
    await tell(cid, 'cid.came');
    const { warehouse, key, has } = await anExport();
    await has(bob, 'bob.came');
    await has(cid, 'cid.came');
    const before = warehouse.batches.length;
    await platform.data('POST', `/customers/${cid}/erase`, {});
    const restarted = await platform.data('POST', `/connectors/${key}/exports/restart`, {});
    expect(restarted.streams).toHaveLength(2);
    const customersAnew = () =>
      warehouse.batches.slice(before).flatMap(({ rows }) => rows.map(({ customerId }) => customerId));
    await waitFor(() => customersAnew().includes(bob));
    await tell(bob, 'bob.left');
    await has(bob, 'bob.left');
    expect(customersAnew()).not.toContain(cid);
    const ids = warehouse.eventsOf(bob).map(({ id }) => id);
    expect(ids).toHaveLength(2);
    const log = await platform.data('GET', '/audit-log?filter[action][eq]=connectors.export-restarted');
    expect(log).toMatchObject([{ subject: { type: 'connectors', key } }]);
  });

  it('bring what was put back from the dead letters long after its turn', async () => {
    const dan = unique('dan');
    await tell(dan, 'dan.came');
    const { has } = await anExport();
    await has(dan, 'dan.came');
    const tables = await Tables.open(platform);
    const id = firstIdAt(Date.now() - 3_600_000);
    const { sql } = tables.database;
    await sql.run(
      `INSERT INTO event_dead_letters (id, lane, kind, customer_key, body, failure, failed_at)
       SELECT ?, lane, 0, ?, ?, 'It could not be worked.', 0 FROM customers WHERE external_id = ?`,
      [id, dan, JSON.stringify({ name: 'dan.late', occurredAt: Date.now(), properties: {} }), dan],
    );
    await tables.close();
    expect(await platform.call('POST', `/dead-letters/${String(id)}/replay`)).toMatchObject({ status: 204 });
    await has(dan, 'dan.late');
  });

  it('hold back what came in behind an event that still waits to be worked', async () => {
    const [fay, gus] = [unique('fay'), unique('gus')];
    await tell(fay, 'fay.came');
    await waitFor(async () => (await platform.call('GET', `/customers/${fay}`)).status === 200);
    const tables = await Tables.open(platform);
    // The last id of its millisecond, and no wake-up: nobody works it.
    const id = firstIdAt(Date.now() + 1) - 1;
    const body = JSON.stringify({ name: 'fay.waits', occurredAt: Date.now(), properties: {} });
    await tables.database.sql.run(
      `INSERT INTO event_inbox (lane, id, kind, customer_key, body)
       SELECT lane, ?, 0, ?, ? FROM customers WHERE external_id = ?`,
      [id, fay, body, fay],
    );
    await tables.close();
    const { warehouse, has, status } = await anExport();
    const held = formatInstant(timeOfId(id));
    await waitFor(async () => (await status()).streams[0].upTo === held);
    await tell(gus, 'gus.came');
    const told = Date.now();
    await waitFor(async () => Date.parse((await status()).nextAt) > told + 2 * DELAY_MS);
    await tell(fay, 'fay.left');
    await has(gus, 'gus.came');
    await has(fay, 'fay.waits', 'fay.left');
    const names = warehouse.batches.flatMap(({ rows }) => rows.map((row) => row['name']));
    expect(names.indexOf('fay.waits')).toBeLessThan(names.indexOf('gus.came'));
  });

  it('are offered by type, and refused for connectors that export nothing', async () => {
    const types: { type: string; exports: string[] }[] = await platform.data('GET', '/connector-types');
    const exportsOf = (name: string) => types.find(({ type }) => type === name)?.exports;
    expect([exportsOf('warehouse'), exportsOf('email-smtp')]).toEqual([['events', 'enrollments'], []]);
    expect(await platform.call('GET', '/connectors/mailbox/exports')).toMatchObject({
      status: 409,
      body: { code: 'insights.not-an-exporter' },
    });
    expect(await platform.call('GET', '/connectors/nowhere/exports')).toMatchObject({ status: 404 });
  });
});

interface ExportOptions {
  readonly config?: object;
  readonly prepare?: (warehouse: FakeWarehouse) => void;
}

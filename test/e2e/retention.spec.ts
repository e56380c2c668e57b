import { firstIdAt } from '@parcours/kernel';
import { profiles, waitFor } from '@parcours/testing';
import { startPlatform } from './support/platform.js';
import type { Platform } from './support/platform.js';
import { Tables } from './support/tables.js';

const DAY_MS = 86_400_000;

describe.each(profiles)('how long events are kept (F10) on $name', (profile) => {
  let platform: Platform;
  let tables: Tables;
  beforeAll(async () => {
    platform = await startPlatform(profile, { environment: { PARCOURS_SWEEP_MS: '100' } });
    tables = await Tables.open(platform);
  });
  afterAll(async () => {
    await tables.close();
    await platform.stop();
  });

  let made = 0;
  const leave = async (name: string, daysAgo: number, count: number) => {
    const at = Date.now() - daysAgo * DAY_MS;
    await tables.database.sql.insert({
      table: 'events',
      columns: ['id', 'lane', 'customer_id', 'name', 'message_id', 'occurred_at', 'properties'],
      rows: Array.from({ length: count }, () => {
        made += 1;
        return [firstIdAt(at) + made, 0, 1, name, null, at, '{}'];
      }),
    });
  };
  const left = async () => {
    const rows = await tables.database.sql.select<{ name: string; count: number }>(
      'SELECT name, COUNT(*) AS count FROM events GROUP BY name ORDER BY name',
    );
    return Object.fromEntries(rows.map(({ name, count }) => [name, count]));
  };
  const becomes = (expected: Readonly<Record<string, number>>) => {
    let seen = {};
    return waitFor(
      async () => {
        seen = await left();
        return JSON.stringify(seen) === JSON.stringify(expected);
      },
      { describe: () => `${JSON.stringify(expected)}, not ${JSON.stringify(seen)}` },
    );
  };

  it('is a rule by name, and one for all others', async () => {
    await leave('click', 40, 4_500);
    await leave('click', 10, 5);
    await leave('order', 80, 7);
    await leave('order', 20, 2);
    await leave('other', 50, 3);
    const put = (event: string, days: number) => platform.call('PUT', `/event-retention/${event}`, { days });
    expect((await put('click', 30)).status).toBe(204);
    await becomes({ click: 5, order: 9, other: 3 });
    await put('order', 60);
    await put('*', 45);
    await becomes({ click: 5, order: 2 });
    const rules = await platform.data('GET', '/event-retention');
    expect(rules.map(({ event, days, deleted }: Record<string, unknown>) => [event, days, deleted])).toEqual([
      ['*', 45, 3],
      ['click', 30, 4_500],
      ['order', 60, 7],
    ]);
    // What a rule has kept falls under the general one when it is taken back.
    await leave('order', 50, 1);
    expect((await platform.call('DELETE', '/event-retention/order')).status).toBe(204);
    await becomes({ click: 5, order: 2 });
  });

  it('cannot be shorter than repeated events are known', async () => {
    const { status, body } = await platform.call('PUT', '/event-retention/click', { days: 6 });
    expect([status, body.errors[0].pointer]).toEqual([400, '/days']);
    const gone = await platform.call('DELETE', '/event-retention/none');
    expect([gone.status, gone.body.code]).toEqual([404, 'events.retention-not-found']);
  });
});

import { ParcoursConfig } from '@parcours/config';
import { Database, dataSourceOptions, openDataSource } from '@parcours/database';
import type { Sql, SqlValue } from '@parcours/database';
import { firstIdAt } from '@parcours/kernel';
import { profiles } from '@parcours/testing';

import { TimelineSources } from '@parcours/events';
import { EventTimeline } from '../../libs/events/src/timeline/event-timeline.source.js';
import { JourneyTimeline } from '../../libs/journeys/src/enrollments/journey-timeline.source.js';
import { MessageTimeline } from '../../libs/messaging/src/outbox/message-timeline.source.js';
import { startPlatform } from './support/platform.js';
import type { Platform } from './support/platform.js';

const START = Date.UTC(2026, 1, 1);
const EVENTS = 6_000;
const MESSAGES = 1_500;
const ENROLLMENTS = 300;
const STEPS = 7;
const OTHERS = 40;

const QUERIES = [
  ['the first page', ''],
  ['one kind', 'filter[kind][eq]=note'],
  ['one name that is rare', 'filter[name][eq]=rare'],
  ['one layer', 'filter[layer][eq]=transactional'],
  ['one channel', 'filter[channel][eq]=email'],
  ['a month', 'filter[at][gte]=2026-02-10T00:00:00Z&filter[at][lt]=2026-02-20T00:00:00Z'],
  ['the earliest first', 'sort=at'],
] as const;

const ENTRIES = [
  {
    what: 'events',
    source: (to: TimelineSources) => {
      new EventTimeline(to, {} as never).onModuleInit();
    },
    ...{ table: 'e', index: 'ix_events_customer', sqliteIndex: undefined },
  },
  {
    what: 'messages',
    source: (to: TimelineSources) => {
      new MessageTimeline(to, {} as never).onModuleInit();
    },
    ...{ table: 'm', index: 'ix_messages_customer', sqliteIndex: undefined },
  },
  // Those of one customer are few enough to be sorted.
  {
    what: 'decisions',
    source: (to: TimelineSources) => {
      const all = new TimelineSources();
      new JourneyTimeline(all, {} as never).onModuleInit();
      to.add(all.byRank(30)!);
    },
    ...{ table: 's', index: 'PRIMARY', sqliteIndex: 'sqlite_autoindex_enrollment_steps_1' },
  },
];

describe.each(profiles)('the timeline of a customer with 10,000 entries (A4) on $name', (profile) => {
  let platform: Platform;
  let database: Database;
  beforeAll(async () => {
    platform = await startPlatform(profile);
    const { database: location } = new ParcoursConfig(platform.environment);
    database = new Database(await openDataSource(await dataSourceOptions(location)));
    await fill(database.sql);
  });
  afterAll(async () => {
    await database.dataSource.destroy();
    await platform.stop();
  });

  const page = async (query: string) => {
    const { status, body } = await platform.call('GET', `/customers/busy/timeline?${query}`);
    expect(status).toBe(200);
    return body;
  };

  it('has them all', async () => {
    const { page: info } = await page('count=true&limit=1');
    expect(info.total).toBe(EVENTS + MESSAGES + ENROLLMENTS * (STEPS + 2));
    expect(info.total).toBeGreaterThanOrEqual(10_000);
  });

  it.each(QUERIES)('gives %s in order, page after page, and nothing twice', async (_what, query) => {
    const seen: { id: string; at: string }[] = [];
    let cursor = '';
    for (let pages = 0; pages < 10; pages++) {
      const { data, page: info } = await page(`${query}${cursor}`);
      seen.push(...data);
      if (info.next === null) break;
      cursor = `&cursor=${info.next}`;
    }
    expect(seen.length).toBeGreaterThan(0);
    expect(new Set(seen.map(({ id }) => id)).size).toBe(seen.length);
    const times = seen.map(({ at }) => at);
    const sorted = [...times].sort();
    expect(times).toEqual(query === 'sort=at' ? sorted : sorted.reverse());
  });

  it.each(ENTRIES)('finds $what by an index, in order', async ({ source, table, index, sqliteIndex }) => {
    for (const direction of ['descending', 'ascending'] as const) {
      const bound = { at: START + 86_400_000, isIncluded: true };
      const sources = new TimelineSources();
      source(sources);
      const { sql } = database;
      const request = { sql, rank: 10, customerId: 1, filter: {}, direction, bound, limit: 51 };
      const part = sources.all()[0]?.select(request);
      const verb = sql.dialect === 'sqlite' ? 'EXPLAIN QUERY PLAN' : 'EXPLAIN';
      const plan = await sql.select<PlanRow>(`${verb} ${part!.text}`, part!.parameters);
      const sorts = plan.filter(
        ({ detail = '', Extra }) => /TEMP B-TREE/.test(detail) || /filesort/.test(Extra ?? ''),
      );
      if (database.isSqlite) {
        const step = plan.find(({ detail }) => new RegExp(`^(SEARCH|SCAN) ${table}\\b`).test(detail ?? ''));
        expect(step?.detail).toMatch(new RegExp(`^SEARCH ${table} USING .*\\b${sqliteIndex ?? index}\\b`));
      } else {
        expect(plan.find((row) => row.table === table)?.key).toBe(index);
      }
      if (index !== 'PRIMARY') expect(sorts).toEqual([]);
    }
  });
});

interface PlanRow {
  readonly table?: string;
  readonly key?: string | null;
  readonly Extra?: string | null;
  readonly detail?: string;
}

async function fill(sql: Sql): Promise<void> {
  const insert = (table: string, rows: readonly Record<string, SqlValue>[]) =>
    sql.insert({ table, columns: Object.keys(rows[0] ?? {}), rows: rows.map((row) => Object.values(row)) });
  const numbers = (count: number) => Array.from({ length: count }, (_, at) => at);
  const minute = (at: number) => START + at * 10 * 60_000;
  const people = ['busy', ...numbers(OTHERS).map((at) => `other-${at}`)];
  await insert(
    'customers',
    people.map((external_id, at) => ({
      ...{
        id: at + 1,
        lane: 0,
        external_id,
        traits: '{}',
        revision: 1,
        created_at: START,
        updated_at: START,
      },
    })),
  );
  const layers = ['visited', 'order.completed', 'moved'];
  for (const [at, who] of people.entries()) {
    const events = who === 'busy' ? EVENTS : 500;
    await insert(
      'events',
      numbers(events).map((n) => {
        const isNote = n % 200 === 7;
        const name = isNote ? 'note.added' : n === 3_000 ? 'rare' : (layers[n % 3] ?? '');
        return {
          ...{ id: firstIdAt(minute(n)) + at, lane: 0, customer_id: at + 1, name, message_id: `m-${n}` },
          ...{ occurred_at: minute(n), properties: JSON.stringify({ text: 'x'.repeat(200), n }) },
          ...{ layer: isNote ? 3 : n % 3, channel: n % 5 === 0 ? 'email' : 'web', breaks_schema: 0 },
        };
      }),
    );
  }
  await insert(
    'messages',
    numbers(MESSAGES).map((n) => ({
      ...{
        id: firstIdAt(minute(n * 4)) + 4_000,
        lane: 0,
        share: 0,
        customer_id: 1,
        enrollment_id: n,
        step: 's',
        visit: n,
      },
      ...{
        channel: 'email',
        connector_id: 1,
        template_version_id: 1,
        status: n % 4,
        attempts: 1,
        maybe_duplicate: 0,
      },
      ...{ reports_outcome: 0, created_at: minute(n * 4) },
    })),
  );
  await insert(
    'enrollments',
    numbers(ENROLLMENTS).map((n) => ({
      ...{
        id: n + 1,
        lane: 0,
        customer_id: 1,
        journey_id: 1,
        version_id: 1,
        entry_key: '',
        is_active: 0,
        visit: STEPS,
      },
      ...{
        context: '{}',
        entered_at: minute(n * 20),
        ended_at: minute(n * 20 + 15),
        end_reason: 'completed',
      },
    })),
  );
  await insert(
    'enrollment_steps',
    numbers(ENROLLMENTS * STEPS).map((n) => {
      const [enrollment, visit] = [Math.floor(n / STEPS), (n % STEPS) + 1];
      return {
        ...{
          enrollment_id: enrollment + 1,
          visit,
          step: 's',
          type: 'wait',
          at: minute(enrollment * 20 + visit),
        },
        ...{ code: 'waited', detail: JSON.stringify({ text: 'x'.repeat(200) }) },
      };
    }),
  );
  for (const table of ['events', 'messages', 'enrollments', 'enrollment_steps']) {
    if (sql.dialect === 'mysql') await sql.select(`ANALYZE TABLE ${table}`);
  }
  if (sql.dialect === 'sqlite') await sql.run('ANALYZE');
}

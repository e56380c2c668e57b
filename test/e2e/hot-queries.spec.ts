import { ParcoursConfig } from '@parcours/config';
import { Database, dataSourceOptions, openDataSource } from '@parcours/database';
import type { Sql, SqlParameter, SqlValue } from '@parcours/database';
import { profiles } from '@parcours/testing';
import type { ProfileSetup } from '@parcours/testing';
import { HOT_QUERIES } from './hot-queries.js';

const LANES = 8;
const CUSTOMERS = 4_000;

interface Statement {
  readonly text: string;
  readonly parameters: readonly SqlParameter[];
}

interface PlanRow {
  readonly table?: string;
  readonly key?: string | null;
  readonly Extra?: string;
  readonly detail?: string;
}

describe.each(profiles)('the hot queries on $name', (profile) => {
  let setup: ProfileSetup;
  let database: Database;
  beforeAll(async () => {
    setup = await profile.prepare();
    const { database: location } = new ParcoursConfig(setup.environment);
    database = new Database(await openDataSource(await dataSourceOptions(location)));
    await fill(database.sql);
  });
  afterAll(async () => {
    await database.dataSource.destroy();
    await setup.dispose();
  });

  it.each(HOT_QUERIES)(
    '$what reads by the index meant for it',
    async ({ ask, table, index, sqliteIndex }) => {
      const statement = await statementOf(database.sql, ask);
      const plan = await explain(database.sql, statement);
      if (database.isSqlite) {
        const step = plan.find(({ detail }) => new RegExp(`^(SEARCH|SCAN) ${table}\\b`).test(detail ?? ''));
        expect(step?.detail).toMatch(
          new RegExp(`^SEARCH ${table} (EXISTS )?USING .*\\b${sqliteIndex ?? index}\\b`),
        );
      } else {
        const step = plan.find((candidate) => candidate.table === table);
        // The smallest entry of an index, looked up while the plan was made.
        const isOptimisedAway = plan.some(({ Extra }) => Extra === 'Select tables optimized away');
        expect(isOptimisedAway ? index : step?.key).toBe(index);
      }
    },
  );
});

/** What a store asks the database, without asking it. */
async function statementOf(real: Sql, ask: (sql: Sql) => Promise<unknown>): Promise<Statement> {
  const statements: Statement[] = [];
  const record = (text: string, parameters: readonly SqlParameter[] = []) =>
    statements.push({ text, parameters });
  await ask({
    dialect: real.dialect,
    forUpdate: real.forUpdate,
    forUpdateSkipLocked: real.forUpdateSkipLocked,
    byIndex: (index) => real.byIndex(index),
    select: async (text, parameters) => {
      record(text, parameters);
      return [];
    },
    run: async (text, parameters) => record(text, parameters),
    insert: async () => 0,
    updateEach: async () => undefined,
  });
  expect(statements).toHaveLength(1);
  return statements[0]!;
}

function explain(sql: Sql, { text, parameters }: Statement): Promise<PlanRow[]> {
  const verb = sql.dialect === 'sqlite' ? 'EXPLAIN QUERY PLAN' : 'EXPLAIN';
  return sql.select<PlanRow>(`${verb} ${text}`, parameters);
}

/** Enough rows, and statistics of them, that an optimiser has a choice. */
async function fill(sql: Sql): Promise<void> {
  const numbers = Array.from({ length: CUSTOMERS }, (_, at) => at + 1);
  const insert = (table: string, row: (at: number) => Record<string, SqlValue>) =>
    sql.insert({ table, columns: Object.keys(row(1)), rows: numbers.map((at) => Object.values(row(at))) });
  const lane = (at: number) => at % LANES;
  await sql.insert({
    table: 'lanes',
    columns: ['lane'],
    rows: numbers.slice(0, LANES).map((at) => [lane(at)]),
  });
  await insert('customers', (at) => ({
    ...{
      id: at,
      lane: lane(at),
      external_id: `c-${at}`,
      traits: '{}',
      revision: 1,
      created_at: at,
      updated_at: at,
    },
  }));
  await insert('event_inbox', (at) => ({
    ...{ lane: lane(at), id: at, kind: 0, customer_key: `c-${at}`, body: '{}' },
  }));
  await insert('events', (at) => ({
    ...{
      id: at,
      lane: lane(at),
      customer_id: at,
      name: 'e',
      message_id: `m-${at}`,
      occurred_at: at,
      properties: '{}',
    },
  }));
  await insert('enrollments', (at) => ({
    ...{ id: at, lane: lane(at), customer_id: at, journey_id: 1, version_id: 1, entry_key: '' },
    ...{ is_active: at % 3 === 0 ? 1 : 0, step: 's', visit: 1, due_at: at % 3 === 0 ? at * 1_000 : null },
    ...{ context: '{}', entered_at: at, ended_at: at % 3 === 0 ? null : at },
  }));
  await insert('messages', (at) => ({
    ...{
      id: at,
      lane: lane(at),
      share: at % 2,
      customer_id: at,
      enrollment_id: at,
      step: 's',
      visit: 1,
      channel: 'email',
    },
    ...{
      connector_id: 7,
      template_version_id: 1,
      status: at % 3 === 0 ? 0 : 2,
      queue_at: at % 3 === 0 ? at * 1_000 : null,
    },
    ...{ attempts: 0, maybe_duplicate: 0, reports_outcome: 0, created_at: at },
  }));
  await insert('outside_calls', (at) => ({
    ...{ id: at, lane: lane(at), customer_id: at, enrollment_id: at, step: 's', visit: 1 },
    ...{ target: at % 2 === 0 ? 'host-a' : 'host-b', status: at % 3 === 0 ? 0 : 2, attempts: 0 },
    ...{ queue_at: at % 3 === 0 ? at * 1_000 : null, maybe_duplicate: 0, created_at: at },
  }));
  await insert('content_review_plans', (at) => ({
    ...{
      item_id: at,
      cadence: 'P1M',
      due_at: at * 1_000,
      notify_at: at % 3 === 0 ? at * 1_000 : null,
      revision: 1,
    },
  }));
  await insert('suppressions', (at) => ({
    ...{ id: at, channel: 'email', address: `a-${at}@example.com`, reason: 'manual', note: null },
    ...{ revision: 1, created_at: at, expires_at: null },
  }));
  await insert('segment_members', (at) => ({
    ...{ customer_id: at, segment_id: 7, lane: lane(at), entered_at: at },
  }));
  await insert('segment_due', (at) => ({ id: at, lane: lane(at), due_at: at * 1_000, customer_id: at }));
  await insert('webhook_endpoints', (at) => ({ item_id: at, secrets: '[]' }));
  await insert('webhook_events', (at) => ({
    ...{ id: at, type: 'e', data: '{}', at, is_pending: at % 50 === 0 ? 1 : 0 },
  }));
  await insert('webhook_deliveries', (at) => ({
    ...{ id: at, item_id: at % 10, event_id: at, event_type: 'e', status: at % 3 === 0 ? 'waiting' : 'dead' },
    ...{
      queue_at: at % 3 === 0 ? at * 1_000 : null,
      give_up_at: at,
      attempts: 1,
      attempt_log: '[]',
      created_at: at,
    },
  }));
  const tables = [
    ...['suppressions', 'customers', 'event_inbox', 'events', 'enrollments', 'messages'],
    ...['segment_members', 'segment_due', 'outside_calls'],
    ...['content_review_plans', 'webhook_endpoints', 'webhook_events', 'webhook_deliveries'],
  ];
  for (const table of tables) {
    if (sql.dialect === 'mysql') await sql.select(`ANALYZE TABLE ${table}`);
  }
  if (sql.dialect === 'sqlite') await sql.run('ANALYZE');
}

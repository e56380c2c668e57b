import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { ParcoursConfig } from '@parcours/config';
import { Database, dataSourceOptions, openDataSource } from '@parcours/database';
import type { SqlParameter } from '@parcours/database';
import { selectPage } from '@parcours/http';
import { profiles } from '@parcours/testing';
import type { ProfileSetup } from '@parcours/testing';
import fc from 'fast-check';
import { CUSTOMERS_ALONE, parseCustomerQuery } from '../../libs/audience/src/customers/customer-list.js';
import { newCustomer } from '../../libs/audience/src/customers/customer.js';
import { CustomerStore } from '../../libs/audience/src/customers/customer.store.js';
import type { Pseudonyms } from '../../libs/audience/src/privacy/pseudonyms.service.js';
import { TombstoneStore } from '../../libs/audience/src/privacy/tombstone.store.js';
import { TraitIndexStore, type TraitIndex } from '../../libs/audience/src/traits/trait-index.store.js';

const CUSTOMERS = 20_000;
const INDEXES: readonly TraitIndex[] = [
  { slot: 1, trait: 'address.city', kind: 'text', isReady: true },
  { slot: 2, trait: 'age', kind: 'number', isReady: true },
  { slot: 3, trait: 'vip', kind: 'boolean', isReady: true },
];

interface PlanRow {
  readonly key?: string | null;
  readonly table?: string;
  /** A text on some servers. */
  readonly rows?: number | string | null;
  readonly detail?: string;
}

describe.each(profiles)('customers found by what is known of them, on $name', (profile) => {
  let setup: ProfileSetup;
  let database: Database;
  const customers = new CustomerStore(new TombstoneStore({} as Pseudonyms));

  beforeAll(async () => {
    setup = await profile.prepare();
    const { database: location } = new ParcoursConfig(setup.environment);
    database = new Database(await openDataSource(await dataSourceOptions(location)));
    const store = new TraitIndexStore(database);
    for (const index of INDEXES) await store.build(database.sql, index);
    await fill(database, customers);
  });
  afterAll(async () => {
    await database.dataSource.destroy();
    await setup.dispose();
  });

  async function planOf(query: Record<string, string>): Promise<PlanRow[]> {
    const statements: [string, readonly SqlParameter[]][] = [];
    await selectPage(
      {
        dialect: database.sql.dialect,
        select: async (text: string, parameters: readonly SqlParameter[] = []) => {
          statements.push([text, parameters]);
          return [];
        },
      },
      {
        query: parseCustomerQuery(query, INDEXES),
        columns: 'c.id',
        from: 'customers c',
        where: CUSTOMERS_ALONE,
      },
    );
    const [[text, parameters] = ['', []]] = statements;
    const verb = database.sql.dialect === 'sqlite' ? 'EXPLAIN QUERY PLAN' : 'EXPLAIN';
    return database.sql.select<PlanRow>(`${verb} ${text}`, parameters);
  }

  it.each([
    ['a text', { 'filter[traits.address.city][eq]': 'city-7' }, 'ix_customers_trait_1'],
    ['the beginning of a text', { 'filter[traits.address.city][starts]': 'city-77' }, 'ix_customers_trait_1'],
    ['a number', { 'filter[traits.age][eq]': '17' }, 'ix_customers_trait_2'],
    ['a range', { 'filter[traits.age][gte]': '19995' }, 'ix_customers_trait_2'],
    ['an email', { 'filter[email][eq]': 'c-17@example.com' }, 'ix_customers_email'],
    ['a further email', { 'filter[email][eq]': 'other-17@example.com' }, 'customer_addresses'],
    ['a phone number', { 'filter[phone][eq]': '+33600000017' }, 'ix_customers_phone'],
    ['a tag', { 'filter[tag][eq]': 'rare' }, 'customer_tags'],
    ['an id', { 'filter[id][starts]': 'c-17' }, 'external_id|sqlite_autoindex_customers_1'],
  ])('are found by %s with the help of an index', async (_what, query, index) => {
    const plan = await planOf(query);
    const told = JSON.stringify(plan);
    expect(told).toMatch(new RegExp(index));
    if (database.isSqlite) {
      expect(
        plan.filter(({ detail }) => /^SCAN (c|customers|customer_\w+)\b(?! USING)/.test(detail ?? '')),
      ).toEqual([]);
    } else {
      const looked = plan.reduce((sum, { rows }) => sum + Number(rows ?? 0), 0);
      expect(looked).toBeLessThan(CUSTOMERS / 10);
    }
  });

  it('have any value in a trait that JSON can hold, and are found by it where an index can (property)', async () => {
    const text = fc.string({ unit: 'grapheme', maxLength: 120 }).filter((value) => !value.includes('\0'));
    const value = fc.oneof(
      text,
      fc.integer(),
      fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e9, max: 1e9 }),
      fc.boolean(),
      fc.constant(null),
      fc.array(fc.integer()),
      fc.record({ inner: text }),
    );
    let id = 1_000_000_000;
    await fc.assert(
      fc.asyncProperty(value, value, async (city, age) => {
        id += 1;
        const customer = {
          ...newCustomer({ id, lane: 0, externalId: `any-${id}`, now: 1 }),
          traits: { address: { city }, age },
        };
        await customers.add(database.sql, [customer]);
        const [row] = await database.sql.select<{ trait_1: unknown; trait_2: unknown }>(
          'SELECT trait_1, trait_2 FROM customers WHERE id = ?',
          [id],
        );
        expect(row?.trait_1).toBe(typeof city === 'string' && Array.from(city).length <= 100 ? city : null);
        if (typeof age === 'number') expect(Number(row?.trait_2)).toBeCloseTo(age, 6);
        else expect(row?.trait_2).toBeNull();
      }),
      { numRuns: 400 },
    );
  });

  it('are written even where the database cannot read their traits', async () => {
    // What was taken in before such values were refused: half of a character, and more levels than MariaDB reads.
    const deep = JSON.parse('{"a":'.repeat(60) + '1' + '}'.repeat(60));
    for (const [at, traits] of [
      { age: 5, name: '\ud800' },
      { age: 5, deep },
    ].entries()) {
      const customer = {
        ...newCustomer({ id: 2_000_000_000 + at, lane: 0, externalId: `odd-${at}`, now: 1 }),
        traits,
      };
      await customers.add(database.sql, [customer]);
      await customers.save(database.sql, [{ ...customer, traits: { ...traits, age: 6 } }]);
    }
    const [found] = await customers.findByExternalIds(database.sql, ['odd-0']);
    expect(found?.traits['age']).toBe(6);
  });

  it('belong to tables that somebody answers for when customers merge or go', async () => {
    const text = database.isSqlite
      ? `SELECT m.name AS name FROM sqlite_master m JOIN pragma_table_info(m.name) p
         WHERE m.type = 'table' AND p.name IN ('customer_id', 'customer_key')`
      : `SELECT DISTINCT table_name AS name FROM information_schema.columns
         WHERE table_schema = DATABASE() AND column_name IN ('customer_id', 'customer_key')`;
    const tables = (await database.sql.select<{ name: string }>(text)).map(({ name }) => name);
    const answered = new Set(await holdingTables());
    expect(tables.length).toBeGreaterThanOrEqual(7);
    expect(tables.filter((name) => !answered.has(name))).toEqual([]);
  });
});

/** The tables of every holding that there is, by the names of their files. */
async function holdingTables(): Promise<string[]> {
  const libs = join(import.meta.dirname, '../../libs');
  const files = readdirSync(libs).flatMap((lib) =>
    readdirSync(join(libs, lib, 'src'), { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('-holding.ts'))
      .map((file) => join(libs, lib, 'src', file)),
  );
  const modules = await Promise.all(files.map((file) => import(file)));
  return modules.flatMap((module) =>
    Object.values(module).flatMap((holding) => [...new (holding as new () => { tables: string[] })().tables]),
  );
}

async function fill(database: Database, customers: CustomerStore): Promise<void> {
  const { sql } = database;
  const made = Array.from({ length: CUSTOMERS }, (_, at) => ({
    ...newCustomer({ id: at + 1, lane: at % 8, externalId: `c-${at}`, now: at }),
    traits: {
      email: `c-${at}@example.com`,
      phone: `+336${String(at).padStart(8, '0')}`,
      address: { city: `city-${at % 2_000}` },
      age: at,
      vip: at % 2 === 0,
    },
  }));
  for (let from = 0; from < CUSTOMERS; from += 1_000)
    await customers.add(sql, made.slice(from, from + 1_000));
  await sql.insert({
    table: 'customer_addresses',
    columns: ['address', 'customer_id', 'lane'],
    rows: made.map(({ id }) => [`other-${id}@example.com`, id, 0]),
  });
  await sql.insert({
    table: 'customer_tags',
    columns: ['tag', 'customer_id', 'lane'],
    rows: made.map(({ id }) => [id % 5_000 === 0 ? 'rare' : 'usual', id, 0]),
  });
  if (database.isSqlite) await sql.run('ANALYZE');
  else
    for (const table of ['customers', 'customer_addresses', 'customer_tags'])
      await sql.select(`ANALYZE TABLE ${table}`);
}

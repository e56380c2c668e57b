import { compileCondition, conditionSql, dueSql, raw } from '@parcours/conditions';
import type { Condition, ConditionScope, SqlContext } from '@parcours/conditions';
import { ParcoursConfig } from '@parcours/config';
import { Database, dataSourceOptions, openDataSource } from '@parcours/database';
import type { Sql, SqlValue } from '@parcours/database';
import { profiles } from '@parcours/testing';
import type { ProfileSetup } from '@parcours/testing';
import fc from 'fast-check';
import {
  consentOf,
  factsOf,
  JOURNEYS,
  NOW,
  PERSONAS,
  preferenceOf,
  randomCondition,
  type RandomCustomer,
  randomCustomer,
  SEGMENTS,
  TEMPLATES,
} from './support/random-audience.js';

const CUSTOMERS = 250;
const CONDITIONS = 400;
const SEED = Number(process.env['CONDITION_SEED'] ?? 20_260_301);

interface Answer {
  readonly id: number;
  readonly answer: number | null;
}

interface Due {
  readonly id: number;
  readonly at: number | null;
  readonly unsure: number;
}

describe.each(profiles)('a condition in SQL on $name', (profile) => {
  let setup: ProfileSetup;
  let database: Database;
  let customers: readonly RandomCustomer[];
  beforeAll(async () => {
    setup = await profile.prepare();
    const { database: location } = new ParcoursConfig(setup.environment);
    database = new Database(await openDataSource(await dataSourceOptions(location)));
    customers = fc.sample(randomCustomer, { numRuns: CUSTOMERS, seed: SEED });
    await fill(database.sql, customers);
  });
  afterAll(async () => {
    await database.dataSource.destroy();
    await setup.dispose();
  });

  const scopes = (): ConditionScope[] =>
    customers.map((customer) => ({
      traits: customer.traits,
      context: {},
      facts: factsOf(customer),
      consent: consentOf(customer),
      preferred: preferenceOf(customer),
      now: NOW,
    }));
  const context = (): SqlContext => contextOf(database.sql);

  const answersOf = async (condition: Condition): Promise<readonly (number | null)[]> => {
    const { text, parameters } = conditionSql(condition, context());
    const rows = await database.sql.select<Answer>(
      `SELECT c.id AS id, (${text}) AS answer FROM customers c ORDER BY c.id`,
      parameters,
    );
    return rows.map(({ answer }) => answer);
  };

  it('says the same as its closure, of tens of thousands of random pairs, or says that it cannot tell', async () => {
    const conditions = fc.sample(randomCondition, { numRuns: CONDITIONS, seed: SEED });
    const all = scopes();
    let told = 0;
    let untold = 0;
    for (const condition of conditions) {
      const { holds } = compileCondition(condition);
      const answers = await answersOf(condition);
      const { asks } = conditionSql(condition, context());
      answers.forEach((answer, at) => {
        if (answer === null) {
          untold++;
          if (!asks) throw new Error(`unsure without saying so: ${JSON.stringify(condition)}`);
          return;
        }
        told++;
        const expected = holds(all[at]!);
        if (expected === (answer === 1)) return;
        const { traits, events } = customers[at]!;
        throw new Error(
          `SQL says ${answer}: ${JSON.stringify(condition)} of ${JSON.stringify({ traits, events })}`,
        );
      });
    }
    expect(told).toBeGreaterThan(50_000);
    expect(untold / (told + untold)).toBeLessThan(0.1);
  });

  it('never looks again later than the closure would', async () => {
    const conditions = fc.sample(randomCondition, { numRuns: CONDITIONS, seed: SEED + 1 });
    const all = scopes();
    let timed = 0;
    for (const condition of conditions) {
      const { flipsAt } = compileCondition(condition);
      const due = dueSql(condition, context());
      // SQL may prepare for more than the closure does, which knows what decides.
      if (!flipsAt) continue;
      if (!due) {
        expect(all.map(flipsAt)).toEqual(all.map(() => Infinity));
        continue;
      }
      const rows = await database.sql.select<Due>(
        `SELECT c.id AS id, (${due.at.text}) AS at, (${due.unsure.text}) AS unsure FROM customers c ORDER BY c.id`,
        [...due.at.parameters, ...due.unsure.parameters],
      );
      rows.forEach(({ at, unsure }, index) => {
        const flip = flipsAt(all[index]!);
        if (flip === Infinity || unsure === 1) return;
        timed++;
        if (at !== null && at > NOW && at <= flip) return;
        throw new Error(
          `due ${at}, not by ${flip}: ${JSON.stringify(condition)} of ${JSON.stringify(customers[index])}`,
        );
      });
    }
    expect(timed).toBeGreaterThan(500);
  });

  it.each<Condition>([
    { trait: 'plan', is: 'pro' },
    { trait: 'age', gte: 3, lt: 6 },
    { trait: 'list', contains: 'a' },
    { event: 'order', count: { gte: 2 }, within: '30d' },
    { event: 'order', sum: { of: 'amount', gte: 3 }, where: { property: 'amount', gt: 0, lt: 100 } },
    { not: { segment: 'vip' } },
    { consent: { channel: 'email', topic: 'news', is: 'granted' } },
    { preferred: 'sms' },
  ])('is answered by SQL alone for %j', async (condition) => {
    expect(conditionSql(condition, context()).asks && (await answersOf(condition)).includes(null)).toBe(
      false,
    );
  });

  it('asks the closure for a pattern, of texts alone', async () => {
    const answers = await answersOf({ trait: 'plan', matches: '^p' });
    const isText = customers.map(({ traits: { plan } }) => typeof plan === 'string');
    expect(answers.map((answer) => answer === null)).toEqual(isText);
  });
});

describe('time alone', () => {
  it('changes no answer before the moment that the condition names', () => {
    const customers = fc.sample(randomCustomer, { numRuns: 150, seed: SEED + 2 });
    const conditions = fc.sample(randomCondition, { numRuns: 300, seed: SEED + 2 });
    let flips = 0;
    for (const condition of conditions) {
      const { holds, flipsAt } = compileCondition(condition);
      for (const { traits, consent, facts } of customers.map((each) => ({
        traits: each.traits,
        consent: consentOf(each),
        facts: factsOf(each),
      }))) {
        const at = (now: number): ConditionScope => ({ traits, consent, context: {}, facts, now });
        const flip = flipsAt?.(at(NOW)) ?? Infinity;
        const last = Math.min(flip, NOW + 500 * 86_400_000) - 1;
        if (flip !== Infinity && holds(at(flip)) !== holds(at(NOW))) flips++;
        const steps = [1, 0.5, 0.1, 0.01, 0.001].map((share) => NOW + Math.ceil((last - NOW) * share));
        if (flip > NOW && steps.every((now) => holds(at(now)) === holds(at(NOW)))) continue;
        throw new Error(`${JSON.stringify(condition)} flips before ${flip}, for ${JSON.stringify(traits)}`);
      }
    }
    expect(flips).toBeGreaterThan(500);
  });
});

function contextOf({ dialect }: Sql): SqlContext {
  const numberIn = (numbers: Readonly<Record<string, number>>, key: string) =>
    Object.hasOwn(numbers, key) ? numbers[key] : undefined;
  return {
    dialect,
    now: NOW,
    traits: raw('c.traits'),
    profile: raw('c.test_profile'),
    numbers: {
      group: (kind, key) => numberIn(kind === 'segment' ? SEGMENTS : PERSONAS, key),
      journey: (key) => numberIn(JOURNEYS, key),
      template: (key) => numberIn(TEMPLATES, key),
    },
  };
}

/** The customers and all that belongs to them, as the product writes it. */
async function fill(sql: Sql, customers: readonly RandomCustomer[]): Promise<void> {
  await sql.run('ALTER TABLE customers ADD COLUMN test_profile TEXT NULL');
  let id = 10_000;
  const insert = async (table: string, rows: readonly Record<string, SqlValue>[]) => {
    const [first] = rows;
    if (first)
      await sql.insert({ table, columns: Object.keys(first), rows: rows.map((row) => Object.values(row)) });
  };
  const each = <T>(of: (customer: RandomCustomer, customerId: number) => readonly T[]): T[] =>
    customers.flatMap((customer, at) => of(customer, at + 1));
  await insert(
    'customers',
    each(({ traits, tags, consents, preferred }, customerId) => [
      {
        id: customerId,
        lane: 0,
        external_id: `c-${customerId}`,
        traits: JSON.stringify(traits),
        revision: 1,
        created_at: 1,
        updated_at: 1,
        test_profile:
          tags.length + Object.keys(consents).length === 0 && preferred === null
            ? null
            : JSON.stringify({ tags, consents, ...(preferred !== null && { channels: { preferred } }) }),
      },
    ]),
  );
  await insert(
    'events',
    each(({ events }, customer_id) =>
      events.map(({ name, occurredAt, properties }) => ({
        id: id++,
        lane: 0,
        customer_id,
        name,
        message_id: null,
        occurred_at: occurredAt,
        properties: JSON.stringify(properties),
      })),
    ),
  );
  await insert(
    'content_versions',
    Object.values(TEMPLATES).map((item_id) => ({
      ...{ id: item_id + 1_000, item_id, number: 1, document: '{}' },
      ...VERSION_REST,
    })),
  );
  await insert(
    'messages',
    each(({ messages }, customer_id) =>
      messages.map(({ template, status, at }) => ({
        ...{
          id: id++,
          lane: 0,
          share: 0,
          customer_id,
          enrollment_id: id,
          step: 's',
          visit: 1,
          channel: 'email',
        },
        ...{ connector_id: 1, template_version_id: TEMPLATES[template] + 1_000, status, queue_at: null },
        ...{ attempts: 1, maybe_duplicate: 0, reports_outcome: 0, created_at: at },
        finished_at: status >= 2 ? at : null,
      })),
    ),
  );
  const passages = each(({ enrollments }, customer_id) =>
    enrollments.map((passage) => ({ ...passage, customer_id, id: id++ })),
  );
  await insert(
    'enrollment_goals',
    passages.flatMap(({ id: enrollment_id, customer_id, journey, goals }) =>
      goals.map((goal) => ({
        ...{ enrollment_id, goal, journey_id: JOURNEYS[journey], version_id: 1, customer_id, reached_at: 1 },
      })),
    ),
  );
  await insert(
    'enrollments',
    passages.map(({ id, customer_id, journey, endReason }) => ({
      ...{ id, lane: 0, customer_id, journey_id: JOURNEYS[journey], version_id: 1, entry_key: '' },
      ...{ is_active: endReason === null ? 1 : 0, step: null, visit: 1, due_at: null, context: '{}' },
      ...{ entered_at: 1, ended_at: endReason === null ? null : 2, end_reason: endReason },
    })),
  );
  await insert(
    'segment_members',
    each(({ segments, personas }, customer_id) =>
      [...segments.map((key) => SEGMENTS[key]), ...personas.map((key) => PERSONAS[key])].map(
        (segment_id) => ({
          ...{ customer_id, segment_id, lane: 0, entered_at: 1 },
        }),
      ),
    ),
  );
}

/** What else a version has to have; nobody reads it here. */
const VERSION_REST = { note: null, published_at: 1, published_by: 'test' };

import { waitFor } from '@parcours/testing';
import { publishOneWait } from './support/content.js';
import { Installation } from './support/installation.js';
import { progressOf } from './support/progress.js';

const PEOPLE = 600;
const KILLS = 5;
const BATCH = 100;
const SENT = 2;

const numbers = (from: number, to: number) => Array.from({ length: to - from }, (_, at) => from + at);
const device = (at: number) => `device-${at}`;
const person = (at: number) => `person-${at}`;
const former = (at: number) => `former-${at}`;

const FORMER = numbers(0, PEOPLE).filter((at) => at % 3 === 0);

interface Customer {
  readonly id: number;
  readonly external_id: string;
  readonly merged_into: number | null;
}

/**
 * Everybody comes anonymously, enters a journey that waits, buys, and is identified by it; every third was a customer under
 * another id already, whom an operator merges. All of that at once, while the worker is killed again and again.
 */
describe('a worker that is killed while hundreds of customers become one with others', () => {
  let installation: Installation;
  const refusals: string[] = [];

  beforeAll(async () => {
    installation = await Installation.start('server', { settings: { PARCOURS_LANE_BATCH: '50' } });
    await publishOneWait(installation, '2s');
  });
  afterAll(() => installation.dispose());

  async function untilTaken(method: string, path: string, body: unknown): Promise<void> {
    await waitFor(
      async () => {
        const { status, body: answer } = await installation.client.call(method, path, body);
        if (status >= 400 && status < 500) refusals.push(`${path} ${JSON.stringify(answer)}`);
        return status > 0 && status < 500;
      },
      { timeoutMs: 60_000, intervalMs: 50, describe: `an answer to ${path}` },
    );
  }

  const sendAll = async (eventOf: (at: number) => object) => {
    for (let from = 0; from < PEOPLE; from += BATCH) {
      await untilTaken('POST', '/events', numbers(from, from + BATCH).map(eventOf));
    }
  };

  async function live(): Promise<void> {
    await someAtATime(FORMER, (at) =>
      untilTaken('PUT', `/customers/${former(at)}`, { traits: { former: at } }),
    );
    await sendAll((at) => ({
      event: 'account.created',
      anonymousId: device(at),
      messageId: `enter-${at}`,
      traits: { email: `p-${at}@example.com`, first_name: `Ada ${at}` },
    }));
    const identified = sendAll((at) => ({
      event: 'order.completed',
      customerId: person(at),
      anonymousId: device(at),
      messageId: `order-${at}`,
      traits: { [`order_${at}`]: true },
    }));
    const merged = someAtATime(FORMER, (at) =>
      waitFor(
        async () => {
          const body = { from: former(at), into: person(at) };
          const { status } = await installation.client.call('POST', '/customers/merge', body);
          return status === 200;
        },
        { timeoutMs: 150_000, intervalMs: 100, describe: `${former(at)} to become ${person(at)}` },
      ),
    );
    await Promise.all([identified, merged]);
    await sendAll((at) => ({ event: 'seen.again', anonymousId: device(at), messageId: `again-${at}` }));
  }

  it('loses and doubles no enrollment, no event, no message and no customer', async () => {
    const state = { isLiving: true };
    const life = live().finally(() => {
      state.isLiving = false;
    });
    let killedAtWork = 0;
    for (let kill = 0; kill < KILLS && state.isLiving; kill++) {
      const worker = await installation.startWorker();
      const before = await handled();
      await waitFor(async () => (await handled()) > before + 60 || !state.isLiving, {
        timeoutMs: 60_000,
        intervalMs: 20,
        describe: 'the worker to be at work',
      });
      await installation.kill(worker);
      if ((await waiting()) > 0) killedAtWork += 1;
    }
    await installation.startWorker();
    await life;
    await rest();
    expect(refusals).toEqual([]);
    expect(await breaches()).toEqual([]);
    expect(killedAtWork).toBeGreaterThanOrEqual(3);
  });

  const count = async (text: string): Promise<number> => {
    const [row] = await installation.database.sql.select<{ n: number }>(text);
    return row?.n ?? 0;
  };
  const handled = () =>
    count('SELECT (SELECT COUNT(*) FROM events) + (SELECT COUNT(*) FROM customer_merges) AS n');
  const waiting = () =>
    count('SELECT (SELECT COUNT(*) FROM event_inbox) + (SELECT COUNT(*) FROM identity_links) AS n');

  async function rest(): Promise<void> {
    await waitFor(
      async () => {
        const { inbox, started, ended, unsent } = await progressOf(installation.database);
        const links = await count('SELECT COUNT(*) AS n FROM identity_links');
        return links === 0 && inbox === 0 && unsent === 0 && started > 0 && ended === started;
      },
      {
        timeoutMs: 90_000,
        intervalMs: 200,
        describe: () => `everything to come to rest\n${installation.output()}`,
      },
    );
  }

  async function breaches(): Promise<string[]> {
    const { sql } = installation.database;
    const found: string[] = [];
    const customers = await sql.select<Customer>('SELECT id, external_id, merged_into FROM customers');
    const byKey = new Map(customers.map((customer) => [customer.external_id, customer]));
    const people = customers.filter(({ merged_into: into }) => into === null);
    if (people.length !== PEOPLE) found.push(`${people.length} people, not ${PEOPLE}`);
    const endOf = (key: string) => byKey.get(key)?.merged_into ?? byKey.get(key)?.id;
    for (const at of numbers(0, PEOPLE)) {
      const id = byKey.get(person(at))?.id;
      if (id === undefined || endOf(device(at)) !== id) found.push(`${device(at)} leads elsewhere`);
      if (FORMER.includes(at) && endOf(former(at)) !== id) found.push(`${former(at)} leads elsewhere`);
    }
    const enrollments = await sql.select<{
      customer_id: number;
      end_reason: string;
      n: number;
      sent: number;
    }>(
      `SELECT e.customer_id, MIN(e.end_reason) AS end_reason, COUNT(*) AS n,
         (SELECT COUNT(*) FROM messages m WHERE m.customer_id = e.customer_id AND m.status = ${SENT}) AS sent
       FROM enrollments e GROUP BY e.customer_id`,
    );
    if (enrollments.length !== PEOPLE)
      found.push(`${enrollments.length} people were enrolled, not ${PEOPLE}`);
    for (const { customer_id: id, end_reason: reason, n, sent } of enrollments) {
      if (n !== 1 || reason !== 'completed' || sent !== 1) {
        found.push(
          `customer ${id} was enrolled ${n} times, ended as ${reason}, and was sent ${sent} messages`,
        );
      }
    }
    const events = await sql.select<{ n: number; kept: number }>(
      `SELECT COUNT(*) AS kept, COUNT(DISTINCT message_id) AS n FROM events
       WHERE message_id LIKE 'enter-%' OR message_id LIKE 'order-%' OR message_id LIKE 'again-%'`,
    );
    const [{ n, kept } = { n: 0, kept: 0 }] = events;
    if (n !== 3 * PEOPLE || kept !== n)
      found.push(`${kept} events are kept, ${n} different ones of ${3 * PEOPLE}`);
    const strays = await count(
      `SELECT COUNT(*) AS n FROM events e JOIN customers c ON c.id = e.customer_id
       WHERE c.merged_into IS NOT NULL OR e.lane <> c.lane`,
    );
    if (strays > 0) found.push(`${strays} events lie with somebody who is gone, or in another lane`);
    const misplaced = await count(
      'SELECT COUNT(*) AS n FROM enrollments e JOIN customers c ON c.id = e.customer_id WHERE e.lane <> c.lane',
    );
    if (misplaced > 0) found.push(`${misplaced} enrollments lie in another lane than their customer`);
    const buried = await count('SELECT COUNT(*) AS n FROM event_dead_letters');
    if (buried > 0) found.push(`${buried} dead letters`);
    const arrived = installation.sink.distinct;
    if (arrived !== PEOPLE) found.push(`${arrived} messages arrived, not ${PEOPLE}`);
    return found.slice(0, 20);
  }
});

async function someAtATime(
  items: readonly number[],
  work: (item: number) => Promise<unknown>,
): Promise<void> {
  const left = [...items];
  const next = async (): Promise<void> => {
    for (let item = left.shift(); item !== undefined; item = left.shift()) await work(item);
  };
  await Promise.all(Array.from({ length: 8 }, next));
}

import { profiles } from '@parcours/testing';
import { publishContent } from './support/content.js';
import { Installation } from './support/installation.js';
import { comeToRest } from './support/progress.js';

const JOURNEYS = 8;
const WORKERS = 4;
const CUSTOMERS = { server: 10_000, embedded: 600 };
const BATCH = 200;
/** What is sent side by side. */
const STREAMS = 4;
const SENT = 2;

/** Two in three seconds, whatever sends them; four in a day, of the step's own policy. */
const SHORT = { max: 2, perMs: 3_000 };
const LONG = { max: 4, perMs: 86_400_000 };

/** More than allowed in one stretch: how many times that happens among times of one customer. */
function crowded(times: readonly number[], { max, perMs }: typeof SHORT): number {
  const sorted = [...times].sort((one, other) => one - other);
  return sorted.filter((at, place) => (sorted[place + max] ?? Infinity) - at < perMs).length;
}

function violations(byCustomer: ReadonlyMap<string, readonly number[]>): number {
  let count = 0;
  for (const times of byCustomer.values()) count += crowded(times, SHORT) + crowded(times, LONG);
  return count;
}

function grouped(pairs: Iterable<readonly [string, number]>): Map<string, number[]> {
  const groups = new Map<string, number[]>();
  for (const [name, value] of pairs) groups.set(name, [...(groups.get(name) ?? []), value]);
  return groups;
}

async function publishJourneys(installation: Installation): Promise<void> {
  await publishContent(installation);
  const { client } = installation;
  await client.publish('channel-policies', 'house', {
    name: 'House',
    scope: 'house',
    caps: [{ max: SHORT.max, per: '3s' }],
  });
  await client.publish('channel-policies', 'default', {
    name: 'Default',
    channels: [{ channel: 'email', connector: 'mailbox' }],
    caps: [{ max: LONG.max, per: '1d' }],
  });
  for (let number = 0; number < JOURNEYS; number++) {
    await client.publish('journey-templates', `journey-${String(number)}`, {
      name: `Journey ${String(number)}`,
      definition: {
        entry: { triggers: [{ type: 'event', event: `started.${String(number)}` }] },
        start: 'hello',
        steps: { hello: { type: 'message', template: 'hello', next: 'end' }, end: { type: 'exit' } },
      },
    });
  }
}

function eventOf(customer: number, journey: number) {
  const customerId = `c-${String(customer)}`;
  return {
    event: `started.${String(journey)}`,
    customerId,
    traits: { email: `${customerId}@example.com`, first_name: 'Ada' },
  };
}

/** One event a journey for every customer, those of one customer now close to each other and now far apart. */
async function sendEvents({ client }: Installation, customers: number): Promise<void> {
  const close = Array.from({ length: (customers / 2) * JOURNEYS }, (_, at) =>
    eventOf(2 * Math.floor(at / JOURNEYS), at % JOURNEYS),
  );
  const apart = Array.from({ length: (customers / 2) * JOURNEYS }, (_, at) =>
    eventOf(2 * (at % (customers / 2)) + 1, Math.floor((2 * at) / customers)),
  );
  const events = close.flatMap((event, at) => [event, ...apart.slice(at, at + 1)]);
  const batches = Array.from({ length: Math.ceil(events.length / BATCH) }, (_, at) =>
    events.slice(at * BATCH, (at + 1) * BATCH),
  );
  const stream = async (first: number) => {
    for (let at = first; at < batches.length; at += STREAMS) {
      const { status } = await client.call('POST', '/events', batches[at]);
      if (status !== 202) throw new Error(`events were answered by ${String(status)}`);
    }
  };
  await Promise.all(Array.from({ length: STREAMS }, (_, first) => stream(first)));
}

describe.each(profiles)('caps under load, on the $name profile (B6)', ({ name }) => {
  let installation: Installation;
  beforeAll(async () => {
    installation = await Installation.start(name, {
      // On a busy machine too a message belongs to one worker: what is sent twice would count twice.
      settings: { PARCOURS_LEASE_MS: '30000' },
      sink: {
        // A mail server that is busy: what waits for its next try has no time yet.
        script: (recipient, before) =>
          before === 0 && /[37]7@/.test(recipient) ? '451 4.3.0 come back later' : undefined,
      },
    });
    await publishJourneys(installation);
  });
  afterAll(() => installation.dispose());

  it('are exceeded by nobody, with eight journeys and as many workers as there are', async () => {
    if (name === 'server')
      await Promise.all(Array.from({ length: WORKERS }, () => installation.startWorker()));
    await sendEvents(installation, CUSTOMERS[name]);
    const { sql } = installation.database;
    await comeToRest(installation, CUSTOMERS[name] * JOURNEYS, 500_000);

    const rows = await sql.select<{ customerId: number; finishedAt: number; status: number }>(
      'SELECT customer_id AS customerId, finished_at AS finishedAt, status FROM messages',
    );
    const sent = rows.filter(({ status }) => status === SENT);
    const [{ skipped } = { skipped: 0 }] = await sql.select<{ skipped: number }>(
      "SELECT COUNT(*) AS skipped FROM enrollment_steps WHERE code = 'skipped'",
    );
    const arrivals = [...installation.sink.arrivals.values()];
    expect({
      inTheDatabase: violations(grouped(sent.map((row) => [String(row.customerId), row.finishedAt]))),
      atTheServer: violations(grouped(arrivals.map(({ recipient, at }) => [recipient, at]))),
      lost: rows.length - sent.length,
    }).toEqual({ inTheDatabase: 0, atTheServer: 0, lost: 0 });
    // Everybody was written to, and caps had a lot to refuse.
    expect(new Set(sent.map(({ customerId }) => customerId)).size).toBe(CUSTOMERS[name]);
    expect(skipped).toBeGreaterThan(CUSTOMERS[name]);
    expect(installation.sink.distinct).toBe(sent.length);
  });
});

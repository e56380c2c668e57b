import { createHmac } from 'node:crypto';
import { greetingJourney, publishJourney } from '../content.mjs';
import { CpuMeter } from '../cpu-meter.mjs';
import { openProductDatabase } from '../product-database.mjs';
import { untilReached } from '../progress.mjs';
import { untilInboxEmpty } from './customers.mjs';

const MESSAGES = 2_000;
const CONNECTIONS = 64;
const WARM_UP_MS = 1_500;
const DURATION_MS = 5_000;
/** At which the wait of a reader counts. */
const ASKED_PER_S = 5_000;
const ADDRESS = 'https://bench.example/start?from=mail&to=page';
const SENT = 2;

/**
 * Readers who follow links: how many are led on a second, each after the commit that keeps the click; how long one waits
 * at 5,000 a second; and how fast clicks become events of their customers.
 */
export async function measureClicks(stack, { customers, run }) {
  const database = await openProductDatabase(stack.environment);
  try {
    const paths = await linksOf(stack, database, { customers, run });
    await stack.load.follow({ paths, connections: CONNECTIONS, durationMs: WARM_UP_MS });
    await untilWorked(stack, database);
    const cpu = new CpuMeter(stack);
    const most = await stack.load.follow({ paths, connections: CONNECTIONS, durationMs: DURATION_MS });
    const cpuSeconds = cpu.lap();
    const emptyAt = await untilWorked(stack, database);
    const asked = await stack.load.follow({
      paths,
      connections: CONNECTIONS,
      durationMs: DURATION_MS,
      perS: ASKED_PER_S,
    });
    await untilWorked(stack, database);
    return {
      redirectsPerS: ratePerS(most),
      processedPerS: (most.accepted * 1_000) / (emptyAt - most.startedAt),
      askedPerS: ratePerS(asked),
      p50Ms: asked.waits.p50Ms,
      p95Ms: asked.waits.p95Ms,
      cpuSeconds,
    };
  } finally {
    await database.dataSource.destroy();
  }
}

/** Messages that were sent, and the links that they would have carried. */
async function linksOf(stack, { sql }, { customers, run }) {
  const event = 'bench-clicks.started';
  await publishJourney(stack.api, greetingJourney({ key: 'bench-clicks', event, policy: 'noop' }));
  const after = await stack.database.lastId('messages');
  const count = Math.min(MESSAGES, customers);
  const spec = { event, run: `clicks-${run}`, customers };
  await stack.load.send({ connections: 4, batch: 100, count, spec });
  await untilReached({
    what: 'messages sent',
    expected: count,
    read: async () => (await stack.database.messagesByStatus(after)).get(SENT) ?? 0,
    check: () => stack.assertRunning(),
  });
  const [setting] = await sql.select('SELECT value FROM settings WHERE name = ?', ['link-key']);
  const key = Buffer.from(setting.value, 'base64');
  const messages = await sql.select('SELECT id FROM messages WHERE id > ? ORDER BY id', [after]);
  return messages.map(({ id }) => `/t/c/${tokenOf(key, ['k', id, Date.now(), 0, 1, ADDRESS])}`);
}

/** As the product signs them. */
function tokenOf(key, members) {
  const content = Buffer.from(JSON.stringify(members)).toString('base64url');
  const signature = createHmac('sha256', key).update(content).digest().subarray(0, 16);
  return `${content}.${signature.toString('base64url')}`;
}

async function untilWorked(stack, { sql }) {
  const reactionsAt = await untilReached({
    what: 'reactions worked',
    expected: 0,
    read: async () =>
      -Number((await sql.select('SELECT COUNT(*) AS rows_left FROM reaction_inbox'))[0].rows_left),
    check: () => stack.assertRunning(),
  });
  return Math.max(reactionsAt, await untilInboxEmpty(stack));
}

function ratePerS({ accepted, startedAt, endedAt }) {
  return (accepted * 1_000) / (endedAt - startedAt);
}

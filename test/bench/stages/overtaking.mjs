import { setTimeout as delay } from 'node:timers/promises';
import { greetingJourney, publishJourney, publishReceipt } from '../content.mjs';
import { addressOf, eventJson } from '../events.mjs';
import { KeepAliveConnection } from '../keep-alive-connection.mjs';
import { nowMs } from '../monotonic-clock.mjs';
import { openProductDatabase } from '../product-database.mjs';
import { untilReached } from '../progress.mjs';
import { percentile } from '../statistics.mjs';
import { enroll } from './waiting.mjs';

const RECEIPTS = 25;
const BETWEEN_MS = 100;
const ARRIVAL_TIMEOUT_MS = 60_000;
const QUIET_MS = 2_000;
const LOOK_MS = 20;
const ROWS_PER_STATEMENT = 2_000;
const QUEUED = 0;

/**
 * A backlog of marketing that goes out over SMTP as fast as it can: how soon transactional messages arrive that are asked
 * for meanwhile, by the same connector, and when the last of the backlog arrives after a pause was confirmed.
 */
export async function measureOvertaking(stack, { backlog, customers, run }) {
  const marketing = 'bench-marketing.started';
  await publishJourney(
    stack.api,
    greetingJourney({ key: 'bench-marketing', event: marketing, policy: 'smtp' }),
  );
  const receipt = await publishReceipt(stack.api, 'smtp');
  await enroll(stack, marketing, 1, run);
  await stack.stopProduct();
  const database = await openProductDatabase(stack.environment);
  try {
    await fill(database, backlog);
    await stack.sink.reset({ watch: true });
    await stack.startProduct();
    await untilReached({
      what: 'messages of the backlog sent',
      expected: Math.min(1_000, backlog / 10),
      read: async () => (await stack.sink.report()).messages,
      check: () => stack.assertRunning(),
    });
    const times = await receipts(stack, { event: receipt, run: `receipts-${run}`, customers });
    const pauseMs = await pause(stack);
    const left = await waiting(database);
    if (left === 0) throw new Error('the backlog was gone before everything was measured');
    return { backlog, p95Ms: percentile(times, 0.95), slowestMs: Math.max(...times), pauseMs, left };
  } finally {
    await empty(database);
    await database.dataSource.destroy();
    await stack.sink.reset();
  }
}

/** Like the message that the product has made, to everybody in turn; legs keep them apart. */
async function fill({ sql }, backlog) {
  const [row] = await sql.select('SELECT * FROM messages WHERE id = (SELECT MAX(id) FROM messages)');
  const people = await sql.select('SELECT id, lane FROM customers ORDER BY id LIMIT 10000');
  const columns = Object.keys(row);
  const now = Date.now();
  for (let from = 0; from < backlog; from += ROWS_PER_STATEMENT) {
    const rows = Array.from({ length: Math.min(ROWS_PER_STATEMENT, backlog - from) }, (_, at) => {
      const number = from + at;
      const { id, lane } = people[number % people.length];
      const state = { status: QUEUED, queue_at: now, attempts: 0, finished_at: null, provider_id: null };
      const own = { id: row.id + 1 + number, lane, share: lane % 2, customer_id: id, leg: number + 2 };
      const made = { ...row, ...state, ...own };
      return columns.map((column) => made[column]);
    });
    await sql.insert({ table: 'messages', columns, rows });
  }
  if (sql.dialect === 'mysql') await sql.select('ANALYZE TABLE messages');
}

/** Of each, from the POST of the event to the end of DATA at the mail server. */
async function receipts(stack, { event, run, customers }) {
  const connection = new KeepAliveConnection(stack.api.target);
  // People whom nobody has written to yet.
  const spec = { event, run, customers: customers + RECEIPTS, withTraits: true };
  const times = [];
  try {
    await connection.opened();
    for (let at = customers; at < customers + RECEIPTS; at++) {
      const arrival = stack.sink.arrivalOf(addressOf(at), ARRIVAL_TIMEOUT_MS);
      const postedAt = nowMs();
      const [answer, arrivedAt] = await Promise.all([connection.post(eventJson(spec, at)), arrival]);
      if (answer.status !== 202) throw new Error(`an event was answered ${answer.status}`);
      times.push(arrivedAt - postedAt);
      await delay(BETWEEN_MS);
    }
  } finally {
    connection.close();
  }
  return times;
}

/** From the answer to a pause to the last message that arrived. */
async function pause(stack) {
  const { data } = await stack.api.post('/pauses', {
    category: 'marketing',
    reason: 'measured',
    then: 'drop',
  });
  const pausedAt = nowMs();
  let { messages } = await stack.sink.report();
  let lastAt = pausedAt;
  while (nowMs() - lastAt < QUIET_MS) {
    await delay(LOOK_MS);
    const report = await stack.sink.report();
    if (report.messages === messages) continue;
    messages = report.messages;
    lastAt = nowMs();
  }
  if (data.id === undefined) throw new Error('the pause was not confirmed');
  return lastAt - pausedAt;
}

async function waiting({ sql }) {
  const [{ n }] = await sql.select(
    'SELECT COUNT(*) AS n FROM messages WHERE status IN (0, 1, 5) AND leg > 1',
  );
  return Number(n);
}

async function empty({ sql }) {
  await sql.run('DELETE FROM messages WHERE leg > 1');
  await sql.run('DELETE FROM held_messages');
  await sql.run('DELETE FROM message_pauses');
  await sql.run(`UPDATE settings SET value = value + 1 WHERE name = 'content-revision'`);
}

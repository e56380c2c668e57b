import { setTimeout as delay } from 'node:timers/promises';
import { DueStore } from '../../../libs/audience/dist/memberships/due.store.js';
import { EnrollmentStore } from '../../../libs/journeys/dist/enrollments/enrollment.store.js';
import { dateJourney, publishJourney, waitingJourney } from '../content.mjs';
import { Counters } from '../counters.mjs';
import { nowMs } from '../monotonic-clock.mjs';
import { assertReadBy, openProductDatabase } from '../product-database.mjs';
import { untilReached } from '../progress.mjs';
import { percentile } from '../statistics.mjs';
import { enroll } from './waiting.mjs';

const EVENT = 'bench-due.started';
const LOOKS = 200;
const WARM_UP_LOOKS = 20;
/** What a lane takes at a time unless it is told otherwise. */
const BATCH = 900;
const IDLE_MS = 10_000;
const SETTLE_MS = 6_000;
/** Longer than from one sweep to the next, which sends wake-ups for what comes soon. */
const SOON_MS = 8_000;
const DAY = 86_400_000;
const THREE_WEEKS_S = 21 * 86_400;
const WARM_UP_WORK = 10_000;
const MOST_WORK = 100_000;

/**
 * Customers who wait, all of them in a journey and for a time of the calendar: how soon the next batch of a lane is
 * found, what the product asks the database while none of them is due, and what working a part of them costs the worker.
 */
export async function measureDue(stack, { customers, run }) {
  await publishJourney(stack.api, waitingJourney({ key: 'bench-due', event: EVENT }));
  await publishJourney(stack.api, dateJourney({ key: 'bench-calendar', trait: 'renewal_date' }));
  await enroll(stack, EVENT, 1, run);
  const idleWithout = await idle(stack);
  await stack.stopProduct();
  await stack.database.copyCustomers(customers);
  const database = await openProductDatabase(stack.environment);
  try {
    await fill(database);
    const found = await look(database);
    await stack.startProduct();
    const idleWith = await idle(stack);
    return {
      customers,
      ...found,
      idleWithoutSql: idleWithout.sqlStatements,
      idleSql: idleWith.sqlStatements,
      moreIdleSql:
        idleWith.sqlStatements === null ? null : idleWith.sqlStatements - idleWithout.sqlStatements,
      ...(await work(stack, database, customers)),
    };
  } finally {
    await empty(database);
    await database.dataSource.destroy();
  }
}

/** Everybody waits as the one who waits by the product, each for a time of their own within three weeks. */
async function fill({ sql }) {
  const [row] = await sql.select('SELECT * FROM enrollments WHERE id = (SELECT MAX(id) FROM enrollments)');
  const dueAt = `${String(Date.now() + DAY)} + (c.id % ${String(THREE_WEEKS_S)}) * 1000`;
  const own = { id: 'c.id', lane: 'c.lane', customer_id: 'c.id', due_at: dueAt };
  const columns = Object.keys(row);
  await sql.run(
    `INSERT INTO enrollments (${columns.join()})
     SELECT ${columns.map((column) => own[column] ?? `e.${column}`).join()}
     FROM customers c CROSS JOIN (SELECT * FROM enrollments WHERE id = ?) e`,
    [row.id],
  );
  await sql.run('DELETE FROM segment_due');
  await sql.run(
    `INSERT INTO segment_due (id, lane, due_at, customer_id) SELECT c.id, c.lane, ${dueAt}, c.id FROM customers c`,
  );
  if (sql.dialect === 'mysql') await sql.select('ANALYZE TABLE enrollments, segment_due');
  else await sql.run('ANALYZE');
}

/** Those that come first in each lane, with all that a batch reads of them. */
async function look(database) {
  const { sql } = database;
  const lanes = (await sql.select('SELECT lane FROM lanes')).map(({ lane }) => lane);
  const now = Date.now() + 30 * DAY;
  const enrollments = new EnrollmentStore();
  const dues = new DueStore();
  const asks = {
    batch: (on, lane) => enrollments.due(on, { lane, now, limit: BATCH }),
    calendar: (on, lane) => dues.take(on, { lane, now, limit: BATCH }),
    first: (on, lane) => enrollments.firstDueId(on, lane, now),
    next: (on) => enrollments.nextDueByLane(on),
    calendarNext: (on) => dues.nextDueByLane(on),
  };
  await assertReadBy('ix_enrollments_due', database, (on) => asks.batch(on, lanes[0]));
  await assertReadBy('ix_enrollments_due', database, (on) => asks.first(on, lanes[0]));
  await assertReadBy('ix_segment_due_lane', database, (on) => asks.calendar(on, lanes[0]));
  const found = {};
  for (const [name, ask] of Object.entries(asks)) {
    const times = [];
    for (let at = 0; at < WARM_UP_LOOKS + LOOKS; at++) {
      const startedAt = nowMs();
      await ask(sql, lanes[at % lanes.length]);
      if (at >= WARM_UP_LOOKS) times.push(nowMs() - startedAt);
    }
    found[`${name}P95Ms`] = percentile(times, 0.95);
    found[`${name}P50Ms`] = percentile(times, 0.5);
  }
  return found;
}

/** Statements a second of all processes, while nobody is due. */
async function idle(stack) {
  await delay(SETTLE_MS);
  const counters = await Counters.start(stack);
  await delay(IDLE_MS);
  return counters.per(IDLE_MS / 1_000);
}

/** Resident memory while the first of those waiting are worked, after some that warm the process up. */
async function work(stack, { sql }, customers) {
  const count = Math.min(MOST_WORK, Math.floor(customers / 2));
  await workDue(stack, sql, Math.min(WARM_UP_WORK, Math.floor(count / 2)));
  const before = (await stack.memory()).workerMb;
  const { perS, largestMb } = await workDue(stack, sql, count);
  return { worked: count, workedPerS: perS, workerMb: largestMb - before };
}

/** Has customers be due soon, and waits from that moment until they are worked. */
async function workDue(stack, sql, count) {
  const dueAt = Date.now() + SOON_MS;
  const [{ last }] = await sql.select(
    `SELECT MAX(id) AS last FROM (SELECT id FROM enrollments WHERE is_active = 1 AND due_at > ? ORDER BY id LIMIT ?) e`,
    [dueAt, count],
  );
  await sql.run('UPDATE enrollments SET due_at = ? WHERE is_active = 1 AND due_at > ? AND id <= ?', [
    dueAt,
    dueAt,
    last,
  ]);
  await delay(Math.max(0, dueAt - Date.now()));
  const startedAt = nowMs();
  let largestMb = 0;
  const endedAt = await untilReached({
    what: 'due enrollments worked',
    expected: 0,
    read: async () => {
      largestMb = Math.max(largestMb, (await stack.memory()).workerMb);
      return -(await dueUntil(sql, dueAt));
    },
    check: () => stack.assertRunning(),
  });
  return { perS: (count * 1_000) / (endedAt - startedAt), largestMb };
}

async function dueUntil(sql, time) {
  const [{ n }] = await sql.select(
    `SELECT SUM((SELECT COUNT(*) FROM enrollments e WHERE e.lane = lanes.lane AND e.due_at >= 0 AND e.due_at <= ?)) AS n
     FROM lanes`,
    [time],
  );
  return Number(n);
}

/** Nobody waits any more, so that what is measured next is not measured among them. */
async function empty({ sql }) {
  await sql.run('DELETE FROM enrollments WHERE is_active = 1');
  await sql.run('DELETE FROM segment_due');
}

/**
 * Which key? Runs the writes of the pipeline (customers, events, enrollments, steps, messages, claim, finish) on the
 * real tables twice: with 53-bit time-ordered whole numbers in BIGINT, and with UUIDv7 in BINARY(16).
 *
 *   node test/bench/experiments/id-keys.mjs [enrollments] [runs]
 *
 * Needs a build. Prints a table; the decision is in docs/adr/0002.
 */
import { randomBytes } from 'node:crypto';

import { createConnection } from 'mysql2/promise';

import { startServices } from '../../../scripts/services/index.mjs';
import { Runtime1767225600003 } from '../../../libs/database/dist/migrations/1767225600003-runtime.js';
import { IdGenerator, SystemClock } from '../../../libs/kernel/dist/index.js';

const ENROLLMENTS = Number(process.argv[2] ?? 50_000);
const RUNS = Number(process.argv[3] ?? 3);
const BATCH = 1_000;
const CLAIM = 500;
const LANES = 16;

/** UUIDv7 (RFC 9562, section 5.7) with a counter in rand_a, so that ids of one process are monotonic. */
function uuidv7Maker() {
  let last = 0;
  let counter = 0;
  return () => {
    const now = Math.max(Date.now(), last);
    counter = now === last ? counter + 1 : 0;
    if (counter > 0xfff) counter = 0;
    last = now;
    const id = randomBytes(16);
    id.writeUIntBE(now, 0, 6);
    id.writeUInt16BE(0x7000 | counter, 6);
    id[8] = (id[8] & 0x3f) | 0x80;
    return id;
  };
}

const generator = new IdGenerator(1, new SystemClock());
const KINDS = {
  'BIGINT, 53-bit': { next: () => generator.next(), ddl: (text) => text },
  'BINARY(16), UUIDv7': {
    next: uuidv7Maker(),
    ddl: (text) =>
      text.replace(
        /\b(id|customer_id|enrollment_id|journey_id|version_id|connector_id|template_version_id) BIGINT/g,
        '$1 BINARY(16)',
      ),
  },
};

async function createTables(connection, database, ddl) {
  await connection.query(`DROP DATABASE IF EXISTS ${database}`);
  await connection.query(`CREATE DATABASE ${database} CHARACTER SET utf8mb4 COLLATE utf8mb4_bin`);
  await connection.query(`USE ${database}`);
  const runner = {
    dataSource: { options: { type: 'mariadb' } },
    query: (text) => connection.query(ddl(text)),
  };
  await new Runtime1767225600003().up(runner);
}

async function insert(connection, table, columns, rows) {
  for (let from = 0; from < rows.length; from += 2_000) {
    await connection.query(`INSERT INTO ${table} (${columns}) VALUES ?`, [rows.slice(from, from + 2_000)]);
  }
}

async function enroll(connection, { next, journey, version, connector, template }) {
  const traits = JSON.stringify({
    email: 'somebody@example.com',
    first_name: 'Ada',
    plan: 'pro',
    locale: 'en',
  });
  const context = JSON.stringify({ event: { name: 'account.created', properties: { plan: 'trial' } } });
  for (let done = 0; done < ENROLLMENTS; done += BATCH) {
    const lane = (done / BATCH) % LANES;
    const now = Date.now();
    const people = Array.from({ length: BATCH }, (_, at) => ({
      customer: next(),
      enrollment: next(),
      at: done + at,
    }));
    await connection.beginTransaction();
    await insert(
      connection,
      'customers',
      'id, lane, external_id, traits, revision, created_at, updated_at',
      people.map(({ customer, at }) => [customer, lane, `customer-${at}`, traits, 1, now, now]),
    );
    await insert(
      connection,
      'events',
      'id, lane, customer_id, name, message_id, occurred_at, properties',
      people.map(({ customer, at }) => [
        next(),
        lane,
        customer,
        'account.created',
        `m-${at}`,
        now,
        '{"plan":"trial"}',
      ]),
    );
    await insert(
      connection,
      'enrollments',
      'id, lane, customer_id, journey_id, version_id, entry_key, is_active, visit, context, entered_at, ended_at, end_reason',
      people.map(({ customer, enrollment }) => [
        ...[enrollment, lane, customer, journey, version, '', 0, 4, context, now, now, 'completed'],
      ]),
    );
    await insert(
      connection,
      'enrollment_steps',
      'enrollment_id, visit, step, type, at, code, detail',
      people.flatMap(({ enrollment }) =>
        [1, 2, 3, 4].map((visit) => [
          enrollment,
          visit,
          'step',
          'message',
          now,
          'queued',
          '{"next":"other"}',
        ]),
      ),
    );
    await insert(
      connection,
      'messages',
      'id, lane, share, customer_id, enrollment_id, step, visit, channel, connector_id, template_version_id, status, queue_at, ' +
        'attempts, maybe_duplicate, reports_outcome, created_at',
      people.flatMap(({ customer, enrollment }) =>
        [1, 3].map((visit) => [
          ...[
            next(),
            lane,
            lane % 2,
            customer,
            enrollment,
            `step-${visit}`,
            visit,
            'email',
            connector,
            template,
            0,
            now,
          ],
          ...[0, 0, 0, now],
        ]),
      ),
    );
    await connection.commit();
  }
}

async function deliver(connection, connector) {
  for (;;) {
    await connection.beginTransaction();
    const [rows] = await connection.query(
      'SELECT id FROM messages WHERE connector_id = ? AND share IN (0, 1) AND queue_at >= 0 AND queue_at <= ? ORDER BY queue_at, id LIMIT ? FOR UPDATE SKIP LOCKED',
      [connector, Date.now(), CLAIM],
    );
    if (rows.length === 0) {
      await connection.rollback();
      return;
    }
    const ids = rows.map(({ id }) => id);
    await connection.query(
      'UPDATE messages SET status = 1, attempts = attempts + 1, queue_at = ? WHERE id IN (?)',
      [Date.now() + 60_000, ids],
    );
    await connection.commit();
    await connection.query(
      'UPDATE messages SET status = 2, queue_at = NULL, finished_at = ? WHERE id IN (?)',
      [Date.now(), ids],
    );
  }
}

async function sizes(connection, database) {
  for (const table of ['customers', 'events', 'enrollments', 'enrollment_steps', 'messages']) {
    await connection.query(`ANALYZE TABLE ${table}`);
  }
  const [[row]] = await connection.query(
    'SELECT SUM(data_length) AS data, SUM(index_length) AS indexes FROM information_schema.tables WHERE table_schema = ?',
    [database],
  );
  return { dataMb: Number(row.data) / 1e6, indexMb: Number(row.indexes) / 1e6 };
}

const services = await startServices({ durable: true, mariadb: true, redis: false });
try {
  const connection = await createConnection(services.databaseUrl);
  const figures = new Map(Object.keys(KINDS).map((name) => [name, []]));
  for (let run = 0; run < RUNS; run++) {
    for (const [name, { next, ddl }] of Object.entries(KINDS)) {
      const database = 'id_keys';
      await createTables(connection, database, ddl);
      const ids = { next, journey: next(), version: next(), connector: next(), template: next() };
      const began = performance.now();
      await enroll(connection, ids);
      const enrolled = performance.now();
      await deliver(connection, ids.connector);
      const delivered = performance.now();
      figures.get(name).push({
        enrollmentsPerS: ENROLLMENTS / ((enrolled - began) / 1_000),
        messagesPerS: (2 * ENROLLMENTS) / ((delivered - enrolled) / 1_000),
        ...(await sizes(connection, database)),
      });
    }
  }
  const median = (values) => values.sort((a, b) => a - b)[Math.floor(values.length / 2)];
  console.log(`${ENROLLMENTS} enrollments, ${RUNS} runs in turn, medians (min to max)`);
  for (const [name, runs] of figures) {
    const cells = Object.keys(runs[0]).map((figure) => {
      const values = runs.map((run) => run[figure]);
      const round = (value) => Math.round(value).toLocaleString('en');
      return `${figure} ${round(median([...values]))} (${round(Math.min(...values))} to ${round(Math.max(...values))})`;
    });
    console.log(`${name.padEnd(20)} ${cells.join('   ')}`);
  }
  await connection.end();
} finally {
  await services.stop();
}

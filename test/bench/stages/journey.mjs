import { emailJourney, fullJourney, publishJourney } from '../content.mjs';
import { Counters } from '../counters.mjs';
import { CpuMeter } from '../cpu-meter.mjs';
import { untilReached } from '../progress.mjs';

const CONNECTIONS = 4;
const BATCH = 100;
/** Event, email, branch, email, exit. */
const STEPS = 5;
const MESSAGES = 2;
/** A twentieth is held out, more or less: a hash of each customer decides. */
const LEAST_NOT_HELD_OUT = 0.9;
/** How the database numbers the statuses of messages. */
const SENT = 2;
const FAILED = 3;

/**
 * Known customers through event → email → branch on a trait → second email → exit, from the first POST until the last
 * message stands as sent in the database.
 * @param {import('../stack.mjs').Stack} stack
 * @param {{ customers: number, policy: 'noop' | 'smtp', run: string }} options
 */
export async function measureJourney(stack, { customers, policy, run }) {
  const key = `bench-${policy}-${customers}`;
  const event = `${key}.started`;
  await publishJourney(stack.api, emailJourney({ key, event, policy }));
  await stack.sink.reset();
  const before = await positions(stack);
  const counters = await Counters.start(stack);
  const cpu = new CpuMeter(stack);
  const spec = { event, run: `${policy}-${customers}-${run}`, customers };
  const sending = stack.load.send({ connections: CONNECTIONS, batch: BATCH, count: customers, spec });
  const [{ startedAt }, endedAt] = await Promise.all([
    sending,
    untilSent(stack, before, customers * MESSAGES),
  ]);
  const cpuSeconds = cpu.lap();
  const perEnrollment = await counters.per(customers);
  await assertComplete(stack, before, customers);
  if (policy === 'smtp') await assertArrivedOnce(stack, customers * MESSAGES);
  const perSecond = (count) => (count * 1000) / (endedAt - startedAt);
  return {
    throughput: {
      enrollmentsPerS: perSecond(customers),
      stepsPerS: perSecond(customers * STEPS),
      messagesPerS: perSecond(customers * MESSAGES),
      cpuSeconds,
    },
    perEnrollment,
  };
}

/**
 * The same journey with goals, exit rules, a condition of entry and a holdout, whose customers enter and receive nothing:
 * until everybody's enrollment has ended and every message that was made stands as sent.
 */
export async function measureFullJourney(stack, { customers, run }) {
  const key = `bench-full-${customers}`;
  const event = `${key}.started`;
  await publishJourney(stack.api, fullJourney({ key, event, policy: 'noop' }));
  const before = await positions(stack);
  const counters = await Counters.start(stack);
  const cpu = new CpuMeter(stack);
  const spec = { event, run: `full-${customers}-${run}`, customers };
  const sending = stack.load.send({ connections: CONNECTIONS, batch: BATCH, count: customers, spec });
  const [{ startedAt }] = await Promise.all([sending, untilEnded(stack, before, customers)]);
  const made = await messagesMade(stack, before);
  const endedAt = await untilSent(stack, before, made);
  const cpuSeconds = cpu.lap();
  const { sqlStatements } = await counters.per(customers);
  await assertComplete(stack, before, customers);
  if (made < customers * MESSAGES * LEAST_NOT_HELD_OUT || made >= customers * MESSAGES)
    throw new Error(`${made} messages to ${customers} customers of whom a twentieth is held out`);
  const perSecond = (count) => (count * 1000) / (endedAt - startedAt);
  return {
    customers,
    enrollmentsPerS: perSecond(customers),
    messagesPerS: perSecond(made),
    sqlStatements,
    cpuSeconds,
  };
}

async function messagesMade({ database }, before) {
  const statuses = await database.messagesByStatus(before.message);
  return [...statuses.values()].reduce((sum, count) => sum + count, 0);
}

async function positions({ database }) {
  return { message: await database.lastId('messages'), enrollment: await database.lastId('enrollments') };
}

function untilSent(stack, before, expected) {
  const read = async () => {
    const statuses = await stack.database.messagesByStatus(before.message);
    const failed = statuses.get(FAILED) ?? 0;
    if (failed > 0) throw new Error(`${failed} messages failed`);
    return statuses.get(SENT) ?? 0;
  };
  return untilReached({ what: 'messages sent', expected, read, check: () => stack.assertRunning() });
}

function untilEnded(stack, before, customers) {
  return untilReached({
    what: 'enrollments ended',
    expected: customers,
    read: async () => (await stack.database.enrollments(before.enrollment)).ended,
    check: () => stack.assertRunning(),
  });
}

/** What was counted as work has to have been done: every enrollment ended, and with the history of its steps. */
async function assertComplete(stack, before, customers) {
  await untilEnded(stack, before, customers);
  const { all } = await stack.database.enrollments(before.enrollment);
  if (all !== customers) throw new Error(`${all} enrollments of ${customers} customers`);
  const steps = await stack.database.steps(before.enrollment);
  if (steps < customers * (STEPS - 1))
    throw new Error(`${steps} steps in the history of ${customers} enrollments`);
}

async function assertArrivedOnce(stack, expected) {
  const { messages, duplicates, anonymous } = await stack.sink.report();
  if (messages !== expected || duplicates > 0 || anonymous > 0) {
    throw new Error(
      `the mail server counted ${messages} of ${expected} messages, ${duplicates} twice, ${anonymous} without an id`,
    );
  }
}

import { setTimeout as delay } from 'node:timers/promises';
import { publishJourney, waitingJourney } from '../content.mjs';
import { untilReached } from '../progress.mjs';
import { untilInboxEmpty } from './customers.mjs';

const CONNECTIONS = 4;
const BATCH = 100;
const WARM_UP_CUSTOMERS = 10_000;
const SETTLE_MS = 3_000;

/**
 * Resident memory of the processes and the memory of Redis before and after customers begin a wait of three weeks. The
 * processes are fresh and have worked some such enrollments before the first look, so that the difference is what the
 * waiting costs and not what starting to work costs.
 */
export async function measureWaiting(stack, { customers, run }) {
  await stack.restartProduct();
  await publishJourney(stack.api, waitingJourney({ key: 'bench-warm-up', event: 'bench-warm-up.started' }));
  await publishJourney(stack.api, waitingJourney({ key: 'bench-waiting', event: 'bench-waiting.started' }));
  await enroll(stack, 'bench-warm-up.started', Math.min(customers, WARM_UP_CUSTOMERS), run);
  const before = await stack.memory();
  await enroll(stack, 'bench-waiting.started', customers, run);
  const after = await stack.memory();
  return {
    customers,
    workerMb: after.workerMb - before.workerMb,
    redisMb: after.redisMb - before.redisMb,
    before,
    after,
  };
}

/** Lets customers in and waits until all of them wait. */
export async function enroll(stack, event, customers, run) {
  const position = await stack.database.lastId('enrollments');
  const spec = { event, run: `${event}-${run}`, customers };
  await stack.load.send({ connections: CONNECTIONS, batch: BATCH, count: customers, spec });
  await untilReached({
    what: 'customers waiting',
    expected: customers,
    read: async () => (await stack.database.enrollments(position)).all,
    check: () => stack.assertRunning(),
  });
  await untilInboxEmpty(stack);
  await delay(SETTLE_MS);
}

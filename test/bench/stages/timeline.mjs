import { CpuMeter } from '../cpu-meter.mjs';
import { customerId } from '../events.mjs';
import { nowMs } from '../monotonic-clock.mjs';
import { percentile } from '../statistics.mjs';
import { untilInboxEmpty } from './customers.mjs';

const CONNECTIONS = 8;
const BATCH = 100;
const CALLS = 50_000;
const ENTRIES = 10_000;
const ROUNDS = 200;
const WARM_UP_ROUNDS = 20;
const BUSY_MS = 10_000;

/**
 * The collector, and one customer with 10,000 entries: the customer and the timeline page after page, in turns, first alone,
 * then for as long as events arrive at half the rate at which they were worked.
 */
export async function measureTimeline(stack, { customers, run }) {
  const order = { connections: CONNECTIONS, batch: BATCH };
  const spec = { event: 'page.viewed', run: `collected-${run}`, customers };
  const sent = await stack.load.send({ ...order, count: CALLS, spec, collector: true });
  const workedPerS = (CALLS * 1_000) / ((await untilInboxEmpty(stack)) - sent.startedAt);
  const busy = { event: 'page.viewed', run: `busy-${run}`, customers: 1 };
  await stack.load.send({ ...order, count: ENTRIES, spec: busy });
  await untilInboxEmpty(stack);
  const cpu = new CpuMeter(stack);
  const alone = await readInTurns(stack, (rounds) => rounds < ROUNDS);
  const aloneCpu = cpu.lap();
  const perS = Math.round(workedPerS / 2);
  const load = stack.load.send({
    ...order,
    count: perS * 600,
    durationMs: BUSY_MS,
    perS,
    spec: { event: 'page.viewed', run: `beside-${run}`, customers },
  });
  let isBusy = true;
  const ended = load.finally(() => (isBusy = false));
  const beside = await readInTurns(stack, () => isBusy);
  await ended;
  const busyCpu = cpu.lap();
  await untilInboxEmpty(stack);
  return {
    collectedPerS: (sent.accepted * 1_000) / (sent.endedAt - sent.startedAt),
    timelineP95Ms: alone.timelineP95Ms,
    customerP95Ms: alone.customerP95Ms,
    timelineBusyP95Ms: beside.timelineP95Ms,
    customerBusyP95Ms: beside.customerP95Ms,
    busyRounds: beside.rounds,
    cpuSeconds: { alone: aloneCpu, busy: busyCpu },
  };
}

async function readInTurns(stack, goesOn) {
  const customer = `/customers/${customerId(0)}`;
  const pages = [];
  const customers = [];
  let cursor = '';
  for (let round = 0; round < WARM_UP_ROUNDS || goesOn(pages.length); round++) {
    const startedAt = nowMs();
    const { page } = await stack.api.get(`${customer}/timeline?limit=50${cursor}`);
    const pageAt = nowMs();
    await stack.api.get(customer);
    if (round < WARM_UP_ROUNDS) continue;
    pages.push(pageAt - startedAt);
    customers.push(nowMs() - pageAt);
    cursor = page.next === null ? '' : `&cursor=${page.next}`;
  }
  if (pages.length === 0) throw new Error('nothing was read while events arrived');
  return {
    timelineP95Ms: percentile(pages, 0.95),
    customerP95Ms: percentile(customers, 0.95),
    rounds: pages.length,
  };
}

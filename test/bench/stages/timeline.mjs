import { customerId } from '../events.mjs';
import { nowMs } from '../monotonic-clock.mjs';
import { percentile } from '../statistics.mjs';
import { untilInboxEmpty } from './customers.mjs';

const CONNECTIONS = 8;
const BATCH = 100;
const CALLS = 50_000;
const ENTRIES = 10_000;
const PAGES = 200;
const WARM_UP_PAGES = 20;

/**
 * The collector, and the timeline of one customer with 10,000 entries: page after page, first alone, then while events
 * arrive at half the rate at which they were worked.
 */
export async function measureTimeline(stack, { customers, run }) {
  const order = { connections: CONNECTIONS, batch: BATCH };
  const spec = { event: 'page.viewed', run: `collected-${run}`, customers };
  const sent = await stack.load.send({ ...order, count: CALLS, spec, collector: true });
  const workedPerS = (CALLS * 1_000) / ((await untilInboxEmpty(stack)) - sent.startedAt);
  const busy = { event: 'page.viewed', run: `busy-${run}`, customers: 1 };
  await stack.load.send({ ...order, count: ENTRIES, spec: busy });
  await untilInboxEmpty(stack);
  const timelineP95Ms = await pagesP95(stack);
  const perS = Math.round(workedPerS / 2);
  const load = stack.load.send({
    ...order,
    count: perS * 600,
    durationMs: 10_000,
    perS,
    spec: { event: 'page.viewed', run: `beside-${run}`, customers },
  });
  const timelineBusyP95Ms = await pagesP95(stack);
  await load;
  await untilInboxEmpty(stack);
  return {
    collectedPerS: (sent.accepted * 1_000) / (sent.endedAt - sent.startedAt),
    timelineP95Ms,
    timelineBusyP95Ms,
  };
}

async function pagesP95(stack) {
  const times = [];
  let cursor = '';
  for (let at = 0; at < WARM_UP_PAGES + PAGES; at++) {
    const startedAt = nowMs();
    const { page } = await stack.api.get(`/customers/${customerId(0)}/timeline?limit=50${cursor}`);
    if (at >= WARM_UP_PAGES) times.push(nowMs() - startedAt);
    cursor = page.next === null ? '' : `&cursor=${page.next}`;
  }
  return percentile(times, 0.95);
}

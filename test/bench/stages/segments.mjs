import { nowMs } from '../monotonic-clock.mjs';
import { untilReached } from '../progress.mjs';
import { untilInboxEmpty } from './customers.mjs';

const CONNECTIONS = 8;
const BATCH = 100;
const MOST_EVENTS = 100_000;
const EVENTS_A_CUSTOMER = 3;
const EVENT = 'page.viewed';

/** Fifty segments: a fifth of them looks back over a window, two fifths are about the very event that is sent. */
const SEGMENTS = [
  ...times(15, (at) => ({ trait: 'company', is: `Company ${at}` })),
  ...times(15, (at) => ({ event: 'order.completed', count: { gte: at + 1 } })),
  ...times(10, (at) => ({ event: EVENT, count: { gte: at < 3 ? at + 2 : at * 50 } })),
  ...times(5, (at) => ({ event: EVENT, count: { gte: at + 2 }, within: `${(at + 1) * 7}d` })),
  ...times(5, (at) => ({
    all: [
      { trait: 'plan', is: 'pro' },
      { event: EVENT, count: { is: 0 }, within: `${at + 1}d` },
    ],
  })),
];

/**
 * Events of known customers without any segment, and with fifty of them: how much of the speed is left. And one segment
 * over all customers, from its publish until everybody is known who belongs.
 */
export async function measureSegments(stack, { customers, run }) {
  const events = Math.min(MOST_EVENTS, customers * EVENTS_A_CUSTOMER);
  const processed = async (name) => {
    const spec = { event: EVENT, run: `${name}-${run}`, customers };
    const sent = await stack.load.send({ connections: CONNECTIONS, batch: BATCH, count: events, spec });
    return (events * 1000) / ((await untilInboxEmpty(stack)) - sent.startedAt);
  };
  const withoutPerS = await processed('without-segments');
  for (const [at, condition] of SEGMENTS.entries()) await publish(stack, `bench-${at}`, condition);
  await untilFilled(stack, `bench-${SEGMENTS.length - 1}`);
  // The first round takes customers in; what is measured is how it goes on.
  await processed('entering-segments');
  const processedPerS = await processed('with-segments');
  const startedAt = nowMs();
  await publish(stack, 'bench-all', {
    any: [
      { trait: 'plan', is: 'pro' },
      { event: EVENT, count: { gte: 1_000 } },
    ],
  });
  const filledAt = await untilFilled(stack, 'bench-all');
  for (const at of SEGMENTS.keys()) await stack.api.post(`/segments/bench-${at}/unpublish`);
  await stack.api.post('/segments/bench-all/unpublish');
  return {
    customers,
    processedPerS,
    withoutPerS,
    share: processedPerS / withoutPerS,
    fillCustomersPerS: (customers * 1000) / (filledAt - startedAt),
  };
}

function times(count, make) {
  return Array.from({ length: count }, (_, at) => make(at));
}

async function publish({ api }, key, condition) {
  await api.put(`/segments/${key}`, { name: key, kind: 'dynamic', condition });
  await api.post(`/segments/${key}/publish`);
}

function untilFilled(stack, key) {
  return untilReached({
    what: `customers held against ${key}`,
    expected: 1,
    read: async () => (await stack.api.get(`/segments/${key}/membership`)).data.progress,
    check: () => stack.assertRunning(),
  });
}

import { CpuMeter } from '../cpu-meter.mjs';
import { nowMs } from '../monotonic-clock.mjs';
import { untilReached } from '../progress.mjs';
import { eventsOf, processed } from './processed.mjs';

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

/** Twenty schemas of events, one of them for the very event that is sent. */
const DEFINITIONS = [EVENT, ...times(19, (at) => `bench.event-${at}`)];
const PROPERTIES = {
  type: 'object',
  required: ['source', 'page', 'position'],
  properties: {
    source: { type: 'string', maxLength: 100 },
    page: { type: 'string', pattern: '^/' },
    session: { type: 'string', minLength: 1 },
    position: { type: 'integer', minimum: 0 },
  },
};

/**
 * Events of known customers without any segment and schema, and with fifty segments and twenty schemas: how much of the
 * speed is left. The rounds without lie on both sides of the one with, so that a machine that slows down counts for
 * both. And one segment over all customers, `fill` of them at least, from its publish until everybody is known who
 * belongs.
 */
export async function measureSegments(stack, { customers, run, fill }) {
  const events = eventsOf(customers);
  const round = (name) => processed(stack, { event: EVENT, events, name: `${name}-${run}` });
  const before = await round('without-segments');
  for (const [at, event] of DEFINITIONS.entries()) await define(stack, `bench-${at}`, event);
  for (const [at, condition] of SEGMENTS.entries()) await publish(stack, `bench-${at}`, condition);
  await untilFilled(stack, `bench-${SEGMENTS.length - 1}`);
  // The first round takes customers into seven segments each; what is measured is how it goes on.
  const entering = await round('entering-segments');
  const during = await round('with-segments');
  for (const at of SEGMENTS.keys()) await stack.api.post(`/segments/bench-${at}/unpublish`);
  for (const at of DEFINITIONS.keys()) await stack.api.post(`/event-definitions/bench-${at}/unpublish`);
  await untilEmptied(stack);
  const after = await round('without-segments-again');
  const withoutPerS = (before.perS + after.perS) / 2;
  return {
    customers,
    enteringPerS: entering.perS,
    processedPerS: during.perS,
    withoutPerS,
    share: during.perS / withoutPerS,
    cpuUs: during.cpuUs,
    withoutCpuUs: before.cpuUs,
    withoutAgainCpuUs: after.cpuUs,
    enteringCpuUs: entering.cpuUs,
    sqlStatements: during.sqlStatements,
    withoutSqlStatements: before.sqlStatements,
    ...(await measureFill(stack, Math.max(customers, fill ?? 0))),
  };
}

async function measureFill(stack, customers) {
  await stack.database.copyCustomers(customers);
  const meter = new CpuMeter(stack);
  const startedAt = nowMs();
  await publish(stack, 'bench-all', {
    any: [
      { trait: 'plan', is: 'pro' },
      { event: EVENT, count: { gte: 1_000 } },
    ],
  });
  const filledAt = await untilFilled(stack, 'bench-all');
  const fillCpuS = meter.lap();
  await stack.api.post('/segments/bench-all/unpublish');
  return {
    fillCustomers: customers,
    fillS: (filledAt - startedAt) / 1000,
    fillCustomersPerS: (customers * 1000) / (filledAt - startedAt),
    fillCpuS,
  };
}

function times(count, make) {
  return Array.from({ length: count }, (_, at) => make(at));
}

async function define({ api }, key, event) {
  await api.put(`/event-definitions/${key}`, { name: key, event, layer: 'behavioural', schema: PROPERTIES });
  await api.post(`/event-definitions/${key}/publish`);
}

async function publish({ api }, key, condition) {
  await api.put(`/segments/${key}`, { name: key, kind: 'dynamic', condition });
  await api.post(`/segments/${key}/publish`);
}

/** Those that are unpublished are emptied in the background, which must not count for what is measured next. */
function untilEmptied(stack) {
  return untilReached({
    what: 'unpublished segments emptied',
    expected: 0,
    read: async () => {
      let members = 0;
      for (const at of SEGMENTS.keys()) {
        members += (await stack.api.get(`/segments/bench-${at}/membership`)).data.members;
      }
      return -members;
    },
    check: () => stack.assertRunning(),
  });
}

function untilFilled(stack, key) {
  return untilReached({
    what: `customers held against ${key}`,
    expected: 1,
    read: async () => (await stack.api.get(`/segments/${key}/membership`)).data.progress,
    check: () => stack.assertRunning(),
  });
}

import { CpuMeter } from '../cpu-meter.mjs';
import { Counters } from '../counters.mjs';
import { untilInboxEmpty } from './customers.mjs';

const CONNECTIONS = 8;
const BATCH = 100;
const MOST_EVENTS = 100_000;
const EVENTS_A_CUSTOMER = 3;

/** How many events a round has, of customers that exist. */
export function eventsOf(customers) {
  return Math.min(MOST_EVENTS, customers * EVENTS_A_CUSTOMER);
}

/** Speed of a round, what a single event costs each process in microseconds of a core, and in statements. */
export async function processed(stack, { event, events, name }) {
  const meter = new CpuMeter(stack);
  const counters = await Counters.start(stack);
  const spec = { event, run: name, customers: Math.ceil(events / EVENTS_A_CUSTOMER) };
  const sent = await stack.load.send({ connections: CONNECTIONS, batch: BATCH, count: events, spec });
  const perS = (events * 1000) / ((await untilInboxEmpty(stack)) - sent.startedAt);
  const { sqlStatements } = await counters.per(events);
  const cpuUs = Object.fromEntries(
    Object.entries(meter.lap()).map(([process, seconds]) => [process, (seconds * 1e6) / events]),
  );
  return { perS, cpuUs, sqlStatements };
}

import { setTimeout as delay } from 'node:timers/promises';
import { greetingJourney, publishJourney } from '../content.mjs';
import { addressOf, eventJson } from '../events.mjs';
import { KeepAliveConnection } from '../keep-alive-connection.mjs';
import { nowMs } from '../monotonic-clock.mjs';
import { percentile } from '../statistics.mjs';

const EVENTS = 200;
const WARM_UP_EVENTS = 20;
const SETTLE_MS = 3_000;
const ARRIVAL_TIMEOUT_MS = 10_000;
const SHORTEST_PAUSE_MS = 15;
const PAUSE_SPREAD_MS = 20;

/** From the POST of one event to the end of DATA at the mail server, one event after the other on an idle system. */
export async function measureLatency(stack, { customers, run }) {
  const event = 'bench-latency.started';
  await publishJourney(stack.api, greetingJourney({ key: 'bench-latency', event, policy: 'smtp' }));
  await stack.sink.reset({ watch: true });
  await delay(SETTLE_MS);
  const connection = new KeepAliveConnection(stack.api.target);
  const spec = { event, run: `latency-${run}`, customers };
  const times = [];
  try {
    await connection.opened();
    for (let at = 0; at < WARM_UP_EVENTS + EVENTS; at++) {
      const time = await timeOfOne({ stack, connection, spec, at });
      if (at >= WARM_UP_EVENTS) times.push(time);
      // An uneven pause keeps the events from falling into step with a timer of the product.
      await delay(SHORTEST_PAUSE_MS + ((at * 7) % PAUSE_SPREAD_MS));
    }
  } finally {
    connection.close();
    await stack.sink.reset();
  }
  return { p50Ms: percentile(times, 0.5), p95Ms: percentile(times, 0.95) };
}

async function timeOfOne({ stack, connection, spec, at }) {
  const arrival = stack.sink.arrivalOf(addressOf(at), ARRIVAL_TIMEOUT_MS);
  const postedAt = nowMs();
  const [answer, arrivedAt] = await Promise.all([connection.post(eventJson(spec, at)), arrival]);
  if (answer.status !== 202)
    throw new Error(`an event was answered ${answer.status}: ${answer.body.slice(0, 300)}`);
  return arrivedAt - postedAt;
}

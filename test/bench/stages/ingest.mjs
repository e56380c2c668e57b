import { Counters } from '../counters.mjs';
import { CpuMeter } from '../cpu-meter.mjs';
import { untilInboxEmpty } from './customers.mjs';

const SINGLE_CONNECTIONS = 64;
const SINGLE_DURATION_MS = 5_000;
const SINGLE_WARM_UP_MS = 1_500;
const MOST_SINGLE = 1_000_000;
const BATCH_CONNECTIONS = 8;
const BATCH = 100;
const EVENTS = 100_000;

/**
 * Events that no journey waits for, of customers that are known: how fast they are accepted (each 202 follows the commit)
 * and how fast they are worked, from the first POST until the inbox is empty. The workers run all the time, but for
 * `acceptedBatchAlone`: there they are halted, and the inbox takes the whole burst.
 */
export async function measureIngest(stack, { customers, run }) {
  const cpu = new CpuMeter(stack);
  const acceptedSinglePerS = await acceptSingle(stack, customers, run);
  const singleCpu = cpu.lap();
  await untilInboxEmpty(stack);
  const counters = await Counters.start(stack);
  cpu.lap();
  const sendBatches = (name) => {
    const spec = { event: 'page.viewed', run: `${name}-${run}`, customers };
    return stack.load.send({ connections: BATCH_CONNECTIONS, batch: BATCH, count: EVENTS, spec });
  };
  const sent = await sendBatches('batch');
  const batchCpu = cpu.lap();
  const emptyAt = await untilInboxEmpty(stack);
  const perEvent = await counters.per(EVENTS);
  const restCpu = cpu.lap();
  const alone = stack.isServer ? await stack.withWorkersHalted(() => sendBatches('alone')) : undefined;
  await untilInboxEmpty(stack);
  return {
    ingest: {
      acceptedSinglePerS,
      acceptedBatchPerS: ratePerS(sent),
      ...(alone && { acceptedBatchAlonePerS: ratePerS(alone) }),
      processedPerS: (EVENTS * 1000) / (emptyAt - sent.startedAt),
      cpuSeconds: { single: singleCpu, batch: batchCpu, rest: restCpu },
    },
    perEvent,
  };
}

async function acceptSingle(stack, customers, run) {
  const order = { connections: SINGLE_CONNECTIONS, batch: 1, count: MOST_SINGLE };
  const warmUp = { event: 'page.viewed', run: `warm-${run}`, customers };
  await stack.load.send({ ...order, durationMs: SINGLE_WARM_UP_MS, spec: warmUp });
  const spec = { event: 'page.viewed', run: `single-${run}`, customers };
  const sent = await stack.load.send({ ...order, durationMs: SINGLE_DURATION_MS, spec });
  return ratePerS(sent);
}

function ratePerS({ accepted, startedAt, endedAt }) {
  return (accepted * 1000) / (endedAt - startedAt);
}

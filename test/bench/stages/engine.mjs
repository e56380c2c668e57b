import { compileJourney, resume, simulate, start } from '../../../libs/engine/dist/index.js';
import { customerId } from '../events.mjs';
import { nowMs } from '../monotonic-clock.mjs';
import { percentile } from '../statistics.mjs';
import { untilInboxEmpty } from './customers.mjs';

const DAY_MS = 86_400_000;
const START = Date.parse('2026-03-02T08:00:00Z');
const DAYS = 30;
/** The most that a replay plays. */
const REPLAYED = 10_000;
const VIEWS_EACH = 18;
const WARM_UP = 50_000;
const PASSAGES = 300_000;
const SIMULATIONS = 50;
const JOURNEY = 'bench-replayed';

const END = { type: 'exit', reason: 'completed' };

/** Eight steps: messages, a branch, an update, a wait, a wait for an event, a split. */
const DEFINITION = {
  entry: {
    triggers: [{ type: 'event', event: 'bench.started' }],
    condition: { trait: 'plan', in: ['pro', 'free'] },
    reentry: { mode: 'after-exit' },
  },
  exit: [{ event: 'account.closed' }],
  goals: [{ key: 'used', event: 'bench.used', within: '14d' }],
  start: 'hello',
  steps: {
    hello: { type: 'message', template: 'bench-hello', policy: 'noop', next: 'plan' },
    plan: { type: 'branch', cases: [{ when: { trait: 'plan', is: 'pro' }, next: 'rest' }], else: 'mark' },
    mark: { type: 'update', set: { stage: 'seen' }, next: 'rest' },
    rest: { type: 'wait', for: '1d', next: 'hear' },
    hear: {
      type: 'wait-for',
      any: [{ event: 'bench.used', where: { property: 'source', is: 'campaign-tool' }, next: 'thanks' }],
      timeout: { after: '3d', next: 'pick' },
    },
    pick: {
      type: 'split',
      arms: [
        { key: 'a', weight: 50, next: 'thanks' },
        { key: 'b', weight: 50, next: 'end' },
      ],
    },
    thanks: { type: 'message', template: 'bench-pro', policy: 'noop', next: 'end' },
    end: END,
  },
};

/** Every morning of half a year: a branch, a message every time, an event every other day. */
const HALF_A_YEAR = {
  entry: { triggers: [{ type: 'event', event: 'bench.started' }] },
  start: 'morning',
  steps: {
    morning: { type: 'wait', until: { time: '09:00', timezone: 'customer' }, next: 'plan' },
    plan: { type: 'branch', cases: [{ when: { trait: 'plan', is: 'pro' }, next: 'hello' }], else: 'hello' },
    hello: { type: 'message', template: 'bench-hello', policy: 'noop', next: 'hear' },
    hear: {
      type: 'wait-for',
      any: [{ event: 'bench.used', next: 'morning' }],
      timeout: { after: '12h', next: 'morning' },
    },
  },
};

const SEND = { send: true, channel: 'email' };
const decideMessage = () => SEND;

/** The engine by itself, half a year of one customer, and a draft against a month of ten thousand. */
export async function measureEngine(stack, { customers, run }) {
  const stepsPerS = pureSteps();
  const sixMonthsMs = halfAYear();
  const replayed = Math.min(customers, REPLAYED);
  await happen(stack, replayed, run);
  await stack.api.put(`/journey-templates/${JOURNEY}`, { name: JOURNEY, definition: DEFINITION });
  const replay = timed(() => stack.api.post(`/journey-templates/${JOURNEY}/replay`, { days: DAYS }));
  const besideP95Ms = await readsBeside(stack, replay);
  const { seconds, answer } = await replay;
  const { complete, customers: played } = answer.data;
  if (!complete || played.played < replayed)
    throw new Error(`the replay played ${played.played} of ${replayed} customers`);
  return { stepsPerS, sixMonthsMs, replayS: seconds, replayEntered: played.entered, besideP95Ms };
}

/** Enrollments led from their trigger to their end, with nothing around the engine. */
function pureSteps() {
  const journey = compileJourney(DEFINITION);
  const lead = (from, to) => {
    let steps = 0;
    for (let number = from; number < to; number++) steps += passage(journey, number);
    return steps;
  };
  lead(0, WARM_UP);
  const startedAt = nowMs();
  const steps = lead(0, PASSAGES);
  return (steps * 1_000) / (nowMs() - startedAt);
}

function passage(journey, number) {
  const traits = { plan: number % 2 === 0 ? 'pro' : 'free' };
  const customer = { id: customerId(number), traits, timezone: undefined, locale: undefined };
  const input = { journey, journeyKey: JOURNEY, timezone: 'UTC', decideMessage, customer, now: START };
  input.trigger = { type: 'event', event: anEvent('bench.started', START) };
  let moved = start(input);
  let steps = moved.records.length;
  const bring = (now, signal) => {
    input.now = now;
    input.signal = signal;
    input.customer = moved.customer;
    moved = resume(moved.state, input);
    steps += moved.records.length;
  };
  bring(START + DAY_MS, { type: 'due' });
  const later = START + (number % 3 === 0 ? 4 : 2) * DAY_MS;
  bring(later, number % 3 === 0 ? { type: 'due' } : { type: 'event', event: anEvent('bench.used', later) });
  if (moved.state.status !== 'ended') throw new Error(`passage ${number} has not ended`);
  return steps;
}

function anEvent(name, occurredAt) {
  return { name, properties: { source: 'campaign-tool' }, occurredAt };
}

function halfAYear() {
  const journey = compileJourney(HALF_A_YEAR);
  const stimuli = [anEvent('bench.started', START)];
  for (let day = 1; day < 182; day += 2)
    stimuli.push(anEvent('bench.used', START + day * DAY_MS + 3_600_000));
  const request = {
    journey,
    journeyKey: JOURNEY,
    timezone: 'UTC',
    decideMessage,
    customer: { id: 'c', traits: { plan: 'pro' }, timezone: 'Europe/Paris', locale: 'fr' },
    stimuli: stimuli.map(({ name, properties, occurredAt }) => ({
      type: 'event',
      at: occurredAt,
      event: name,
      properties,
    })),
    until: START + 182 * DAY_MS,
  };
  const times = [];
  for (let turn = 0; turn < SIMULATIONS; turn++) {
    const startedAt = nowMs();
    const { happenings } = simulate(request);
    times.push(nowMs() - startedAt);
    const sent = happenings.filter(({ type }) => type === 'sends').length;
    if (sent < 180) throw new Error(`half a year has ${sent} messages`);
  }
  return percentile(times, 0.95);
}

/** Twenty events of each customer, spread over the days before now. */
async function happen(stack, customers, run) {
  const from = Date.now() - DAYS * DAY_MS + 60_000;
  const kinds = [
    ['bench.started', 1],
    ['page.viewed', VIEWS_EACH],
    ['bench.used', 1],
  ];
  for (const [event, each] of kinds) {
    const count = customers * each;
    const stepMs = Math.floor((DAYS * DAY_MS - 120_000) / count);
    const spec = { event, run: `replayed-${event}-${run}`, customers, spread: { from, stepMs } };
    await stack.load.send({ connections: 8, batch: 100, count, spec });
  }
  await untilInboxEmpty(stack);
}

async function timed(work) {
  const startedAt = nowMs();
  const answer = await work();
  return { answer, seconds: (nowMs() - startedAt) / 1_000 };
}

/** What a read of one customer takes while it goes on. */
async function readsBeside(stack, work) {
  let isOver = false;
  const over = () => (isOver = true);
  work.then(over, over);
  const times = [];
  do {
    const startedAt = nowMs();
    await stack.api.get(`/customers/${customerId(times.length % 100)}`);
    times.push(nowMs() - startedAt);
  } while (!isOver);
  return percentile(times, 0.95);
}

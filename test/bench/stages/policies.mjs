import { ContentSnapshot } from '../../../libs/content/dist/index.js';
import { planMessage } from '../../../libs/messaging/dist/index.js';
import { nowMs } from '../monotonic-clock.mjs';
import { publishPolicies, withdrawPolicies } from '../content.mjs';
import { measureJourney } from './journey.mjs';

const NOW = Date.parse('2026-03-02T10:00:00Z');
const HOUR_MS = 3_600_000;
const WARM_UP = 20_000;
const DECISIONS = 200_000;
const ROUNDS = 5;
/** Messages of the last weeks that every customer of the decisions has. */
const CONTACTS = 12;

/**
 * What channel policies cost: a decision under five of them by itself, and journeys whose messages go by five of them.
 * @param {import('../stack.mjs').Stack} stack
 */
export async function measurePolicies(stack, { customers, run }) {
  const decisionUs = measureDecisions();
  const policies = await publishPolicies(stack.api);
  try {
    const { throughput, perEnrollment } = await measureJourney(stack, { customers, policy: 'capped', run });
    const { enrollmentsPerS, messagesPerS } = throughput;
    const { sqlStatements } = perEnrollment;
    return { customers, decisionUs, enrollmentsPerS, messagesPerS, sqlStatements };
  } finally {
    await withdrawPolicies(stack.api, policies);
  }
}

const version = (itemId, type, key, document) => ({
  itemId,
  versionId: itemId,
  number: 1,
  type,
  key,
  document,
});

/** Caps, quiet hours in the customer's zone, a suppression, a condition and an override in each of five. */
const POLICY = {
  caps: [
    { max: 20, per: '7d' },
    { max: 15, per: '1d', channel: 'email' },
  ],
  quietHours: [{ from: '21:00', to: '08:00' }],
  suppress: [{ event: 'complaint.opened', for: '72h', until: 'ticket.resolved' }],
  condition: { trait: 'plan', in: ['pro', 'free'] },
  overrides: [{ segment: 'vip', caps: [{ max: 50, per: '7d' }] }],
};

const CONTENT = new ContentSnapshot(1, [
  version(1, 'message-templates', 'hello', { channels: { email: { subject: 'S', html: 'H' } } }),
  version(2, 'connectors', 'noop', { type: 'noop', config: {} }),
  version(3, 'channel-policies', 'own', { ...POLICY, channels: [{ channel: 'email', connector: 'noop' }] }),
  ...['a', 'b', 'c', 'd'].map((key, at) =>
    version(4 + at, 'channel-policies', key, { ...POLICY, scope: 'house' }),
  ),
]);

const FACTS = { events: () => [], isIn: () => false };

/** The median of the rounds, in microseconds a decision, on one core. */
function measureDecisions() {
  const people = Array.from({ length: 1_000 }, (_, at) => personOf(at));
  decide(people, WARM_UP);
  const rounds = Array.from({ length: ROUNDS }, () => {
    const startedAt = nowMs();
    decide(people, DECISIONS);
    return ((nowMs() - startedAt) * 1_000) / DECISIONS;
  });
  return rounds.sort((one, other) => one - other)[Math.floor(ROUNDS / 2)];
}

function personOf(at) {
  const contacts = Array.from({ length: CONTACTS }, (_, place) => ({
    id: place,
    channel: 'email',
    category: 'marketing',
    brand: undefined,
    sentAt: NOW - (place * 13 + 1) * HOUR_MS,
    plannedAt: 0,
    expiresAt: undefined,
    priority: 50,
    isMovable: false,
    policy: 'own',
    segments: undefined,
  }));
  const traits = { email: `c-${at}@example.com`, plan: at % 2 === 0 ? 'pro' : 'free' };
  const customer = { traits, timezone: at % 2 === 0 ? 'Europe/Paris' : 'UTC', factsOf: () => FACTS };
  return { customer, contacts };
}

function decide(people, count) {
  const request = { template: 'hello', policy: 'own', channel: 'policy' };
  let sent = 0;
  for (let at = 0; at < count; at++) {
    const { customer, contacts } = people[at % people.length];
    const moment = { now: NOW, timezone: 'UTC', contacts };
    if (planMessage(CONTENT, request, customer, moment).send) sent++;
  }
  if (sent !== count) throw new Error(`${count - sent} of ${count} messages were not let pass`);
}

import type { Customer } from '@parcours/audience';
import { ContentSnapshot, type PublishedVersion } from '@parcours/content';
import { compileJourney, isJourneyDefinition } from '@parcours/engine';
import { type InboxEntry, type InboxRow, MAX_HOPS, seenIdOf } from '@parcours/events';
import { IdGenerator, type JsonObject, ManualClock } from '@parcours/kernel';

import { openJourneysOf, type RunningJourney } from '../templates/running-journeys.service.js';
import { LaneSession } from './lane-session.js';
import type { LaneChanges, LaneWork } from './lane-work.js';

const NOW = Date.UTC(2026, 5, 1, 8);
const LANE = 3;
const END = { type: 'exit', reason: 'completed' };

function journey(id: number, key: string, definition: JsonObject): RunningJourney {
  const entry = { triggers: [{ type: 'event', event: 'account.created' }, { type: 'api' }] };
  const complete = { entry, ...definition };
  if (!isJourneyDefinition(complete)) throw new TypeError('no definition');
  return { itemId: id * 10, versionId: id, key, compiled: compileJourney(complete) };
}

const CONTENT: readonly PublishedVersion[] = [
  {
    ...{ itemId: 900, versionId: 90, type: 'message-templates', key: 'hello', number: 1 },
    document: { channels: { email: { subject: 'S', html: 'H' } } },
  },
  {
    ...{ itemId: 910, versionId: 91, type: 'connectors', key: 'mailbox', number: 1 },
    document: { config: {} },
  },
  {
    ...{ itemId: 920, versionId: 92, type: 'channel-policies', key: 'default', number: 1 },
    document: { channels: [{ channel: 'email', connector: 'mailbox' }] },
  },
];

/** A lane in memory: what one batch leaves behind is what the next one finds. */
class LaneInMemory {
  private customers: Customer[] = [];
  private enrollments: LaneWork['enrollments'] = [];
  private readonly seen = new Set<string>();
  private readonly ids = new IdGenerator(1, new ManualClock(NOW));
  now = NOW;

  constructor(private readonly journeys: readonly RunningJourney[]) {}

  /** Works entries, and then those who are due, as one batch. */
  batch(entries: readonly InboxEntry[]): LaneChanges {
    const work = this.work(entries);
    const session = new LaneSession(work, { ids: this.ids, timezone: 'UTC' });
    for (const row of work.inbox) session.receive(row);
    for (const enrollment of work.due) {
      const customer = this.customers.find(({ id }) => id === enrollment.customerId);
      session.wake(enrollment, customer?.externalId ?? '');
    }
    return this.keep(session.changes());
  }

  traitsOf(externalId: string): JsonObject | undefined {
    return this.customers.find((customer) => customer.externalId === externalId)?.traits;
  }

  /** Works entries, and then what Parcours finds out about a customer. */
  batchWith(entries: readonly InboxEntry[], found: { customerKey: string; name: string }): LaneChanges {
    const work = this.work(entries);
    const session = new LaneSession(work, { ids: this.ids, timezone: 'UTC' });
    for (const row of work.inbox) session.receive(row);
    session.happen(found.customerKey, { name: found.name, properties: {} });
    return this.keep(session.changes());
  }

  private work(entries: readonly InboxEntry[]): LaneWork {
    const inbox = entries.map((entry): InboxRow => ({ id: this.ids.next(), entry }));
    const active = this.enrollments.filter(({ state }) => state.status === 'active');
    return {
      lane: LANE,
      now: this.now,
      inbox,
      handedOn: [],
      dueMembers: [],
      outdated: [],
      erased: new Map(),
      due: active.filter(({ state }) => state.dueAt !== null && state.dueAt <= this.now),
      customers: this.customers,
      enrollments: active,
      past: this.enrollments.flatMap(({ customerId, journeyId, entryKey, state }) =>
        state.endedAt === null ? [] : [{ customerId, journeyId, entryKey, endedAt: state.endedAt }],
      ),
      knownMessageIds: new Set(this.seen),
      ended: this.enrollments.filter(({ state }) => state.status === 'ended'),
      open: openJourneysOf(new ContentSnapshot(1, CONTENT), this.journeys),
      pinned: new Map(this.journeys.map((each) => [each.versionId, each])),
    };
  }

  private keep(changes: LaneChanges): LaneChanges {
    const changed = new Map(changes.customers.map((customer) => [customer.id, customer]));
    this.customers = [
      ...this.customers.map((known) => changed.get(known.id) ?? known),
      ...changes.newCustomers,
    ];
    const moved = new Map(changes.enrollments.map((enrollment) => [enrollment.id, enrollment]));
    const untouched = this.enrollments.filter(({ id }) => !moved.has(id));
    this.enrollments = [...untouched, ...changes.enrollments];
    for (const { customerId, messageId } of changes.events) {
      if (messageId !== undefined) this.seen.add(seenIdOf(customerId, messageId));
    }
    return changes;
  }
}

function event(
  customerKey: string,
  name: string,
  rest: Partial<Extract<InboxEntry, { kind: 'event' }>> = {},
) {
  return {
    ...{ kind: 'event' as const, customerKey, name, messageId: undefined, occurredAt: NOW },
    ...{ properties: {}, traits: undefined },
    ...rest,
  };
}

const created = (customer: string, rest?: Parameters<typeof event>[2]) =>
  event(customer, 'account.created', rest);
const trail = ({ records }: LaneChanges) => records.map(({ record }) => `${record.step}:${record.code}`);
const states = ({ enrollments }: LaneChanges) =>
  enrollments.map(({ state }) => state.step ?? `ended ${String(state.endReason)}`);

const WAITING = journey(1, 'waiting', {
  start: 'rest',
  exit: [{ event: 'cancelled' }],
  steps: { rest: { type: 'wait-for', any: [{ event: 'go', next: 'end' }] }, end: END },
});
const WRITING = journey(2, 'writing', {
  entry: { triggers: [{ type: 'event', event: 'account.created' }], reentry: { mode: 'always' } },
  start: 'hello',
  exit: [{ event: 'cancelled' }],
  steps: {
    hello: { type: 'message', template: 'hello', next: 'rest' },
    rest: { type: 'wait', for: '1d', next: 'end' },
    end: END,
  },
});
const ASKING = journey(3, 'asking', {
  start: 'hello',
  steps: {
    hello: { type: 'message', template: 'hello', on: { failed: 'sad' }, next: 'end' },
    sad: { type: 'exit', reason: 'sad' },
    end: END,
  },
});

describe('a batch of a lane', () => {
  it('creates customers on first sight, with the traits of all their events in order', () => {
    const lane = new LaneInMemory([]);
    const { newCustomers, customers } = lane.batch([
      event('a', 'x', { traits: { plan: 'trial', gone: 1 } }),
      event('b', 'x'),
      event('a', 'x', { traits: { plan: 'pro', gone: null } }),
    ]);
    expect(
      newCustomers.map(({ externalId, traits, revision, lane: of }) => [externalId, traits, revision, of]),
    ).toEqual([
      ['a', { plan: 'pro' }, 1, LANE],
      ['b', {}, 1, LANE],
    ]);
    expect(customers).toEqual([]);
  });

  it('writes known customers only when an event changed them', () => {
    const lane = new LaneInMemory([]);
    lane.batch([event('a', 'x', { traits: { plan: 'trial' } }), event('b', 'x')]);
    const { newCustomers, customers } = lane.batch([
      event('b', 'x'),
      event('a', 'x', { traits: { plan: 'pro' } }),
    ]);
    expect(newCustomers).toEqual([]);
    expect(customers.map(({ externalId, revision }) => [externalId, revision])).toEqual([['a', 2]]);
  });

  it('leads an entry and what it waits for, in one batch, in their order', () => {
    const lane = new LaneInMemory([WAITING]);
    const changes = lane.batch([event('a', 'go'), created('a'), event('a', 'go'), event('a', 'go')]);
    expect(trail(changes)).toEqual(['rest:event', 'end:ended']);
    expect(states(changes)).toEqual(['ended completed']);
    expect(changes.events.map(({ name }) => name)).toEqual(['go', 'account.created', 'go', 'go']);
  });

  it('lets the event that lets in not count for the step that it leads to', () => {
    const again = journey(4, 'again', {
      start: 'rest',
      steps: { rest: { type: 'wait-for', any: [{ event: 'account.created', next: 'end' }] }, end: END },
    });
    const lane = new LaneInMemory([again]);
    expect(states(lane.batch([created('a')]))).toEqual(['rest']);
    expect(states(lane.batch([created('a')]))).toEqual(['ended completed']);
  });

  it('keeps to the rule of re-entry within itself as between batches', () => {
    const lane = new LaneInMemory([WAITING]);
    const first = lane.batch([created('a'), created('a'), event('a', 'go'), created('a')]);
    expect(first.enrollments).toHaveLength(1);
    expect(lane.batch([created('a')]).enrollments).toEqual([]);
  });

  it('works a message id once, within itself and for ever, and its traits with it', () => {
    const lane = new LaneInMemory([WRITING]);
    const once = created('a', { messageId: 'm', traits: { email: 'a@example.com', n: 1 } });
    const again = { ...once, traits: { n: 2 } };
    expect(lane.batch([once, again]).enrollments).toHaveLength(1);
    const later = lane.batch([again, created('b', { messageId: 'm' })]);
    expect(later.enrollments.map(({ customerId }) => customerId)).toEqual([later.newCustomers[0]?.id]);
    expect(lane.traitsOf('a')).toEqual({ email: 'a@example.com', n: 1 });
  });

  it('queues a message with its plan, and ends what is due', () => {
    const lane = new LaneInMemory([WRITING]);
    const entered = lane.batch([created('a', { traits: { email: 'a@example.com' } })]);
    expect(entered.messages).toMatchObject([
      {
        lane: LANE,
        step: 'hello',
        visit: 1,
        channel: 'email',
        connectorId: 910,
        templateVersionId: 90,
        reportsOutcome: false,
      },
    ]);
    expect(lane.batch([]).enrollments).toEqual([]);
    lane.now += 86_400_000;
    expect(states(lane.batch([]))).toEqual(['ended completed']);
  });

  it('writes a message that was decided in it and an exit that withdraws it, both', () => {
    const lane = new LaneInMemory([WRITING]);
    const changes = lane.batch([
      created('a', { traits: { email: 'a@example.com' } }),
      event('a', 'cancelled'),
    ]);
    expect(states(changes)).toEqual(['ended exit-rule']);
    expect(changes.withdrawn).toEqual(changes.messages.map(({ enrollmentId }) => enrollmentId));
    expect(changes.messages).toHaveLength(1);
  });

  it('leaves ended what a passage before has taken the customer out of, though the event is for it too', () => {
    const leaving = journey(5, 'leaving', {
      start: 'rest',
      steps: {
        rest: { type: 'wait-for', any: [{ event: 'go', next: 'out' }] },
        out: { type: 'journey', leave: 'waiting', next: 'end' },
        end: END,
      },
    });
    const lane = new LaneInMemory([leaving, WAITING]);
    lane.batch([created('a')]);
    const changes = lane.batch([event('a', 'go')]);
    expect(trail(changes)).toEqual(['rest:event', 'out:leaves', 'end:ended', 'rest:left']);
    expect(states(changes)).toEqual(['ended completed', 'ended left']);
  });

  it('does not wake who has left in it by an exit rule', () => {
    const lane = new LaneInMemory([WRITING]);
    lane.batch([created('a')]);
    lane.now += 86_400_000;
    expect(trail(lane.batch([event('a', 'cancelled')]))).toEqual(['rest:exit-rule']);
  });

  it('brings the outcome of a message to the step that waits for it, and to no other visit', () => {
    const lane = new LaneInMemory([ASKING]);
    const entered = lane.batch([created('a', { traits: { email: 'a@example.com' } })]);
    expect(entered.messages).toMatchObject([{ step: 'hello', visit: 1, reportsOutcome: true }]);
    const enrollmentId = entered.enrollments[0]?.id ?? 0;
    const outcome = {
      kind: 'outcome' as const,
      customerKey: 'a',
      enrollmentId,
      step: 'hello',
      outcome: 'failed' as const,
    };
    expect(lane.batch([{ ...outcome, visit: 2 }]).enrollments).toEqual([]);
    const failed = lane.batch([{ ...outcome, visit: 1 }]);
    expect(trail(failed)).toEqual(['hello:failed', 'sad:ended']);
    expect(failed.events).toEqual([]);
    expect(lane.batch([{ ...outcome, visit: 1 }]).enrollments).toEqual([]);
  });

  it('lets in by the API, and keeps the trigger in the history of events', () => {
    const lane = new LaneInMemory([WAITING]);
    const trigger = {
      ...{ kind: 'trigger' as const, customerKey: 'a', journey: 'waiting', messageId: undefined },
      ...{ occurredAt: NOW, context: { offer: 'spring' }, traits: { plan: 'pro' } },
    };
    const changes = lane.batch([trigger, { ...trigger, customerKey: 'b', journey: 'gone' }]);
    expect(changes.enrollments.map(({ state }) => state.context)).toEqual([{ offer: 'spring' }]);
    expect(changes.events.map(({ name }) => name)).toEqual(['journey.triggered', 'journey.triggered']);
    expect(changes.newCustomers[0]?.traits).toEqual({ plan: 'pro' });
  });

  it('runs passages of several journeys side by side, each for itself', () => {
    const lane = new LaneInMemory([WAITING, WRITING]);
    const entered = lane.batch([created('a')]);
    expect(entered.enrollments.map(({ journeyId }) => journeyId)).toEqual([10, 20]);
    expect(states(lane.batch([event('a', 'go')]))).toEqual(['ended completed']);
    expect(states(lane.batch([event('a', 'cancelled')]))).toEqual(['ended exit-rule']);
  });

  const NURTURE = journey(5, 'nurture', {
    entry: { triggers: [{ type: 'event', event: 'nurture' }] },
    goals: [{ key: 'paid', event: 'paid', within: '2d', value: 'event.amount' }],
    start: 'rest',
    steps: { rest: { type: 'wait', for: '1d', next: 'end' }, end: END },
  });
  const sending = (id: number, step: JsonObject) =>
    journey(id, 'sending', {
      entry: { triggers: [{ type: 'event', event: 'send' }], reentry: { mode: 'always' } },
      start: 'other',
      steps: { other: { next: 'end', ...step }, end: END },
    });
  const paid = (amount: number, at: number) => event('a', 'paid', { properties: { amount }, occurredAt: at });

  it('passes an event that a step raises to the batches that follow, where it lets in (B2)', () => {
    const lane = new LaneInMemory([NURTURE, sending(6, { type: 'emit', event: 'nurture' })]);
    const first = lane.batch([event('a', 'send')]);
    expect(first.entries).toMatchObject([{ kind: 'event', customerKey: 'a', name: 'nurture', hops: 1 }]);
    expect(states(lane.batch(first.entries))).toEqual(['rest']);
  });

  it('lets in a customer whom another journey sends, without a trigger of its own for it (B2)', () => {
    const lane = new LaneInMemory([NURTURE, sending(6, { type: 'journey', enter: 'nurture' })]);
    const { entries } = lane.batch([event('a', 'send')]);
    expect(entries).toMatchObject([{ kind: 'trigger', journey: 'nurture', from: 'sending', hops: 1 }]);
    expect(states(lane.batch(entries))).toEqual(['rest']);
  });

  it('takes a customer out of another journey at once, and of no other customer’s (B2)', () => {
    const lane = new LaneInMemory([NURTURE, sending(6, { type: 'journey', leave: 'nurture' })]);
    lane.batch([event('a', 'nurture'), event('b', 'nurture')]);
    const left = lane.batch([event('a', 'send')]);
    expect(states(left)).toEqual(['ended completed', 'ended left']);
    expect(left.withdrawn).toHaveLength(1);
  });

  it('puts aside what journeys bring each other that go on and on (B2)', () => {
    const lane = new LaneInMemory([sending(6, { type: 'emit', event: 'send' })]);
    let entries: readonly InboxEntry[] = [event('a', 'send')];
    let rounds = 0;
    let refused: readonly InboxEntry[] = [];
    for (; entries.length > 0 && rounds < 100; rounds++) {
      const changes = lane.batch(entries);
      ({ entries, refused } = changes);
    }
    expect(rounds).toBe(MAX_HOPS + 1);
    expect(refused).toMatchObject([{ name: 'send', hops: MAX_HOPS + 1 }]);
  });

  it('counts what is found out about a customer as set off by what came for them, and for nobody else (B2)', () => {
    const found = { customerKey: 'a', name: 'send' };
    const hopsOf = (entries: readonly InboxEntry[]) =>
      new LaneInMemory([sending(6, { type: 'emit', event: 'go' })])
        .batchWith(entries, found)
        .entries.map((entry) => 'hops' in entry && entry.hops);
    expect(hopsOf([event('a', 'x', { hops: 4 }), event('a', 'x', { hops: 2 }), event('b', 'x')])).toEqual([
      5,
    ]);
    expect(hopsOf([event('a', 'x'), event('b', 'x', { hops: 7 })])).toEqual([1]);
  });

  it('counts a goal once, under way or after the end, for the last passage (B3)', () => {
    const lane = new LaneInMemory([NURTURE]);
    lane.batch([event('a', 'nurture')]);
    lane.now += 86_400_000;
    lane.batch([]);
    const reached = lane.batch([paid(7, lane.now), paid(8, lane.now)]);
    expect(reached.goals).toMatchObject([{ goal: 'paid', value: 7, credit: null, at: lane.now }]);
    expect(reached.enrollments.map(({ state }) => state.progress)).toEqual([{ goals: ['paid'] }]);
    expect(lane.batch([paid(9, lane.now)]).goals).toEqual([]);
  });

  it('counts no goal of one who never entered, nor after its window (B3)', () => {
    const lane = new LaneInMemory([NURTURE]);
    expect(lane.batch([paid(1, NOW)]).goals).toEqual([]);
    lane.batch([event('a', 'nurture')]);
    lane.now += 3 * 86_400_000;
    lane.batch([]);
    expect(lane.batch([paid(1, lane.now)]).goals).toEqual([]);
  });
});

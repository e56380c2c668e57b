import type { Customer } from '@parcours/audience';
import { ContentSnapshot, type PublishedVersion } from '@parcours/content';
import { compileJourney, isJourneyDefinition } from '@parcours/engine';
import { type InboxEntry, type InboxRow, seenIdOf } from '@parcours/events';
import { IdGenerator, type JsonObject, ManualClock } from '@parcours/kernel';

import type { RunningJourney } from '../templates/running-journeys.service.js';
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

  private work(entries: readonly InboxEntry[]): LaneWork {
    const inbox = entries.map((entry): InboxRow => ({ id: this.ids.next(), entry }));
    const active = this.enrollments.filter(({ state }) => state.status === 'active');
    const byTriggerEvent = new Map<string, RunningJourney[]>();
    for (const each of this.journeys) {
      for (const event of each.compiled.triggerEvents) {
        byTriggerEvent.set(event, [...(byTriggerEvent.get(event) ?? []), each]);
      }
    }
    return {
      lane: LANE,
      now: this.now,
      inbox,
      handedOn: [],
      outdated: [],
      erased: new Map(),
      due: active.filter(({ state }) => state.dueAt !== null && state.dueAt <= this.now),
      customers: this.customers,
      enrollments: active,
      past: this.enrollments.flatMap(({ customerId, journeyId, entryKey, state }) =>
        state.endedAt === null ? [] : [{ customerId, journeyId, entryKey, endedAt: state.endedAt }],
      ),
      knownMessageIds: new Set(this.seen),
      open: {
        content: new ContentSnapshot(1, CONTENT),
        byKey: new Map(this.journeys.map((each) => [each.key, each])),
        byTriggerEvent,
      },
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
});

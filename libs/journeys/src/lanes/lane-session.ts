import {
  canEnter,
  convert,
  type EngineInput,
  type EventView,
  expel,
  type MessageDecision,
  type MessageRequest,
  type Passage,
  resume,
  type Signal,
  start,
  type Trigger,
} from '@parcours/engine';
import {
  type EventEntry,
  type InboxRow,
  type OutcomeEntry,
  seenIdOf,
  type StoredEvent,
  type TriggerEntry,
} from '@parcours/events';
import type { IdGenerator } from '@parcours/kernel';
import { type MessagePlan, planMessage, type Reachable } from '@parcours/messaging';

import type { Enrollment, PastEnrollment } from '../enrollments/enrollment.js';
import type { LaneFacts } from '../facts/lane-facts.js';
import type { RunningJourney } from '../templates/running-journeys.service.js';
import { CustomerDesk } from './customer-desk.js';
import { EffectDesk } from './effect-desk.js';
import { EnrollmentDesk } from './enrollment-desk.js';
import type { LaneChanges, LaneWork } from './lane-work.js';

/** A passage through a journey. */
interface Step {
  readonly journey: RunningJourney;
  readonly customerKey: string;
  readonly passage: Passage;
}

/** What a trigger through the API is called in the customer's event history. */
export const TRIGGER_EVENT = 'journey.triggered';

/** The end reason of an enrollment whose customer is not there any more. */
export const CUSTOMER_GONE = 'customer-gone';

export interface SessionSettings {
  readonly ids: IdGenerator;
  /** The workspace's zone. */
  readonly timezone: string;
  /** What lies behind the customers, where a journey asks for it. */
  readonly facts?: LaneFacts | undefined;
}

/**
 * Works one batch of a lane in memory: brings every signal to the engine and gathers what follows. It does no I/O, so
 * a batch is decided by what was read before and written by what comes out.
 */
export class LaneSession {
  private readonly customers: CustomerDesk;
  private readonly enrollments: EnrollmentDesk;
  private readonly events: StoredEvent[] = [];
  private readonly effects: EffectDesk;
  private readonly seenMessageIds: Set<string>;
  private readonly plans = new Map<number, MessagePlan>();
  /** Enrollments of this batch that wait for their turn, in the order of entering. */
  readonly queue = new Map<RunningJourney, readonly number[]>();
  /** Of the entry at hand. */
  private hops = 0;

  constructor(
    private readonly work: LaneWork,
    private readonly settings: SessionSettings,
  ) {
    this.customers = new CustomerDesk(work, settings.ids, settings.facts);
    this.enrollments = new EnrollmentDesk(work);
    this.effects = new EffectDesk(work, settings.ids);
    this.seenMessageIds = new Set(work.knownMessageIds);
  }

  get facts(): LaneFacts | undefined {
    return this.settings.facts;
  }

  /** Passages that have ended, of customers who may enter again because of what the batch finds out. */
  recall(past: readonly PastEnrollment[]): void {
    this.enrollments.recall(past);
  }

  /** An inbox row, in its turn. */
  receive({ id, entry }: InboxRow): void {
    this.hops = ('hops' in entry ? entry.hops : undefined) ?? 0;
    switch (entry.kind) {
      case 'event':
        this.receiveEvent(id, entry);
        return;
      case 'trigger':
        this.receiveTrigger(id, entry);
        return;
      case 'outcome':
        this.receiveOutcome(entry);
        return;
    }
  }

  /** An enrollment whose time has come. */
  wake(enrollment: Enrollment, customerKey: string): void {
    const current = this.enrollments.get(enrollment.id);
    this.hops = 0;
    if (current) this.signal(current, customerKey, { type: 'due' });
  }

  /** An enrollment whose customer is gone: it ends, for there is nobody to go on. */
  abandon({ id }: Enrollment): void {
    const enrollment = this.enrollments.get(id);
    if (enrollment?.state.status !== 'active') return;
    this.enrollments.end(enrollment, { reason: CUSTOMER_GONE, at: this.work.now });
    this.effects.withdraw(id);
  }

  changes(): LaneChanges {
    return {
      newCustomers: this.customers.additions(),
      customers: this.customers.changes(),
      events: this.events,
      enrollments: this.enrollments.changes(),
      records: this.enrollments.records,
      messages: this.effects.messages,
      withdrawn: this.effects.withdrawn,
      goals: this.effects.goals,
      entries: this.effects.entries,
      refused: this.effects.refused,
    };
  }

  private receiveEvent(id: number, entry: EventEntry): void {
    const { customerKey, name, properties, occurredAt, messageId, origin, context, breaksSchema } = entry;
    const kind = entry.isAnonymous === true ? 'anonymous' : 'known';
    const customerId = this.customers.idOf(customerKey, kind);
    if (this.isRepeated(customerId, messageId)) return;
    this.customers.patch(customerKey, entry.traits);
    const setting = { origin, context, breaksSchema };
    this.note(customerKey, { id, customerId, name, messageId, occurredAt, properties, ...setting });
    this.bring(customerKey, { name, properties, occurredAt });
  }

  /** Something that Parcours itself finds out about a customer, such as that they have come into a segment. */
  happen(customerKey: string, { name, properties }: Pick<EventView, 'name' | 'properties'>): void {
    const { now: occurredAt } = this.work;
    const customerId = this.customers.idOf(customerKey);
    const id = this.settings.ids.next();
    this.note(customerKey, { id, customerId, name, messageId: undefined, occurredAt, properties });
    this.bring(customerKey, { name, properties, occurredAt });
  }

  /** Keeps an event: from now on it is part of what lies behind the customer. */
  private note(customerKey: string, event: StoredEvent & Pick<EventView, 'properties'>): void {
    const { name, occurredAt, properties } = event;
    this.events.push(event);
    this.facts?.addEvent(this.customers.stored(customerKey), name, { occurredAt, properties });
  }

  /** Brings an event to the enrollments that are under way, and then to the journeys that it lets in. */
  private bring(customerKey: string, event: EventView): void {
    const { name } = event;
    const customerId = this.customers.idOf(customerKey);
    for (const enrollment of this.enrollments.activeOf(customerId)) {
      this.signal(enrollment, customerKey, { type: 'event', event });
    }
    this.convertEnded(customerKey, event);
    for (const journey of this.work.open.byTriggerEvent.get(name) ?? []) {
      this.enter(journey, customerKey, { type: 'event', event });
    }
  }

  private receiveTrigger(id: number, entry: TriggerEntry): void {
    const { customerKey, messageId, occurredAt, context } = entry;
    const customerId = this.customers.idOf(customerKey);
    if (this.isRepeated(customerId, messageId)) return;
    this.customers.patch(customerKey, entry.traits);
    const properties = { journey: entry.journey, context };
    this.note(customerKey, { id, customerId, name: TRIGGER_EVENT, messageId, occurredAt, properties });
    const journey = this.work.open.byKey.get(entry.journey);
    if (!journey) return;
    const trigger: Trigger =
      entry.from === undefined ? { type: 'api', context } : { type: 'journey', journey: entry.from, context };
    this.enter(journey, customerKey, trigger);
  }

  private receiveOutcome({ customerKey, enrollmentId, step, visit, outcome }: OutcomeEntry): void {
    const enrollment = this.enrollments.get(enrollmentId);
    if (enrollment) this.signal(enrollment, customerKey, { type: 'message', step, visit, outcome });
  }

  private isRepeated(customerId: number, messageId: string | undefined): boolean {
    if (messageId === undefined) return false;
    const seenId = seenIdOf(customerId, messageId);
    if (this.seenMessageIds.has(seenId)) return true;
    this.seenMessageIds.add(seenId);
    return false;
  }

  private enter(journey: RunningJourney, customerKey: string, trigger: Trigger): void {
    const { now, lane } = this.work;
    const customer = this.customers.view(customerKey);
    const customerId = this.customers.idOf(customerKey);
    const history = this.enrollments.historyOf(customerId, journey.itemId);
    const decision = canEnter(journey.compiled, { customer, trigger, history, now });
    if (!decision.enter) return;
    const isQueued = journey.compiled.intake !== undefined;
    const passage = start({ ...this.inputFor(journey, customerKey), trigger, isQueued });
    const { ids } = this.settings;
    const enrollment = {
      id: ids.next(),
      lane,
      customerId,
      journeyId: journey.itemId,
      versionId: journey.versionId,
      entryKey: decision.entryKey,
      state: passage.state,
    };
    this.follow(enrollment, { journey, customerKey, passage });
    if (!isQueued) return;
    const others = this.queue.get(journey) ?? [];
    this.queue.set(journey, [...others, enrollment.id]);
  }

  /** Says when whoever waits before the first step of a journey may begin. */
  giveTurn(enrollmentId: number, at: number): void {
    this.enrollments.setDue(enrollmentId, at);
  }

  private signal(enrollment: Enrollment, customerKey: string, signal: Signal): void {
    const journey = this.journeyOf(enrollment);
    if (!journey) return;
    const passage = resume(enrollment.state, { ...this.inputFor(journey, customerKey), signal });
    if (passage) this.follow(enrollment, { journey, customerKey, passage });
  }

  /** Goals that an event reaches for passages that have ended: the last one through each journey is credited. */
  private convertEnded(customerKey: string, event: EventView): void {
    for (const { itemId } of this.work.open.byGoalEvent.get(event.name) ?? []) {
      const customerId = this.customers.idOf(customerKey);
      const enrollment = this.enrollments.lastEnded(customerId, itemId);
      const journey = enrollment && this.journeyOf(enrollment);
      if (!journey) continue;
      const passage = convert(enrollment.state, { ...this.inputFor(journey, customerKey), event });
      if (passage) this.follow(enrollment, { journey, customerKey, passage });
    }
  }

  /** An enrollment that began in this very batch is pinned to a version that is open. */
  private journeyOf({ versionId }: Enrollment): RunningJourney | undefined {
    return this.work.pinned.get(versionId) ?? this.work.open.byVersion.get(versionId);
  }

  private inputFor(journey: RunningJourney, customerKey: string): EngineInput {
    this.plans.clear();
    return {
      journey: journey.compiled,
      customer: this.customers.view(customerKey),
      now: this.work.now,
      timezone: this.settings.timezone,
      journeyKey: journey.key,
      decideMessage: (request, customer) => this.decide(request, customer),
    };
  }

  private decide(request: MessageRequest, customer: Reachable): MessageDecision {
    const decision = planMessage(this.work.open.content, request, customer);
    if (!decision.send) return decision;
    this.plans.set(request.visit, decision.plan);
    return { send: true, channel: decision.channel, detail: decision.detail };
  }

  /** Takes over a passage: state, history, traits, and what else it leaves to be done. */
  private follow(enrollment: Enrollment, { journey, customerKey, passage }: Step): void {
    const { plans, hops } = this;
    const moved = this.enrollments.apply(enrollment, passage);
    this.facts?.putPassage(this.customers.stored(customerKey), moved);
    this.customers.replaceTraits(customerKey, passage.customer.traits);
    this.effects.follow({ enrollment, customerKey, journeyKey: journey.key, passage, plans, hops });
    for (const effect of passage.effects) {
      if (effect.type === 'leave') this.expel(effect.journey, { by: journey.key, customerKey });
    }
  }

  /** Ends the customer's passages through a journey. */
  private expel(key: string, { by, customerKey }: { by: string; customerKey: string }): void {
    const customerId = this.customers.idOf(customerKey);
    for (const enrollment of this.enrollments.activeOf(customerId)) {
      const journey = this.journeyOf(enrollment);
      if (journey?.key !== key) continue;
      const passage = expel(enrollment.state, this.inputFor(journey, customerKey), { by });
      if (passage) this.follow(enrollment, { journey, customerKey, passage });
    }
  }
}

import {
  type CallEnd,
  canEnter,
  convert,
  type EngineInput,
  type EventView,
  expel,
  type Passage,
  resume,
  type Signal,
  start,
  type Trigger,
} from '@parcours/engine';
import {
  type AnswerEntry,
  type EventEntry,
  type FallbackEntry,
  type InboxRow,
  type OperationEntry,
  type OutcomeEntry,
  type SignalEntry,
  type StoredEvent,
  type TriggerEntry,
} from '@parcours/events';
import type { JsonObject } from '@parcours/kernel';

import type { Enrollment, PastEnrollment } from '../enrollments/enrollment.js';
import type { ContactDesk } from '../facts/contact-desk.js';
import type { LaneFacts } from '../facts/lane-facts.js';
import type { RunningJourney } from '../templates/running-journeys.service.js';
import type { MadeOffers } from '../trials/made-offers.js';
import type { TalliedTrial } from '../trials/trial-tally.js';
import { AnswerDesk } from './answer-desk.js';
import { CustomerDesk } from './customer-desk.js';
import { EffectDesk } from './effect-desk.js';
import { EngineDesk, type SessionSettings } from './engine-desk.js';
import { EnrollmentDesk } from './enrollment-desk.js';
import { fallBack, NO_FALLBACK_EVENT } from './fallback-desk.js';
import { HoldDesk } from './hold-desk.js';
import type { LaneChanges, LaneWork } from './lane-work.js';
import { CUSTOMER_GONE, NOT_ENTERED_EVENT, TRIGGER_EVENT } from './lane-words.js';
import { obey, OperationDesk } from './operation-desk.js';
import { SeenEvents } from './seen-events.js';

/** A passage through a journey. */
interface Step {
  readonly journey: RunningJourney;
  readonly customerKey: string;
  readonly passage: Passage;
}

/** Whom an event is about, by both their ids. */
interface EventCustomer {
  readonly customerId: number;
  readonly customerKey: string;
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
  private readonly operations = new OperationDesk();
  private readonly holds: HoldDesk;
  private readonly seen: SeenEvents;
  private readonly inputs: EngineDesk;
  private readonly answers: AnswerDesk;
  /** Enrollments of this batch that wait for their turn, in the order of entering. */
  readonly queue = new Map<RunningJourney, readonly number[]>();
  /** Of the entry at hand. */
  private hops = 0;
  /** The most that an entry for a customer had, by external id; none where that is 0. */
  private readonly mostHops = new Map<string, number>();

  constructor(
    private readonly work: LaneWork,
    private readonly settings: SessionSettings,
  ) {
    this.customers = new CustomerDesk(work, settings.ids, settings.facts);
    this.enrollments = new EnrollmentDesk(work);
    this.effects = new EffectDesk(work, settings.ids);
    this.holds = new HoldDesk(work, this.enrollments);
    this.inputs = new EngineDesk(work, settings);
    this.answers = new AnswerDesk(work, this.inputs);
    this.seen = new SeenEvents(work.knownMessageIds);
  }

  get offers(): MadeOffers | undefined {
    return this.settings.offers;
  }

  get facts(): LaneFacts | undefined {
    return this.settings.facts;
  }

  get contacts(): ContactDesk {
    return this.inputs.contacts;
  }

  /** Passages that have ended, of customers who may enter again because of what the batch finds out. */
  recall(past: readonly PastEnrollment[]): void {
    this.enrollments.recall(past);
  }

  /** An inbox row, in its turn. */
  receive({ id, entry }: InboxRow): void {
    this.hops = ('hops' in entry ? entry.hops : undefined) ?? 0;
    const { customerKey } = entry;
    if (this.hops > (this.mostHops.get(customerKey) ?? 0)) this.mostHops.set(customerKey, this.hops);
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
      case 'operation':
        this.receiveOperation(entry);
        return;
      case 'signal':
        this.receiveSignal(entry);
        return;
      case 'answer':
        this.receiveAnswer(entry);
        return;
      case 'fallback':
        this.receiveFallback(entry);
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
    this.effects.withdraw(enrollment);
  }

  /** What was tried in this batch, and what was told of what was tried before. */
  trials(): TalliedTrial[] {
    return this.effects.trials.all();
  }

  changes(): LaneChanges {
    return {
      newCustomers: this.customers.additions(),
      customers: this.customers.changes(),
      profiles: this.customers.profiles(),
      events: this.events,
      enrollments: this.enrollments.changes(),
      records: this.enrollments.records,
      messages: this.effects.messages,
      displaced: [...this.inputs.displaced.values()],
      withdrawn: this.effects.withdrawn,
      calls: this.effects.calls,
      withdrawnCalls: this.effects.withdrawnCalls,
      goals: this.effects.goals,
      entries: this.effects.entries,
      refused: this.effects.refused,
      held: this.holds.kept,
      operations: this.operations.tallies,
      retried: this.operations.retried,
      answers: this.answers.handled,
    };
  }

  private receiveEvent(id: number, entry: EventEntry): void {
    const { customerKey, name, properties, occurredAt, messageId, origin, context, breaksSchema } = entry;
    const kind = entry.isAnonymous === true ? 'anonymous' : 'known';
    const customerId = this.customers.idOf(customerKey, kind);
    if (this.seen.isRepeated(customerId, messageId)) return;
    this.customers.patch(customerKey, entry.traits);
    const setting = { origin, context, breaksSchema };
    this.noteEvent(customerKey, { id, customerId, name, messageId, occurredAt, properties, ...setting });
    this.customers.react(customerKey, { name, properties, occurredAt });
    this.bring({ customerId, customerKey }, { name, properties, occurredAt });
  }

  /**
   * Something that Parcours itself finds out about a customer, such as that they have come into a segment. Whatever came
   * for them in this batch may have set it off.
   */
  happen(customerKey: string, { name, properties }: Pick<EventView, 'name' | 'properties'>): void {
    const { now: occurredAt } = this.work;
    this.hops = this.mostHops.get(customerKey) ?? 0;
    const customerId = this.customers.idOf(customerKey);
    const id = this.settings.ids.next();
    this.noteEvent(customerKey, { id, customerId, name, messageId: undefined, occurredAt, properties });
    this.bring({ customerId, customerKey }, { name, properties, occurredAt });
  }

  /** Keeps an event: from now on it is part of what lies behind the customer. */
  private noteEvent(customerKey: string, event: StoredEvent & Pick<EventView, 'properties'>): void {
    const { name, occurredAt, properties } = event;
    this.events.push(event);
    this.facts?.addEvent(this.customers.stored(customerKey), name, { occurredAt, properties });
  }

  /** Brings an event to the enrollments that are under way, and then to the journeys that it lets in. */
  private bring(who: EventCustomer, event: EventView): void {
    const { name } = event;
    const { customerId, customerKey } = who;
    for (const { id } of this.enrollments.activeOf(customerId)) {
      // As it is by now: a passage before it may have taken the customer out of its journey.
      const enrollment = this.enrollments.get(id);
      if (enrollment) this.signal(enrollment, customerKey, { type: 'event', event });
    }
    this.convertEnded(who, event);
    for (const journey of this.work.open.byTriggerEvent.get(name) ?? []) {
      this.enter(journey, customerKey, { type: 'event', event });
    }
  }

  private receiveTrigger(id: number, entry: TriggerEntry): void {
    const { customerKey, messageId, occurredAt, context } = entry;
    const customerId = this.customers.idOf(customerKey);
    if (this.seen.isRepeated(customerId, messageId)) return;
    this.customers.patch(customerKey, entry.traits);
    const properties = { journey: entry.journey, context };
    this.noteEvent(customerKey, { id, customerId, name: TRIGGER_EVENT, messageId, occurredAt, properties });
    const journey = this.work.open.byKey.get(entry.journey);
    if (!journey) return;
    const trigger: Trigger =
      entry.from === undefined ? { type: 'api', context } : { type: 'journey', journey: entry.from, context };
    this.enter(journey, customerKey, trigger, occurredAt);
  }

  private receiveOutcome({ customerKey, enrollmentId, step, visit, outcome, call }: OutcomeEntry): void {
    const enrollment = this.enrollments.get(enrollmentId);
    if (!enrollment) return;
    // Written by this very library, with the end of the call.
    const end = call as CallEnd | undefined;
    this.signal(
      enrollment,
      customerKey,
      end ? { type: 'call', step, visit, end } : { type: 'message', step, visit, outcome },
    );
  }

  private receiveSignal({ customerKey, enrollmentId, event }: SignalEntry): void {
    const enrollment = this.enrollments.get(enrollmentId);
    if (enrollment) this.signal(enrollment, customerKey, { type: 'event', event });
  }

  private receiveAnswer(entry: AnswerEntry): void {
    const customerId = this.customers.idOf(entry.customerKey);
    const customer = this.customers.view(entry.customerKey);
    this.effects.take(this.answers.handle(entry, { customerId, customer }, this.hops));
  }

  private receiveFallback(entry: FallbackEntry): void {
    const { customerKey, isAwaited } = entry;
    const customerId = this.contacts.idOf(customerKey);
    if (customerId === undefined) return;
    const { inputs, work } = this;
    const customer = this.customers.view(customerKey);
    const decided = fallBack(entry, { customerId, customer, inputs, work });
    if ('message' in decided) {
      this.effects.messages.push(decided.message);
      return;
    }
    this.noteHappening(customerId, NO_FALLBACK_EVENT, decided.refusal);
    if (isAwaited) this.receiveOutcome({ ...entry, kind: 'outcome', outcome: 'failed' });
  }

  private receiveOperation(entry: OperationEntry): void {
    this.operations.count(entry, this.operate(entry));
  }

  private operate(entry: OperationEntry): boolean {
    const { action, enrollmentId, customerKey } = entry;
    const enrollment = this.enrollments.get(enrollmentId);
    const isPaused = enrollment !== undefined && this.holds.isPaused(enrollment.journeyId);
    if (action !== 'exit' && isPaused) return false;
    if (action === 'retry') {
      this.operations.retried.push(enrollmentId);
      if (enrollment?.failure) this.enrollments.retry(enrollment, this.work.now);
      return true;
    }
    const journey = enrollment && this.journeyOf(enrollment);
    if (!journey) return false;
    const passage = obey(enrollment, entry, this.inputFor(journey, customerKey));
    if (passage) this.follow(enrollment, { journey, customerKey, passage });
    return passage !== undefined;
  }

  private enter(journey: RunningJourney, customerKey: string, trigger: Trigger, triggeredAt?: number): void {
    const { now, lane } = this.work;
    const customer = this.customers.view(customerKey);
    const customerId = this.customers.idOf(customerKey);
    const history = this.enrollments.historyOf(customerId, journey.itemId);
    const decision = canEnter(journey.compiled, { customer, trigger, history, now });
    if (!decision.enter) return;
    if (this.holds.isPaused(journey.itemId)) {
      this.noteHappening(customerId, NOT_ENTERED_EVENT, { journey: journey.key, reason: 'paused' });
      return;
    }
    const isQueued = journey.compiled.intake !== undefined;
    const passage = start({ ...this.inputFor(journey, customerKey), trigger, isQueued, triggeredAt });
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
    if (this.holds.isPaused(enrollment.journeyId)) {
      this.holds.hold(enrollment, { journey: journey.compiled, customerKey, signal });
      return;
    }
    const input = { ...this.inputFor(journey, customerKey), enrollment: String(enrollment.id) };
    const passage = resume(enrollment.state, { ...input, signal });
    if (passage) this.follow(enrollment, { journey, customerKey, passage });
  }

  /** Such as that a customer was not let in: in their history alone, nothing listens to it. */
  private noteHappening(customerId: number, name: string, properties: JsonObject): void {
    const { now: occurredAt } = this.work;
    const id = this.settings.ids.next();
    this.events.push({ id, customerId, name, messageId: undefined, occurredAt, properties });
  }

  /** Goals that an event reaches for passages that have ended: the last one through each journey is credited. */
  private convertEnded({ customerId, customerKey }: EventCustomer, event: EventView): void {
    for (const { itemId } of this.work.open.byGoalEvent.get(event.name) ?? []) {
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
    return this.inputs.of(journey, this.customers.view(customerKey));
  }

  /** Takes over a passage: state, history, traits, and what else it leaves to be done. */
  private follow(enrollment: Enrollment, { journey, customerKey, passage }: Step): void {
    const { hops } = this;
    const { plans } = this.inputs;
    const moved = this.enrollments.apply(enrollment, passage);
    this.facts?.putPassage(this.customers.stored(customerKey), moved);
    this.customers.replaceTraits(customerKey, passage.customer.traits);
    this.effects.follow({ enrollment, customerKey, journeyKey: journey.key, passage, plans, hops });
    for (const effect of passage.effects) {
      if (effect.type === 'message') this.offers?.noteGiven(customerKey, effect.given);
      if (effect.type === 'profile') this.customers.changeProfile(customerKey, effect);
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

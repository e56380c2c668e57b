import {
  canEnter,
  type EngineInput,
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
import { type MessagePlan, type NewMessage, planMessage, type Reachable } from '@parcours/messaging';

import type { Enrollment } from '../enrollments/enrollment.js';
import type { RunningJourney } from '../templates/running-journeys.service.js';
import { CustomerDesk } from './customer-desk.js';
import { EnrollmentDesk } from './enrollment-desk.js';
import type { LaneChanges, LaneWork } from './lane-work.js';

/** What a trigger through the API is called in the customer's event history. */
export const TRIGGER_EVENT = 'journey.triggered';

/** The end reason of an enrollment whose customer is not there any more. */
export const CUSTOMER_GONE = 'customer-gone';

export interface SessionSettings {
  readonly ids: IdGenerator;
  /** The workspace's zone. */
  readonly timezone: string;
}

/**
 * Works one batch of a lane in memory: brings every signal to the engine and gathers what follows. It does no I/O, so
 * a batch is decided by what was read before and written by what comes out.
 */
export class LaneSession {
  private readonly customers: CustomerDesk;
  private readonly enrollments: EnrollmentDesk;
  private readonly events: StoredEvent[] = [];
  private readonly messages: NewMessage[] = [];
  private readonly withdrawn = new Set<number>();
  private readonly seenMessageIds: Set<string>;
  private readonly plans = new Map<number, MessagePlan>();

  constructor(
    private readonly work: LaneWork,
    private readonly settings: SessionSettings,
  ) {
    this.customers = new CustomerDesk(work, settings.ids);
    this.enrollments = new EnrollmentDesk(work);
    this.seenMessageIds = new Set(work.knownMessageIds);
  }

  /** An inbox row, in its turn. */
  receive({ id, entry }: InboxRow): void {
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
    if (current) this.signal(current, customerKey, { type: 'due' });
  }

  /** An enrollment whose customer is gone: it ends, for there is nobody to go on. */
  abandon({ id }: Enrollment): void {
    const enrollment = this.enrollments.get(id);
    if (enrollment?.state.status !== 'active') return;
    this.enrollments.end(enrollment, { reason: CUSTOMER_GONE, at: this.work.now });
    this.withdrawn.add(id);
  }

  changes(): LaneChanges {
    return {
      newCustomers: this.customers.additions(),
      customers: this.customers.changes(),
      events: this.events,
      enrollments: this.enrollments.changes(),
      records: this.enrollments.records,
      messages: this.messages,
      withdrawn: [...this.withdrawn],
    };
  }

  private receiveEvent(id: number, entry: EventEntry): void {
    const { customerKey, name, properties, occurredAt, messageId, isAnonymous } = entry;
    const customerId = this.customers.idOf(customerKey, isAnonymous === true ? 'anonymous' : 'known');
    if (this.isRepeated(customerId, messageId)) return;
    this.customers.patch(customerKey, entry.traits);
    this.events.push({ id, customerId, name, messageId, occurredAt, properties });
    const event = { name, properties, occurredAt };
    for (const enrollment of this.enrollments.activeOf(customerId)) {
      this.signal(enrollment, customerKey, { type: 'event', event });
    }
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
    this.events.push({ id, customerId, name: TRIGGER_EVENT, messageId, occurredAt, properties });
    const journey = this.work.open.byKey.get(entry.journey);
    if (journey) this.enter(journey, customerKey, { type: 'api', context });
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
    const passage = start({ ...this.inputFor(journey, customerKey), trigger });
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
    this.follow(enrollment, customerKey, passage);
  }

  private signal(enrollment: Enrollment, customerKey: string, signal: Signal): void {
    const journey = this.work.pinned.get(enrollment.versionId) ?? this.openVersion(enrollment.versionId);
    if (!journey) return;
    const passage = resume(enrollment.state, { ...this.inputFor(journey, customerKey), signal });
    if (passage) this.follow(enrollment, customerKey, passage);
  }

  /** An enrollment that began in this very batch is pinned to a version that is open. */
  private openVersion(versionId: number): RunningJourney | undefined {
    return [...this.work.open.byKey.values()].find((journey) => journey.versionId === versionId);
  }

  private inputFor(journey: RunningJourney, customerKey: string): EngineInput {
    this.plans.clear();
    return {
      journey: journey.compiled,
      customer: this.customers.view(customerKey),
      now: this.work.now,
      timezone: this.settings.timezone,
      decideMessage: (request, customer) => this.decide(request, customer),
    };
  }

  private decide(request: MessageRequest, customer: Reachable): MessageDecision {
    const decision = planMessage(this.work.open.content, request, customer);
    if (!decision.send) return decision;
    this.plans.set(request.visit, decision.plan);
    return { send: true, channel: decision.channel, detail: decision.detail };
  }

  /** Takes over a passage: state, history, messages, traits. */
  private follow(enrollment: Enrollment, customerKey: string, passage: Passage): void {
    this.enrollments.apply(enrollment, passage);
    this.customers.replaceTraits(customerKey, passage.customer.traits);
    for (const effect of passage.effects) {
      if (effect.type === 'withdraw') this.withdrawn.add(enrollment.id);
      if (effect.type === 'message') this.queue(enrollment, effect.request, passage);
    }
  }

  private queue(enrollment: Enrollment, { step, visit }: MessageRequest, { state }: Passage): void {
    const plan = this.plans.get(visit);
    if (!plan) return;
    this.messages.push({
      id: this.settings.ids.next(),
      lane: this.work.lane,
      customerId: enrollment.customerId,
      enrollmentId: enrollment.id,
      step,
      visit,
      ...plan,
      reportsOutcome: state.waiting?.for === 'message' && state.visit === visit,
      createdAt: this.work.now,
    });
  }
}

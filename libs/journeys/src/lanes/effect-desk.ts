import type { Effect, OutsideCall, Passage } from '@parcours/engine';
import { type EventEntry, type InboxEntry, MAX_HOPS, type TriggerEntry } from '@parcours/events';
import type { IdGenerator } from '@parcours/kernel';
import type { NewMessage } from '@parcours/messaging';

import type { Enrollment, ReachedGoal } from '../enrollments/enrollment.js';
import type { NewOutsideCall } from '../outside/outside-call.js';
import { presentMembers, TEAM_TYPE } from '../teams/team.type.js';
import { TrialTally } from '../trials/trial-tally.js';
import type { NumberedPlan } from './engine-desk.js';
import type { AnswerFollowUp } from './answer-desk.js';
import type { LaneWork } from './lane-work.js';

type MessageEffect = Extract<Effect, { type: 'message' }>;

/** A passage, and what it belongs to. */
export interface Followed {
  readonly enrollment: Enrollment;
  readonly customerKey: string;
  readonly journeyKey: string;
  readonly passage: Passage;
  /** What was decided of the messages, by visit. */
  readonly plans: ReadonlyMap<number, NumberedPlan>;
  /** How many journeys in a row have set each other off to come here. */
  readonly hops: number;
}

/** What the passages of a batch leave to be done beyond the enrollments themselves. */
export class EffectDesk {
  readonly messages: NewMessage[] = [];
  readonly calls: NewOutsideCall[] = [];
  readonly goals: ReachedGoal[] = [];
  readonly trials = new TrialTally();
  /** For the same lane, to be worked in the batches that follow. */
  readonly entries: InboxEntry[] = [];
  /** Journeys that go on setting each other off. */
  readonly refused: InboxEntry[] = [];
  private readonly withdrawnIds = new Set<number>();
  private readonly withdrawnCallIds = new Set<number>();

  constructor(
    private readonly work: LaneWork,
    private readonly ids: IdGenerator,
  ) {}

  /** Enrollments whose waiting messages are taken back. */
  get withdrawn(): number[] {
    return [...this.withdrawnIds];
  }

  /** Enrollments whose waiting call is taken back. */
  get withdrawnCalls(): number[] {
    return [...this.withdrawnCallIds];
  }

  /** Takes an enrollment as it stood before it left. */
  withdraw({ id, state }: Enrollment): void {
    this.withdrawnIds.add(id);
    if (state.waiting?.for === 'call') this.withdrawnCallIds.add(id);
  }

  follow(followed: Followed): void {
    for (const effect of followed.passage.effects) this.takeEffect(effect, followed);
  }

  /** What follows from an answer. */
  take({ message, trigger }: AnswerFollowUp): void {
    if (message) this.messages.push(message);
    if (trigger) this.pass(trigger);
  }

  private takeEffect(effect: Effect, followed: Followed): void {
    switch (effect.type) {
      case 'withdraw':
        this.withdraw(followed.enrollment);
        return;
      case 'message':
        this.queue(effect, followed);
        return;
      case 'call':
        this.ask(effect, followed);
        return;
      case 'goal': {
        const { type: _, ...goal } = effect;
        this.goals.push({ ...goal, enrollment: followed.enrollment });
        return;
      }
      case 'trial':
        this.trials.note(followed.enrollment.journeyId, effect);
        return;
      case 'event':
        this.pass({
          ...this.origin(followed),
          kind: 'event',
          name: effect.event,
          properties: effect.properties,
        });
        return;
      case 'enter': {
        const { journey } = effect;
        const { journeyKey: from, enrollment } = followed;
        const { context } = enrollment.state;
        this.pass({ ...this.origin(followed), kind: 'trigger', journey, from, context });
        return;
      }
      case 'leave':
      case 'traits':
      case 'profile':
    }
  }

  private ask(
    { step, visit, call, isDetached = false }: Extract<Effect, { type: 'call' }>,
    { enrollment }: Followed,
  ): void {
    this.calls.push({
      id: this.ids.next(),
      lane: this.work.lane,
      customerId: enrollment.customerId,
      enrollmentId: enrollment.id,
      step,
      visit,
      call,
      isOrdered: isDetached,
      ...this.questionOf(call, enrollment),
      createdAt: this.work.now,
    });
  }

  /** Nobody is asked of a team that there is not. */
  private questionOf(call: OutsideCall, { journeyId }: Enrollment): Pick<NewOutsideCall, 'question'> {
    if (call.kind !== 'action' || !call.owner) return {};
    const { team, into, keep } = call.owner;
    const { now, open } = this.work;
    const published = open.content.byKey(TEAM_TYPE, team);
    if (!published) return {};
    return { question: { team, into, keep, journeyId, present: presentMembers(published.document, now) } };
  }

  private origin({ customerKey, hops }: Followed) {
    return {
      customerKey,
      messageId: undefined,
      occurredAt: this.work.now,
      traits: undefined,
      hops: hops + 1,
    };
  }

  private pass(entry: (EventEntry | TriggerEntry) & { readonly hops: number }): void {
    if (entry.hops > MAX_HOPS) this.refused.push(entry);
    else this.entries.push(entry);
  }

  private queue({ request, given }: MessageEffect, { enrollment, passage, plans }: Followed): void {
    const { step, visit, touchpoint, policy, channel } = request;
    const plan = plans.get(visit);
    if (!plan) return;
    const { state } = passage;
    this.messages.push({
      lane: this.work.lane,
      customerId: enrollment.customerId,
      enrollmentId: enrollment.id,
      step,
      visit,
      ...plan,
      asked: { touchpoint, policy, channel },
      reportsOutcome: state.waiting?.for === 'message' && state.visit === visit,
      given,
      createdAt: this.work.now,
      leg: 1,
    });
  }
}

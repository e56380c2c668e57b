import type { ConditionScope } from '@parcours/conditions';
import type { JsonObject, JsonValue } from '@parcours/kernel';
import type { CompiledGoal } from '../definition/goals.js';
import type { CompiledJourney, PlacedStep } from '../definition/compile.js';
import { EngineErrors } from '../engine.errors.js';
import type { Move, StepVisit } from '../steps/step-type.js';
import { chanceOf } from './chance.js';
import { afterDecisions } from './consent.js';
import { afterTags } from './tags.js';
import { entryEventOf } from './entry.js';
import type { Effect, MessageDecision, MessageRequest, Passage, Signal, StepRecord } from './passage.js';
import { givenOffer } from './passage.js';
import type { CustomerView, EnrollmentState, EventView, Progress, TrialState, Waiting } from './state.js';
import type { TrialCount } from '../trials/trial.js';

/** Most steps that one passage takes without resting; what takes more spins. */
export const MAX_STEPS_PER_PASSAGE = 1_000;

/** The last instant that a date can name; longer waits end there. */
const LAST_INSTANT = 8.64e15;

/** Why an enrollment can end that no exit step has ended. Messages that no provider has by then are never sent. */
export const EARLY_ENDS = [
  'exit-rule',
  'goal',
  'left',
  'merged',
  'exited-by-operator',
  'paused',
  'unpublished',
] as const;

export type EarlyEnd = (typeof EARLY_ENDS)[number];

/** What the engine is given beside the state. */
export interface EngineInput {
  readonly journey: CompiledJourney;
  readonly customer: CustomerView;
  /** Milliseconds since the epoch. */
  readonly now: number;
  /** Asks the channel policy whether, and on which channel, a message goes out. Has to be pure and synchronous. */
  readonly decideMessage: (request: MessageRequest, customer: CustomerView, now: number) => MessageDecision;
  /** The workspace's zone, an IANA name. */
  readonly timezone: string;
  /** Keeps the draws of one journey apart from those of another. */
  readonly journeyKey: string;
  /** The enrollment as events name it, so that an answer moves the one that was asked. */
  readonly enrollment?: string | undefined;
  /** Why a customer cannot have an offer; `undefined` when they can. Has to be pure and synchronous. */
  readonly refuseOffer?: RefuseOffer | undefined;
  /** How what steps try went so far; nothing is known where it is left out. */
  readonly trialCount?: ((step: string, arm: string) => TrialCount | undefined) | undefined;
}

/** Why a customer cannot have an offer; `undefined` when they can. */
export type RefuseOffer = (offer: string, asked: AskedOffer) => string | undefined;

/** Whom an offer is to be made, and when. */
export interface AskedOffer {
  readonly customer: CustomerView;
  /** Milliseconds since the epoch. */
  readonly now: number;
  /** How often it was made to them on this very passage: nobody else knows of that yet. */
  readonly made: number;
}

/** One enrollment on its way from a start or a signal to the next rest: the visit that each step on the way sees. */
export class Walk implements StepVisit {
  step = '';
  visit: number;
  customer: CustomerView;
  readonly now: number;
  context: JsonObject;
  readonly timezone: string;
  readonly waiting: Waiting | null;
  readonly dueAt: number | null;
  private readonly records: StepRecord[] = [];
  private readonly effects: Effect[] = [];
  private cachedScope: ConditionScope | undefined;
  private progress: Progress;

  constructor(
    private readonly input: EngineInput,
    private readonly from: EnrollmentState,
    private readonly event: EventView | undefined,
  ) {
    this.visit = from.visit;
    this.customer = input.customer;
    this.now = input.now;
    this.context = from.context;
    this.timezone = input.timezone;
    this.waiting = from.waiting;
    this.dueAt = from.dueAt;
    this.progress = from.progress;
  }

  scope(): ConditionScope {
    const { customer } = this;
    this.cachedScope ??= {
      traits: this.customer.traits,
      consent: this.customer.consent,
      reachable: customer.reachable,
      // Few conditions ask for it.
      get preferred() {
        return customer.preferredChannels?.[0];
      },
      facts: this.customer.factsOf?.(this.customer.traits),
      event: this.event ?? entryEventOf(this.context, this.from.enteredAt),
      context: this.context,
      now: this.now,
    };
    return this.cachedScope;
  }

  decideMessage(request: MessageRequest): MessageDecision {
    if (this.isHeldOut) return { send: false, code: 'holdout' };
    return this.input.decideMessage(request, this.customer, this.now);
  }

  get isHeldOut(): boolean {
    return this.progress.isHeldOut ?? false;
  }

  get journeyKey(): string {
    return this.input.journeyKey;
  }

  get enrollment(): string | undefined {
    return this.input.enrollment;
  }

  chance(...names: readonly string[]): number {
    return chanceOf(this.input.journeyKey, this.step, this.customer.id, ...names);
  }

  tried(): string | undefined {
    return this.progress.trials?.find(({ step }) => step === this.step)?.arm;
  }

  trialCount(arm: string): TrialCount {
    return this.input.trialCount?.(this.step, arm) ?? { shown: 0, succeeded: 0 };
  }

  try(arm: string): void {
    const { step, now } = this;
    this.effects.push({ type: 'trial', step, arm, outcome: 'shown' });
    const others = (this.progress.trials ?? []).filter((trial) => trial.step !== step);
    this.progress = { ...this.progress, trials: [...others, { step, arm, at: now }] };
  }

  /** Counts that what was tried did what it was tried for. */
  succeed({ step, arm }: TrialState): void {
    this.effects.push({ type: 'trial', step, arm, outcome: 'succeeded' });
    const trials = (this.progress.trials ?? []).map((trial) =>
      trial.step === step ? { ...trial, hasSucceeded: true as const } : trial,
    );
    this.progress = { ...this.progress, trials };
  }

  refuseOffer(offer: string): string | undefined {
    const { customer, now } = this;
    const made = this.effects.filter(
      (effect) => effect.type === 'message' && givenOffer(effect.given) === offer,
    ).length;
    return this.input.refuseOffer?.(offer, { customer, now, made });
  }

  emit(effect: Effect): void {
    this.effects.push(effect);
    if (effect.type === 'profile') this.changeProfile(effect);
    if (effect.type !== 'message') return;
    const { step, visit } = effect.request;
    this.progress = { ...this.progress, lastMessage: { step, visit, at: this.now } };
  }

  setTraits(traits: JsonObject): void {
    this.customer = { ...this.customer, traits };
    this.cachedScope = undefined;
  }

  /** The steps that follow see what was changed. */
  private changeProfile({ consents, tags }: Extract<Effect, { type: 'profile' }>): void {
    const { consent, factsOf } = this.customer;
    this.customer = {
      ...this.customer,
      consent: consents.length === 0 ? consent : afterDecisions(consent, consents),
      factsOf: afterTags(factsOf, tags),
    };
    this.cachedScope = undefined;
  }

  setContext(name: string, value: JsonValue): void {
    this.context = { ...this.context, [name]: value };
    this.cachedScope = undefined;
  }

  /** Walks on from a step that is entered now. */
  enter(key: string): Passage {
    let next = key;
    for (let steps = 0; steps < MAX_STEPS_PER_PASSAGE; steps++) {
      const placed = this.stepAt(next);
      this.visit++;
      this.step = next;
      const move = placed.run.enter(this);
      if (move.move !== 'go') return this.settle(placed, move);
      this.record(placed, move.code, move.detail);
      next = move.next;
    }
    // A way of its own out of a loop whose waits are all over: nothing may spin, and the reason is on record.
    this.visit++;
    this.step = next;
    return this.settle(this.stepAt(next), { move: 'end', reason: 'engine.loop', code: 'engine.loop' });
  }

  /** Stands before its first step until its turn comes. */
  queue(first: string): Passage {
    const { records, effects, customer, now } = this;
    const waiting: Waiting = { for: 'intake', since: now };
    return { state: { ...this.from, step: first, dueAt: now, waiting }, records, effects, customer };
  }

  /** Brings a signal to the step at which the enrollment stands; `undefined` when it does not concern it. */
  signal(signal: Signal): Passage | undefined {
    const placed = this.resume();
    if (!placed) return undefined;
    const move = placed.run.signal?.(this, signal);
    if (!move) return undefined;
    if (move.move !== 'go') return this.settle(placed, move);
    this.record(placed, move.code, move.detail);
    return this.enter(move.next);
  }

  /** Ends the enrollment where it stands, for a reason that is not a step's. */
  leave(reason: EarlyEnd, detail: JsonObject): Passage | undefined {
    const placed = this.resume();
    if (!placed) return undefined;
    this.emit({ type: 'withdraw' });
    return this.settle(placed, { move: 'end', reason, code: reason, detail });
  }

  /** Goes from where it stands to another step, for a reason that is not the step's. */
  jump(next: string, { code, detail }: { code: string; detail: JsonObject }): Passage | undefined {
    const placed = this.resume();
    if (!placed) return undefined;
    this.record(placed, code, { ...detail, next });
    return this.enter(next);
  }

  /** Where it would go if its wait ended now; `undefined` where time alone leads nowhere. */
  wayAfterWait(): string | undefined {
    if (this.waiting?.for === 'intake') return this.input.journey.start;
    const move = this.resume()?.run.signal?.(this, { type: 'due' });
    return move?.move === 'go' && this.input.journey.steps.has(move.next) ? move.next : undefined;
  }

  /** Counts a goal as reached by the event at hand. */
  reach({ key, value }: CompiledGoal, at: number): void {
    const worth = value?.(this.scope());
    const { goals = [], lastMessage } = this.progress;
    const credit = lastMessage ? { step: lastMessage.step, visit: lastMessage.visit } : null;
    this.emit({ type: 'goal', goal: key, value: typeof worth === 'number' ? worth : null, at, credit });
    this.progress = { ...this.progress, goals: [...goals, key] };
  }

  /** Stays where it stands, with what it has reached. */
  stay(): Passage {
    const { records, effects, customer, progress, context } = this;
    return { state: { ...this.from, context, progress }, records, effects, customer };
  }

  private resume(): PlacedStep | undefined {
    if (this.from.step === null) return undefined;
    this.step = this.from.step;
    return this.stepAt(this.step);
  }

  private stepAt(key: string): PlacedStep {
    const placed = this.input.journey.steps.get(key);
    if (!placed) throw EngineErrors.stepMissing({ step: key });
    return placed;
  }

  private settle(placed: PlacedStep, move: Exclude<Move, { move: 'go' }>): Passage {
    const { enteredAt } = this.from;
    const { context, visit, now, records, effects, customer, progress } = this;
    if (move.move === 'wait') {
      const dueAt = move.dueAt === null ? null : Math.min(move.dueAt, LAST_INSTANT);
      const state: EnrollmentState = {
        step: placed.key,
        visit,
        status: 'active',
        enteredAt,
        endedAt: null,
        endReason: null,
        dueAt,
        waiting: move.waiting,
        context,
        progress,
      };
      return { state, records, effects, customer };
    }
    this.record(placed, move.code, move.detail);
    const state: EnrollmentState = {
      step: null,
      visit,
      status: 'ended',
      enteredAt,
      endedAt: now,
      endReason: move.reason,
      dueAt: null,
      waiting: null,
      context,
      progress,
    };
    return { state, records, effects, customer };
  }

  private record(placed: PlacedStep, code: string, detail: JsonObject | undefined): void {
    this.records.push({ visit: this.visit, step: placed.key, type: placed.type, at: this.now, code, detail });
  }
}

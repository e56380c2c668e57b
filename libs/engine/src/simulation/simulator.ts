import { UNCOMPLETED_ENDS } from '@parcours/conditions';
import { type JsonObject, isJsonObject, mergePatch } from '@parcours/kernel';
import type { CompiledJourney } from '../definition/compile.js';
import { convert, resume, start } from '../run/engine.js';
import { canEnter, type EntryHistory } from '../run/entry.js';
import { type Effect, givenOffer, type Passage, type Signal, type Trigger } from '../run/passage.js';
import type { CustomerView, EnrollmentState, EventView } from '../run/state.js';
import type { EngineInput } from '../run/walk.js';
import { type AnswerFollowUp, answerOf, type GivenAnswer } from './answer-follow-up.js';
import { endOf, type SimulatedAnswers } from './answers.js';
import { CHOICE_EVENT } from '../steps/choice.js';
import { reactionEventName } from '../steps/message-reaction.js';
import { SURVEY_EVENT } from '../steps/survey.js';
import type { Happening, Simulation, Stimulus } from './happening.js';
import { type Departure, Departures } from './departures.js';
import { type NextCalendar, SimulatedCalendars } from './simulated-calendars.js';
import { SimulatedFacts, type SimulatedPast } from './simulated-facts.js';

/** Most things that happen in one simulation. */
export const MAX_HAPPENINGS = 10_000;

const UNCOMPLETED: ReadonlySet<string> = new Set(UNCOMPLETED_ENDS);

/** How many events in a row may raise each other, as in production. */
const MAX_HOPS = 25;

export interface SimulationRequest extends Pick<
  EngineInput,
  'decideMessage' | 'timezone' | 'journeyKey' | 'refuseOffer'
> {
  readonly journey: CompiledJourney;
  readonly customer: CustomerView;
  readonly stimuli: readonly Stimulus[];
  /** What other systems answer; success with nothing in it where none is given. */
  readonly answers?: SimulatedAnswers;
  /** When it begins: from then on triggers that time sets off fire. Without, they do not. */
  readonly from?: number;
  /** Nothing that happens later is looked at. Milliseconds since the epoch. */
  readonly until: number;
  /** What surveys say to answers; nothing, where it is left out. `now` in milliseconds since the epoch. */
  readonly followUp?: (answer: GivenAnswer, customer: CustomerView, now: number) => AnswerFollowUp;
  /** What lies behind the customer at the beginning. */
  readonly past?: SimulatedPast;
}

interface SimulatedPassage {
  readonly entryKey: string;
  state: EnrollmentState;
}

/**
 * Leads one customer through a journey on a virtual clock: the engine of production, with time that jumps from one thing
 * to the next. Nothing is written and nothing is sent.
 */
export function simulate(request: SimulationRequest): Simulation {
  return new Simulator(request).run();
}

type Sending = Extract<Happening, { type: 'sends' }>;

class Simulator {
  private readonly happenings: Happening[] = [];
  private readonly passages: SimulatedPassage[] = [];
  private readonly stimuli: Stimulus[];
  private readonly outcomes = new Map<string, 'sent' | 'failed'>();
  /** Visits whose question is answered: another answer is not taken. */
  private readonly answered = new Set<Sending>();
  private readonly raised: { event: EventView; hops: number }[] = [];
  private customer: CustomerView;
  private now = -Infinity;
  private hops = 0;
  /** How often the customer was made which. */
  private readonly offers: Map<string, number>;

  private readonly departures = new Departures();
  private readonly facts: SimulatedFacts;
  private readonly calendars: SimulatedCalendars;

  constructor(private readonly request: SimulationRequest) {
    const { from, past = {}, journey, journeyKey, timezone } = request;
    this.facts = new SimulatedFacts(past, {
      journeyKey,
      passages: () => this.passages.map(({ state }) => state),
      isCompleted: ({ endReason }) => endReason !== null && !UNCOMPLETED.has(endReason),
      now: () => this.now,
    });
    this.offers = new Map(past.offers);
    this.customer = this.facts.behind(request.customer);
    if (from !== undefined) this.now = from;
    this.calendars = new SimulatedCalendars(from === undefined ? [] : journey.calendars, timezone);
    this.stimuli = [...request.stimuli].sort((a, b) => a.at - b.at);
  }

  run(): Simulation {
    while (this.happenings.length < MAX_HAPPENINGS && this.step());
    const { happenings, passages, customer, now } = this;
    return {
      happenings: happenings.slice(0, MAX_HAPPENINGS),
      enrollments: passages.map(({ state }) => state),
      customer,
      now,
      isWhole: happenings.length < MAX_HAPPENINGS,
    };
  }

  /** Does the next thing; false when there is none. What is due comes before what is brought at the same moment. */
  private step(): boolean {
    const raised = this.raised.shift();
    if (raised) {
      this.hops = raised.hops;
      this.hear(raised.event, true);
      return true;
    }
    this.hops = 0;
    const due = this.nextDue();
    const [stimulus] = this.stimuli;
    const dueAt = due?.state.dueAt ?? Infinity;
    const calendar = this.calendars.next(this.customer, this.now);
    const at = Math.min(dueAt, this.departures.nextAt, stimulus?.at ?? Infinity, calendar?.at ?? Infinity);
    if (at > this.request.until || at === Infinity) return false;
    this.now = Math.max(this.now, at);
    const departure = this.departures.take(at);
    if (departure) this.depart(departure);
    else if (due && dueAt <= at) this.signal(due, { type: 'due' });
    else if (calendar && calendar.at <= at) this.come(calendar);
    else if (stimulus) {
      this.stimuli.shift();
      this.bring(stimulus);
    }
    return true;
  }

  private come(calendar: NextCalendar): void {
    const event = this.calendars.fire(calendar, this.customer);
    if (event) this.hear(event, false);
  }

  private nextDue(): SimulatedPassage | undefined {
    let next: SimulatedPassage | undefined;
    for (const passage of this.passages) {
      const { status, dueAt } = passage.state;
      if (status === 'ended' || dueAt === null) continue;
      if (!next || dueAt < (next.state.dueAt ?? Infinity)) next = passage;
    }
    return next;
  }

  private bring(stimulus: Stimulus): void {
    switch (stimulus.type) {
      case 'event': {
        const { event: name, properties, at, traits } = stimulus;
        if (traits) this.patchTraits(traits);
        this.hear({ name, properties, occurredAt: at }, false);
        return;
      }
      case 'trigger':
        this.enter({ type: 'api', context: stimulus.context });
        return;
      case 'answer':
        this.answer(stimulus);
        return;
      case 'reaction':
        this.react(stimulus);
        return;
      case 'outcome':
        this.conclude(stimulus);
    }
  }

  /** To the last message of a step; to one that was not sent nobody reacts. */
  private react({ step, is, at }: Extract<Stimulus, { type: 'reaction' }>): void {
    const sent = this.lastSentBy(step);
    if (!sent) return;
    const { template } = sent.request;
    const properties = { journey: this.request.journeyKey, step, template };
    this.facts.react(template, is);
    this.hear({ name: reactionEventName(is), properties, occurredAt: at }, false);
  }

  /** The event that the page of a step raises. */
  private answer({ step, properties, at }: Extract<Stimulus, { type: 'answer' }>): void {
    const { journey, journeyKey } = this.request;
    const question = journey.steps.get(step)?.run.question;
    if (!question) return;
    const asking = this.lastSentBy(step);
    if (asking && this.answered.has(asking)) return;
    if (asking) this.answered.add(asking);
    const asked = question.type === 'survey' ? { survey: question.survey } : {};
    const name = question.type === 'survey' ? SURVEY_EVENT : CHOICE_EVENT;
    this.hear(
      { name, properties: { ...asked, ...properties, journey: journeyKey, step }, occurredAt: at },
      false,
    );
    if (asking && question.type === 'survey') this.acknowledge(asking, answerOf(question.survey, properties));
  }

  /** By what the survey says, once the journey has gone on. */
  private acknowledge({ enrollment, request: { step, visit } }: Sending, answer: GivenAnswer): void {
    const { customer, now } = this;
    const { message, journey } = this.request.followUp?.(answer, customer, now) ?? {};
    const { survey } = answer;
    if (message) {
      const { decision, given } = message;
      const request = { ...message.request, step, visit };
      const { template } = request;
      if (decision.send) {
        this.hold({ at: decision.sendAt ?? now, enrollment, template });
        const context = this.passages[enrollment]?.state.context ?? {};
        const sent = { enrollment, request, decision, given, customer, context };
        this.tell({ type: 'sends', ...sent, acknowledges: survey });
      } else {
        const { code, detail } = decision;
        this.tell({ type: 'unacknowledged', enrollment, step, visit, survey, template, code, detail });
      }
    }
    if (journey !== undefined) this.tell({ type: 'journey', journey, way: 'enter' });
  }

  /** The last message of a step's own. */
  private lastSentBy(step: string): Sending | undefined {
    return this.happenings.findLast(
      (each): each is Sending =>
        each.type === 'sends' && each.request.step === step && each.acknowledges === undefined,
    );
  }

  private hear(event: EventView, emitted: boolean): void {
    const { name, properties } = event;
    this.facts.hear(event);
    this.tell({ type: 'event', event: name, properties, emitted });
    for (const passage of [...this.passages]) {
      if (passage.state.status === 'active') this.signal(passage, { type: 'event', event });
    }
    const last = this.passages.at(-1);
    if (last?.state.status === 'ended') this.take(last, convert(last.state, { ...this.input(), event }));
    if (this.request.journey.triggerEvents.has(name)) this.enter({ type: 'event', event });
  }

  private enter(trigger: Trigger): void {
    const { customer, now } = this;
    const decision = canEnter(this.request.journey, { customer, trigger, history: this.history(), now });
    if (!decision.enter) {
      // An event that does not meet the trigger is no attempt to enter.
      const { code, detail } = decision;
      if (code !== 'not-triggered') this.tell({ type: 'refused', code, detail });
      return;
    }
    const passage = start({ ...this.input(), trigger });
    const entered: SimulatedPassage = { entryKey: decision.entryKey, state: passage.state };
    this.passages.push(entered);
    const heldOut = passage.state.progress.isHeldOut ?? false;
    this.tell({ type: 'enters', enrollment: this.passages.length - 1, heldOut });
    this.take(entered, passage);
  }

  private history(): EntryHistory {
    const active = this.passages.filter(({ state }) => state.status === 'active');
    const lastEndedAt: Record<string, number> = {};
    for (const { entryKey, state } of this.passages) {
      if (state.endedAt !== null) lastEndedAt[entryKey] = state.endedAt;
    }
    return { active, lastEndedAt };
  }

  /** How a message ends that was told before it was asked for. */
  private conclude({ step, outcome }: Extract<Stimulus, { type: 'outcome' }>): void {
    const waiting = this.passages.find(
      ({ state }) => state.waiting?.for === 'message' && state.step === step,
    );
    if (!waiting) this.outcomes.set(step, outcome);
    else this.signal(waiting, { type: 'message', step, visit: waiting.state.visit, outcome });
  }

  private signal(passage: SimulatedPassage, signal: Signal): void {
    this.take(passage, resume(passage.state, { ...this.input(), signal }));
  }

  private take(passage: SimulatedPassage, moved: Passage | undefined): void {
    if (!moved) return;
    const enrollment = this.passages.indexOf(passage);
    const hadEnded = passage.state.status === 'ended' && moved.records.length === 0;
    passage.state = moved.state;
    this.customer = moved.customer;
    for (const effect of moved.effects) this.follow(effect, enrollment, moved);
    for (const record of moved.records) this.tell({ type: 'step', enrollment, record });
    const { status, endReason, waiting, visit } = moved.state;
    if (status === 'ended' && !hadEnded) {
      const goal = moved.records.at(-1)?.detail?.['goal'];
      const reason = endReason ?? '';
      this.tell({ type: 'ends', enrollment, reason, ...(typeof goal === 'string' && { goal }) });
    }
    const asked = moved.effects.find((effect) => effect.type === 'call' && effect.visit === visit);
    if (waiting?.for === 'call' && asked?.type === 'call') {
      const end = endOf(asked.call, this.request.answers?.[asked.step]);
      this.signal(passage, { type: 'call', step: asked.step, visit, end });
      return;
    }
    if (this.departures.holds(enrollment, visit)) return;
    this.settle(passage);
  }

  /** What a message came to that its step waits for, unless it is told later. */
  private settle(passage: SimulatedPassage): void {
    const { waiting, step, visit } = passage.state;
    if (waiting?.for !== 'message' || step === null || this.isToldLater(step)) return;
    const outcome = this.outcomes.get(step) ?? 'sent';
    this.signal(passage, { type: 'message', step, visit, outcome });
  }

  /** A message that is to go out later waits; any other has gone out. */
  private hold(departure: Departure): void {
    if (departure.at > this.now) this.departures.add(departure);
    else this.facts.send(departure.template);
  }

  private depart({ enrollment, template, visit }: Departure): void {
    this.facts.send(template);
    const passage = this.passages[enrollment];
    if (passage && passage.state.visit === visit) this.settle(passage);
  }

  private isToldLater(step: string): boolean {
    return this.stimuli.some((stimulus) => stimulus.type === 'outcome' && stimulus.step === step);
  }

  private follow(effect: Effect, enrollment: number, { state, customer }: Passage): void {
    switch (effect.type) {
      case 'message': {
        const { request, decision, given } = effect;
        const { context } = state;
        const { template, visit } = request;
        this.hold({ at: decision.sendAt ?? this.now, enrollment, template, visit });
        const offer = givenOffer(given);
        if (offer !== undefined) this.offers.set(offer, (this.offers.get(offer) ?? 0) + 1);
        this.tell({ type: 'sends', enrollment, request, decision, given, customer, context });
        return;
      }
      case 'goal':
        this.tell({ type: 'goal', enrollment, goal: effect.goal, value: effect.value });
        return;
      case 'event': {
        const event = { name: effect.event, properties: effect.properties, occurredAt: this.now };
        if (this.hops < MAX_HOPS) this.raised.push({ event, hops: this.hops + 1 });
        return;
      }
      case 'call':
        this.tell({ type: 'calls', enrollment, step: effect.step, visit: effect.visit, call: effect.call });
        return;
      case 'enter':
      case 'leave':
        this.tell({ type: 'journey', journey: effect.journey, way: effect.type });
        return;
      case 'profile':
        this.facts.tag(effect.tags);
        return;
      case 'withdraw':
        this.departures.withdraw(enrollment);
        return;
      case 'traits':
      case 'trial':
    }
  }

  private patchTraits(patch: JsonObject): void {
    const traits = mergePatch(this.customer.traits, patch);
    if (isJsonObject(traits)) this.customer = { ...this.customer, traits };
  }

  private input(): EngineInput {
    const { journey, decideMessage, timezone, journeyKey, refuseOffer } = this.request;
    return {
      journey,
      decideMessage,
      timezone,
      journeyKey,
      refuseOffer:
        refuseOffer &&
        ((offer, asked) =>
          refuseOffer(offer, { ...asked, made: asked.made + (this.offers.get(offer) ?? 0) })),
      customer: this.customer,
      now: this.now,
    };
  }

  private tell(
    happening: Happening extends infer H ? (H extends Happening ? Omit<H, 'at'> : never) : never,
  ): void {
    this.happenings.push({ ...happening, at: this.now });
  }
}

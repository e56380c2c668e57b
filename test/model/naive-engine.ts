import { chanceOf, type JourneyDefinition } from '@parcours/engine';
import { type JsonObject, parseDuration } from '@parcours/kernel';
import { holds, type NaiveScope, readPath } from './naive-conditions.js';
import type { NaiveEvent, NaiveMessage, NaivePassage } from './naive-passage.js';
import { type NaiveMove, naiveStep, type NaiveVisit } from './naive-steps.js';

/** What comes in at an instant. */
export type Arrival =
  | { readonly type: 'event'; readonly event: NaiveEvent; readonly traits?: JsonObject }
  | { readonly type: 'trigger'; readonly journey: string; readonly context: JsonObject };

export interface NaiveWorld {
  readonly journeys: Readonly<Record<string, JourneyDefinition>>;
  readonly customer: { readonly id: string; readonly traits: JsonObject };
  readonly zoneOf: (traits: JsonObject) => string;
  readonly reaches: (traits: JsonObject) => boolean;
  /**
   * The simulator works what steps raise before everything else and knows how messages end at once; the product works it
   * after what came in before, and learns how messages end when it has delivered them.
   */
  readonly pace: 'simulated' | 'produced';
  /** The steps whose calls to other systems fail; none where it is left out. */
  readonly failing?: readonly string[];
}

/** What is to be worked, with how many have set each other off before it: none for what comes from outside. */
type Raised = Arrival & { readonly hops: number };

const MOST_HOPS = 25;
const MOST_STEPS = 1_000;
/** Journeys that set off ever more of each other end nowhere: what has had so much to do is not worth comparing. */
const MOST_WORK = 1_500;

/**
 * One customer in all journeys, slow and plain: it reads the definitions as they are written, keeps everything in lists
 * and looks through all of it every time something happens.
 */
export class NaiveEngine {
  readonly passages: NaivePassage[] = [];
  readonly messages: NaiveMessage[] = [];
  /** Everything that others would see, in order. */
  readonly log: string[] = [];
  traits: JsonObject;
  now = -Infinity;
  /** How much it has had to do so far, in steps taken and events heard. */
  effort = 0;
  private readonly raised: Raised[] = [];
  private hops = 0;
  private event: NaiveEvent | undefined;

  constructor(readonly world: NaiveWorld) {
    this.traits = world.customer.traits;
  }

  /** False where it has stopped in the middle of ever more work. */
  get isWhole(): boolean {
    return this.effort < MOST_WORK;
  }

  /** When something is due next by time alone. */
  get nextDue(): number | undefined {
    const times = this.passages.flatMap(({ dueAt }) => (dueAt === null ? [] : [dueAt]));
    return times.length === 0 ? undefined : Math.min(...times);
  }

  /** Works what is due at an instant and what comes in at it, until nothing moves any more. */
  work(now: number, arrivals: readonly Arrival[] = []): void {
    this.now = now;
    const incoming = arrivals.map((arrival): Raised => ({ ...arrival, hops: 0 }));
    while (this.isWhole) {
      const early = this.world.pace === 'simulated' ? this.raised.shift() : undefined;
      const due = early ? undefined : this.firstDue();
      const item = early ?? (due ? undefined : (incoming.shift() ?? this.raised.shift()));
      this.hops = item?.hops ?? 0;
      if (due) this.signal(due, { type: 'due' });
      else if (item) this.take(item);
      else return;
    }
  }

  /** How the queued messages end, in the product: delivered together, once everything else has come to rest. */
  deliver(now: number, outcomeOf: (message: NaiveMessage) => 'sent' | 'failed'): void {
    this.now = now;
    const queued = this.queued();
    for (const each of queued) each.state = outcomeOf(each);
    for (const { passage, step, visit, state } of queued) {
      if (state === 'sent' || state === 'failed') this.conclude(passage, { step, visit }, state);
    }
  }

  get hasQueued(): boolean {
    return this.queued().length > 0;
  }

  private queued(): NaiveMessage[] {
    return this.messages.filter(({ state }) => state === 'queued');
  }

  private firstDue(): NaivePassage | undefined {
    const due = this.passages.filter(({ dueAt }) => dueAt !== null && dueAt <= this.now);
    return due.sort((a, b) => (a.dueAt ?? 0) - (b.dueAt ?? 0) || a.number - b.number)[0];
  }

  private take(item: Raised): void {
    if (item.type === 'trigger') {
      this.enter(item.journey, { context: item.context, isApi: item.hops === 0 });
      return;
    }
    this.traits = patched(this.traits, item.traits);
    this.hear(item.event);
  }

  private hear(event: NaiveEvent): void {
    this.effort += 1;
    for (const passage of this.passages.filter(({ step }) => step !== null)) {
      this.signal(passage, { type: 'event', event });
    }
    for (const journey of Object.keys(this.world.journeys)) {
      const last = this.passages.filter((passage) => passage.journey === journey).at(-1);
      if (last?.step === null) this.reachGoals(last, event);
    }
    for (const journey of Object.keys(this.world.journeys)) {
      this.enter(journey, { event, context: { event: { name: event.name, properties: event.properties } } });
    }
  }

  private enter(
    journey: string,
    { event, context, isApi }: { event?: NaiveEvent; context: JsonObject; isApi?: boolean },
  ): void {
    const definition = this.world.journeys[journey];
    if (!definition) return;
    const { entry, exit = [] } = definition;
    const scope = { traits: this.traits, event, context, now: this.now };
    const isTriggered = entry.triggers.some((trigger) =>
      trigger.type === 'event'
        ? trigger.event === event?.name && (!trigger.where || holds(trigger.where, scope))
        : isApi === true,
    );
    const isSent = event === undefined && isApi !== true;
    if (!isTriggered && !isSent) return;
    if (entry.condition && !holds(entry.condition, scope)) return;
    if (exit.some((rule) => 'condition' in rule && holds(rule.condition, scope))) return;
    const entryKey = entryKeyOf(definition, scope);
    if (!this.mayComeAgain(journey, definition, entryKey)) return;
    const { id } = this.world.customer;
    const passage: NaivePassage = {
      journey,
      definition,
      number: this.passages.length,
      entryKey,
      enteredAt: this.now,
      triggeredAt: Math.min(event?.occurredAt ?? this.now, this.now),
      context,
      heldOut: chanceOf(journey, 'holdout', id, '') < (entry.holdout ?? 0),
      step: null,
      visit: 0,
      dueAt: null,
      waitsForMessage: false,
      waitsForCall: false,
      since: this.now,
      come: [],
      goals: [],
      lastMessage: null,
      endedAt: null,
      endReason: null,
      trail: [],
    };
    this.passages.push(passage);
    this.note(`enters ${String(passage.number)} ${journey}${passage.heldOut ? ' held out' : ''}`);
    this.event = event;
    this.walk(passage, definition.start);
  }

  private mayComeAgain(journey: string, { entry }: JourneyDefinition, entryKey: string): boolean {
    const { mode = 'never', cooldown = '0s', key } = entry.reentry ?? {};
    const own = this.passages.filter((each) => each.journey === journey && each.entryKey === entryKey);
    const isSideBySide = mode === 'always' && key === undefined;
    if (!isSideBySide && own.some(({ step }) => step !== null)) return false;
    const ends = own.flatMap(({ endedAt }) => (endedAt === null ? [] : [endedAt]));
    if (mode === 'never' && ends.length > 0) return false;
    return ends.every((endedAt) => this.now >= endedAt + (parseDuration(cooldown) ?? NaN));
  }

  private signal(
    passage: NaivePassage,
    signal: { readonly type: 'due' } | { readonly type: 'event'; readonly event: NaiveEvent },
  ): void {
    if (passage.step === null) return;
    const event = signal.type === 'event' ? signal.event : undefined;
    this.event = event;
    if (event) {
      const exits = this.reachGoals(passage, event);
      if (exits) {
        this.leave(passage, 'goal');
        return;
      }
    }
    if (this.mustExit(passage, event)) {
      this.leave(passage, 'exit-rule');
      return;
    }
    const { visit, step } = this.visitOf(passage);
    const rules = naiveStep(step);
    this.move(passage, (event ? rules.hear?.(visit, step, event) : rules.due?.(visit, step)) ?? 'stay');
  }

  /** The outcome of the message or the call for which a passage waits; any other is of no concern to it. */
  private conclude(
    passage: NaivePassage,
    { step: key, visit: number }: { step: string; visit: number },
    outcome: 'sent' | 'failed',
  ): void {
    const isAwaited = passage.waitsForMessage || passage.waitsForCall;
    if (!isAwaited || passage.step !== key || passage.visit !== number) return;
    this.hops = 0;
    this.event = undefined;
    if (this.mustExit(passage, undefined)) {
      this.leave(passage, 'exit-rule');
      return;
    }
    const { visit, step } = this.visitOf(passage);
    this.move(passage, naiveStep(step).outcome?.(visit, step, outcome) ?? 'stay');
  }

  /** Counts goals; true where one of them ends the passage. */
  private reachGoals(passage: NaivePassage, event: NaiveEvent): boolean {
    this.event = event;
    let exits = false;
    const reached = (passage.definition.goals ?? []).filter(({ key, event: name, where, within }) => {
      const since = event.occurredAt - passage.enteredAt;
      if (name !== event.name || passage.goals.includes(key)) return false;
      if (event.occurredAt < passage.triggeredAt) return false;
      if (within !== undefined && since > (parseDuration(within) ?? NaN)) return false;
      return !where || holds(where, this.scopeOf(passage));
    });
    for (const { key, value, exits: isLast = false } of reached) {
      const { event: at, traits, context } = this.scopeOf(passage);
      const worth =
        value === undefined ? null : readPath({ event: at?.properties, customer: traits, context }, value);
      const credit = passage.lastMessage;
      passage.goals.push(key);
      this.note(
        `goal ${String(passage.number)} ${key} ${typeof worth === 'number' ? String(worth) : '-'}` +
          ` by ${credit ? `${credit.step} ${String(credit.visit)}` : 'nobody'}`,
      );
      exits ||= isLast;
    }
    return exits;
  }

  private mustExit(passage: NaivePassage, event: NaiveEvent | undefined): boolean {
    const scope = this.scopeOf(passage);
    return (passage.definition.exit ?? []).some((rule) =>
      'event' in rule
        ? rule.event === event?.name && (!rule.where || holds(rule.where, scope))
        : holds(rule.condition, scope),
    );
  }

  /** Ends a passage early: what no provider has yet is taken back. */
  private leave(passage: NaivePassage, reason: string): void {
    for (const each of this.messages) {
      if (each.passage === passage && each.state === 'queued') each.state = 'withdrawn';
    }
    passage.trail.push(`${String(passage.step)}:${reason}`);
    this.finish(passage, reason);
  }

  private walk(passage: NaivePassage, key: string): void {
    let next = key;
    for (let count = 0; ; count++) {
      this.effort += 1;
      Object.assign(passage, { step: next, since: this.now, visit: passage.visit + 1 });
      Object.assign(passage, { dueAt: null, waitsForMessage: false, waitsForCall: false, come: [] });
      if (count === MOST_STEPS) {
        passage.trail.push(`${next}:engine.loop`);
        this.finish(passage, 'engine.loop');
        return;
      }
      const { visit, step } = this.visitOf(passage);
      const move = naiveStep(step).enter(visit, step);
      if (move === 'stay') {
        this.rest(passage);
        return;
      }
      if ('end' in move) {
        this.move(passage, move);
        return;
      }
      passage.trail.push(`${next}:${move.code}`);
      // Something that the step did to the passage itself, such as leaving this very journey.
      next = move.go;
    }
  }

  private move(passage: NaivePassage, move: NaiveMove): void {
    if (move === 'stay') return;
    if ('end' in move) {
      passage.trail.push(`${String(passage.step)}:ended`);
      this.finish(passage, move.end);
      return;
    }
    passage.trail.push(`${String(passage.step)}:${move.code}`);
    this.walk(passage, move.go);
  }

  private rest(passage: NaivePassage): void {
    this.expelThoseWhoHaveTo(passage);
    const { step, visit } = passage;
    if (step === null || this.world.pace !== 'simulated') return;
    if (passage.waitsForMessage) this.conclude(passage, { step, visit }, 'sent');
    if (!passage.waitsForCall) return;
    this.conclude(passage, { step, visit }, this.world.failing?.includes(step) ? 'failed' : 'sent');
  }

  private finish(passage: NaivePassage, reason: string): void {
    Object.assign(passage, { step: null, dueAt: null, waitsForMessage: false, waitsForCall: false });
    Object.assign(passage, { endedAt: this.now, endReason: reason });
    this.note(`ends ${String(passage.number)} ${reason}`);
    this.expelThoseWhoHaveTo(passage);
  }

  private readonly toLeave: string[] = [];

  /** Journeys that steps on the way have taken the customer out of: they end when the passage has come to rest. */
  private expelThoseWhoHaveTo(_by: NaivePassage): void {
    for (const journey of this.toLeave.splice(0)) {
      for (const passage of this.passages) {
        if (passage.journey === journey && passage.step !== null) this.leave(passage, 'left');
      }
    }
  }

  private visitOf(passage: NaivePassage) {
    const key = passage.step ?? '';
    const step = passage.definition.steps[key];
    if (!step) throw new Error(`there is no step '${key}'`);
    const visit: NaiveVisit = {
      now: this.now,
      passage,
      key,
      customerId: this.world.customer.id,
      zone: this.world.zoneOf(this.traits),
      scope: () => this.scopeOf(passage),
      setTraits: (traits) => {
        this.traits = traits;
      },
      raise: (name, properties) => {
        this.raise({ type: 'event', event: { name, properties, occurredAt: this.now } });
      },
      enter: (journey) => {
        if (this.world.pace === 'simulated') this.note(`journey enter ${journey}`);
        else this.raise({ type: 'trigger', journey, context: passage.context });
      },
      leave: (journey) => {
        if (this.world.pace === 'simulated') this.note(`journey leave ${journey}`);
        else this.toLeave.push(journey);
      },
      send: (template) => this.send(passage, template),
    };
    return { visit, step };
  }

  private raise(arrival: Arrival): void {
    if (this.hops < MOST_HOPS) this.raised.push({ ...arrival, hops: this.hops + 1 });
  }

  private send(passage: NaivePassage, template: string): boolean {
    if (passage.heldOut || !this.world.reaches(this.traits)) return false;
    const { visit, number } = passage;
    const step = passage.step ?? '';
    this.messages.push({ passage, step, visit, template, state: 'queued' });
    passage.lastMessage = { step, visit };
    this.note(`sends ${String(number)} ${step} ${String(visit)} ${template}`);
    return true;
  }

  /** The event at hand, or else the one that let the passage in. */
  private scopeOf({ context }: NaivePassage): NaiveScope {
    const own = context['event'] as NaiveEvent | undefined;
    return { traits: this.traits, event: this.event ?? own, context, now: this.now };
  }

  private note(what: string): void {
    this.log.push(`${new Date(this.now).toISOString()} ${what}`);
  }
}

function patched(traits: JsonObject, patch: JsonObject = {}): JsonObject {
  const all = Object.entries({ ...traits, ...patch });
  return Object.fromEntries(all.filter(([, value]) => value !== null));
}

function entryKeyOf({ entry }: JourneyDefinition, { traits, event, context }: NaiveScope): string {
  const { key } = entry.reentry ?? {};
  if (key === undefined) return '';
  const value = readPath({ event: event?.properties, customer: traits, context }, key);
  return ['string', 'number', 'boolean'].includes(typeof value) ? String(value) : '';
}

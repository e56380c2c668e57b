import { compileJourney } from '../definition/compile.js';
import type { GoalDefinition } from '../definition/goals.js';
import type { EntryDefinition, ExitRuleDefinition, StepDefinition } from '../definition/definition.js';
import { resume, start } from '../run/engine.js';
import type { MessageDecision, Passage, Signal, Trigger } from '../run/passage.js';
import type { CustomerView, EnrollmentState, EventView } from '../run/state.js';
import type { EngineInput } from '../run/walk.js';
import type { StepTypes } from '../steps/step-types.js';

/** Monday, 2 March 2026, 08:00 UTC. */
export const NOW = Date.parse('2026-03-02T08:00:00Z');
export const HOUR = 3_600_000;
export const DAY = 24 * HOUR;

export interface JourneyParts {
  readonly entry?: EntryDefinition;
  readonly exit?: readonly ExitRuleDefinition[];
  readonly goals?: readonly GoalDefinition[];
  readonly start?: string;
  readonly steps: Readonly<Record<string, StepDefinition>>;
}

/** A definition that starts at its first step and is let in by `account.created`. */
export function aDefinition({ steps, entry, exit, goals, start: first }: JourneyParts) {
  return {
    entry: entry ?? { triggers: [{ type: 'event' as const, event: 'account.created' }] },
    exit: exit ?? [{ event: 'account.closed' }],
    goals: goals ?? [{ key: 'bought', event: 'order.paid' }],
    start: first ?? Object.keys(steps)[0] ?? '',
    steps,
  };
}

export function aCustomer(over: Partial<CustomerView> = {}): CustomerView {
  return { id: 'c1', traits: {}, timezone: undefined, locale: undefined, ...over };
}

export function anEvent(name: string, properties: object = {}): EventView {
  return { name, properties: { ...properties }, occurredAt: NOW };
}

export const SEND: MessageDecision = { send: true, channel: 'email' };

/** A journey with a customer in it, moved by hand. */
export class Traveller {
  passage: Passage;
  now: number;
  private readonly input: Omit<EngineInput, 'customer' | 'now'>;

  constructor(
    parts: JourneyParts,
    options: {
      customer?: Partial<CustomerView>;
      trigger?: Trigger;
      decision?: MessageDecision;
      timezone?: string;
      /** When it enters, in milliseconds since the epoch. */
      at?: number;
      stepTypes?: StepTypes;
      /** What else the engine is given. */
      input?: Partial<Pick<EngineInput, 'enrollment' | 'refuseOffer' | 'trialCount'>>;
    } = {},
  ) {
    const { customer, decision = SEND, timezone = 'UTC', at = NOW, stepTypes } = options;
    this.now = at;
    const trigger = options.trigger ?? {
      type: 'event',
      event: anEvent('account.created', { plan: 'trial' }),
    };
    this.input = {
      journey: compileJourney(aDefinition(parts), stepTypes),
      decideMessage: () => decision,
      timezone,
      journeyKey: 'j',
      ...options.input,
    };
    this.passage = start({ ...this.input, customer: aCustomer(customer), now: at, trigger });
  }

  get state(): EnrollmentState {
    return this.passage.state;
  }

  /** The codes of the last passage's records, with their steps. */
  get codes(): string[] {
    return this.passage.records.map(({ step, code }) => `${step} ${code}`);
  }

  /** Brings a signal; false when it did not concern the enrollment. */
  signal(signal: Signal, now = this.now): boolean {
    this.now = now;
    const { customer } = this.passage;
    const passage = resume(this.state, { ...this.input, customer, now, signal });
    if (passage) this.passage = passage;
    return passage !== undefined;
  }

  event(name: string, properties: object = {}, now = this.now): boolean {
    return this.signal({ type: 'event', event: anEvent(name, properties) }, now);
  }

  due(now: number): boolean {
    return this.signal({ type: 'due' }, now);
  }
}

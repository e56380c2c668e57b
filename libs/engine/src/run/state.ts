import type { ConsentLookup, CustomerFacts } from '@parcours/conditions';
import type { JsonObject } from '@parcours/kernel';

/** What the engine sees of a customer. */
export interface CustomerView {
  readonly id: string;
  readonly traits: JsonObject;
  /** IANA name; a name that does not exist counts as none. */
  readonly timezone: string | undefined;
  readonly locale: string | undefined;
  /** Where it is left out nothing is known of any consent. */
  readonly consent?: ConsentLookup | undefined;
  /** What notifications can reach; none where it is left out. */
  readonly devices?: readonly DeviceView[] | undefined;
  /** The channels that they would rather be reached on, the best first; none where it is left out. */
  readonly preferredChannels?: readonly string[] | undefined;
  /** Whether they can be reached on a channel; on none where it is left out. */
  readonly reachable?: ((channel: string) => boolean) | undefined;
  /** What lies behind them with these traits, as far as the journey `asks`: tests of it fail where it is left out. */
  readonly factsOf?: ((traits: JsonObject) => CustomerFacts) | undefined;
}

/** A device of a customer. */
export interface DeviceView {
  readonly token: string;
  readonly platform: 'ios' | 'android' | 'web';
}

/** An event as the engine sees it; `occurredAt` is in milliseconds since the epoch. */
export interface EventView {
  readonly name: string;
  readonly properties: JsonObject;
  readonly occurredAt: number;
}

/** What an active enrollment waits for at its step. */
export interface Waiting {
  readonly for: 'time' | 'events' | 'message' | 'call' | 'intake';
  /** When the wait began, in milliseconds since the epoch. */
  readonly since: number;
  /** Names of the events that can move it on. */
  readonly events?: readonly string[];
  /** For a wait for several events: the indices of those that have come. */
  readonly done?: readonly number[];
  /** What came of something that a person was asked to do, where that was told before the call was answered. */
  readonly outcome?: string;
}

/** What a step has tried with an enrollment; `at` is in milliseconds since the epoch. */
export interface TrialState {
  readonly step: string;
  /** The template or the offer. */
  readonly arm: string;
  readonly at: number;
  /** It did what it was tried for. */
  readonly hasSucceeded?: true;
}

/** What an enrollment has behind it, beyond where it stands. */
export interface Progress {
  /** When its trigger occurred, in milliseconds since the epoch, where goals count from earlier than its entry. */
  readonly since?: number;
  /** In the share of customers that enter but receive nothing. */
  readonly isHeldOut?: true;
  /** Keys of the goals it has reached. */
  readonly goals?: readonly string[];
  /** The last message that it queued, to which a conversion is credited. */
  readonly lastMessage?: { readonly step: string; readonly visit: number; readonly at: number };
  /** What steps have tried, the last of each step. */
  readonly trials?: readonly TrialState[];
}

/** One passage of a customer through a journey: plain JSON, small enough to lie on disk a million times. */
export interface EnrollmentState {
  /** The step at which it stands; null once it has ended. */
  readonly step: string | null;
  /** How many steps it has entered so far. Each entered step gets the next number, so (enrollment, step, visit) is unique. */
  readonly visit: number;
  readonly status: 'active' | 'ended';
  /** Milliseconds since the epoch, like every time here. */
  readonly enteredAt: number;
  readonly endedAt: number | null;
  /** The reason of an exit step, `exit-rule`, `goal`, `left`, or `engine.loop`. */
  readonly endReason: string | null;
  /** When it has to be resumed with a `due` signal, if by time at all. */
  readonly dueAt: number | null;
  readonly waiting: Waiting | null;
  /** What it carries: `event` (name and properties of the trigger), or the members of an API trigger's context. */
  readonly context: JsonObject;
  readonly progress: Progress;
}

/** What moves a waiting enrollment on. */
export interface NextSignals {
  /** Milliseconds since the epoch. */
  readonly dueAt: number | null;
  readonly events: readonly string[];
  /** True while it waits for the outcome of the message of its step. */
  readonly message: boolean;
  /** True while it waits for the end of the call of its step. */
  readonly call: boolean;
}

/** What an enrollment waits for; nothing at all once it has ended. */
export function nextSignals(state: EnrollmentState): NextSignals {
  return {
    dueAt: state.dueAt,
    events: state.waiting?.events ?? [],
    message: state.waiting?.for === 'message',
    call: state.waiting?.for === 'call',
  };
}

import type { JsonObject } from '@parcours/kernel';
import type { CustomerFacts, Reaction } from './facts.js';

/** What a condition compares with: equality is on scalars only, and types are never coerced. */
export type Scalar = string | number | boolean;

/**
 * What a test asks of one value. Several operators in one test are AND-ed. An unknown value (absent or null) fails
 * each of them except `exists: false`.
 */
export interface Operators {
  readonly is?: Scalar;
  /** A known value other than this one; a value of another type counts as other. */
  readonly 'is-not'?: Scalar;
  readonly in?: readonly Scalar[];
  /** A known value that is none of these. */
  readonly 'not-in'?: readonly Scalar[];
  readonly gt?: number;
  readonly gte?: number;
  readonly lt?: number;
  readonly lte?: number;
  /** A part of a text, or a member of a list. */
  readonly contains?: Scalar;
  readonly 'starts-with'?: string;
  readonly 'ends-with'?: string;
  /** An RE2 pattern, found anywhere in a text unless it is anchored with `^` and `$`. */
  readonly matches?: string;
  readonly exists?: boolean;
  /** An RFC 3339 instant, a date (midnight UTC), or an offset from now such as `-30d`. */
  readonly before?: string;
  /** See `before`. */
  readonly after?: string;
  /** A duration: the yearly return of a date (its UTC day; 29 February returns on the 28th) lies within it from now. */
  readonly 'anniversary-within'?: string;
}

/** A test of one value: a trait, a property of the event at hand, or a member of the enrollment's context. */
export type ValueTest = Operators &
  ({ readonly trait: string } | { readonly property: string } | { readonly context: string });

/** What a customer has decided about a channel and a topic; `unknown` where nothing was. */
export type ConsentAnswer = 'granted' | 'denied' | 'pending' | 'unknown';

/** Looks a consent up, the wider ones included that stand for it. */
export type ConsentLookup = (channel: string, topic: string) => ConsentAnswer;

/** A test of what the customer has consented to. Without a topic it is of the channel as a whole. */
export interface ConsentTest {
  readonly consent: { readonly channel: string; readonly topic?: string; readonly is: ConsentAnswer };
}

/** A test of whether the customer can be reached on a channel: has an address for it, and has not refused it. */
export interface ChannelTest {
  readonly channel: { readonly name: string; readonly reachable: boolean };
}

/** A test of the channel that the customer prefers: what they say, else what their reactions tell. */
export interface PreferenceTest {
  readonly preferred: string;
}

/** What is asked of a number that was counted or worked out; several are AND-ed. */
export interface NumberAsked {
  readonly is?: number;
  readonly gt?: number;
  readonly gte?: number;
  readonly lt?: number;
  readonly lte?: number;
}

/** Asked of the numbers that a property has in several events. */
export type PropertyAsked = NumberAsked & { readonly of: string };

/** Asked of a time; see `before` of {@link Operators}. */
export interface TimeAsked {
  readonly before?: string;
  readonly after?: string;
}

/**
 * What a customer did before. Alone it asks whether the event happened at all; what is asked besides is AND-ed and asked
 * of those events that `where` and `within` leave.
 */
export interface EventTest {
  readonly event: string;
  /** About each event: tests of its properties. */
  readonly where?: Condition;
  /** Only events that are younger than this. */
  readonly within?: string;
  readonly count?: NumberAsked;
  /** Of the values that are numbers; 0 where there is none. */
  readonly sum?: PropertyAsked;
  /** Unknown where there is no number, as `min` and `max` are. */
  readonly avg?: PropertyAsked;
  readonly min?: PropertyAsked;
  readonly max?: PropertyAsked;
  readonly first?: TimeAsked;
  readonly last?: TimeAsked;
}

/** What became of messages of a template. */
export interface MessageTest {
  readonly message: string;
  readonly is: Reaction;
  readonly within?: string;
}

/** Whether the customer is in a segment, is of a persona, or has a tag: `in` is true when it is left out. */
export type BelongingTest = { readonly in?: boolean } & (
  { readonly segment: string } | { readonly persona: string } | { readonly tag: string }
);

/** Where the customer stands in a journey; `in: true` is `state: active`. */
export type JourneyTest = { readonly journey: string } & (
  { readonly in: boolean } | { readonly state: 'active' | 'completed' | 'converted' }
);

/** A test of what lies behind a customer rather than of the moment. */
export type HistoryTest = EventTest | MessageTest | BelongingTest | JourneyTest;

/** A test of a plugin, such as `crm.good-standing`; where no loaded plugin has it, it fails. */
export interface PluginTest {
  readonly test: string;
  readonly with?: JsonObject;
}

/** The condition language: `all`, `any`, `not`, or a test. */
export type Condition =
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] }
  | { readonly not: Condition }
  | ValueTest
  | ConsentTest
  | PreferenceTest
  | ChannelTest
  | HistoryTest
  | PluginTest;

/** What a condition is asked about. */
export interface ConditionScope {
  readonly traits: JsonObject;
  /** The event at hand, if there is one. `occurredAt` is in milliseconds since the epoch. */
  readonly event?: ConditionEvent | undefined;
  readonly context: JsonObject;
  /** Where it is left out nothing is known of any consent. */
  readonly consent?: ConsentLookup | undefined;
  /** The channel that the customer would rather be reached on. */
  readonly preferred?: string | undefined;
  /** Whether the customer can be reached on a channel; on none where it is left out. */
  readonly reachable?: ((channel: string) => boolean) | undefined;
  /** Needed by tests of events, messages, groups, journeys and tags: they fail without. */
  readonly facts?: CustomerFacts | undefined;
  /** Milliseconds since the epoch. */
  readonly now: number;
}

/** The event at hand. */
export interface ConditionEvent {
  readonly name: string;
  readonly properties: JsonObject;
  readonly occurredAt: number;
}

/** The answer of a condition for one scope: always true or false, never an exception. */
export type Predicate = (scope: ConditionScope) => boolean;

/**
 * From which time on (milliseconds since the epoch, after now) a condition may answer otherwise although nothing happens:
 * never earlier than it does, and `Infinity` where time alone changes nothing.
 */
export type FlipTime = (scope: ConditionScope) => number;

/** Most levels of `all`, `any` and `not` inside each other. */
export const MAX_CONDITION_DEPTH = 20;

/** Most tests in one condition. */
export const MAX_CONDITION_TESTS = 500;

/** Longest pattern of `matches`, in characters. */
export const MAX_PATTERN_LENGTH = 500;

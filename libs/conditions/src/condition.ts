import type { JsonObject } from '@parcours/kernel';

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

/** The condition language: `all`, `any`, `not`, or a test. */
export type Condition =
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] }
  | { readonly not: Condition }
  | ValueTest
  | ConsentTest;

/** What a condition is asked about. */
export interface ConditionScope {
  readonly traits: JsonObject;
  /** The event at hand, if there is one. `occurredAt` is in milliseconds since the epoch. */
  readonly event?: ConditionEvent | undefined;
  readonly context: JsonObject;
  /** Where it is left out nothing is known of any consent. */
  readonly consent?: ConsentLookup | undefined;
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

/** Most levels of `all`, `any` and `not` inside each other. */
export const MAX_CONDITION_DEPTH = 20;

/** Most tests in one condition. */
export const MAX_CONDITION_TESTS = 500;

/** Longest pattern of `matches`, in characters. */
export const MAX_PATTERN_LENGTH = 500;

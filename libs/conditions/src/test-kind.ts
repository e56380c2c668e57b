import type { Finding, JsonObject, Language } from '@parcours/kernel';
import type { ConditionScope, FlipTime, Predicate } from './condition.js';
import type { SqlContext } from './sql/sql-context.js';
import type { SqlFragment } from './sql/sql-fragment.js';

/** One value that a condition looks at: `{ of: 'trait', path: 'plan' }`. */
export interface Read {
  readonly of: string;
  readonly path: string;
  /** The value in a scope; `undefined` where it is absent. */
  readonly value: (scope: ConditionScope) => unknown;
  /** For events: how far back, and whether their properties are looked at. */
  readonly history?: HistoryRead;
}

/** How much of the past a test looks at. */
export interface HistoryRead {
  /** In milliseconds; `Infinity` for all of it. */
  readonly withinMs: number;
  readonly needsProperties: boolean;
  /** Where nothing but how many events there are decides. */
  readonly tally?: EventTally | undefined;
}

/** A test that is answered by the number of events in a window alone. */
export interface EventTally {
  /** In milliseconds; `Infinity` for all of them. */
  readonly withinMs: number;
  /** Numbers of events at which the answer is another than with one event less, the least first. */
  readonly turns: readonly number[];
}

/** A test, compiled. */
export interface CompiledTest {
  readonly holds: Predicate;
  readonly reads: readonly Read[];
  /** Absent where time alone never changes the answer. */
  readonly flipsAt?: FlipTime | undefined;
}

/** How a condition is to be put into words. */
export interface Telling {
  readonly language: Language;
  /** The kind of test whose subject goes without saying, such as `property` beside the name of its event. */
  readonly implied?: string | undefined;
}

/** What a test looks at: the customer as they are, the event at hand, the enrollment, or what lies behind. */
export type Sight = 'customer' | 'event' | 'enrollment' | 'history';

/** When a test that is asked of a whole table may next answer otherwise, as {@link FlipTime}. */
export interface SqlFlip {
  /** Milliseconds since the epoch, NULL for never. */
  readonly at?: SqlFragment;
  /** True for a customer of whom SQL cannot tell: the closure has to. */
  readonly unsure?: SqlFragment;
}

/** One kind of test, told by the member that names its subject. Adding a kind is adding an entry to TEST_KINDS. */
export interface TestKind {
  /** The member that tells this kind from others: `trait`. */
  readonly member: string;
  readonly sight: Sight;
  /** JSON Schema of the whole test object. */
  readonly schema: JsonObject;
  /** Findings of a test that has the member; `at` is the JSON pointer of the test. */
  validate(test: JsonObject, at: string): Finding[];
  /** Compiles a test without findings. */
  compile(test: JsonObject): CompiledTest;
  /** 1, 0, or NULL where only the closure can tell, for the customer of the row at hand. */
  sql(test: JsonObject, context: SqlContext): SqlFragment;
  /** Absent where time alone never changes the answer of any test of the kind. */
  sqlFlips?(test: JsonObject, context: SqlContext): readonly SqlFlip[];
  /** What a test says; each member of `parts` is a claim of its own, and all of them are made. */
  describe(test: JsonObject, telling: Telling): readonly string[];
}

import type { Finding, JsonObject, Language } from '@parcours/kernel';
import type { ConditionScope, Predicate } from './condition.js';

/** One value that a condition looks at: `{ of: 'trait', path: 'plan' }`. */
export interface Read {
  readonly of: string;
  readonly path: string;
  /** The value in a scope; `undefined` where it is absent. */
  readonly value: (scope: ConditionScope) => unknown;
}

/** A test, compiled. */
export interface CompiledTest {
  readonly holds: Predicate;
  readonly reads: readonly Read[];
}

/** How a condition is to be put into words. */
export interface Telling {
  readonly language: Language;
  /** The kind of test whose subject goes without saying, such as `property` beside the name of its event. */
  readonly implied?: string | undefined;
}

/** One kind of test, told by the member that names its subject. Adding a kind is adding an entry to TEST_KINDS. */
export interface TestKind {
  /** The member that tells this kind from others: `trait`. */
  readonly member: string;
  /** JSON Schema of the whole test object. */
  readonly schema: JsonObject;
  /** Findings of a test that has the member; `at` is the JSON pointer of the test. */
  validate(test: JsonObject, at: string): Finding[];
  /** Compiles a test without findings. */
  compile(test: JsonObject): CompiledTest;
  /** What a test says; each member of `parts` is a claim of its own, and all of them are made. */
  describe(test: JsonObject, telling: Telling): readonly string[];
}

import type { JsonObject } from '@parcours/kernel';
import { brief } from './brief.js';
import { visitCondition } from './combinations.js';
import type { ConditionScope } from './condition.js';
import { TEST_KINDS } from './test-kinds.js';

/** One test of a condition, and how it came out. */
export interface DecidingTest {
  /** As it is written. */
  readonly test: JsonObject;
  readonly holds: boolean;
  /** What it looked at, by `trait.plan`, `property.amount`: null where unknown. */
  readonly values: JsonObject;
}

/** The answer of a condition, with the tests that it comes from. */
export interface Judgement {
  readonly holds: boolean;
  readonly tests: readonly DecidingTest[];
}

/**
 * Answers a condition as its closure does, and says which of its tests decided: of an `all` that fails those that fail,
 * of an `any` that holds the first that does, else all of them.
 * @example judgeCondition({ all: [{ trait: 'plan', is: 'pro' }, { trait: 'country', is: 'FR' }] }, scope).tests
 * // [{ test: { trait: 'plan', is: 'pro' }, holds: false, values: { 'trait.plan': 'trial' } }]
 * @throws conditions.invalid for a condition with findings
 */
export function judgeCondition(condition: unknown, scope: ConditionScope): Judgement {
  return visitCondition<Judgement>(condition, TEST_KINDS, {
    all: (parts) => {
      const failing = parts.filter(({ holds }) => !holds);
      return { holds: failing.length === 0, tests: testsOf(failing.length > 0 ? failing : parts) };
    },
    any: (parts) => {
      const holding = parts.find(({ holds }) => holds);
      return { holds: holding !== undefined, tests: testsOf(holding ? [holding] : parts) };
    },
    not: ({ holds, tests }) => ({ holds: !holds, tests }),
    test: ({ kind, test }) => {
      const { holds, reads } = kind.compile(test);
      const values: JsonObject = {};
      for (const { of, path, value } of reads) values[`${of}.${path}`] = brief(value(scope));
      const isTrue = holds(scope);
      return { holds: isTrue, tests: [{ test, holds: isTrue, values }] };
    },
  });
}

function testsOf(parts: readonly Judgement[]): DecidingTest[] {
  return parts.flatMap(({ tests }) => tests);
}

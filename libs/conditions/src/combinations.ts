import { isJsonObject } from '@parcours/kernel';
import type { JsonObject } from '@parcours/kernel';
import type { Predicate } from './condition.js';
import { ConditionErrors } from './conditions.errors.js';
import type { SqlContext } from './sql/sql-context.js';
import { joined, sql, type SqlFragment } from './sql/sql-fragment.js';
import type { CompiledTest, SqlFlip, TestKind } from './test-kind.js';
import { combinedFlip } from './time/flips.js';

/** Kinds of tests by the member that tells them. */
export type TestKinds = ReadonlyMap<string, TestKind>;

/** The kind of a test, and the test. */
export interface FoundTest {
  readonly kind: TestKind;
  readonly test: JsonObject;
}

/** What is done with each part of a condition. */
interface Visitor<T> {
  readonly all: (parts: readonly T[]) => T;
  readonly any: (parts: readonly T[]) => T;
  readonly not: (part: T) => T;
  readonly test: (found: FoundTest) => T;
}

/** Walks a condition without findings. @throws conditions.invalid for any other */
export function visitCondition<T>(condition: unknown, kinds: TestKinds, visitor: Visitor<T>): T {
  const visit = (part: unknown): T => {
    if (!isJsonObject(part)) throw ConditionErrors.invalid({});
    if ('all' in part) return visitor.all(listIn(part['all']).map(visit));
    if ('any' in part) return visitor.any(listIn(part['any']).map(visit));
    if ('not' in part) return visitor.not(visit(part['not']));
    const kind = Object.keys(part)
      .map((member) => kinds.get(member))
      .find((found) => found !== undefined);
    if (!kind) throw ConditionErrors.invalid({});
    return visitor.test({ kind, test: part });
  };
  return visit(condition);
}

function listIn(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** Compiles a condition without findings to one test. */
export function compileTests(condition: unknown, kinds: TestKinds): CompiledTest {
  return visitCondition<CompiledTest>(condition, kinds, {
    all: (parts) => ({
      holds: every(parts.map(({ holds }) => holds)),
      reads: parts.flatMap(({ reads }) => reads),
      flipsAt: combinedFlip(parts, false),
    }),
    any: (parts) => ({
      holds: some(parts.map(({ holds }) => holds)),
      reads: parts.flatMap(({ reads }) => reads),
      flipsAt: combinedFlip(parts, true),
    }),
    not: ({ holds, reads, flipsAt }) => ({ holds: (scope) => !holds(scope), reads, flipsAt }),
    test: ({ kind, test }) => kind.compile(test),
  });
}

/** A condition without findings in SQL: 1, 0, or NULL where the closure has to be asked. */
export function testsSql(condition: unknown, kinds: TestKinds, context: SqlContext): SqlFragment {
  return visitCondition<SqlFragment>(condition, kinds, {
    all: (parts) => joined(parts, 'AND'),
    any: (parts) => joined(parts, 'OR'),
    not: (part) => sql`NOT (${part})`,
    test: ({ kind, test }) => kind.sql(test, context),
  });
}

/** When any test of a condition next flips: earlier perhaps than the whole does. */
export function testsSqlFlips(condition: unknown, kinds: TestKinds, context: SqlContext): readonly SqlFlip[] {
  return visitCondition<readonly SqlFlip[]>(condition, kinds, {
    all: (parts) => parts.flat(),
    any: (parts) => parts.flat(),
    not: (part) => part,
    test: ({ kind, test }) => kind.sqlFlips?.(test, context) ?? [],
  });
}

function every(predicates: readonly Predicate[]): Predicate {
  return (scope) => {
    for (const holds of predicates) if (!holds(scope)) return false;
    return true;
  };
}

function some(predicates: readonly Predicate[]): Predicate {
  return (scope) => {
    for (const holds of predicates) if (holds(scope)) return true;
    return false;
  };
}

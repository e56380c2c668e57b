import { isJsonObject } from '@parcours/kernel';
import type { JsonObject, JsonValue } from '@parcours/kernel';
import type { Condition, ConditionScope, Predicate } from './condition.js';
import { ConditionErrors } from './conditions.errors.js';
import { TEST_KINDS } from './test-kinds.js';
import type { CompiledTest, Read } from './test-kind.js';
import { validateCondition } from './validate.js';

/** A condition, ready to be asked as often as one likes. */
export interface CompiledCondition {
  /** Answers the condition. Never throws; an unknown value fails every test but `exists: false`. */
  readonly holds: Predicate;
  /** The paths that it mentions, each once, by their subject. */
  readonly reads: ConditionReads;
  /** The values that it looks at in a scope, by `trait.plan`, `property.amount`: null where unknown, lists and objects by their kind. */
  readonly values: (scope: ConditionScope) => JsonObject;
}

/** Dotted paths by what they are read from. */
export interface ConditionReads {
  readonly traits: readonly string[];
  readonly properties: readonly string[];
  readonly context: readonly string[];
}

/**
 * Compiles a condition to a closure.
 * @example compileCondition({ trait: 'plan', is: 'pro' }).holds({ traits: { plan: 'pro' }, context: {}, now: 0 }) // true
 * @throws conditions.invalid when {@link validateCondition} finds an error in it.
 */
export function compileCondition(condition: Condition): CompiledCondition {
  const findings = validateCondition(condition);
  if (findings.length > 0 || !isJsonObject(condition)) {
    const errors = findings.map(({ code, pointer, message }) => ({ code, pointer, detail: message }));
    throw ConditionErrors.invalid({}, { errors });
  }
  const { holds, reads } = compile(condition);
  const distinct = [...new Map(reads.map((read) => [`${read.of}.${read.path}`, read]))];
  return {
    holds,
    reads: {
      traits: pathsOf('trait', distinct),
      properties: pathsOf('property', distinct),
      context: pathsOf('context', distinct),
    },
    values: (scope) => {
      const values: JsonObject = {};
      for (const [name, read] of distinct) values[name] = brief(read.value(scope));
      return values;
    },
  };
}

function compile(condition: unknown): CompiledTest {
  if (!isJsonObject(condition)) throw ConditionErrors.invalid({});
  if ('all' in condition) return combine(condition['all'], every);
  if ('any' in condition) return combine(condition['any'], some);
  if ('not' in condition) {
    const { holds, reads } = compile(condition['not']);
    return { holds: (scope) => !holds(scope), reads };
  }
  const kind = Object.keys(condition)
    .map((member) => TEST_KINDS.get(member))
    .find((found) => found !== undefined);
  if (!kind) throw ConditionErrors.invalid({});
  return kind.compile(condition);
}

function combine(list: unknown, join: (predicates: readonly Predicate[]) => Predicate): CompiledTest {
  const parts = Array.isArray(list) ? list.map(compile) : [];
  return { holds: join(parts.map(({ holds }) => holds)), reads: parts.flatMap(({ reads }) => reads) };
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

function pathsOf(subject: string, reads: readonly (readonly [string, Read])[]): string[] {
  return reads.filter(([, read]) => read.of === subject).map(([, read]) => read.path);
}

const LONGEST_TEXT = 100;

/** A value short enough for a history row. */
function brief(value: unknown): JsonValue {
  if (typeof value === 'number' || typeof value === 'boolean') return value;
  if (typeof value === 'string') {
    return value.length > LONGEST_TEXT ? `${value.slice(0, LONGEST_TEXT)}…` : value;
  }
  if (Array.isArray(value)) return `(list of ${String(value.length)})`;
  return typeof value === 'object' && value !== null ? '(object)' : null;
}

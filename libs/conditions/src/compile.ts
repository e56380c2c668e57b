import { isJsonObject } from '@parcours/kernel';
import type { JsonObject } from '@parcours/kernel';
import { brief } from './brief.js';
import { compileTests } from './combinations.js';
import type { Condition, ConditionScope, FlipTime, Predicate } from './condition.js';
import { ConditionErrors } from './conditions.errors.js';
import { PLUGIN_TEST_FINDINGS } from './plugin-test.js';
import { validateCondition } from './surroundings.js';
import { TEST_KINDS } from './test-kinds.js';
import type { EventTally, HistoryRead, Read } from './test-kind.js';

/** A condition, ready to be asked as often as one likes. */
export interface CompiledCondition {
  /** Answers the condition. Never throws; an unknown value fails every test but `exists: false`. */
  readonly holds: Predicate;
  /** The paths that it mentions, each once, by their subject. */
  readonly reads: ConditionReads;
  /** How much of the past of each event it looks at. */
  readonly history: ReadonlyMap<string, HistoryRead>;
  /** The tests of each event whose number alone decides; none of an event of which anything else is asked too. */
  readonly tallies: ReadonlyMap<string, readonly EventTally[]>;
  /** When time alone may change the answer; absent where it never does. */
  readonly flipsAt: FlipTime | undefined;
  /** The values that it looks at in a scope, by `trait.plan`, `property.amount`: null where unknown, lists and objects by their kind. */
  readonly values: (scope: ConditionScope) => JsonObject;
}

/** What a condition mentions: dotted paths of values, and names and keys of everything else. */
export interface ConditionReads {
  readonly traits: readonly string[];
  readonly properties: readonly string[];
  readonly context: readonly string[];
  readonly events: readonly string[];
  /** Templates whose messages it asks for. */
  readonly messages: readonly string[];
  readonly segments: readonly string[];
  readonly personas: readonly string[];
  readonly journeys: readonly string[];
  readonly tags: readonly string[];
  /** `channel.topic` */
  readonly consents: readonly string[];
}

/**
 * Compiles a condition to a closure.
 * @example compileCondition({ trait: 'plan', is: 'pro' }).holds({ traits: { plan: 'pro' }, context: {}, now: 0 }) // true
 * @throws conditions.invalid when {@link validateCondition} finds an error in it; a test whose plugin is missing is none.
 */
export function compileCondition(condition: Condition): CompiledCondition {
  const findings = validateCondition(condition).filter(({ code }) => !PLUGIN_TEST_FINDINGS.includes(code));
  if (findings.length > 0 || !isJsonObject(condition)) {
    const errors = findings.map(({ code, pointer, message }) => ({ code, pointer, detail: message }));
    throw ConditionErrors.invalid({}, { errors });
  }
  const { holds, reads, flipsAt } = compileTests(condition, TEST_KINDS);
  const distinct = [...new Map(reads.map((read) => [`${read.of}.${read.path}`, read]))];
  return {
    holds,
    reads: {
      traits: pathsOf('trait', distinct),
      properties: pathsOf('property', distinct),
      context: pathsOf('context', distinct),
      events: pathsOf('event', distinct),
      messages: pathsOf('message', distinct),
      segments: pathsOf('segment', distinct),
      personas: pathsOf('persona', distinct),
      journeys: pathsOf('journey', distinct),
      tags: pathsOf('tag', distinct),
      consents: pathsOf('consent', distinct),
    },
    history: historyOf(reads),
    tallies: talliesOf(reads),
    flipsAt: flipsAt && withinTime(flipsAt),
    values: (scope) => {
      const values: JsonObject = {};
      for (const [name, read] of distinct) values[name] = brief(read.value(scope));
      return values;
    },
  };
}

function pathsOf(subject: string, reads: readonly (readonly [string, Read])[]): string[] {
  return reads.filter(([, read]) => read.of === subject).map(([, read]) => read.path);
}

/** Tests of one event share what is read of it: as far back as the longest of them looks. */
function historyOf(reads: readonly Read[]): ReadonlyMap<string, HistoryRead> {
  const byName = new Map<string, HistoryRead>();
  for (const { path, history } of reads) {
    if (!history) continue;
    const known = byName.get(path);
    byName.set(path, {
      withinMs: Math.max(history.withinMs, known?.withinMs ?? 0),
      needsProperties: history.needsProperties || (known?.needsProperties ?? false),
    });
  }
  return byName;
}

function talliesOf(reads: readonly Read[]): ReadonlyMap<string, readonly EventTally[]> {
  const byName = new Map<string, EventTally[]>();
  const asked = reads.filter(({ history }) => history !== undefined);
  for (const { path, history } of asked) {
    if (history?.tally) byName.set(path, [...(byName.get(path) ?? []), history.tally]);
  }
  for (const { path, history } of asked) if (!history?.tally) byName.delete(path);
  return byName;
}

/** The last millisecond that a calendar has: what lies beyond never comes. */
const LAST_TIME = 8_640_000_000_000_000;

function withinTime(flipsAt: FlipTime): FlipTime {
  return (scope) => {
    const at = flipsAt(scope);
    return at > LAST_TIME ? Infinity : at;
  };
}

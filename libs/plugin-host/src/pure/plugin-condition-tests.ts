import type { Finding, JsonObject, JsonValue } from '@parcours/kernel';
import type { ConditionTest, ConditionValue } from '@parcours/sdk';

import type { ConfigChecker } from '../config/config-checker.js';
import { PureCalls } from './pure-calls.js';

/** A test for conditions of a loaded plugin; `name` is `plugin.name`. */
export interface KnownConditionTest extends Pick<ConditionTest, 'words' | 'description' | 'config'> {
  readonly name: string;
  check(config: JsonObject): readonly Finding[];
  /** Nothing where the plugin does not answer as it has to. */
  reads(config: JsonObject): readonly ConditionValue[];
  /** False where the plugin does not answer as it has to. */
  holds(config: JsonObject, values: Readonly<Record<string, JsonValue>>): boolean;
}

const isBoolean = (answer: unknown): answer is boolean => typeof answer === 'boolean';

const VALUE = /^(trait|property|context)(\.[^.]{1,100}){1,10}$/u;

function areValues(answer: unknown): answer is readonly ConditionValue[] {
  return Array.isArray(answer) && answer.every((name) => typeof name === 'string' && VALUE.test(name));
}

/** The tests for conditions of loaded plugins. Whatever a plugin does, a test has an answer. */
export class PluginConditionTests {
  private readonly tests = new Map<string, KnownConditionTest>();

  add(name: string, test: ConditionTest, checker: ConfigChecker): void {
    const asking = new PureCalls(name, isBoolean);
    const reading = new PureCalls(`${name} (reads)`, areValues);
    const { words, description, config: schema } = test;
    // A condition is asked with the same settings as long as it is published.
    const filled = new WeakMap<JsonObject, JsonObject>();
    const filledOf = (config: JsonObject): JsonObject => {
      const known = filled.get(config) ?? frozen(checker.withDefaults(config));
      filled.set(config, known);
      return known;
    };
    this.tests.set(name, {
      ...{ name, words, description, config: schema },
      check: (config) => checker.check(config),
      reads: (config) =>
        orElse<readonly ConditionValue[]>([], () => {
          const filled = filledOf(config);
          return reading.call(() => test.reads(filled));
        }),
      holds: (config, values) =>
        orElse(false, () => {
          const question = { config: filledOf(config), values };
          return asking.call(() => test.holds(question));
        }),
    });
  }

  all(): readonly KnownConditionTest[] {
    return [...this.tests.values()];
  }
}

function orElse<T>(otherwise: T, ask: () => T): T {
  try {
    return ask();
  } catch {
    return otherwise;
  }
}

/** Nobody can change it any more, all the way down. */
function frozen<T>(value: T): T {
  if (typeof value !== 'object' || value === null) return value;
  Object.values(value).forEach(frozen);
  return Object.freeze(value);
}

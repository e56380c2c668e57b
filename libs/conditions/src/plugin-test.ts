import { isJsonObject, type JsonValue, nearest, pointer } from '@parcours/kernel';
import type { Finding, JsonObject } from '@parcours/kernel';
import type { ConditionScope } from './condition.js';
import { OFFERED_TESTS, type OfferedRead } from './offered-tests.js';
import { compilePath } from './paths.js';
import { UNSURE } from './sql/sql-fragment.js';
import type { CompiledTest, Read, TestKind } from './test-kind.js';

const NAME_PATTERN = '^[a-z][a-z0-9-]*\\.[a-z][a-z0-9-]*$';
const NAME = new RegExp(NAME_PATTERN);

/** Findings of what a plugin may mend by itself: a condition that was published before them is compiled all the same. */
export const PLUGIN_TEST_FINDINGS: readonly string[] = ['conditions.test-unknown', 'conditions.test-config'];

/** A test that a plugin adds, and what it is told. */
export const PLUGIN_TEST: TestKind = {
  member: 'test',
  sight: 'customer',
  schema: {
    type: 'object',
    title: 'A test of a plugin',
    required: ['test'],
    additionalProperties: false,
    properties: {
      test: {
        type: 'string',
        pattern: NAME_PATTERN,
        description: 'The plugin, a dot and the name of the test. Where no loaded plugin has it, it fails.',
        examples: ['crm.good-standing'],
      },
      with: {
        type: 'object',
        description: 'What the test asks for, checked against its own schema: see GET /condition-tests.',
        examples: [{ least: 3 }],
      },
    },
  },
  validate: ({ test: name, with: config = {}, ...others }, at) => {
    const strays = Object.keys(others).map((member) =>
      failure('conditions.unknown-member', at + pointer(member), `'${member}' has no place beside 'test'.`),
    );
    if (typeof name !== 'string' || !NAME.test(name)) {
      const message = "'test' expects the name of a test of a plugin, such as crm.good-standing.";
      return [...strays, failure('conditions.invalid-operand', at + pointer('test'), message)];
    }
    const inside = at + pointer('with');
    if (!isJsonObject(config)) {
      return [...strays, failure('conditions.invalid-operand', inside, "'with' expects an object.")];
    }
    const offered = OFFERED_TESTS.find(name);
    if (!offered) return [...strays, unknownTest(name, at + pointer('test'))];
    const wrong = offered.check(config).map((finding) => ({
      ...finding,
      code: 'conditions.test-config',
      pointer: inside + finding.pointer,
    }));
    return [...strays, ...wrong];
  },
  compile: ({ test: name, with: config }) => compile(name, isJsonObject(config) ? config : {}),
  // A plugin speaks no SQL.
  sql: () => UNSURE,
  describe: ({ test: name, with: config }, { language }) => {
    const offered = typeof name === 'string' ? OFFERED_TESTS.find(name) : undefined;
    const told = isJsonObject(config) ? config : {};
    if (offered) return [offered.words(told, language)];
    const said = `${typeof name === 'string' ? name : JSON.stringify(name)} ${JSON.stringify(told)}`;
    return [language === 'fr' ? `satisfait à ${said}` : `passes ${said}`];
  },
};

/** A test that nobody offers, or that is told what it does not understand, fails. */
function compile(name: unknown, config: JsonObject): CompiledTest {
  const offered = typeof name === 'string' ? OFFERED_TESTS.find(name) : undefined;
  if (!offered || offered.check(config).length > 0) return { holds: () => false, reads: [] };
  const reads = offered.reads(config).map(readOf);
  return {
    holds: (scope) => offered.holds(config, valuesIn(scope, reads)),
    reads,
  };
}

function readOf({ of, path }: OfferedRead): Read {
  const read = compilePath(path);
  const subject = (scope: ConditionScope): unknown => {
    if (of === 'trait') return scope.traits;
    return of === 'context' ? scope.context : scope.event?.properties;
  };
  return { of, path, value: (scope) => read(subject(scope)) };
}

/** A copy: whoever is asked cannot change what others see. */
function valuesIn(scope: ConditionScope, reads: readonly Read[]): Readonly<Record<string, JsonValue>> {
  const values: Record<string, JsonValue> = {};
  for (const { of, path, value } of reads) {
    const found = value(scope);
    // What is read of a scope is JSON.
    if (found !== undefined && found !== null) values[`${of}.${path}`] = structuredClone(found) as JsonValue;
  }
  return values;
}

function unknownTest(name: string, at: string): Finding {
  const names = OFFERED_TESTS.names();
  const meant = nearest(name, names);
  const known = names.length > 0 ? `There are ${names.join(', ')}.` : 'No loaded plugin adds a test.';
  return {
    ...failure('conditions.test-unknown', at, `No loaded plugin has the test '${name}'.`),
    suggestion: meant === undefined ? known : `Did you mean '${meant}'?`,
  };
}

function failure(code: string, at: string, message: string): Finding {
  return { code, severity: 'error', pointer: at, message };
}

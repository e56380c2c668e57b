import { nearest, pointer } from '@parcours/kernel';
import type { Finding, JsonObject, Language } from '@parcours/kernel';
import type { ConditionScope, Predicate } from './condition.js';
import type { ValuePredicate } from './operator.js';
import { OPERATORS, operatorNamed } from './operators.js';
import { compilePath, isPath, PATH_PATTERN } from './paths.js';
import type { Telling, TestKind } from './test-kind.js';

interface Subject {
  readonly member: string;
  readonly title: string;
  readonly of: (scope: ConditionScope) => unknown;
  /** How a path in it is called where it does not go without saying. */
  readonly words: (path: string) => Readonly<Record<Language, string>>;
}

/** A kind of test that puts operators to one value, found by a dotted path in its subject. */
function valueTest({ member, title, of, words }: Subject): TestKind {
  return {
    member,
    schema: {
      type: 'object',
      title,
      required: [member],
      minProperties: 2,
      additionalProperties: false,
      properties: {
        [member]: {
          type: 'string',
          pattern: PATH_PATTERN,
          description: 'A dotted path.',
          examples: ['plan'],
        },
        ...operandSchemas(),
      },
    },
    validate: (test, at) => {
      const findings = Object.keys(test)
        .filter((name) => name !== member)
        .flatMap((name) => validateOperator(name, test[name], at));
      if (!isPath(test[member])) findings.push(invalidPath(member, at));
      if (Object.keys(test).length < 2) findings.push(noOperator(member, at));
      return findings;
    },
    compile: (test) => {
      const { [member]: named } = test;
      const path = typeof named === 'string' ? named : '';
      const read = compilePath(path);
      const value = (scope: ConditionScope): unknown => read(of(scope));
      return { holds: compileOperators(test, member, value), reads: [{ of: member, path, value }] };
    },
    describe: (test, telling) => {
      const path = pathIn(test, member);
      const name = telling.implied === member ? path : words(path)[telling.language];
      return claimsOf(test, member, telling).map((claim) => `${name} ${claim}`);
    },
  };
}

function pathIn(test: JsonObject, member: string): string {
  const path = test[member];
  return typeof path === 'string' ? path : JSON.stringify(path);
}

/** What is not understood is shown as it was written. */
function claimsOf(test: JsonObject, member: string, { language }: Telling): string[] {
  return Object.entries(test)
    .filter(([name]) => name !== member)
    .map(
      ([name, operand]) =>
        operatorNamed(name)?.describe(operand, language) ?? `${name} ${JSON.stringify(operand)}`,
    );
}

function operandSchemas(): JsonObject {
  return Object.fromEntries(Object.entries(OPERATORS).map(([name, { schema }]) => [name, schema]));
}

function compileOperators(
  test: JsonObject,
  member: string,
  read: (scope: ConditionScope) => unknown,
): Predicate {
  const predicates: ValuePredicate[] = [];
  let ofUnknown = true;
  for (const [name, operand] of Object.entries(test)) {
    const found = name === member ? undefined : operatorNamed(name);
    if (!found) continue;
    predicates.push(found.compile(operand));
    ofUnknown = ofUnknown && found.ofUnknown(operand);
  }
  const [only] = predicates;
  const known: ValuePredicate =
    predicates.length === 1 && only
      ? only
      : (value, now) => predicates.every((predicate) => predicate(value, now));
  return (scope) => {
    const value = read(scope);
    return value === undefined || value === null ? ofUnknown : known(value, scope.now);
  };
}

function validateOperator(name: string, operand: unknown, at: string): Finding[] {
  const found = operatorNamed(name);
  const where = at + pointer(name);
  if (!found) return [unknownOperator(name, where)];
  if (!found.accepts(operand)) {
    const message = `'${name}' expects ${found.expected}.`;
    return [{ code: 'conditions.invalid-operand', severity: 'error', pointer: where, message }];
  }
  const problem = found.problem(operand);
  if (problem === undefined) return [];
  return [{ code: 'conditions.invalid-pattern', severity: 'error', pointer: where, message: `${problem}.` }];
}

function unknownOperator(name: string, at: string): Finding {
  const meant = nearest(name, Object.keys(OPERATORS));
  return {
    code: 'conditions.unknown-operator',
    severity: 'error',
    pointer: at,
    message: `There is no operator '${name}'.`,
    suggestion:
      meant === undefined ? `Use one of ${Object.keys(OPERATORS).join(', ')}.` : `Did you mean '${meant}'?`,
  };
}

function invalidPath(member: string, at: string): Finding {
  return {
    code: 'conditions.invalid-path',
    severity: 'error',
    pointer: at + pointer(member),
    message: `'${member}' expects a dotted path of one to ten members, such as 'address.city'.`,
  };
}

function noOperator(member: string, at: string): Finding {
  return {
    code: 'conditions.no-operator',
    severity: 'error',
    pointer: at,
    message: `The test of a ${member} asks nothing.`,
    suggestion: `Add an operator, for example { ${member}: …, exists: true }.`,
  };
}

/** Tests of a value: traits, properties of the event at hand, members of the enrollment's context. */
export const VALUE_TESTS: readonly TestKind[] = [
  valueTest({
    member: 'trait',
    title: 'A trait of the customer',
    of: (scope) => scope.traits,
    words: (path) => ({ en: path, fr: path }),
  }),
  valueTest({
    member: 'property',
    title: 'A property of the event at hand',
    of: (scope) => scope.event?.properties,
    words: (path) => ({ en: `the event’s ${path}`, fr: `${path} de l’événement` }),
  }),
  valueTest({
    member: 'context',
    title: 'A member of what the enrollment carries',
    of: (scope) => scope.context,
    words: (path) => ({ en: `${path} on entry`, fr: `${path} à l’entrée` }),
  }),
];

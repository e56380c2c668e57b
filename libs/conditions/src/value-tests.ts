import { nearest, parseDuration, pointer } from '@parcours/kernel';
import type { Finding, JsonObject, Language } from '@parcours/kernel';
import type { ConditionScope, Predicate } from './condition.js';
import type { ValuePredicate } from './operator.js';
import { OPERATORS, operatorNamed } from './operators.js';
import { compilePath, isPath, PATH_PATTERN } from './paths.js';
import { jsonAt } from './sql/json-sql.js';
import { millisecondsOf, momentOf, isNoMoment } from './sql/moment-sql.js';
import { valueSql } from './sql/operator-sql.js';
import type { SqlContext } from './sql/sql-context.js';
import { FALSE, sql, type SqlFragment } from './sql/sql-fragment.js';
import type { Sight, SqlFlip, Telling, TestKind } from './test-kind.js';
import { OPERATOR_FLIPS } from './time/operator-flips.js';
import { earliestFlip } from './time/flips.js';

interface Subject {
  readonly member: string;
  readonly sight: Sight;
  readonly title: string;
  readonly of: (scope: ConditionScope) => unknown;
  /** The JSON text that it is in, in SQL; absent where rows of customers have none. */
  readonly sqlOf: (context: SqlContext) => SqlFragment | undefined;
  /** How a path in it is called where it does not go without saying. */
  readonly words: (path: string) => Readonly<Record<Language, string>>;
}

/** A kind of test that puts operators to one value, found by a dotted path in its subject. */
function valueTest({ member, sight, title, of, sqlOf, words }: Subject): TestKind {
  const jsonOf = (test: JsonObject, context: SqlContext): SqlFragment | undefined => {
    const document = sqlOf(context);
    return document && jsonAt(document, pathIn(test, member), context);
  };
  return {
    member,
    sight,
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
      const findings = askedIn(test, member).flatMap(([name, operand]) =>
        validateOperator(name, operand, at),
      );
      if (!isPath(test[member])) findings.push(invalidPath(member, at));
      if (Object.keys(test).length < 2) findings.push(noOperator(member, at));
      return findings;
    },
    compile: (test) => {
      const { [member]: named } = test;
      const path = typeof named === 'string' ? named : '';
      const read = compilePath(path);
      const value = (scope: ConditionScope): unknown => read(of(scope));
      const flips = askedIn(test, member).map(([name, operand]) => {
        const flip = OPERATOR_FLIPS[name]?.(operand);
        return flip && ((scope: ConditionScope) => flip(value(scope), scope.now));
      });
      return {
        holds: compileOperators(test, member, value),
        reads: [{ of: member, path, value }],
        flipsAt: earliestFlip(flips),
      };
    },
    sql: (test, context) => {
      const json = jsonOf(test, context);
      if (!json) return FALSE;
      const asked = askedIn(test, member);
      const ofUnknown = asked.every(([name, operand]) => operatorNamed(name)?.ofUnknown(operand) ?? false);
      return valueSql(json, asked, { ofUnknown, context });
    },
    sqlFlips: (test, context) => {
      const json = jsonOf(test, context);
      return json ? askedIn(test, member).flatMap((asked) => operatorFlips(json, asked, context)) : [];
    },
    describe: (test, telling) => {
      const path = pathIn(test, member);
      const name = telling.implied === member ? path : words(path)[telling.language];
      return claimsOf(test, member, telling).map((claim) => `${name} ${claim}`);
    },
  };
}

/** When a moment next passes an offset from now; a yearly return is the closure's to know. */
function operatorFlips(
  json: SqlFragment,
  [name, operand]: readonly [string, unknown],
  context: SqlContext,
): SqlFlip[] {
  if (OPERATOR_FLIPS[name]?.(operand) === undefined) return [];
  const offsetMs = typeof operand === 'string' ? parseDuration(operand) : undefined;
  const isMoment = sql`NOT (${isNoMoment(json)})`;
  if (name === 'anniversary-within' || offsetMs === undefined || json.asks) {
    return [{ unsure: sql`COALESCE(${isMoment}, 0)` }];
  }
  const moment = momentOf(json, context);
  const extra = name === 'before' ? 1 : 0;
  return [
    { at: sql`CASE WHEN ${isMoment} THEN ${millisecondsOf(moment, context)} - ${offsetMs - extra} END` },
    { unsure: sql`CASE WHEN ${isMoment} THEN ${moment} IS NULL ELSE 0 END` },
  ];
}

function askedIn(test: JsonObject, member: string): (readonly [name: string, operand: unknown])[] {
  return Object.entries(test).filter(([name]) => name !== member);
}

function pathIn(test: JsonObject, member: string): string {
  const path = test[member];
  return typeof path === 'string' ? path : JSON.stringify(path);
}

/** What is not understood is shown as it was written. */
function claimsOf(test: JsonObject, member: string, { language }: Telling): string[] {
  return askedIn(test, member).map(
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
  for (const [name, operand] of askedIn(test, member)) {
    const found = operatorNamed(name);
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
    sight: 'customer',
    title: 'A trait of the customer',
    of: (scope) => scope.traits,
    sqlOf: ({ traits }) => traits,
    words: (path) => ({ en: path, fr: path }),
  }),
  valueTest({
    member: 'property',
    sight: 'event',
    title: 'A property of the event at hand',
    of: (scope) => scope.event?.properties,
    sqlOf: ({ properties }) => properties,
    words: (path) => ({ en: `the event’s ${path}`, fr: `${path} de l’événement` }),
  }),
  valueTest({
    member: 'context',
    sight: 'enrollment',
    title: 'A member of what the enrollment carries',
    of: (scope) => scope.context,
    sqlOf: () => undefined,
    words: (path) => ({ en: `${path} on entry`, fr: `${path} à l’entrée` }),
  }),
];

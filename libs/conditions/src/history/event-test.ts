import { isJsonObject, pointer } from '@parcours/kernel';
import type { Finding, JsonObject } from '@parcours/kernel';
import { compileMoment } from '../dates.js';
import { isPath, PATH_PATTERN } from '../paths.js';
import type { CompiledTest, EventTally, TestKind } from '../test-kind.js';
import {
  invalidOperand,
  memberFindings,
  nothingAsked,
  numberAsks,
  NUMBER_SIGNS,
  numberSchema,
  type Rule,
  turnsOf,
} from './asked.js';
import { EventHistory, FIGURES } from './event-history.js';
import { eventFlips, eventSql, type WhereSql } from './event-sql.js';
import { eventClaims } from './event-words.js';
import { NAME_RULE, NAME_SCHEMA, textIn, WITHIN_RULE, WITHIN_SCHEMA, windowOf } from './rules.js';

const OBJECT_RULE: Rule = { expected: 'an object', accepts: isJsonObject };
const NUMBER_RULE: Rule = { expected: 'a number', accepts: Number.isFinite };
const MOMENT_RULE: Rule = {
  expected: "an RFC 3339 instant, a date, or an offset from now such as '-30d'",
  accepts: (value) => typeof value === 'string' && compileMoment(value) !== undefined,
};
const PATH_RULE: Rule = { expected: "a dotted path such as 'amount'", accepts: isPath };

const NUMBER_RULES = Object.fromEntries(Object.keys(NUMBER_SIGNS).map((sign) => [sign, NUMBER_RULE]));
const MOMENT_RULES = { before: MOMENT_RULE, after: MOMENT_RULE };
const RULES: Readonly<Record<string, Rule>> = {
  event: NAME_RULE,
  // Its defects are told one by one below.
  where: { expected: 'a condition', accepts: () => true },
  within: WITHIN_RULE,
  count: OBJECT_RULE,
  ...Object.fromEntries([...FIGURES, 'first', 'last'].map((member) => [member, OBJECT_RULE])),
};

const MOMENT_SCHEMA = (description: string): JsonObject => ({
  type: 'object',
  description,
  minProperties: 1,
  additionalProperties: false,
  properties: {
    before: { type: 'string', description: 'Earlier than this moment.', examples: ['-30d'] },
    after: { type: 'string', description: 'Later than this moment.', examples: ['-30d'] },
  },
  examples: [{ after: '-30d' }],
});
const FIGURE_SCHEMA = (description: string): JsonObject =>
  numberSchema(description, {
    of: { type: 'string', pattern: PATH_PATTERN, description: 'A property.', examples: ['amount'] },
  });

/** The condition language, as far as the test of one event needs it. */
export interface WhereLanguage {
  readonly validate: (where: unknown, at: string) => Finding[];
  readonly compile: (where: JsonObject) => CompiledTest;
  readonly sql: WhereSql;
  readonly describe: TestKind['describe'];
}

/** Tests of what a customer did before. */
export function eventTest(where: WhereLanguage): TestKind {
  const innerOf = (test: JsonObject): CompiledTest | undefined =>
    isJsonObject(test['where']) ? where.compile(test['where']) : undefined;
  return {
    member: 'event',
    sight: 'history',
    schema: {
      type: 'object',
      title: 'Events of the customer',
      required: ['event'],
      additionalProperties: false,
      properties: {
        event: { ...NAME_SCHEMA, description: 'The name of the event, exactly as it is sent.' },
        where: {
          $ref: '#/$defs/event-condition',
          description: 'About each event: tests of its properties.',
          examples: [{ property: 'kind', is: 'book' }],
        },
        within: WITHIN_SCHEMA,
        count: numberSchema('How many there are; at least one when nothing is asked.'),
        sum: FIGURE_SCHEMA('Of the values that are numbers; 0 where there is none.'),
        avg: FIGURE_SCHEMA('The mean of the values that are numbers.'),
        min: FIGURE_SCHEMA('The least of the values that are numbers.'),
        max: FIGURE_SCHEMA('The greatest of the values that are numbers.'),
        first: MOMENT_SCHEMA('When the first one happened.'),
        last: MOMENT_SCHEMA('When the last one happened.'),
      },
      examples: [
        { event: 'order.completed', count: { gte: 2 }, within: '90d' },
        { event: 'order.completed', count: { is: 0 }, within: '30d' },
      ],
    },
    validate: (test, at) => [
      ...memberFindings(test, { at, rules: RULES, what: 'A test of an event' }),
      ...numberFindings(test, at),
      ...momentFindings(test, at),
      ...(test['where'] === undefined ? [] : where.validate(test['where'], at + pointer('where'))),
    ],
    compile: (test) => {
      const inner = innerOf(test);
      const name = textIn(test, 'event');
      const history = new EventHistory(name, test, inner);
      const needsProperties = inner !== undefined || FIGURES.some((figure) => test[figure] !== undefined);
      return {
        holds: history.holds,
        flipsAt: history.flipsAt,
        reads: [
          {
            of: 'event',
            path: name,
            value: (scope) => history.count(scope),
            history: { withinMs: windowOf(test['within']), needsProperties, tally: tallyOf(test) },
          },
        ],
      };
    },
    sql: (test, context) => eventSql(test, context, where.sql),
    sqlFlips: (test, context) => eventFlips(test, context, innerOf(test)?.flipsAt !== undefined),
    describe: (test, telling) => {
      const inner = isJsonObject(test['where'])
        ? where.describe(test['where'], { ...telling, implied: 'property' }).join(', ')
        : undefined;
      return eventClaims(test, telling.language, inner);
    },
  };
}

/** Absent where what the events carry, or when they happened, decides as well. */
function tallyOf(test: JsonObject): EventTally | undefined {
  const isMore = ['where', 'first', 'last', ...FIGURES].some((member) => test[member] !== undefined);
  if (isMore) return undefined;
  const asks = numberAsks(test['count']);
  return { withinMs: windowOf(test['within']), turns: turnsOf(asks.length > 0 ? asks : [['gte', 1]]) };
}

function numberFindings(test: JsonObject, at: string): Finding[] {
  return ['count', ...FIGURES].flatMap((member) => {
    const asked = test[member];
    if (!isJsonObject(asked)) return [];
    const isCount = member === 'count';
    const rules = isCount ? NUMBER_RULES : { of: PATH_RULE, ...NUMBER_RULES };
    const where = at + pointer(member);
    const findings = memberFindings(asked, { at: where, rules, what: `'${member}'` });
    if (!isCount && asked['of'] === undefined) {
      findings.push(invalidOperand(where, `'${member}' needs the property that it is 'of'.`));
    }
    if (!Object.keys(asked).some((name) => name !== 'of')) {
      const example = isCount ? '{ count: { gte: 2 } }' : `{ ${member}: { of: amount, gte: 100 } }`;
      findings.push(nothingAsked(where, `'${member}'`, example));
    }
    return findings;
  });
}

function momentFindings(test: JsonObject, at: string): Finding[] {
  return ['first', 'last'].flatMap((member) => {
    const asked = test[member];
    if (!isJsonObject(asked)) return [];
    const where = at + pointer(member);
    if (Object.keys(asked).length === 0) {
      return [nothingAsked(where, `'${member}'`, `{ ${member}: { before: -30d } }`)];
    }
    return memberFindings(asked, { at: where, rules: MOMENT_RULES, what: `'${member}'` });
  });
}

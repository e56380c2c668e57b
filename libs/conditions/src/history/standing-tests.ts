import type { JsonObject, Language } from '@parcours/kernel';
import type { ConditionScope } from '../condition.js';
import type { CustomerFacts, GroupKind } from '../facts.js';
import { jsonIn, listHas } from '../sql/json-sql.js';
import type { SqlContext } from '../sql/sql-context.js';
import { FALSE, sql, type SqlFragment } from '../sql/sql-fragment.js';
import type { TestKind } from '../test-kind.js';
import { valueInWords } from '../words.js';
import { memberFindings, type Rule } from './asked.js';
import { BOOLEAN_RULE, KEY_RULE, KEY_SCHEMA, NAME_RULE, NAME_SCHEMA, textIn } from './rules.js';

/** A test whether something is so of a customer, or not: `in` is true when it is left out. */
interface Belonging {
  readonly member: string;
  readonly title: string;
  readonly rule: Rule;
  readonly schema: JsonObject;
  readonly isIn: (facts: CustomerFacts, name: string) => boolean;
  readonly sql: (name: string, context: SqlContext) => SqlFragment;
  readonly words: (name: string, isIn: boolean, language: Language) => string;
}

function belongingTest({ member, title, rule, schema, isIn, sql: inSql, words }: Belonging): TestKind {
  const asked = (test: JsonObject) => ({ name: textIn(test, member), wanted: test['in'] !== false });
  return {
    member,
    sight: 'history',
    schema: {
      type: 'object',
      title,
      required: [member],
      additionalProperties: false,
      properties: {
        [member]: { ...schema, description: `The ${member} that it is about.`, examples: ['vip'] },
        in: { type: 'boolean', default: true, description: 'False asks for the opposite.' },
      },
      examples: [{ [member]: 'vip' }, { [member]: 'vip', in: false }],
    },
    validate: (test, at) =>
      memberFindings(test, {
        at,
        rules: { [member]: rule, in: BOOLEAN_RULE },
        what: `A test of a ${member}`,
      }),
    compile: (test) => {
      const { name, wanted } = asked(test);
      const value = ({ facts }: ConditionScope): boolean => facts !== undefined && isIn(facts, name);
      return {
        holds: (scope) => scope.facts !== undefined && value(scope) === wanted,
        reads: [{ of: member, path: name, value }],
      };
    },
    sql: (test, context) => {
      const { name, wanted } = asked(test);
      return wanted ? inSql(name, context) : sql`NOT (${inSql(name, context)})`;
    },
    describe: (test, { language }) => {
      const { name, wanted } = asked(test);
      return [words(valueInWords(name, language), wanted, language)];
    },
  };
}

function groupTest(kind: GroupKind, title: string, words: Belonging['words']): TestKind {
  return belongingTest({
    member: kind,
    title,
    rule: KEY_RULE,
    schema: KEY_SCHEMA,
    isIn: (facts, key) => facts.isIn(kind, key),
    sql: (key, { numbers }) => {
      const id = numbers.group(kind, key);
      return id === undefined
        ? FALSE
        : sql`EXISTS (SELECT 1 FROM segment_members g WHERE g.customer_id = c.id AND g.segment_id = ${id})`;
    },
    words,
  });
}

const said = (isIn: boolean, yes: string, no: string): string => (isIn ? yes : no);

/** Tests of segments, personas and tags. */
export const BELONGING_TESTS: readonly TestKind[] = [
  groupTest('segment', 'A segment', (name, isIn, language) =>
    language === 'fr'
      ? said(isIn, `dans le segment ${name}`, `hors du segment ${name}`)
      : said(isIn, `in segment ${name}`, `not in segment ${name}`),
  ),
  groupTest('persona', 'A persona', (name, isIn, language) =>
    language === 'fr'
      ? said(isIn, `du persona ${name}`, `pas du persona ${name}`)
      : said(isIn, `of persona ${name}`, `not of persona ${name}`),
  ),
  belongingTest({
    member: 'tag',
    title: 'A tag of the customer',
    rule: NAME_RULE,
    schema: NAME_SCHEMA,
    isIn: (facts, tag) => facts.hasTag(tag),
    sql: (tag, context) => {
      if (!context.profile) return FALSE;
      const tags = jsonIn(context.profile, ['tags'], context);
      return sql`CASE WHEN SUBSTR(${tags}, 1, 1) = '[' THEN ${listHas(tags, JSON.stringify(tag), context)} ELSE 0 END`;
    },
    words: (name, isIn, language) =>
      language === 'fr'
        ? said(isIn, `étiqueté ${name}`, `sans l’étiquette ${name}`)
        : said(isIn, `tagged ${name}`, `not tagged ${name}`),
  }),
];

import { parseDuration } from '@parcours/kernel';
import { anniversaryDays, compileMoment } from '../dates.js';
import { isNumber, isText, listHas, numberOf, textOf } from './json-sql.js';
import { isNoMoment, momentOf, momentText } from './moment-sql.js';
import type { SqlContext } from './sql-context.js';
import { FALSE, joined, raw, sql, TRUE, UNSURE, type SqlFragment } from './sql-fragment.js';

/** An operator asked of the JSON text of a known value: 1, 0, or NULL where the closure has to be asked. */
type OperatorSql = (json: SqlFragment, operand: unknown, context: SqlContext) => SqlFragment;

const textually = (operand: unknown): string => JSON.stringify(operand);

const listOf = (operands: unknown): SqlFragment =>
  listOfTexts(Array.isArray(operands) ? operands.map(textually) : []);

const ordering =
  (sign: string): OperatorSql =>
  (json, operand, context) =>
    sql`CASE WHEN ${isNumber(json)} THEN ${numberOf(json, context)} ${raw(sign)} ${Number(operand)} ELSE 0 END`;

const ofText =
  (ask: (text: SqlFragment, operand: string, context: SqlContext) => SqlFragment): OperatorSql =>
  (json, operand, context) =>
    typeof operand === 'string'
      ? sql`CASE WHEN ${isText(json)} THEN ${ask(textOf(json, context), operand, context)} ELSE 0 END`
      : FALSE;

const ofMoment =
  (sign: string): OperatorSql =>
  (json, operand, context) => {
    const limit = typeof operand === 'string' ? compileMoment(operand)?.(context.now) : undefined;
    if (limit === undefined) return FALSE;
    const moment = momentOf(json, context);
    return sql`CASE WHEN ${isNoMoment(json)} THEN 0 ELSE ${moment} ${raw(sign)} ${momentText(limit)} END`;
  };

/** For LIKE with `!` as its escape. */
function literally(text: string): string {
  return text.replaceAll(/[!%_]/g, '!$&');
}

const contains: OperatorSql = (json, operand, context) => {
  const isMember = listHas(json, textually(operand), context);
  const inText = typeof operand === 'string' ? sql`INSTR(${textOf(json, context)}, ${operand}) > 0` : FALSE;
  // Every text contains the empty one, which INSTR of an empty text does not say on both databases alike.
  const isPart = operand === '' ? TRUE : inText;
  return sql`CASE SUBSTR(${json}, 1, 1) WHEN '"' THEN ${isPart} WHEN '[' THEN ${isMember} ELSE 0 END`;
};

/** The yearly return as a month and a day, in the years that it can fall into. */
const anniversary: OperatorSql = (json, operand, context) => {
  const withinMs = typeof operand === 'string' ? parseDuration(operand) : undefined;
  const years = anniversaryDays(context.now, withinMs ?? 0);
  if (!years) return sql`CASE WHEN ${isNoMoment(json)} THEN 0 ELSE ${UNSURE} END`;
  const moment = momentOf(json, context);
  const inYear = years.map(
    ({ year, days }) =>
      sql`SUBSTR(${moment}, 6, 5) IN (${listOfTexts(days)}) AND SUBSTR(${moment}, 1, 4) < ${String(year)}`,
  );
  return sql`CASE WHEN ${isNoMoment(json)} THEN 0 ELSE ${joined(inYear, 'OR', FALSE)} END`;
};

function listOfTexts(texts: readonly string[]): SqlFragment {
  return { text: texts.map(() => '?').join(', '), parameters: texts, asks: false };
}

/** The SQL of every operator that has one: the same names as OPERATORS, which a test holds against each other. */
export const OPERATOR_SQL: Readonly<Record<string, OperatorSql>> = {
  is: (json, operand) => sql`${json} = ${textually(operand)}`,
  'is-not': (json, operand) => sql`${json} <> ${textually(operand)}`,
  in: (json, operand) => sql`${json} IN (${listOf(operand)})`,
  'not-in': (json, operand) => sql`${json} NOT IN (${listOf(operand)})`,
  gt: ordering('>'),
  gte: ordering('>='),
  lt: ordering('<'),
  lte: ordering('<='),
  contains,
  'starts-with': ofText((text, operand, { dialect }) =>
    dialect === 'sqlite'
      ? sql`SUBSTR(${text}, 1, ${lengthOf(operand)}) = ${operand}`
      : sql`${text} LIKE ${`${literally(operand)}%`} ESCAPE '!'`,
  ),
  'ends-with': ofText((text, operand, { dialect }) =>
    dialect === 'sqlite'
      ? sql`LENGTH(${text}) >= ${lengthOf(operand)} AND SUBSTR(${text}, ${-lengthOf(operand)}) = ${operand}`
      : sql`${text} LIKE ${`%${literally(operand)}`} ESCAPE '!'`,
  ),
  // The patterns of the databases are others than RE2's, and theirs can be made to run for ever.
  matches: ofText(() => UNSURE),
  exists: (_json, operand) => (operand === true ? TRUE : FALSE),
  before: ofMoment('<'),
  after: ofMoment('>'),
  'anniversary-within': anniversary,
};

function lengthOf(text: string): number {
  return Array.from(text).length;
}

/** What a test asks of a value whose JSON text is given: its operators AND-ed, with the answer for an unknown value. */
export function valueSql(
  json: SqlFragment,
  asked: readonly (readonly [operator: string, operand: unknown])[],
  { ofUnknown, context }: { readonly ofUnknown: boolean; readonly context: SqlContext },
): SqlFragment {
  const parts = asked.map(([name, operand]) => OPERATOR_SQL[name]?.(json, operand, context) ?? UNSURE);
  const known = joined(parts, 'AND');
  const [only] = asked;
  if (asked.length === 1 && (only?.[0] === 'is' || only?.[0] === 'in') && !json.asks) {
    return sql`COALESCE(${known}, 0)`;
  }
  const unknown = ofUnknown ? TRUE : FALSE;
  const answer = sql`CASE WHEN ${json} IS NULL OR ${json} = 'null' THEN ${unknown} ELSE ${known} END`;
  return json.asks ? UNSURE : answer;
}

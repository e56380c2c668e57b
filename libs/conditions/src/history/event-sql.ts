import { isJsonObject, parseDuration } from '@parcours/kernel';
import type { JsonObject } from '@parcours/kernel';
import { compileMoment } from '../dates.js';
import { isNumber, jsonAt, numberOf } from '../sql/json-sql.js';
import type { SqlContext } from '../sql/sql-context.js';
import { FALSE, joined, raw, sql, UNSURE, type SqlFragment } from '../sql/sql-fragment.js';
import type { SqlFlip } from '../test-kind.js';
import { type NumberAsk, NUMBER_SIGNS, numberAsks } from './asked.js';
import { type Figure, FIGURES } from './event-history.js';
import { textIn, windowOf } from './rules.js';

/** Above this a sum of numbers can leave what a database adds up. */
const HUGE = 1e290;
/** Below this sums of whole numbers are exact in whatever order they are added. */
const EXACT = 9e15;
/** How far two orders of adding up may come apart, for each unit that was added. */
const ROUNDING = 1e-9;

/** A condition in SQL, as far as a test of events needs it. */
export type WhereSql = (where: JsonObject, context: SqlContext) => SqlFragment;

/** A test of past events: one look into the index of events by customer, name and time. */
export function eventSql(test: JsonObject, context: SqlContext, whereSql: WhereSql): SqlFragment {
  const { where } = test;
  const inner = { ...context, properties: raw('e.properties') };
  const one = isJsonObject(where) ? whereSql(where, inner) : undefined;
  const asked = askedOf(test, inner);
  const from = eventsOf(test, context);
  if (!one?.asks) {
    const which = one ? sql`${from} AND (${one})` : from;
    return asked.length === 0
      ? sql`EXISTS (SELECT 1 FROM ${which})`
      : sql`(SELECT ${joined(asked, 'AND')} FROM ${which})`;
  }
  // Unless it is clear of each event whether it counts, the closure has to be asked.
  const isUnclear = sql`EXISTS (SELECT 1 FROM ${from} AND (${one}) IS NULL)`;
  const which = sql`${from} AND (${one}) IS TRUE`;
  const answer =
    asked.length === 0
      ? sql`EXISTS (SELECT 1 FROM ${which})`
      : sql`(SELECT ${joined(asked, 'AND')} FROM ${which})`;
  return sql`CASE WHEN ${isUnclear} THEN ${UNSURE} ELSE ${answer} END`;
}

/** When the first event leaves the window, or its first or last time passes an offset. */
export function eventFlips(test: JsonObject, context: SqlContext, isWhereTimed: boolean): readonly SqlFlip[] {
  const from = eventsOf(test, context);
  const withinMs = windowOf(test['within']);
  const flips: SqlFlip[] = [];
  if (withinMs !== Infinity) flips.push({ at: sql`(SELECT MIN(e.occurred_at) + ${withinMs} FROM ${from})` });
  // With `where`, another event than the first of all may be the one.
  const isUnsure = isWhereTimed || (test['where'] !== undefined && hasOffset(test));
  if (isUnsure) return [...flips, { unsure: sql`EXISTS (SELECT 1 FROM ${from})` }];
  for (const [end, aggregate] of ENDS) {
    for (const [side, offsetMs] of offsetsOf(test[end])) {
      const extra = side === 'before' ? 1 : 0;
      flips.push({ at: sql`(SELECT ${raw(aggregate)} - ${offsetMs - extra} FROM ${from})` });
    }
  }
  return flips;
}

const ENDS = [
  ['first', 'MIN(e.occurred_at)'],
  ['last', 'MAX(e.occurred_at)'],
] as const;

function eventsOf(test: JsonObject, { now }: SqlContext): SqlFragment {
  const withinMs = windowOf(test['within']);
  const young = withinMs === Infinity ? raw('') : sql` AND e.occurred_at > ${now - withinMs}`;
  return sql`events e WHERE e.customer_id = c.id AND e.name = ${textIn(test, 'event')}${young}`;
}

function askedOf(test: JsonObject, context: SqlContext): SqlFragment[] {
  const count = numberAsks(test['count']).map((ask) => compared(raw('COUNT(*)'), ask));
  const figures = FIGURES.flatMap((figure) => figureSql(figure, test[figure], context));
  const ends = ENDS.flatMap(([end, aggregate]) => momentSql(raw(aggregate), test[end], context));
  return [...count, ...figures, ...ends];
}

function compared(value: SqlFragment, [sign, limit]: NumberAsk): SqlFragment {
  return sql`${value} ${raw(NUMBER_SIGNS[sign])} ${limit}`;
}

function momentSql(at: SqlFragment, asked: unknown, { now }: SqlContext): SqlFragment[] {
  if (!isJsonObject(asked)) return [];
  return (['before', 'after'] as const).flatMap((side) => {
    const text = asked[side];
    const limit = typeof text === 'string' ? compileMoment(text)?.(now) : undefined;
    if (limit === undefined) return [];
    return [sql`COALESCE(${at} ${raw(side === 'before' ? '<' : '>')} ${limit}, 0)`];
  });
}

function offsetsOf(asked: unknown): (readonly [side: string, offsetMs: number])[] {
  if (!isJsonObject(asked)) return [];
  return Object.entries(asked).flatMap(([side, text]) => {
    const offsetMs = typeof text === 'string' ? parseDuration(text) : undefined;
    return offsetMs === undefined ? [] : [[side, offsetMs] as const];
  });
}

function hasOffset(test: JsonObject): boolean {
  return ENDS.some(([end]) => offsetsOf(test[end]).length > 0);
}

function figureSql(figure: Figure, asked: unknown, context: SqlContext): SqlFragment[] {
  if (!isJsonObject(asked) || typeof asked['of'] !== 'string' || !context.properties) return [];
  const json = jsonAt(context.properties, asked['of'], context);
  if (json.asks) return [UNSURE];
  const number = sql`CASE WHEN ${isNumber(json)} THEN ${numberOf(json, context)} END`;
  return numberAsks(asked).map((ask) => figureAsked(figure, number, ask));
}

function figureAsked(figure: Figure, number: SqlFragment, ask: NumberAsk): SqlFragment {
  if (figure === 'min' || figure === 'max') {
    return sql`COALESCE(${compared(sql`${raw(figure.toUpperCase())}(${number})`, ask)}, 0)`;
  }
  const addend = sql`CASE WHEN ABS(${number}) < ${HUGE} THEN ${number} END`;
  const total = sql`COALESCE(SUM(${addend}), 0)`;
  const size = sql`COALESCE(SUM(ABS(${addend})), 0)`;
  const value = figure === 'sum' ? total : sql`${total} / COUNT(${number})`;
  const answer = compared(value, ask);
  const [, limit] = ask;
  const isExact = sql`${size} < ${EXACT} AND COALESCE(MAX(ABS(${number} - ROUND(${number}))), 0) = 0`;
  const isClear = sql`ABS(${value} - ${limit}) > ${ROUNDING} * (${size} + ${Math.abs(limit)})`;
  const isNone = figure === 'avg' ? sql`WHEN COUNT(${number}) = 0 THEN ${FALSE} ` : raw('');
  return sql`CASE ${isNone}WHEN COALESCE(MAX(ABS(${number})), 0) >= ${HUGE} THEN ${UNSURE} WHEN ${isExact} OR ${isClear} THEN ${answer} ELSE ${UNSURE} END`;
}

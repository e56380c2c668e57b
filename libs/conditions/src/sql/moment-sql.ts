import type { SqlContext } from './sql-context.js';
import { raw, sql, type SqlFragment } from './sql-fragment.js';

const DAY = '((0[1-9]|1[0-2])-(0[1-9]|1[0-9]|2[0-8])|(0[13-9]|1[0-2])-(29|30)|(0[13578]|1[02])-31)';
const TIME = 'T([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]([.][0-9]{3})?Z';
const MOMENT = `^"[1-9][0-9]{3}-${DAY}(${TIME})?"$`;

const D = '[0-9]';
const DATE_SHAPE = `"[1-9]${D}${D}${D}-${D}${D}-${D}${D}`;
const SECONDS_SHAPE = `${DATE_SHAPE}T${D}${D}:${D}${D}:${D}${D}`;

const FIRST_YEAR = Date.UTC(1000, 0, 1);
const LAST_YEAR = Date.UTC(10_000, 0, 1);

/** A JSON text that has nothing of a date; of any other, {@link momentOf} knows or the closure has to be asked. */
export function isNoMoment(json: SqlFragment): SqlFragment {
  return sql`${json} NOT LIKE '"____-__-__%'`;
}

/**
 * A date or instant as `2026-03-02T08:00:00.000Z`, whose order as a text is that of time. NULL for what is written in
 * another way (with an offset, with microseconds, on 29 February): the closure reads those.
 */
export function momentOf(json: SqlFragment, { dialect }: SqlContext): SqlFragment {
  const isUsual = dialect === 'sqlite' ? usualInSqlite(json) : sql`${json} REGEXP ${MOMENT}`;
  const concat = (text: SqlFragment, tail: string) =>
    dialect === 'sqlite' ? sql`${text} || ${raw(`'${tail}'`)}` : sql`CONCAT(${text}, ${raw(`'${tail}'`)})`;
  const moment = sql`CASE WHEN ${isUsual} THEN CASE LENGTH(${json}) WHEN 12 THEN ${concat(
    sql`SUBSTR(${json}, 2, 10)`,
    'T00:00:00.000Z',
  )} WHEN 22 THEN ${concat(sql`SUBSTR(${json}, 2, 19)`, '.000Z')} ELSE SUBSTR(${json}, 2, 24) END END`;
  return { ...moment, asks: true };
}

function usualInSqlite(json: SqlFragment): SqlFragment {
  const shape = sql`${json} GLOB ${`${DATE_SHAPE}"`} OR ${json} GLOB ${`${SECONDS_SHAPE}Z"`} OR ${json} GLOB ${`${SECONDS_SHAPE}.${D}${D}${D}Z"`}`;
  const month = sql`SUBSTR(${json}, 7, 2)`;
  const day = sql`SUBSTR(${json}, 10, 2)`;
  const inMonth = sql`${month} BETWEEN '01' AND '12' AND (${day} BETWEEN '01' AND '28' OR (${day} IN ('29', '30') AND ${month} <> '02') OR (${day} = '31' AND ${month} IN ('01', '03', '05', '07', '08', '10', '12')))`;
  const inDay = sql`LENGTH(${json}) = 12 OR (SUBSTR(${json}, 13, 2) <= '23' AND SUBSTR(${json}, 16, 2) <= '59' AND SUBSTR(${json}, 19, 2) <= '59')`;
  return sql`(${shape}) AND (${inMonth}) AND (${inDay})`;
}

/** Milliseconds of what {@link momentOf} answers. */
export function millisecondsOf(moment: SqlFragment, { dialect }: SqlContext): SqlFragment {
  return dialect === 'sqlite'
    ? sql`CAST(ROUND(unixepoch(${moment}, 'subsec') * 1000) AS INTEGER)`
    : sql`TIMESTAMPDIFF(MICROSECOND, '1970-01-01 00:00:00', REPLACE(REPLACE(${moment}, 'T', ' '), 'Z', '')) DIV 1000`;
}

/** A time to compare moments with; those that SQL reads lie in the years 1000 to 9999. */
export function momentText(at: number): string {
  if (at < FIRST_YEAR) return '0';
  return at >= LAST_YEAR ? ':' : new Date(at).toISOString();
}

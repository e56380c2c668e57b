import { testsSql, testsSqlFlips } from '../combinations.js';
import { TEST_KINDS } from '../test-kinds.js';
import type { SqlContext } from './sql-context.js';
import { joined, raw, sql, type SqlFragment } from './sql-fragment.js';

/**
 * A condition without findings as an expression over a row of customers that goes by the name of `c`. SQL's own logic of
 * three values carries it: 1 where the condition holds, 0 where it does not, and NULL where only its closure can tell
 * (`asks` says whether that can happen at all).
 * @example conditionSql({ trait: 'plan', is: 'pro' }, context) // COALESCE(… = ?, 0)
 * @throws conditions.invalid
 */
export function conditionSql(condition: unknown, context: SqlContext): SqlFragment {
  return testsSql(condition, TEST_KINDS, context);
}

/** When the rows of a table next have to be looked at, for a condition that time changes. */
export interface DueSql {
  /** Milliseconds since the epoch, NULL for never: perhaps earlier than needed, never later. */
  readonly at: SqlFragment;
  /** 1 for a row that only the closure can tell of. */
  readonly unsure: SqlFragment;
}

/** Where {@link conditionSql} may next answer otherwise by time alone; `undefined` where it never does. */
export function dueSql(condition: unknown, context: SqlContext): DueSql | undefined {
  const flips = testsSqlFlips(condition, TEST_KINDS, context);
  if (flips.length === 0) return undefined;
  const times = flips.flatMap(({ at }) => (at ? [laterThan(at, context.now)] : []));
  return {
    at: leastOf(times, context),
    unsure: joined(
      flips.flatMap(({ unsure }) => unsure ?? []),
      'OR',
      raw('0'),
    ),
  };
}

function laterThan(at: SqlFragment, now: number): SqlFragment {
  return sql`CASE WHEN ${at} > ${now} THEN ${at} END`;
}

/** Both databases answer NULL for the least of several as soon as one is NULL. */
function leastOf(times: readonly SqlFragment[], { dialect }: SqlContext): SqlFragment {
  const [only] = times;
  if (!only) return raw('NULL');
  if (times.length === 1) return only;
  const never = raw(String(Number.MAX_SAFE_INTEGER));
  const known = times.map((at) => sql`COALESCE(${at}, ${never})`).reduce((list, at) => sql`${list}, ${at}`);
  return sql`NULLIF(${raw(dialect === 'sqlite' ? 'MIN' : 'LEAST')}(${known}), ${never})`;
}

import { createHash } from 'node:crypto';

import { type AskedCustomer, type MembershipRule, NO_READS, zoneOf } from '@parcours/audience';
import {
  type Condition,
  conditionSql,
  sql,
  type SqlContext,
  type SqlFragment,
  UNSURE,
} from '@parcours/conditions';
import { type Around, CALENDAR_EVENTS, type CompiledCalendar } from '@parcours/engine';

/** Traits that tell where a customer lives. */
const ZONE_TRAITS = ['timezone', 'phone', 'country', 'address'];

/**
 * A trigger that time sets off, as a rule of who belongs: those whom it concerns, each looked at when their time comes.
 * So it follows traits, zones and segments, is filled, and is kept up to date as segments are (ADR 0080).
 */
export function calendarRule(calendar: CompiledCalendar, workspaceZone: string): MembershipRule {
  const { key, segment, trait, readsZone, event } = calendar;
  const id = numberOf(key);
  const around = ({ scope: { traits, now } }: AskedCustomer): Around | undefined =>
    calendar.around({ traits, zone: readsZone ? zoneOf(traits)?.name : undefined, now, workspaceZone });
  const holds = (asked: AskedCustomer): boolean =>
    segment === undefined
      ? around(asked) !== undefined
      : (asked.scope.facts?.isIn('segment', segment) ?? false);
  const concerned: Condition = segment === undefined ? { trait: trait ?? '', exists: true } : { segment };
  return {
    ...{ id, versionId: id, key, kind: event === CALENDAR_EVENTS.date ? 'date' : 'schedule' },
    reads: {
      ...NO_READS,
      traits: [...(trait === undefined ? [] : [trait]), ...(readsZone ? ZONE_TRAITS : [])],
      segments: segment === undefined ? [] : [segment],
    },
    history: new Map(),
    tallies: new Map(),
    isTimed: true,
    holds,
    flipsAt: (asked) => (holds(asked) ? (around(asked)?.nextAt ?? Infinity) : Infinity),
    sql: (context) => askOf(concerned, context),
    due: () => undefined,
    calendar: { event, isPlanned: segment === undefined, around, tell: calendar.tell },
  };
}

/** No SQL knows zones: of those whom it concerns the closure is asked. */
function askOf(concerned: Condition, context: SqlContext): SqlFragment {
  return sql`CASE WHEN ${conditionSql(concerned, context)} THEN ${UNSURE} ELSE 0 END`;
}

/** Its number among the rules: below zero, where no content has its own. */
function numberOf(key: string): number {
  return -1 - createHash('sha256').update(key).digest().readUIntBE(0, 6);
}

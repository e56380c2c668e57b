import { createHash } from 'node:crypto';

import {
  compileCondition,
  type Condition,
  type ConditionReads,
  type ConditionScope,
  conditionSql,
  type ContentNumbers,
  type DueSql,
  dueSql,
  type EventTally,
  FALSE,
  type GroupKind,
  type HistoryRead,
  joined,
  sql,
  type SqlContext,
  type SqlFragment,
} from '@parcours/conditions';

import type { RuleCalendar } from './rule-calendar.js';

/** A published segment or persona, as far as it says who belongs. */
export interface MembershipSource {
  /** Of the content item. */
  readonly id: number;
  readonly versionId: number;
  readonly kind: GroupKind;
  readonly key: string;
  readonly condition: Condition | undefined;
  /** External ids of those on the list; absent where a condition decides. */
  readonly customers: readonly string[] | undefined;
  readonly within: readonly string[];
  readonly except: readonly string[];
}

/** What a rule is asked about. */
export interface AskedCustomer {
  readonly externalId: string;
  readonly scope: ConditionScope;
}

/** What a rule is about: who belongs to a group, or whose time comes. */
export type RuleKind = GroupKind | 'schedule' | 'date';

/** Who belongs to a segment or persona: as a closure for one customer, and as SQL for all. */
export interface MembershipRule {
  readonly id: number;
  readonly versionId: number;
  readonly kind: RuleKind;
  readonly key: string;
  readonly reads: ConditionReads;
  readonly history: ReadonlyMap<string, HistoryRead>;
  /** As those of its condition. */
  readonly tallies: ReadonlyMap<string, readonly EventTally[]>;
  /** Time alone can change who belongs. */
  readonly isTimed: boolean;
  readonly holds: (asked: AskedCustomer) => boolean;
  /** As FlipTime; only of a timed rule. */
  readonly flipsAt: (asked: AskedCustomer) => number;
  readonly sql: (context: SqlContext) => SqlFragment;
  readonly due: (context: SqlContext) => DueSql | undefined;
  /** Absent for a segment or persona. */
  readonly calendar?: RuleCalendar;
}

export const NO_READS: ConditionReads = {
  ...{ traits: [], properties: [], context: [], events: [], messages: [] },
  ...{ segments: [], personas: [], journeys: [], tags: [], consents: [] },
};

/** Compiles who belongs. What else it is made of counts by its members, which are looked up. */
export function compileRule(source: MembershipSource): MembershipRule {
  const { condition, customers, within, except } = source;
  const compiled = condition && compileCondition(condition);
  const list = customers && new Set(customers);
  const reads = compiled?.reads ?? NO_READS;
  const isElsewhere = ({ facts }: ConditionScope): boolean =>
    within.every((key) => facts?.isIn('segment', key)) && !except.some((key) => facts?.isIn('segment', key));
  const isOwn = ({ externalId, scope }: AskedCustomer): boolean =>
    list ? list.has(externalId) : (compiled?.holds(scope) ?? false);
  return {
    ...{ id: source.id, versionId: source.versionId, kind: source.kind, key: source.key },
    reads: { ...reads, segments: [...new Set([...reads.segments, ...within, ...except])] },
    history: compiled?.history ?? new Map(),
    tallies: compiled?.tallies ?? new Map(),
    isTimed: compiled?.flipsAt !== undefined,
    holds: (asked) => isOwn(asked) && isElsewhere(asked.scope),
    // Whoever is kept out by another segment is looked at again when that changes.
    flipsAt: ({ scope }) => (isElsewhere(scope) ? (compiled?.flipsAt?.(scope) ?? Infinity) : Infinity),
    sql: (context) => joined([ownSql(source, context), ...othersSql(source, context)], 'AND'),
    due: (context) => (condition ? dueSql(condition, context) : undefined),
  };
}

function ownSql({ condition, customers }: MembershipSource, context: SqlContext): SqlFragment {
  if (customers) {
    const list = { text: customers.map(() => '?').join(', '), parameters: customers, asks: false };
    return sql`c.external_id IN (${list})`;
  }
  return condition ? conditionSql(condition, context) : FALSE;
}

function othersSql({ within, except }: MembershipSource, context: SqlContext): SqlFragment[] {
  return [
    ...within.map((segment) => conditionSql({ segment }, context)),
    ...except.map((segment) => conditionSql({ segment, in: false }, context)),
  ];
}

/**
 * Tells one state of a rule from another: its version, those of what it is made of, and the numbers of the content that
 * it names.
 */
export function fingerprintOf(
  rule: MembershipRule,
  { innerOf, numbers }: { innerOf: (rule: MembershipRule) => readonly string[]; numbers: ContentNumbers },
): string {
  const named = [
    ...rule.reads.journeys.map((key) => numbers.journey(key) ?? 0),
    ...rule.reads.messages.map((key) => numbers.template(key) ?? 0),
  ];
  const text = JSON.stringify([rule.versionId, named, innerOf(rule)]);
  return createHash('sha256').update(text).digest('hex');
}

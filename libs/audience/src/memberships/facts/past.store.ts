import { Injectable } from '@nestjs/common';
import {
  type HistoryRead,
  OUTBOX_STATUS,
  type PastEvent,
  REACTIONS,
  reactionEvent,
} from '@parcours/conditions';
import type { Sql } from '@parcours/database';
import type { JsonObject } from '@parcours/kernel';

import type { MembershipRule } from '../rules/membership-rule.js';
import type { MembershipRules } from '../rules/membership-rules.js';
import type { KnownCustomer, PastMessage } from './known-customer.js';

/** Which part of the past a set of rules looks at. */
export interface PastNeeds {
  readonly events: ReadonlyMap<string, HistoryRead>;
  readonly journeyIds: readonly number[];
  readonly templateIds: readonly number[];
}

export interface RecallRequest {
  /** By their number; those who have a past. */
  readonly customers: ReadonlyMap<number, KnownCustomer>;
  readonly needs: PastNeeds;
  readonly now: number;
}

const EVENTS = 'ix_events_customer_name';
const ENROLLMENTS = 'ix_enrollments_customer';
const MESSAGES = 'ix_messages_customer';
const STATUSES = Object.values(OUTBOX_STATUS);
/** Reactions that are events: they carry the template among their properties. */
const REACTION_EVENTS = REACTIONS.filter((reaction) => OUTBOX_STATUS[reaction] === undefined).map(
  reactionEvent,
);

/** What a rule, or a journey, looks at of the past. */
export interface FactNeed {
  readonly history: MembershipRule['history'];
  readonly reads: Pick<MembershipRule['reads'], 'messages' | 'journeys'>;
}

/** What several of them together look at. */
export function needsOf(rules: readonly FactNeed[], { numbers }: MembershipRules): PastNeeds {
  const events = new Map<string, HistoryRead>();
  const need = (name: string, { withinMs, needsProperties }: HistoryRead): void => {
    const known = events.get(name);
    events.set(name, {
      withinMs: Math.max(withinMs, known?.withinMs ?? 0),
      needsProperties: needsProperties || (known?.needsProperties ?? false),
    });
  };
  for (const { history, reads } of rules) {
    for (const [name, read] of history) need(name, read);
    if (reads.messages.length === 0) continue;
    for (const name of REACTION_EVENTS) need(name, { withinMs: Infinity, needsProperties: true });
  }
  const idsOf = (keys: readonly string[], find: (key: string) => number | undefined): number[] => [
    ...new Set(keys.flatMap((key) => find(key) ?? [])),
  ];
  return {
    events,
    journeyIds: idsOf(
      rules.flatMap(({ reads }) => reads.journeys),
      (key) => numbers.journey(key),
    ),
    templateIds: idsOf(
      rules.flatMap(({ reads }) => reads.messages),
      (key) => numbers.template(key),
    ),
  };
}

interface EventRow {
  customer_id: number;
  /** Left out where there is only one. */
  name?: string;
  occurred_at: number;
  properties?: string;
}

/** The past of many customers: one statement a table, and none for a table that nobody asks for. */
@Injectable()
export class PastStore {
  async recall(sql: Sql, request: RecallRequest): Promise<void> {
    if (request.customers.size === 0) return;
    await this.recallEvents(sql, request);
    await this.recallPassages(sql, request);
    await this.recallMessages(sql, request);
  }

  private async recallEvents(sql: Sql, { customers, needs: { events }, now }: RecallRequest): Promise<void> {
    if (events.size === 0) return;
    const needs = [...events.values()];
    const withProperties = needs.some(({ needsProperties }) => needsProperties);
    const longest = Math.max(...needs.map(({ withinMs }) => withinMs));
    const since = longest === Infinity ? Number.MIN_SAFE_INTEGER : now - longest;
    const [only] = events.size === 1 ? events.keys() : [];
    const columns = [
      ...['customer_id', 'occurred_at'],
      ...(only === undefined ? ['name'] : []),
      ...(withProperties ? ['properties'] : []),
    ];
    const rows = await sql.select<EventRow>(
      `SELECT ${columns.join(', ')}
       FROM events${sql.byIndex(EVENTS)} WHERE customer_id IN (?) AND name IN (?) AND occurred_at > ?`,
      [[...customers.keys()], [...events.keys()], since],
    );
    const byCustomer = new Map<number, Map<string, PastEvent[]>>();
    for (const row of rows) {
      const byName = byCustomer.get(row.customer_id) ?? new Map<string, PastEvent[]>();
      byCustomer.set(row.customer_id, byName);
      const name = only ?? row.name ?? '';
      const known = byName.get(name);
      const event = pastEvent(row);
      if (known) known.push(event);
      else byName.set(name, [event]);
    }
    for (const [id, found] of byCustomer) customers.get(id)?.recall(found);
  }

  private async recallPassages(sql: Sql, { customers, needs }: RecallRequest): Promise<void> {
    if (needs.journeyIds.length === 0) return;
    const rows = await sql.select<{
      id: number;
      customer_id: number;
      journey_id: number;
      is_active: number;
      end_reason: string | null;
      has_converted: number;
    }>(
      `SELECT id, customer_id, journey_id, is_active, end_reason,
         EXISTS (SELECT 1 FROM enrollment_goals g WHERE g.enrollment_id = enrollments.id) AS has_converted
       FROM enrollments${sql.byIndex(ENROLLMENTS)}
       WHERE customer_id IN (?) AND journey_id IN (?)`,
      [[...customers.keys()], needs.journeyIds],
    );
    for (const { id, customer_id, journey_id, is_active, end_reason, has_converted } of rows) {
      const [isActive, hasConverted] = [is_active === 1, has_converted === 1];
      const passage = { id, journeyId: journey_id, isActive, endReason: end_reason, hasConverted };
      customers.get(customer_id)?.putStored(passage);
    }
  }

  private async recallMessages(sql: Sql, { customers, needs }: RecallRequest): Promise<void> {
    if (needs.templateIds.length === 0) return;
    const rows = await sql.select<PastMessage & { customerId: number }>(
      `SELECT m.customer_id AS customerId, v.item_id AS templateId, m.status, m.finished_at AS finishedAt
       FROM messages m${sql.byIndex(MESSAGES)} JOIN content_versions v ON v.id = m.template_version_id
       WHERE m.customer_id IN (?) AND m.status IN (?) AND v.item_id IN (?)`,
      [[...customers.keys()], STATUSES, needs.templateIds],
    );
    const byCustomer = new Map<number, PastMessage[]>();
    for (const { customerId, ...message } of rows) {
      const known = byCustomer.get(customerId);
      if (known) known.push(message);
      else byCustomer.set(customerId, [message]);
    }
    for (const [id, found] of byCustomer) customers.get(id)?.recallMessages(found);
  }
}

const NO_PROPERTIES: JsonObject = {};

/** Most events of a window are only counted: what they carry is read when somebody looks. */
function pastEvent({ occurred_at, properties }: EventRow): PastEvent {
  if (properties === undefined) return { occurredAt: occurred_at, properties: NO_PROPERTIES };
  let read: JsonObject | undefined;
  return {
    occurredAt: occurred_at,
    get properties() {
      read ??= JSON.parse(properties) as JsonObject;
      return read;
    },
  };
}

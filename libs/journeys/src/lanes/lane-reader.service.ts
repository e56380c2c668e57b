import { Injectable } from '@nestjs/common';
import { type Customer, CustomerStore } from '@parcours/audience';
import type { Sql } from '@parcours/database';
import { EventStore, type InboxRow, InboxStore } from '@parcours/events';
import { timeOfId } from '@parcours/kernel';

import type { Enrollment, PastEnrollment } from '../enrollments/enrollment.js';
import { EnrollmentStore } from '../enrollments/enrollment.store.js';
import { type OpenJourneys, RunningJourneys } from '../templates/running-journeys.service.js';
import type { HandedOn, LaneWork } from './lane-work.js';

/** How much a batch takes at the most. */
export interface BatchLimits {
  readonly inbox: number;
  readonly due: number;
}

export interface ReadRequest {
  readonly lane: number;
  readonly now: number;
  readonly limits: BatchLimits;
  readonly open: OpenJourneys;
  readonly dueMembers: LaneWork['dueMembers'];
}

/** Reads what a batch needs: a handful of statements, however many customers it is about. */
@Injectable()
export class LaneReader {
  constructor(
    private readonly inbox: InboxStore,
    private readonly events: EventStore,
    private readonly customers: CustomerStore,
    private readonly enrollments: EnrollmentStore,
    private readonly journeys: RunningJourneys,
  ) {}

  async read(sql: Sql, { lane, now, limits, open, dueMembers }: ReadRequest): Promise<LaneWork> {
    const all = await this.inbox.take(sql, lane, limits.inbox);
    const until = readUntil(all, limits, now);
    const first = await this.enrollments.due(sql, { lane, now: until, limit: limits.due });
    const dueIds = new Set([...first, ...dueMembers].map(({ customerId }) => customerId));
    const found = await this.lockCustomers(sql, all, dueIds);
    const customers = found.filter(({ mergedInto }) => mergedInto === null);
    const erased = await this.customers.erasedAt(sql, lane, unknownKeys(all, found));
    const outdated = outdatedRows(all, { found, erased });
    const taken = outdated.length === 0 ? all : all.filter((row) => !outdated.includes(row));
    const handedOn = await this.handOn(sql, taken, found);
    const handed = new Set(handedOn.flatMap(({ ids }) => ids));
    const inbox = handed.size === 0 ? taken : taken.filter(({ id }) => !handed.has(id));
    const enrollments = await this.enrollments.activeOf(
      sql,
      customers.map(({ id }) => id),
    );
    const due = first.length < limits.due ? first : withOverdue(first, enrollments, until);
    const ended = await this.readEnded(sql, { inbox, customers, open, now });
    return {
      lane,
      now,
      inbox,
      handedOn,
      outdated,
      erased,
      due,
      dueMembers,
      customers,
      enrollments,
      ended,
      open,
      past: await this.readPast(sql, { inbox, customers, open }),
      knownMessageIds: await this.events.knownMessageIds(sql, lane, messageIdsOf(inbox)),
      pinned: await this.journeys.pinned(
        sql,
        [...enrollments, ...due, ...ended].map(({ versionId }) => versionId),
      ),
    };
  }

  private async lockCustomers(
    sql: Sql,
    inbox: readonly InboxRow[],
    dueCustomerIds: ReadonlySet<number>,
  ): Promise<Customer[]> {
    const keys = [...new Set(inbox.map(({ entry }) => entry.customerKey))];
    const named = await this.customers.lockByExternalIds(sql, keys);
    const missing = new Set(dueCustomerIds);
    for (const { id } of named) missing.delete(id);
    return [...named, ...(await this.customers.lockByIds(sql, [...missing]))];
  }

  /** Only where an event of this batch is the goal of a journey. */
  private async readEnded(
    sql: Sql,
    { inbox, customers, open, now }: Pick<LaneWork, 'inbox' | 'customers' | 'open' | 'now'>,
  ): Promise<Enrollment[]> {
    const journeyIds = new Set<number>();
    const keys = new Set<string>();
    let windowMs = 0;
    // A goal counts by when its event occurred, and events come late.
    let earliest = now;
    for (const { entry } of inbox) {
      if (entry.kind !== 'event') continue;
      const aimed = open.byGoalEvent.get(entry.name) ?? [];
      if (aimed.length > 0) earliest = Math.min(earliest, entry.occurredAt);
      for (const { itemId, compiled } of aimed) {
        journeyIds.add(itemId);
        keys.add(entry.customerKey);
        windowMs = Math.max(windowMs, compiled.goalWindowMs);
      }
    }
    const customerIds = customers.filter(({ externalId }) => keys.has(externalId)).map(({ id }) => id);
    const since = Math.max(0, earliest - windowMs);
    return this.enrollments.endedOf(sql, { customerIds, journeyIds: [...journeyIds], since });
  }

  /** Costs a statement only where a row is for somebody who was merged. */
  private async handOn(
    sql: Sql,
    taken: readonly InboxRow[],
    found: readonly Customer[],
  ): Promise<HandedOn[]> {
    const signposts = found.filter(({ mergedInto }) => mergedInto !== null);
    if (signposts.length === 0) return [];
    const current = await this.customers.findCurrent(
      sql,
      signposts.map(({ id }) => id),
    );
    return signposts.flatMap(({ id, externalId }) => {
      const winner = current.get(id);
      const ids = taken.filter(({ entry }) => entry.customerKey === externalId).map((row) => row.id);
      if (!winner || ids.length === 0) return [];
      return [{ ids, to: { lane: winner.lane, customerKey: winner.externalId } }];
    });
  }

  /** Only journeys that this batch may let known customers into ask for the past. */
  private async readPast(
    sql: Sql,
    {
      inbox,
      customers,
      open,
    }: { inbox: readonly InboxRow[]; customers: readonly Customer[]; open: OpenJourneys },
  ): Promise<PastEnrollment[]> {
    const journeyIds = new Set<number>();
    const keys = new Set<string>();
    for (const { entry } of inbox) {
      const entered =
        entry.kind === 'event'
          ? (open.byTriggerEvent.get(entry.name) ?? [])
          : entry.kind === 'trigger'
            ? [open.byKey.get(entry.journey)].filter((found) => found !== undefined)
            : [];
      if (entered.length > 0) keys.add(entry.customerKey);
      for (const { itemId } of entered) journeyIds.add(itemId);
    }
    const ids = customers.filter(({ externalId }) => keys.has(externalId)).map(({ id }) => id);
    return this.enrollments.pastOf(sql, ids, [...journeyIds]);
  }
}

/**
 * Up to when all that came in has been read: where more lies in the inbox than a batch takes, it may hold what somebody
 * waits for whose time is over by now, and came before that.
 */
function readUntil(inbox: readonly InboxRow[], limits: BatchLimits, now: number): number {
  const last = inbox.at(-1);
  return last && inbox.length >= limits.inbox ? Math.min(now, timeOfId(last.id)) : now;
}

/**
 * More are due than a batch takes: of customers to whom something came, those are woken in it all the same whose time was
 * over before. A batch of a size of its own, that tries one row alone, takes nobody else's.
 */
function withOverdue(due: readonly Enrollment[], active: readonly Enrollment[], until: number): Enrollment[] {
  if (due.length === 0) return [];
  const known = new Set(due.map(({ id }) => id));
  const more = active.flatMap((enrollment) => {
    const { dueAt } = enrollment.state;
    return dueAt === null || dueAt > until || known.has(enrollment.id) ? [] : [{ enrollment, dueAt }];
  });
  more.sort((a, b) => a.dueAt - b.dueAt);
  return [...due, ...more.map(({ enrollment }) => enrollment)];
}

function unknownKeys(inbox: readonly InboxRow[], found: readonly Customer[]): string[] {
  const keys = new Set(inbox.map(({ entry }) => entry.customerKey));
  for (const { externalId } of found) keys.delete(externalId);
  return [...keys];
}

/** What happened before its customer was erased and comes again, whether or not they have come back. */
function outdatedRows(
  inbox: readonly InboxRow[],
  { found, erased }: { found: readonly Customer[]; erased: ReadonlyMap<string, number> },
): InboxRow[] {
  const until = new Map(erased);
  for (const { externalId, erasedBefore } of found) {
    if (typeof erasedBefore === 'number') until.set(externalId, erasedBefore);
  }
  if (until.size === 0) return [];
  return inbox.filter(({ entry }) => {
    const erasedAt = until.get(entry.customerKey);
    return erasedAt !== undefined && 'occurredAt' in entry && entry.occurredAt < erasedAt;
  });
}

function messageIdsOf(inbox: readonly InboxRow[]): string[] {
  return inbox.flatMap(({ entry }) =>
    'messageId' in entry && entry.messageId !== undefined ? [entry.messageId] : [],
  );
}

import { Injectable, Logger } from '@nestjs/common';
import {
  DueStore,
  MembershipDesk,
  type MembershipRequest,
  MembershipRuleBook,
  type Transition,
} from '@parcours/audience';
import type { ContentSnapshot } from '@parcours/content';
import type { Sql } from '@parcours/database';

import type { LaneSession } from '../lanes/lane-session.js';
import type { LaneWork } from '../lanes/lane-work.js';
import { LaneChangeLog } from './lane-changes.js';
import { eventOf } from './transition-event.js';
import { TransitionReader } from './transition-reader.service.js';

/** Customers of a lane who are to be looked at because their time has come, or because somebody asked for it. */
export interface DueMembers {
  /** The content has moved on since this batch began: it must not decide by what it knows. */
  readonly isStale: boolean;
  /** Rows that are answered by this batch. */
  readonly rows: readonly { readonly id: number; readonly customerId: number }[];
}

export interface DueRequest {
  readonly lane: number;
  readonly now: number;
  readonly limit: number;
  readonly content: ContentSnapshot;
}

/** Entering a segment can set off a journey that leads into another one: so often in one batch, and then no more. */
const ROUNDS = 10;

const NOBODY: DueMembers = { isStale: false, rows: [] };

/**
 * Keeps segments and personas up to date inside a lane's batch. A change of a customer is held against those rules that
 * mention it, with a handful of statements for the whole batch; none at all where no rule does.
 */
@Injectable()
export class LaneMemberships {
  private readonly logger = new Logger(LaneMemberships.name);

  constructor(
    private readonly book: MembershipRuleBook,
    private readonly desk: MembershipDesk,
    private readonly dues: DueStore,
    private readonly reader: TransitionReader,
  ) {}

  /** Whom the batch has to look at, whatever happens to them. */
  async due(sql: Sql, { lane, now, limit, content }: DueRequest): Promise<DueMembers> {
    if (this.book.of(content).isEmpty) return NOBODY;
    const { due, filledRevision } = await this.dues.take(sql, { lane, now, limit });
    return { isStale: filledRevision > content.revision, rows: due };
  }

  /**
   * Asks the rules about everything that the session has come to, and tells it who enters and leaves. Answers when the
   * first of these customers has to be looked at again.
   */
  async follow(sql: Sql, work: LaneWork, session: LaneSession): Promise<number | undefined> {
    const rules = this.book.of(work.open.content);
    if (rules.isEmpty) return undefined;
    const desk = this.desk.open(rules, work.now);
    const log = new LaneChangeLog(work, rules, desk);
    let requests = merged([...dueRequests(work, log), ...log.news(session.changes())]);
    for (let round = 0; requests.length > 0; round++) {
      const transitions = await desk.evaluate(sql, requests);
      if (round === ROUNDS) {
        this.logger.warn(`lane ${String(work.lane)}: segments and journeys lead into each other without end`);
        break;
      }
      await this.reader.read(sql, { work, session, transitions });
      for (const transition of transitions) announce(session, transition, work.now);
      requests = transitions.length === 0 ? [] : log.news(session.changes());
    }
    await this.dues.remove(sql, answered(work));
    return desk.write(sql);
  }

  async nextDueAt(sql: Sql, lane: number): Promise<number | undefined> {
    return this.dues.nextDueAt(sql, lane);
  }

  async nextDueByLane(sql: Sql): Promise<readonly { lane: number; dueAt: number }[]> {
    return this.dues.nextDueByLane(sql);
  }
}

function dueRequests({ dueMembers }: LaneWork, log: LaneChangeLog): MembershipRequest[] {
  return dueMembers.flatMap(({ id, customerId }) => {
    const customer = log.customer(customerId);
    if (!customer) return [];
    return id === customerId ? log.requestTimed(customer) : log.requestAll(customer);
  });
}

/** Requests are gone with their answer. So is the time of a customer who is no more. */
function answered({ dueMembers, customers }: LaneWork): number[] {
  const known = new Set(customers.map(({ id }) => id));
  return dueMembers
    .filter(({ id, customerId }) => id !== customerId || !known.has(customerId))
    .map(({ id }) => id);
}

/** One request a customer. */
function merged(requests: readonly MembershipRequest[]): MembershipRequest[] {
  const byCustomer = new Map<number, MembershipRequest>();
  for (const request of requests) {
    const known = byCustomer.get(request.customer.id);
    if (!known) {
      byCustomer.set(request.customer.id, request);
      continue;
    }
    known.wanted.forEach((isWanted, place) => (request.wanted[place] ||= isWanted));
    // What is stored has to be looked at for one reason or the other.
    byCustomer.set(request.customer.id, { ...request, before: undefined, events: undefined });
  }
  return [...byCustomer.values()];
}

/** A time that has passed so long ago is told of as missed, and sets nothing off. */
const LATE_MS = 86_400_000;

function announce(session: LaneSession, transition: Transition, now: number): void {
  const { customer, rule, occurrence } = transition;
  const name = eventOf(transition);
  const { calendar } = rule;
  if (!calendar || !occurrence) {
    session.happen(customer.externalId, { name, properties: { [rule.kind]: rule.key } });
    return;
  }
  const isMissed = now - occurrence.at > LATE_MS;
  const properties = { ...calendar.tell(occurrence), rule: rule.key };
  session.happen(customer.externalId, { name: isMissed ? `${rule.kind}.missed` : name, properties });
}

import type { ConsentLookup, CustomerFacts, PastEvent } from '@parcours/conditions';
import type { Sql } from '@parcours/database';

import { preferredChannel } from '../channels/channel-standing.rules.js';
import { isReachableOn } from '../channels/reachability.rules.js';
import { consentFor } from '../consents/consent.rules.js';
import type { Customer } from '../customers/customer.js';
import type { DueStore, DueTime } from './due.store.js';
import { KnownCustomer, type PastPassage } from './facts/known-customer.js';
import { needsOf, type PastStore } from './facts/past.store.js';
import type { Member, MemberStore } from './member.store.js';
import type { AskedCustomer, MembershipRule } from './rules/membership-rule.js';
import { answerCalendar, type RuleOccurrence } from './rules/rule-calendar.js';
import type { MembershipRules } from './rules/membership-rules.js';

export interface MembershipStores {
  readonly members: MemberStore;
  readonly dues: DueStore;
  readonly past: PastStore;
}

/** A customer of whom some rules have to be asked: those whose place is marked. */
export interface MembershipRequest {
  /** As they are now, in memory. */
  readonly customer: Customer;
  /** Nothing lies in the tables yet. */
  readonly isNew: boolean;
  readonly wanted: Uint8Array;
  /** As they were before what is asked about, where that is all there is to ask about. */
  readonly before?: Customer | undefined;
  /** Names of the events that happened, where nothing else did. */
  readonly events?: ReadonlySet<string> | undefined;
  /** Nobody hears of what is found: it is the rule that is new, not the customer. */
  readonly isFill?: boolean;
}

/** Somebody who has come into a segment or persona, or left it. */
export interface Transition {
  readonly customer: Customer;
  readonly rule: MembershipRule;
  readonly hasEntered: boolean;
  /** The time that has come, of a rule of the calendar. */
  readonly occurrence?: RuleOccurrence;
}

interface Folder {
  readonly known: KnownCustomer;
  customer: Customer;
  /** As the tables have it; undefined until they were asked. */
  stored: ReadonlySet<number> | undefined;
  dueAt: number | undefined;
  /** By the number of a rule of the calendar: up to which wall clock its occurrences have been answered. */
  readonly answered: Map<number, number>;
  /** Such rules of whom that has changed for a member. */
  readonly renewed: Set<number>;
  /** By the place of the rule: when time may change its answer. */
  readonly flips: Map<number, number>;
}

/**
 * Keeps up to date where some customers of one lane belong: reads what the rules need, by the batch; asks them; and
 * writes what came of it. It may be asked again and again before it writes, as one change leads to another.
 */
export class MembershipSession {
  private readonly folders = new Map<number, Folder>();

  constructor(
    private readonly rules: MembershipRules,
    private readonly stores: MembershipStores,
    private readonly now: number,
  ) {}

  /** An event that is not in the tables yet. */
  addEvent(customer: Customer, name: string, event: PastEvent): void {
    this.folderOf(customer).known.add(name, event);
  }

  /** A passage through a journey that has changed. */
  putPassage(customer: Customer, passage: PastPassage): void {
    this.folderOf(customer).known.put(passage);
  }

  /** Asks rules, those included that are made of one whose answer changes. */
  async evaluate(sql: Sql, requests: readonly MembershipRequest[]): Promise<Transition[]> {
    for (const { customer } of requests) this.folderOf(customer).customer = customer;
    await this.loadPast(sql, requests);
    const open = requests.filter((request) => !this.isSettled(request));
    await this.loadStandings(sql, open);
    return open.flatMap((request) => this.ask(request));
  }

  /** Where a customer belongs by what was asked last. */
  isIn(customerId: number, { id }: MembershipRule): boolean {
    return this.folders.get(customerId)?.known.groups.has(id) ?? false;
  }

  /** Writes what came of it. Answers the earliest time that it sets for looking again. */
  async write(sql: Sql): Promise<number | undefined> {
    const joiners: Member[] = [];
    const leavers = new Map<number, number[]>();
    const renewed: Member[] = [];
    for (const { customer, known, answered, renewed: fresh, stored } of this.folders.values()) {
      if (!stored) continue;
      const { id: customerId, lane } = customer;
      for (const segmentId of known.groups) {
        const member = { customerId, segmentId, lane, enteredAt: answered.get(segmentId) ?? this.now };
        if (!stored.has(segmentId)) joiners.push(member);
        else if (fresh.has(segmentId)) renewed.push(member);
      }
      for (const segmentId of stored) {
        if (known.groups.has(segmentId)) continue;
        const ofSegment = leavers.get(segmentId);
        if (ofSegment) ofSegment.push(customerId);
        else leavers.set(segmentId, [customerId]);
      }
    }
    const { members, dues } = this.stores;
    await members.add(sql, joiners);
    await members.renew(sql, renewed);
    await members.remove(sql, leavers);
    const { set, removed } = this.dueTimes();
    await dues.set(sql, set);
    await dues.remove(sql, removed);
    return set.length === 0 ? undefined : Math.min(...set.map(({ dueAt }) => dueAt));
  }

  private async loadPast(sql: Sql, requests: readonly MembershipRequest[]): Promise<void> {
    const withPast = new Map<number, KnownCustomer>();
    const reached = new Set<number>();
    for (const { customer, isNew, wanted, events } of requests) {
      if (isNew) continue;
      const isAny = events ? this.eventsReachPast(events, reached) : this.reachesPast(wanted, reached);
      if (isAny) withPast.set(customer.id, this.folderOf(customer).known);
    }
    const rules = [...reached].flatMap((place) => this.rules.ordered[place] ?? []);
    const needs = needsOf(rules, this.rules);
    await this.stores.past.recall(sql, { customers: withPast, needs, now: this.now });
  }

  /** The same for rules that mention events: looked up rather than gone through. */
  private eventsReachPast(events: ReadonlySet<string>, reached: Set<number>): boolean {
    let isAny = false;
    for (const name of events) {
      const places = this.rules.steadinessOf(name)?.pastReach ?? [];
      isAny ||= places.length > 0;
      for (const place of places) reached.add(place);
    }
    return isAny;
  }

  /** Adds the rules that look at the past, and may be asked, to those that are reached. */
  private reachesPast(wanted: Uint8Array, reached: Set<number>): boolean {
    let isAny = false;
    wanted.forEach((isWanted, place) => {
      if (isWanted !== 1) return;
      for (const reach of this.rules.reach[place] ?? []) {
        if (!this.rules.looksBack(reach)) continue;
        reached.add(reach);
        isAny = true;
      }
    });
    return isAny;
  }

  /**
   * True where no answer is another than before, and none may change earlier by time: then what is stored stays right,
   * whatever it is, and need not be read. That is how it is with most of what happens.
   */
  private isSettled({ customer, wanted, before, events }: MembershipRequest): boolean {
    const { known, stored } = this.folderOf(customer);
    if (!before || stored) return false;
    const open = events ? this.openPlaces(known, events) : placesIn(wanted);
    if (!open || open.length === 0) return open !== undefined;
    const was = this.askedOf(before, known.before());
    const is = this.askedOf(customer, known);
    return open.every((place) => {
      const rule = this.rules.ordered[place];
      if (!rule) return true;
      // What is said of segments in segments follows from what is stored.
      if (this.rules.looksAtGroups(place) || rule.holds(was) !== rule.holds(is)) return false;
      return !rule.isTimed || rule.flipsAt(is) >= rule.flipsAt(was);
    });
  }

  /**
   * The rules that have to be asked to know whether such events change an answer: not those that only count, as long as
   * no count reaches a number that matters. With one event more of them, time changes their answer later, never earlier.
   * `undefined` where a count does.
   */
  private openPlaces(known: KnownCustomer, events: ReadonlySet<string>): readonly number[] | undefined {
    const open: number[] = [];
    for (const name of events) {
      const steadiness = this.rules.steadinessOf(name);
      if (!steadiness) continue;
      for (const tally of steadiness.tallies) if (known.reachesTurn(name, tally, this.now)) return undefined;
      for (const place of steadiness.others) open.push(place);
    }
    return open;
  }

  private async loadStandings(sql: Sql, requests: readonly MembershipRequest[]): Promise<void> {
    const strangers: number[] = [];
    for (const { customer, isNew } of requests) {
      const folder = this.folderOf(customer);
      if (isNew) folder.stored ??= new Set();
      else if (!folder.stored) strangers.push(customer.id);
    }
    const standings = await this.stores.members.standings(sql, strangers);
    for (const id of strangers) {
      const folder = this.folders.get(id);
      if (!folder) continue;
      const { groups = [], enteredAt, dueAt } = standings.get(id) ?? {};
      folder.stored = new Set(groups);
      folder.dueAt = dueAt;
      for (const group of groups) folder.known.groups.add(group);
      for (const [group, at] of enteredAt ?? []) folder.answered.set(group, at);
    }
  }

  private askedOf({ externalId, traits, profile }: Customer, facts: CustomerFacts): AskedCustomer {
    const consent: ConsentLookup = (channel, topic) => consentFor(profile.consents, channel, topic);
    const preferred = preferredChannel(traits, profile.channels);
    const reachable = (channel: string) => isReachableOn(channel, { traits, profile });
    const scope = { traits, consent, preferred, reachable, context: {}, facts, now: this.now };
    return { externalId, scope };
  }

  private ask({ customer, wanted, isFill = false }: MembershipRequest): Transition[] {
    const folder = this.folderOf(customer);
    const asked = this.askedOf(customer, folder.known);
    const transitions: Transition[] = [];
    this.rules.ordered.forEach((rule, place) => {
      if (wanted[place] !== 1) return;
      const { groups } = folder.known;
      const belongs = rule.holds(asked);
      if (rule.isTimed) folder.flips.set(place, rule.flipsAt(asked));
      if (belongs && rule.calendar) {
        const occurrence = this.answerCalendar({ folder, rule, place }, asked, isFill);
        if (occurrence) transitions.push({ customer, rule, hasEntered: true, occurrence });
        return;
      }
      if (belongs === groups.has(rule.id)) return;
      if (belongs) groups.add(rule.id);
      else groups.delete(rule.id);
      this.rules.markOuter(rule, wanted);
      if (rule.calendar) return;
      transitions.push({ customer, rule, hasEntered: belongs });
    });
    return transitions;
  }

  /** The occurrence of a member that is to be told of. A fill tells nobody, and leaves it to a batch that does. */
  private answerCalendar(
    { folder, rule, place }: { folder: Folder; rule: MembershipRule; place: number },
    asked: AskedCustomer,
    isFill: boolean,
  ): RuleOccurrence | undefined {
    const { known, answered: marks, renewed, flips, dueAt = Infinity } = folder;
    const { calendar, id } = rule;
    if (!calendar) return undefined;
    const before = known.groups.has(id) ? marks.get(id) : undefined;
    const { answered, occurrence } = answerCalendar(calendar, asked, { answered: before, dueAt });
    if (isFill && occurrence) {
      flips.set(place, occurrence.at);
      return undefined;
    }
    if (before !== undefined && answered !== before) renewed.add(id);
    known.groups.add(id);
    marks.set(id, answered);
    return occurrence;
  }

  /**
   * What is written of due times. A time that is stored already and comes earlier stays: to look once too often costs
   * little, and so the batches of customers who are busy write nothing.
   */
  private dueTimes(): { readonly set: readonly DueTime[]; readonly removed: readonly number[] } {
    const set: DueTime[] = [];
    const removed: number[] = [];
    for (const { customer, flips, dueAt = Infinity } of this.folders.values()) {
      if (flips.size === 0) continue;
      const earliest = Math.min(...flips.values());
      if (earliest >= dueAt && dueAt > this.now) continue;
      // Some rules that time changes were not asked: the time that has passed is theirs, and stays for a batch that does.
      if (dueAt <= this.now && flips.size < this.rules.timed.length) continue;
      if (earliest < Infinity) set.push({ customerId: customer.id, lane: customer.lane, dueAt: earliest });
      else if (dueAt < Infinity) removed.push(customer.id);
    }
    return { set, removed };
  }

  private folderOf(customer: Customer): Folder {
    const known = this.folders.get(customer.id);
    if (known) return known;
    const folder: Folder = {
      known: new KnownCustomer(this.rules.numbers, customer.profile),
      customer,
      stored: undefined,
      dueAt: undefined,
      answered: new Map(),
      renewed: new Set(),
      flips: new Map(),
    };
    this.folders.set(customer.id, folder);
    return folder;
  }
}

function placesIn(wanted: Uint8Array): readonly number[] {
  const places: number[] = [];
  wanted.forEach((isWanted, place) => {
    if (isWanted === 1) places.push(place);
  });
  return places;
}

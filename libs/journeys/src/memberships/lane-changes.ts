import type { Customer, MembershipRequest, MembershipRules, MembershipSession } from '@parcours/audience';
import type { JsonObject } from '@parcours/kernel';

import type { LaneChanges, LaneWork } from '../lanes/lane-work.js';

/** What is asked of one customer because of what happened to them. */
interface Mention {
  traits: Set<string> | undefined;
  events: Set<string> | undefined;
  journeys: Set<string> | undefined;
}

/**
 * Follows what a batch makes of its customers, and says which rules that concerns: each time only what is new since the
 * last look. The rules are told of events and passages as they come.
 */
export class LaneChangeLog {
  private readonly customers: Map<number, Customer>;
  /** As they were when the batch began. */
  private readonly before: ReadonlyMap<number, Customer>;
  private readonly strangers = new Set<number>();
  private readonly passages = new Map<number, unknown>();
  private readonly journeyKeys: ReadonlyMap<number, string>;
  private eventsSeen = 0;

  constructor(
    work: LaneWork,
    private readonly rules: MembershipRules,
    private readonly session: MembershipSession,
  ) {
    this.before = new Map(work.customers.map((customer) => [customer.id, customer]));
    this.customers = new Map(this.before);
    for (const { id, state } of [...work.enrollments, ...work.due]) this.passages.set(id, state);
    this.journeyKeys = new Map([...work.open.byKey.values()].map(({ itemId, key }) => [itemId, key]));
  }

  customer(id: number): Customer | undefined {
    return this.customers.get(id);
  }

  /** The customers whom rules have to be asked about, given what the batch has come to by now. */
  news(changes: LaneChanges): MembershipRequest[] {
    const mentions = new Map<number, Mention>();
    const mentionOf = (id: number): Mention => {
      const known = mentions.get(id);
      if (known) return known;
      const mention: Mention = { traits: undefined, events: undefined, journeys: undefined };
      mentions.set(id, mention);
      return mention;
    };
    const newcomers = this.takeCustomers(changes, mentionOf);
    this.takeEvents(changes, mentionOf);
    this.takePassages(changes, mentionOf);
    const requests = newcomers.map((customer) => this.requestAll(customer));
    const asked = new Set(newcomers);
    for (const [id, mention] of mentions) {
      const customer = this.customers.get(id);
      if (!customer || asked.has(customer)) continue;
      const wanted = new Uint8Array(this.rules.ordered.length);
      if (!this.rules.mark(mention, wanted)) continue;
      const { traits, events, journeys } = mention;
      const only = traits || journeys ? undefined : events;
      const before = this.before.get(id);
      requests.push({ customer, isNew: this.strangers.has(id), wanted, before, events: only });
    }
    return requests;
  }

  /** Every rule is asked. */
  requestAll(customer: Customer): MembershipRequest {
    const wanted = new Uint8Array(this.rules.ordered.length).fill(1);
    return { customer, isNew: this.strangers.has(customer.id), wanted };
  }

  /** Rules are asked that time may change. */
  requestTimed(customer: Customer): MembershipRequest {
    const wanted = new Uint8Array(this.rules.ordered.length);
    for (const place of this.rules.timed) wanted[place] = 1;
    return { customer, isNew: false, wanted };
  }

  private takeCustomers(changes: LaneChanges, mentionOf: (id: number) => Mention): Customer[] {
    const newcomers: Customer[] = [];
    for (const customer of changes.newCustomers) {
      const before = this.customers.get(customer.id);
      if (before?.traits === customer.traits) continue;
      this.customers.set(customer.id, customer);
      if (before) noteChanges(before.traits, customer.traits, mentionOf(customer.id));
      else newcomers.push(customer);
      this.strangers.add(customer.id);
    }
    for (const customer of changes.customers) {
      const before = this.customers.get(customer.id);
      if (!before || before.traits === customer.traits) continue;
      this.customers.set(customer.id, customer);
      noteChanges(before.traits, customer.traits, mentionOf(customer.id));
    }
    return newcomers;
  }

  private takeEvents({ events }: LaneChanges, mentionOf: (id: number) => Mention): void {
    for (const { customerId, name, occurredAt, properties } of events.slice(this.eventsSeen)) {
      const customer = this.customers.get(customerId);
      if (!customer) continue;
      (mentionOf(customerId).events ??= new Set()).add(name);
      this.session.addEvent(customer, name, { occurredAt, properties: properties as JsonObject });
    }
    this.eventsSeen = events.length;
  }

  private takePassages({ enrollments }: LaneChanges, mentionOf: (id: number) => Mention): void {
    for (const { id, customerId, journeyId, state } of enrollments) {
      if (this.passages.get(id) === state) continue;
      this.passages.set(id, state);
      const customer = this.customers.get(customerId);
      if (!customer) continue;
      const { status, endReason, progress } = state;
      const hasConverted = (progress.goals ?? []).length > 0;
      const passage = { id, journeyId, isActive: status === 'active', endReason, hasConverted };
      this.session.putPassage(customer, passage);
      const key = this.journeyKeys.get(journeyId);
      if (key !== undefined) (mentionOf(customerId).journeys ??= new Set()).add(key);
    }
  }
}

/** Names of traits that differ: what is equal in its text is equal. */
function noteChanges(before: JsonObject, after: JsonObject, mention: Mention): void {
  for (const name of new Set([...Object.keys(before), ...Object.keys(after)])) {
    const [one, other] = [before[name], after[name]];
    if (one === other) continue;
    if (typeof one === 'object' && typeof other === 'object' && JSON.stringify(one) === JSON.stringify(other))
      continue;
    (mention.traits ??= new Set()).add(name);
  }
}

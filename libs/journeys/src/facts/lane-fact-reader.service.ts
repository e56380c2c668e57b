import { Injectable } from '@nestjs/common';
import {
  type Customer,
  type FactNeed,
  MembershipRuleBook,
  type MembershipRules,
  needsOf,
  PastStore,
} from '@parcours/audience';
import type { Sql } from '@parcours/database';
import type { CompiledJourney, JourneyAsks } from '@parcours/engine';
import type { InboxEntry } from '@parcours/events';
import { policyBookOf } from '@parcours/messaging';

import type { LaneWork } from '../lanes/lane-work.js';
import { journeysAtHand } from '../templates/journeys-at-hand.js';
import { groupsIn, LaneFacts, nameOf } from './lane-facts.js';

/** What a look behind customers goes by. */
type FactWork = Pick<LaneWork, 'customers' | 'now' | 'open'>;

/** Customers of whom journeys may ask something, and what. */
type Questions = Map<number, Set<JourneyAsks>>;

/**
 * Gathers what lies behind the customers of a batch: of those alone whose journeys ask for it, with one statement a table
 * at the most. None is made where no journey at hand asks.
 */
@Injectable()
export class LaneFactReader {
  constructor(
    private readonly book: MembershipRuleBook,
    private readonly past: PastStore,
  ) {}

  /** `undefined` where no journey asks for anything. */
  async read(sql: Sql, work: LaneWork): Promise<LaneFacts | undefined> {
    if (!asksAnything(work)) return undefined;
    const facts = new LaneFacts(this.book.of(work.open.content), work.now);
    await this.recall(sql, work, { facts, questions: questionsOf(work) });
    return facts;
  }

  /** What lies behind one customer, for these journeys and for channel policies. */
  async behind(
    sql: Sql,
    {
      customer,
      journeys,
      ...surroundings
    }: Omit<FactWork, 'customers'> & {
      readonly customer: Customer;
      readonly journeys: readonly CompiledJourney[];
    },
  ): Promise<LaneFacts> {
    const facts = new LaneFacts(this.book.of(surroundings.open.content), surroundings.now);
    const customers = [customer];
    const ofPolicies = policyBookOf(surroundings.open.content).asks;
    const asks = [...journeys.flatMap((each) => each.asks ?? []), ...(ofPolicies ? [ofPolicies] : [])];
    const questions: Questions = new Map([[customer.id, new Set(asks)]]);
    await this.recall(sql, { ...surroundings, customers }, { facts, questions });
    return facts;
  }

  /** The same for customers whom something found out in the batch may let into journeys. */
  async readMore(
    sql: Sql,
    work: FactWork,
    {
      facts,
      customers,
      journeys,
    }: { facts: LaneFacts; customers: readonly Customer[]; journeys: readonly CompiledJourney[] },
  ): Promise<void> {
    const ofPolicies = policyBookOf(work.open.content).asks;
    const asks = journeys.flatMap((journey) => asksOf(journey, ofPolicies));
    const questions: Questions = new Map(customers.map(({ id }) => [id, new Set(asks)]));
    await this.recall(sql, work, { facts, questions });
  }

  private async recall(
    sql: Sql,
    { customers, now, open }: FactWork,
    { facts, questions }: { facts: LaneFacts; questions: Questions },
  ): Promise<void> {
    const rules = this.book.of(open.content);
    const asks = new Set([...questions.values()].flatMap((each) => [...each]));
    const needs = needsOf(neededBy([...asks], rules), rules);
    if (needs.events.size + needs.journeyIds.length + needs.templateIds.length === 0) return;
    const asked = customers.filter(({ id }) => (questions.get(id)?.size ?? 0) > 0);
    const known = new Map(asked.map((customer) => [customer.id, facts.knownOf(customer)]));
    await this.past.recall(sql, { customers: known, needs, now });
  }
}

const senders = new WeakMap<CompiledJourney, boolean>();

/** Whether a step of the journey sends messages, for which channel policies ask too. */
function isSender(journey: CompiledJourney): boolean {
  const known = senders.get(journey);
  if (known !== undefined) return known;
  const sends = journey.references.some(({ kind }) => kind === 'policy');
  senders.set(journey, sends);
  return sends;
}

/** What a journey asks itself, and what the policies ask that its messages go by. */
function asksOf(journey: CompiledJourney, ofPolicies: JourneyAsks | undefined): readonly JourneyAsks[] {
  return [...(journey.asks ? [journey.asks] : []), ...(ofPolicies && isSender(journey) ? [ofPolicies] : [])];
}

/** What acknowledges an answer, or takes the place of a message, goes by policies and belongs to no journey at hand. */
function isOfPolicies({ kind }: InboxEntry): boolean {
  return kind === 'answer' || kind === 'fallback';
}

function asksAnything({ inbox, open, pinned }: Pick<LaneWork, 'inbox' | 'open' | 'pinned'>): boolean {
  if (open.hasAsks || [...pinned.values()].some(({ compiled }) => compiled.asks)) return true;
  if (!policyBookOf(open.content).asks) return false;
  const sends = [...open.byKey.values(), ...pinned.values()].some(({ compiled }) => isSender(compiled));
  return sends || inbox.some(({ entry }) => isOfPolicies(entry));
}

/** Every journey that this batch brings something to, by customer, as far as it asks. */
function questionsOf(work: LaneWork): Questions {
  const questions: Questions = new Map();
  const ofPolicies = policyBookOf(work.open.content).asks;
  const note = (customerId: number, asks: JourneyAsks): void => {
    const known = questions.get(customerId);
    if (known) known.add(asks);
    else questions.set(customerId, new Set([asks]));
  };
  journeysAtHand(work, (customerId, journey) => {
    for (const asks of asksOf(journey, ofPolicies)) note(customerId, asks);
  });
  if (!ofPolicies) return questions;
  const written = new Set(
    work.inbox.flatMap(({ entry }) => (isOfPolicies(entry) ? [entry.customerKey] : [])),
  );
  for (const { id, externalId } of work.customers) if (written.has(externalId)) note(id, ofPolicies);
  return questions;
}

/** What journeys ask, and what the segments and personas that they name are made of. */
function neededBy(asks: readonly JourneyAsks[], rules: MembershipRules): FactNeed[] {
  const groups = groupsIn(rules);
  const seen = new Set<string>();
  const needs: FactNeed[] = [];
  const follow = ({
    segments,
    personas,
  }: {
    segments: readonly string[];
    personas: readonly string[];
  }): void => {
    const names = [
      ...segments.map((key) => nameOf('segment', key)),
      ...personas.map((key) => nameOf('persona', key)),
    ];
    for (const name of names) {
      const rule = groups.get(name);
      if (!rule || seen.has(name)) continue;
      seen.add(name);
      needs.push(rule);
      follow(rule.reads);
    }
  };
  for (const { history, messages, journeys, segments, personas } of asks) {
    needs.push({ history, reads: { messages, journeys } });
    follow({ segments, personas });
  }
  return needs;
}

import {
  consentFor,
  type Customer,
  isReachableOn,
  KnownCustomer,
  type MembershipRule,
  type MembershipRules,
  preferredChannel,
} from '@parcours/audience';
import type { CustomerFacts, GroupKind, PastEvent } from '@parcours/conditions';
import type { JsonObject } from '@parcours/kernel';

import type { Enrollment } from '../enrollments/enrollment.js';

/**
 * What lies behind the customers of a batch, for journeys that ask for it: what the tables hold, and what the batch adds
 * as it goes on. The event at hand is part of it. Whether somebody is in a segment is asked of its rule, of the customer
 * as they are at that moment: what changed a moment ago in the same batch counts.
 */
export class LaneFacts {
  private readonly known = new Map<number, KnownCustomer>();
  private readonly groups: ReadonlyMap<string, MembershipRule>;

  constructor(
    private readonly rules: MembershipRules,
    private readonly now: number,
  ) {
    this.groups = groupsIn(rules);
  }

  /** The facts of a customer who has these traits. */
  of(customer: Customer, traits: JsonObject): CustomerFacts {
    const known = this.knownOf(customer);
    const facts: CustomerFacts = {
      events: (name) => known.events(name),
      reactions: (template, reaction) => known.reactions(template, reaction),
      journey: (key) => known.journey(key),
      hasTag: (tag) => customer.profile.tags?.includes(tag) ?? false,
      isIn: (kind, key) => {
        const rule = this.groups.get(nameOf(kind, key));
        if (!rule) return false;
        const { externalId, profile } = customer;
        const consent = (channel: string, topic: string) => consentFor(profile.consents, channel, topic);
        const preferred = preferredChannel(traits, profile.channels);
        const reachable = (channel: string) => isReachableOn(channel, { traits, profile });
        const scope = { traits, consent, preferred, reachable, context: {}, facts, now: this.now };
        return rule.holds({ externalId, scope });
      },
    };
    return facts;
  }

  /** An event that is not in the tables yet. */
  addEvent(customer: Customer, name: string, event: PastEvent): void {
    this.knownOf(customer).add(name, event);
  }

  /** An enrollment as it is now. */
  putPassage(customer: Customer, { id, journeyId, state }: Enrollment): void {
    const { status, endReason, progress } = state;
    const hasConverted = (progress.goals?.length ?? 0) > 0;
    this.knownOf(customer).put({ id, journeyId, isActive: status === 'active', endReason, hasConverted });
  }

  knownOf({ id, profile }: Customer): KnownCustomer {
    const known = this.known.get(id);
    if (known) return known;
    const made = new KnownCustomer(this.rules.numbers, profile);
    this.known.set(id, made);
    return made;
  }
}

const indexes = new WeakMap<MembershipRules, ReadonlyMap<string, MembershipRule>>();

/** The rules of segments and personas by their name; made once for each state of the content. */
export function groupsIn(rules: MembershipRules): ReadonlyMap<string, MembershipRule> {
  const known = indexes.get(rules);
  if (known) return known;
  const made = new Map(rules.ordered.map((rule) => [nameOf(rule.kind, rule.key), rule]));
  indexes.set(rules, made);
  return made;
}

export function nameOf(kind: GroupKind | MembershipRule['kind'], key: string): string {
  return `${kind}/${key}`;
}

import { groupRulesIn, type MembershipRules } from '@parcours/audience';
import type { ContentSnapshot } from '@parcours/content';
import type { AskedGroup, CompiledJourney, TestSurroundings } from '@parcours/engine';
import type { JsonObject } from '@parcours/kernel';
import { planMessage } from '@parcours/messaging';

import { offerRefusal } from '../trials/offer-refusal.rules.js';
import { groupsIn, nameOf } from '../facts/lane-facts.js';

export interface SimulatedJourney {
  readonly key: string;
  readonly compiled: CompiledJourney;
}

/** Somebody who can be written to: policies and templates are what a simulation is about, not a missing address. */
const REACHABLE: JsonObject = { email: 'customer@example.com' };

/** What a journey meets in a simulation: the content that is published, and a customer who can be reached. */
export function surroundingsOf(
  content: ContentSnapshot,
  { key, compiled }: SimulatedJourney,
  timezone: string,
): TestSurroundings {
  return {
    journey: compiled,
    journeyKey: key,
    timezone,
    past: { belongs: membershipIn(content) },
    decideMessage: (request, customer) => {
      const decision = planMessage(content, request, customer);
      return decision.send ? { send: true, channel: decision.channel, detail: decision.detail } : decision;
    },
    refuseOffer: (offer, { traits }, now) => offerRefusal(content, offer, { traits, now }),
    customerOf: (id, given) => {
      const traits = { ...REACHABLE, ...given };
      return { id, traits, timezone: textOf(traits['timezone']), locale: textOf(traits['locale']) };
    },
  };
}

/** Who is in a segment or of a persona by what is published; compiled once somebody asks. */
export function membershipIn(content: ContentSnapshot): (asked: AskedGroup) => boolean {
  let rules: MembershipRules | undefined;
  return ({ kind, key, customer: { id, traits, consent, reachable, preferredChannels }, facts, now }) => {
    rules ??= groupRulesIn(content);
    const rule = groupsIn(rules).get(nameOf(kind, key));
    return (
      rule?.holds({
        externalId: id,
        scope: { traits, consent, preferred: preferredChannels?.[0], reachable, context: {}, facts, now },
      }) ?? false
    );
  };
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

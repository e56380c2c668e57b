import { SURVEY_TYPE } from '@parcours/catalog';
import { groupRulesIn, type MembershipRules } from '@parcours/audience';
import type { ContentSnapshot } from '@parcours/content';
import type {
  AskedGroup,
  CompiledJourney,
  CustomerView,
  MessageDecision,
  TestSurroundings,
} from '@parcours/engine';
import { type JsonObject, localeOf } from '@parcours/kernel';
import { planMessage, type PlanRequest } from '@parcours/messaging';

import { followUpOf } from '../answers/answer-follow-up.rules.js';
import { ContactDesk } from '../facts/contact-desk.js';
import { sending } from '../lanes/engine-desk.js';
import { offerRefusal } from '../trials/offer-refusal.rules.js';
import { groupsIn, nameOf } from '../facts/lane-facts.js';

export interface SimulatedJourney {
  readonly key: string;
  readonly compiled: CompiledJourney;
}

/** Somebody who can be written to: policies and templates are what a simulation is about, not a missing address. */
const REACHABLE: JsonObject = { email: 'customer@example.com' };

/** Where they are reached on channels that they name nothing for. */
const ELSEWHERE = {
  traits: { phone: '+33612345678', chat_id: 'customer', address: '12 rue des Lilas\n75011 Paris' },
  devices: [
    { token: 'phone', platform: 'ios' },
    { token: 'browser', platform: 'web' },
  ],
} as const;

/** What a journey meets in a simulation: the content that is published, and a customer who can be reached. */
export function surroundingsOf(
  content: ContentSnapshot,
  { key, compiled }: SimulatedJourney,
  timezone: string,
): TestSurroundings {
  let contacts = new ContactDesk([], new Map());
  const plan = (request: PlanRequest, customer: CustomerView, now: number): MessageDecision => {
    const traits = { ...ELSEWHERE.traits, ...customer.traits };
    const reader = { ...customer, traits, devices: customer.devices ?? ELSEWHERE.devices };
    const moment = { now, timezone, contacts: contacts.of(customer.id) };
    const decision = planMessage(content, request, reader, moment);
    if (!decision.send) return decision;
    contacts.addSent(customer.id, decision.plan, now);
    return sending(decision);
  };
  return {
    journey: compiled,
    journeyKey: key,
    timezone,
    past: { belongs: membershipIn(content) },
    decideMessage: (request, customer, now) => plan({ ...request, mayEscalate: true }, customer, now),
    followUp: (answer, customer, now) => {
      const { message, given, leadsTo } = followUpOf(
        content.byKey(SURVEY_TYPE, answer.survey)?.document,
        answer,
      );
      return {
        ...(message && { message: { request: message, decision: plan(message, customer, now), given } }),
        ...(leadsTo !== undefined && { journey: leadsTo }),
      };
    },
    refuseOffer: (offer, { customer: { traits }, now, made }) =>
      offerRefusal(content, offer, { traits, now, made }),
    customerOf: (id, given) => {
      // Each simulation asks for its customer once: to them nothing was sent before.
      contacts = new ContactDesk([], new Map());
      const traits = { ...REACHABLE, ...given };
      return { id, traits, timezone: textOf(traits['timezone']), locale: localeOf(traits['locale']) };
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

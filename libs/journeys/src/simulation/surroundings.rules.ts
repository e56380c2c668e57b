import type { ContentSnapshot } from '@parcours/content';
import type { CompiledJourney, TestSurroundings } from '@parcours/engine';
import type { JsonObject } from '@parcours/kernel';
import { planMessage } from '@parcours/messaging';

import { offerRefusal } from '../trials/offer-refusal.rules.js';

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

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

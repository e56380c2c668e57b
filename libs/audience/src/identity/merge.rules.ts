import { type JsonObject, mergePatch } from '@parcours/kernel';

import { mergeStandings } from '../channels/channel-standing.rules.js';
import { mergeConsents } from '../consents/consent.rules.js';
import { comparableEmail } from '../contacts/email-address.rules.js';
import type { Customer } from '../customers/customer.js';
import { distinct, listed } from '../customers/customer-input.rules.js';
import type { Profile } from '../customers/profile.js';

/**
 * One customer out of two, field by field as docs/explanation/identity.md has it: the winner keeps id and lane, and of
 * what both have the winner's counts, where it is not a set that both add to.
 */
export function mergeCustomers(winner: Customer, loser: Customer, now: number): Customer {
  return {
    ...winner,
    kind: winner.kind === 'known' || loser.kind === 'known' ? 'known' : 'anonymous',
    traits: mergeTraits(winner, loser),
    profile: mergeProfiles(winner, loser),
    revision: winner.revision + 1,
    createdAt: Math.min(winner.createdAt, loser.createdAt),
    updatedAt: now,
  };
}

/** What is left of the loser: a signpost, with nothing of the person. */
export function signpostOf(loser: Customer, winner: Customer, now: number): Customer {
  return {
    ...loser,
    traits: {},
    profile: {},
    mergedInto: winner.id,
    revision: loser.revision + 1,
    updatedAt: now,
  };
}

/** Member by member, inside objects too; a list is one value. */
function mergeTraits(winner: Customer, loser: Customer): JsonObject {
  return mergePatch(loser.traits, withoutNulls(winner.traits)) as JsonObject;
}

/** In a patch null would remove what the loser has; in a trait it says that there is nothing. */
function withoutNulls(traits: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(traits).filter(([, value]) => value !== null));
}

function mergeProfiles(winner: Customer, loser: Customer): Profile {
  const [one, other] = [winner.profile, loser.profile];
  const channels = mergeStandings(one.channels, other.channels);
  return {
    emails: further('email', winner, loser),
    phones: further('phone', winner, loser),
    devices: distinct([...(one.devices ?? []), ...(other.devices ?? [])], ({ token }) => token),
    tags: [...new Set([...(one.tags ?? []), ...(other.tags ?? [])])].sort(),
    consents: mergeConsents(one.consents, other.consents),
    ...(channels && { channels }),
  };
}

/** All addresses of both but the one that becomes the trait, the winner's first. */
function further(trait: 'email' | 'phone', winner: Customer, loser: Customer): string[] {
  const list = trait === 'email' ? 'emails' : 'phones';
  const all = [winner, loser].flatMap(({ traits, profile }) => listed(traits[trait], profile[list]));
  const first = winner.traits[trait] ?? loser.traits[trait];
  const name = typeof first === 'string' ? comparableEmail(first) : undefined;
  return distinct(all, comparableEmail).filter((address) => comparableEmail(address) !== name);
}

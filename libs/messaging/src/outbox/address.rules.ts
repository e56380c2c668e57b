import type { JsonObject } from '@parcours/kernel';

/** Trait that holds the address of each channel. */
const ADDRESS_TRAITS: Readonly<Record<string, string>> = { email: 'email' };

/** What mail servers take at the most (RFC 5321, section 4.5.3.1.3, less the angle brackets), doubled parts aside. */
const ADDRESS_MAX = 254;

/** One addr-spec without white space, comments or control characters; anything finer is the provider's to judge. */
const EMAIL = /^[^\s@<>(),;:"\\[\]]{1,64}@[^\s@<>(),;:"\\[\]]+\.[^\s@<>(),;:"\\[\]]+$/u;

/** The customer's address on a channel; `undefined` when there is none that could work. */
export function addressFor(channel: string, traits: JsonObject): string | undefined {
  const trait = ADDRESS_TRAITS[channel];
  const value = trait === undefined ? undefined : traits[trait];
  if (typeof value !== 'string' || value.length > ADDRESS_MAX) return undefined;
  return EMAIL.test(value) ? value : undefined;
}

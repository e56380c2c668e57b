import { isEmailAddress } from '@parcours/audience';
import type { JsonObject } from '@parcours/kernel';

/** Trait that holds the address of each channel. */
const ADDRESS_TRAITS: Readonly<Record<string, string>> = { email: 'email' };

/** The customer's address on a channel; `undefined` when there is none that could work. */
export function addressFor(channel: string, traits: JsonObject): string | undefined {
  const trait = ADDRESS_TRAITS[channel];
  const value = trait === undefined ? undefined : traits[trait];
  return isEmailAddress(value) ? value : undefined;
}

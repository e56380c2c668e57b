import { isJsonObject, type JsonObject } from '@parcours/kernel';
import { IANAZone } from 'luxon';

import { zoneOfCountry } from './country-zones.js';
import { countryOfPhone, quicklyToE164 } from './phone-number.rules.js';

/** How a customer's zone is known: by themselves, by their phone, by their country, or not at all. */
export const ZONE_SOURCES = ['given', 'phone', 'country', 'default'] as const;

export interface CustomerZone {
  /** IANA name. */
  readonly name: string;
  readonly source: (typeof ZONE_SOURCES)[number];
}

/**
 * The zone that a customer lives in: the trait `timezone` where it names one, else that of the phone's country, else that
 * of the trait `country` (or `address.country`). `undefined` where nothing tells.
 */
export function zoneOf(traits: JsonObject): CustomerZone | undefined {
  const { timezone: given } = traits;
  if (typeof given === 'string' && IANAZone.isValidZone(given)) return { name: given, source: 'given' };
  return zoneOfPhone(traits) ?? zoneOfResidence(traits);
}

/** The country that a customer names as theirs. */
export function countryOf(traits: JsonObject): string | undefined {
  const { country, address } = traits;
  if (typeof country === 'string') return country;
  const inAddress = isJsonObject(address) ? address['country'] : undefined;
  return typeof inAddress === 'string' ? inAddress : undefined;
}

function zoneOfPhone(traits: JsonObject): CustomerZone | undefined {
  const { phone } = traits;
  if (phone === undefined || phone === null) return undefined;
  const number = quicklyToE164(phone, countryOf(traits));
  const country = number === undefined ? undefined : countryOfPhone(number);
  const name = country === undefined ? undefined : zoneOfCountry(country);
  return name === undefined ? undefined : { name, source: 'phone' };
}

function zoneOfResidence(traits: JsonObject): CustomerZone | undefined {
  const country = countryOf(traits);
  const name = country === undefined ? undefined : zoneOfCountry(country);
  return name === undefined ? undefined : { name, source: 'country' };
}

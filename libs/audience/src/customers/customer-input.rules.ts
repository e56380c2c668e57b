import { type ErrorItem, type JsonObject, type JsonValue, mergePatch, pointer } from '@parcours/kernel';

import { comparableEmail, isEmailAddress } from '../contacts/email-address.rules.js';
import { toE164 } from '../contacts/phone-number.rules.js';
import { countryOf } from '../contacts/time-zone.rules.js';
import type { Device, Profile } from './profile.js';

/** A body of PUT, or a merge patch (RFC 7396): null empties. */
export interface CustomerBody {
  readonly traits?: JsonObject | null;
  readonly emails?: readonly string[] | null;
  readonly phones?: readonly string[] | null;
  readonly devices?: readonly Device[] | null;
  readonly tags?: readonly string[] | null;
}

/** What a body is laid over. */
export interface CustomerState {
  readonly traits: JsonObject;
  readonly profile: Profile;
}

export interface ReadBody extends CustomerState {
  readonly errors: readonly ErrorItem[];
}

/**
 * Lays a merge patch over what is stored, and brings addresses into one form: the trait `email` is the first of `emails`,
 * the trait `phone` the first of `phones`, and numbers are in E.164. Where a list was sent it decides; a trait sent beside
 * it must say the same.
 */
export function readBody(stored: CustomerState, body: CustomerBody): ReadBody {
  const merged = body.traits === null ? {} : mergePatch(stored.traits, body.traits ?? {});
  const traits: JsonObject = { ...(merged as JsonObject) };
  const country = countryOf(traits);
  const emails = readContacts(emailsOf(stored, body), (text) => (isEmailAddress(text) ? text : undefined));
  const phones = readContacts(phonesOf(stored, body), (text) => toE164(text, country));
  if (emails) put(traits, 'email', emails.good[0]);
  if (phones) put(traits, 'phone', phones.good[0]);
  const { profile } = stored;
  return {
    traits,
    profile: {
      ...profile,
      ...(emails && { emails: emails.good.slice(1) }),
      ...(phones && { phones: phones.good.slice(1) }),
      devices: distinct(replaced(profile.devices, body.devices), ({ token }) => token),
      tags: [...new Set(replaced(profile.tags, body.tags))].sort(),
    },
    errors: [...(emails?.errors ?? []), ...(phones?.errors ?? [])],
  };
}

/** One kind of address: the trait that holds the first, the list that holds all, and what each must be. */
interface Contacts {
  readonly trait: 'email' | 'phone';
  readonly list: 'emails' | 'phones';
  readonly expected: string;
  readonly stored: readonly string[];
  readonly sentList: readonly string[] | null | undefined;
  /** `undefined` where it was not sent. */
  readonly sentTrait: JsonValue | undefined;
}

const emailsOf = ({ traits, profile }: CustomerState, body: CustomerBody): Contacts => ({
  trait: 'email',
  list: 'emails',
  expected: 'Must be an email address such as ada@example.com.',
  stored: listed(traits['email'], profile.emails),
  sentList: body.emails,
  sentTrait: sentTrait(body, 'email'),
});

const phonesOf = ({ traits, profile }: CustomerState, body: CustomerBody): Contacts => ({
  trait: 'phone',
  list: 'phones',
  expected:
    "Must be a phone number in E.164 such as +33612345678, or as it is written in the country that the trait 'country' names.",
  stored: listed(traits['phone'], profile.phones),
  sentList: body.phones,
  sentTrait: sentTrait(body, 'phone'),
});

interface ReadContacts {
  readonly good: readonly string[];
  readonly errors: readonly ErrorItem[];
}

/** `undefined` where nothing was sent: what an event brought is not for this caller to answer for. */
function readContacts(
  { expected, trait, list, stored, sentList, sentTrait: alone }: Contacts,
  read: (text: unknown) => string | undefined,
): ReadContacts | undefined {
  if (sentList === undefined && alone === undefined) return undefined;
  const errors: ErrorItem[] = [];
  const accept = (value: unknown, at: string): string[] => {
    const found = read(value);
    if (found !== undefined) return [found];
    errors.push({ pointer: at, code: 'audience.contact', detail: expected });
    return [];
  };
  const atTrait = pointer('traits', trait);
  if (sentList === undefined) {
    const first = alone === null ? [] : accept(alone, atTrait);
    const further = stored.slice(1).flatMap((text) => read(text) ?? []);
    return { good: distinct([...first, ...further], comparableEmail), errors };
  }
  const good = (sentList ?? []).flatMap((text, at) => accept(text, pointer(list, at)));
  if (alone !== undefined && alone !== null && read(alone) !== good[0]) {
    const detail = `Differs from the first of '${list}'. Send one of the two.`;
    errors.push({ pointer: atTrait, code: 'audience.contact', detail });
  }
  return { good: distinct(good, comparableEmail), errors };
}

/** The first of a kind of address, where it is known, and the further ones. */
export function listed(first: unknown, further: readonly string[] = []): string[] {
  return typeof first === 'string' ? [first, ...further] : [...further];
}

function sentTrait({ traits }: CustomerBody, trait: string): JsonValue | undefined {
  if (traits === null) return null;
  return traits && Object.hasOwn(traits, trait) ? traits[trait] : undefined;
}

function put(traits: JsonObject, trait: string, value: string | undefined): void {
  if (value === undefined) Reflect.deleteProperty(traits, trait);
  else traits[trait] = value;
}

function replaced<T>(stored: readonly T[] = [], sent: readonly T[] | null | undefined): readonly T[] {
  return sent === undefined ? stored : (sent ?? []);
}

/** The first of those that are the same, in their order. */
export function distinct<T>(things: readonly T[], nameOf: (thing: T) => string): T[] {
  const seen = new Set<string>();
  return things.filter((thing) => {
    const name = nameOf(thing);
    if (seen.has(name)) return false;
    seen.add(name);
    return true;
  });
}

import { countryOf, isEmailAddress, quicklyToE164 } from '@parcours/audience';
import { isJsonObject, type JsonObject } from '@parcours/kernel';

import type { Addressee } from './channel.js';

type Platform = 'ios' | 'android' | 'web';

const LONGEST_ID = 255;
const LONGEST_TOKEN = 4_096;
const LONGEST_LETTER = 1_000;

/** One line of visible text. */
const LINE = /^[^\u0000-\u001f\u007f\ud800-\udfff]+$/u;

export function emailOf({ traits }: Addressee): string | undefined {
  const { email } = traits;
  return isEmailAddress(email) ? email : undefined;
}

/** In E.164; a number in the form of a country is read as one of the customer's. */
export function phoneOf({ traits }: Addressee): string | undefined {
  const { phone } = traits;
  return phone === undefined ? undefined : quicklyToE164(phone, countryOf(traits));
}

/** The device that was added last. */
export function deviceOf(...platforms: readonly Platform[]): (customer: Addressee) => string | undefined {
  return ({ devices }) => {
    const token = devices?.findLast(({ platform }) => platforms.includes(platform))?.token;
    return token === undefined ? undefined : asLine(token, LONGEST_TOKEN);
  };
}

/** The trait `chat_id`: how the messenger knows them. */
export function chatIdOf({ traits }: Addressee): string | undefined {
  const { chat_id: id } = traits;
  if (typeof id === 'number' && Number.isSafeInteger(id)) return String(id);
  return typeof id === 'string' ? asLine(id, LONGEST_ID) : undefined;
}

export function externalIdOf({ id }: Addressee): string | undefined {
  return id === undefined ? undefined : asLine(id, LONGEST_ID);
}

const STREET = ['line1', 'street', 'line2'];

/**
 * The lines of the trait `address`, with the name above: an object with `street` (or `line1`, `line2`), `postal_code`,
 * `city` and, where it is known, `region` and `country`; or a text with a line each.
 */
export function postalAddressOf({ traits }: Addressee): string | undefined {
  const { address } = traits;
  if (typeof address === 'string') return asLines(address);
  if (!isJsonObject(address)) return undefined;
  const of = (...members: readonly string[]) => members.flatMap((member) => wordIn(address, member));
  const street = of(...STREET);
  const place = of('postal_code', 'postalCode', 'zip').concat(of('city'));
  if (street.length === 0 || of('city').length === 0) return undefined;
  const name = wordIn(traits, 'name').concat(
    [...wordIn(traits, 'first_name'), ...wordIn(traits, 'last_name')].join(' ') || [],
  );
  const lines = [name[0], ...street, place.join(' '), ...of('region', 'state'), ...of('country')];
  return asLines(lines.filter((line) => line !== undefined).join('\n'));
}

export function asLine(text: string, longest = LONGEST_ID): string | undefined {
  const line = text.trim();
  return line.length > 0 && line.length <= longest && LINE.test(line) ? line : undefined;
}

/** Two lines or more of visible text. */
export function asLines(text: string): string | undefined {
  const lines = text
    .split(/\r\n|\r|\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const isPostal = lines.length >= 2 && lines.every((line) => LINE.test(line));
  const address = lines.join('\n');
  return isPostal && address.length <= LONGEST_LETTER ? address : undefined;
}

export function asDeviceToken(text: string): string | undefined {
  return asLine(text, LONGEST_TOKEN);
}

function wordIn(holder: JsonObject, member: string): string[] {
  const value = Object.hasOwn(holder, member) ? holder[member] : undefined;
  const word = typeof value === 'number' ? String(value) : value;
  return typeof word === 'string' && word.trim() !== '' ? [word.trim()] : [];
}

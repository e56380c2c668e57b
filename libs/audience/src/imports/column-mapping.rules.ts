import { type ErrorItem, KEY_PATTERN, pointer } from '@parcours/kernel';

import { EVERY } from '../consents/consent.js';
import { TRAIT_NAME_MAX } from '../traits/trait-bounds.rules.js';

/** Where the value of a column goes. */
export type Target =
  | { readonly kind: 'external-id' }
  | { readonly kind: 'tags' }
  | { readonly kind: 'trait'; readonly path: readonly string[] }
  | { readonly kind: 'consent'; readonly channel: string; readonly topic: string };

export type Mapping = Readonly<Record<string, string | null>>;

const TRAITS = 'traits.';
const CONSENT = /^consent\.([^.]+)(?:\.(.+))?$/;
const KEY = new RegExp(KEY_PATTERN);
const FORBIDDEN = new Set(['', '__proto__', 'constructor', 'prototype']);

/** Traits that have a name of their own as a target. */
const NAMED_TRAITS = ['email', 'phone', 'locale', 'timezone'];

/** Heads that say what is in the column, in lower case without anything but letters. */
const WELL_KNOWN: Readonly<Record<string, string>> = {
  id: 'externalId',
  externalid: 'externalId',
  customerid: 'externalId',
  userid: 'externalId',
  email: 'email',
  emailaddress: 'email',
  phone: 'phone',
  phonenumber: 'phone',
  locale: 'locale',
  language: 'locale',
  timezone: 'timezone',
  tags: 'tags',
};

const EXPECTED =
  'Must be externalId, email, phone, locale, timezone, tags, traits.<name>, consent.<channel>, consent.<channel>.<topic>, or null for a column that is left out.';

/** What a target's name means; `undefined` where it means nothing. */
export function targetOf(name: string): Target | undefined {
  if (name === 'externalId') return { kind: 'external-id' };
  if (name === 'tags') return { kind: 'tags' };
  if (NAMED_TRAITS.includes(name)) return { kind: 'trait', path: [name] };
  const consent = CONSENT.exec(name);
  if (consent) {
    const [, channel = '', topic = EVERY] = consent;
    const isKnown = KEY.test(channel) && (topic === EVERY || KEY.test(topic));
    return isKnown ? { kind: 'consent', channel, topic } : undefined;
  }
  if (!name.startsWith(TRAITS)) return undefined;
  const path = name.slice(TRAITS.length).split('.');
  return path.every((member) => !FORBIDDEN.has(member) && member.length <= TRAIT_NAME_MAX)
    ? { kind: 'trait', path }
    : undefined;
}

/** The target's name of a column that no mapping names; null where it can be none. */
export function usualTarget(column: string): string | null {
  const head = column.trim();
  const known = WELL_KNOWN[head.toLowerCase().replaceAll(/[^a-z]/g, '')];
  if (known !== undefined) return known;
  if (targetOf(head)) return head;
  const trait = TRAITS + head.replaceAll(/[.\s]+/g, '_').toLowerCase();
  return targetOf(trait) ? trait : null;
}

/**
 * The target of every column: by the mapping, or by its head where there is none. With a mapping, columns that it does not
 * name are left out. Problems have pointers into the mapping.
 */
export function mapColumns(
  columns: readonly string[],
  mapping: Mapping | undefined,
): { readonly mapping: Mapping; readonly errors: readonly ErrorItem[] } {
  const errors: ErrorItem[] = [];
  const complain = (detail: string, ...at: string[]) => {
    errors.push({ pointer: pointer('mapping', ...at), code: 'audience.import-mapping', detail });
  };
  for (const [column, name] of Object.entries(mapping ?? {})) {
    if (!columns.includes(column)) complain(`The file has no column '${column}'.`, column);
    else if (name !== null && !targetOf(name)) complain(EXPECTED, column);
  }
  const targets = new Map(
    columns.map((column) => [column, mapping ? ownMember(mapping, column) : usualTarget(column)]),
  );
  const used = new Set<string>();
  for (const [column, name] of targets) {
    if (name === null) continue;
    if (used.has(name)) complain(`Another column goes to '${name}', too.`, column);
    used.add(name);
  }
  if (targets.size < columns.length) complain('Two columns have the same head.');
  if (!used.has('externalId'))
    complain("No column goes to 'externalId', so that nobody could be told apart.");
  return { mapping: Object.fromEntries(targets), errors };
}

function ownMember(mapping: Mapping, column: string): string | null {
  return Object.hasOwn(mapping, column) ? (mapping[column] ?? null) : null;
}

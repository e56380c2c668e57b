import { type ErrorItem, isJsonObject, type JsonObject, pointer } from '@parcours/kernel';

/** Most traits of one customer, members of inner objects not counted. */
export const TRAITS_MAX = 500;

/** How deep values lie inside each other; databases stop reading at 32. */
export const TRAIT_DEPTH_MAX = 20;

/** Longest name of a trait or of a member inside one, in characters. */
export const TRAIT_NAME_MAX = 150;

/** Longest text in a trait, in characters. */
export const TRAIT_TEXT_MAX = 65_536;

/** All traits of one customer together, in characters of JSON. */
export const TRAITS_SIZE_MAX = 262_144;

/** Half of a surrogate pair: no character, and no text that a database keeps. */
const LONE_SURROGATE = /\p{Surrogate}/u;

/** Names that reach into an object's prototype. */
const FORBIDDEN_NAMES = new Set(['__proto__', 'constructor', 'prototype']);

interface Search {
  readonly errors: ErrorItem[];
  readonly path: readonly (string | number)[];
}

/**
 * What keeps traits from being kept: every defect with its pointer, which begins with `at`. Traits that pass can be
 * stored, indexed and read again on every database.
 */
export function traitDefects(traits: JsonObject, at = '/traits'): ErrorItem[] {
  const errors: ErrorItem[] = [];
  if (Object.keys(traits).length > TRAITS_MAX) {
    const detail = `A customer has at most ${String(TRAITS_MAX)} traits; these are ${String(Object.keys(traits).length)}.`;
    errors.push({ pointer: '', code: 'audience.too-many-traits', detail });
  }
  visitMembers(traits, { errors, path: [] });
  // Only what is not too deep can be written out to be measured.
  if (errors.length === 0) visitSize(traits, errors);
  return errors.map((error) => ({ ...error, pointer: at + error.pointer }));
}

function visitMembers(value: JsonObject, { errors, path }: Search): void {
  for (const [name, inner] of Object.entries(value)) {
    const place = [...path, name];
    const problem = nameProblem(name);
    if (problem !== undefined) {
      // The name itself may be what no answer can carry.
      errors.push({ pointer: pointer(...path), code: 'audience.trait-name', detail: problem });
    } else visit(inner, { errors, path: place });
  }
}

function visit(value: unknown, { errors, path }: Search): void {
  if (typeof value === 'string') visitText(value, { errors, path });
  else if (typeof value !== 'object' || value === null) return;
  else if (path.length >= TRAIT_DEPTH_MAX) {
    const detail = `Values lie in each other at most ${String(TRAIT_DEPTH_MAX)} deep.`;
    errors.push({ pointer: pointer(...path), code: 'audience.trait-too-deep', detail });
  } else if (Array.isArray(value)) {
    value.forEach((inner, index) => {
      visit(inner, { errors, path: [...path, index] });
    });
  } else if (isJsonObject(value)) visitMembers(value, { errors, path });
}

function visitText(text: string, { errors, path }: Search): void {
  const at = pointer(...path);
  if (text.length > TRAIT_TEXT_MAX) {
    const detail = `A text has at most ${String(TRAIT_TEXT_MAX)} characters; this one has ${String(text.length)}.`;
    errors.push({ pointer: at, code: 'audience.trait-too-long', detail });
  } else if (text.includes('\0') || LONE_SURROGATE.test(text)) {
    const detail = 'Holds a NUL character or half of a character (a lone surrogate).';
    errors.push({ pointer: at, code: 'audience.trait-not-text', detail });
  }
}

function nameProblem(name: string): string | undefined {
  if (name === '' || name.length > TRAIT_NAME_MAX) {
    return `The name of a trait has 1 to ${String(TRAIT_NAME_MAX)} characters; one here has ${String(name.length)}.`;
  }
  if (FORBIDDEN_NAMES.has(name)) return `'${name}' cannot be the name of a trait.`;
  if (name.includes('\0') || LONE_SURROGATE.test(name)) {
    return 'The name of a trait holds a NUL character or half of a character (a lone surrogate).';
  }
  return undefined;
}

function visitSize(traits: JsonObject, errors: ErrorItem[]): void {
  const size = JSON.stringify(traits).length;
  if (size <= TRAITS_SIZE_MAX) return;
  const detail = `All traits together have at most ${String(TRAITS_SIZE_MAX)} characters of JSON; these have ${String(size)}.`;
  errors.push({ pointer: '', code: 'audience.traits-too-large', detail });
}

/** The codes that a defect of traits can have. */
export const TRAIT_CODES = {
  'audience.too-many-traits': 'More traits than one customer can have.',
  'audience.trait-name': 'A name that no trait can have.',
  'audience.trait-too-deep': 'Values that lie too deep inside each other.',
  'audience.trait-too-long': 'A text that is too long for a trait.',
  'audience.trait-not-text': 'A text with a NUL character or half of a character.',
  'audience.traits-too-large': 'All traits of a customer together are too large.',
  'audience.trait-value': 'A value that the declaration of the trait does not allow.',
  'audience.contact': 'An address or number that cannot work, or that contradicts another.',
} as const;

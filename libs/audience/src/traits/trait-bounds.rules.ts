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

type Path = readonly (string | number)[];

/** JSON writes a character as six at the most, and a number, a name's quotes and commas in fewer than this. */
const LONGEST_ESCAPE = 6;
const LONGEST_SCALAR = 40;

/** `path` is one list that grows and shrinks: pointers are made where something is wrong alone. */
interface Search {
  readonly errors: ErrorItem[];
  readonly path: (string | number)[];
  /** At least as many characters as the JSON of what was visited. */
  size: number;
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
  const search: Search = { errors, path: [], size: 2 };
  visitMembers(traits, search);
  // Only what is not too deep can be written out to be measured.
  if (errors.length === 0 && search.size > TRAITS_SIZE_MAX) visitSize(traits, errors);
  return errors.map((error) => ({ ...error, pointer: at + error.pointer }));
}

function visitMembers(value: JsonObject, search: Search): void {
  for (const name of Object.keys(value)) {
    search.size += LONGEST_ESCAPE * name.length;
    const problem = nameProblem(name);
    if (problem !== undefined) {
      // The name itself may be what no answer can carry.
      search.errors.push(defect(search.path, 'audience.trait-name', problem));
    } else visitAt(name, value[name], search);
  }
}

function visitAt(place: string | number, value: unknown, search: Search): void {
  search.path.push(place);
  search.size += LONGEST_SCALAR;
  visit(value, search);
  search.path.pop();
}

function visit(value: unknown, search: Search): void {
  if (typeof value === 'string') visitText(value, search);
  else if (typeof value !== 'object' || value === null) return;
  else if (search.path.length >= TRAIT_DEPTH_MAX) {
    const detail = `Values lie in each other at most ${String(TRAIT_DEPTH_MAX)} deep.`;
    search.errors.push(defect(search.path, 'audience.trait-too-deep', detail));
  } else if (Array.isArray(value)) {
    value.forEach((inner, index) => {
      visitAt(index, inner, search);
    });
  } else if (isJsonObject(value)) visitMembers(value, search);
}

function visitText(text: string, search: Search): void {
  search.size += LONGEST_ESCAPE * text.length;
  if (text.length > TRAIT_TEXT_MAX) {
    const detail = `A text has at most ${String(TRAIT_TEXT_MAX)} characters; this one has ${String(text.length)}.`;
    search.errors.push(defect(search.path, 'audience.trait-too-long', detail));
  } else if (text.includes('\0') || LONE_SURROGATE.test(text)) {
    const detail = 'Holds a NUL character or half of a character (a lone surrogate).';
    search.errors.push(defect(search.path, 'audience.trait-not-text', detail));
  }
}

function defect(path: Path, code: keyof typeof TRAIT_CODES, detail: string): ErrorItem {
  return { pointer: pointer(...path), code, detail };
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

import { isJsonObject, type JsonValue, type LocalisedText, pointerToken } from '@parcours/kernel';

type Visit = (text: LocalisedText, pointer: string) => JsonValue;

/** A localised text of a document, and where it stands. */
export interface LocalisedMember {
  readonly pointer: string;
  readonly text: LocalisedText;
}

/** The document with every localised text that its schema knows replaced by what `visit` makes of it. */
export function mapLocalised(schema: unknown, document: JsonValue, visit: Visit): JsonValue {
  return walk(schema, document, { pointer: '', visit });
}

export function localisedMembers(schema: unknown, document: JsonValue): LocalisedMember[] {
  const found = new Map<string, LocalisedText>();
  mapLocalised(schema, document, (text, pointer) => {
    found.set(pointer, text);
    return text;
  });
  return [...found].map(([pointer, text]) => ({ pointer, text }));
}

interface Place {
  readonly pointer: string;
  readonly visit: Visit;
}

function walk(schema: unknown, value: JsonValue, place: Place): JsonValue {
  if (typeof schema !== 'object' || schema === null) return value;
  if (isLocalised(schema)) return isText(value) ? place.visit(value, place.pointer) : value;
  return alternativesOf(schema).reduce<JsonValue>(
    (current, branch) => walk(branch, current, place),
    walkInto(schema, value, place),
  );
}

function walkInto(schema: object, value: JsonValue, { pointer, visit }: Place): JsonValue {
  const inner = (member: string | number): Place => ({
    pointer: `${pointer}/${pointerToken(member)}`,
    visit,
  });
  if (Array.isArray(value)) {
    const items: unknown = Reflect.get(schema, 'items');
    return value.map((item, at) => walk(items, item, inner(at)));
  }
  if (!isJsonObject(value)) return value;
  const members = Object.entries(value).map(([name, member]) => {
    const known = member === undefined ? undefined : walk(schemaOf(schema, name), member, inner(name));
    return [name, known] as const;
  });
  return Object.fromEntries(members);
}

function schemaOf(schema: object, member: string): unknown {
  const properties: unknown = Reflect.get(schema, 'properties');
  const isKnown = typeof properties === 'object' && properties !== null && Object.hasOwn(properties, member);
  return isKnown ? Reflect.get(properties, member) : Reflect.get(schema, 'additionalProperties');
}

function alternativesOf(schema: object): unknown[] {
  return ['allOf', 'anyOf', 'oneOf'].flatMap((keyword): unknown[] => {
    const branches: unknown = Reflect.get(schema, keyword);
    return Array.isArray(branches) ? branches : [];
  });
}

/** One text, or an object of texts by locale: the shape of the kernel's schema of localised texts. */
function isLocalised(schema: object): boolean {
  const branches: unknown = Reflect.get(schema, 'oneOf');
  if (!Array.isArray(branches)) return false;
  const types = branches.map((branch: unknown) => memberOf(branch, 'type'));
  const byLocale: unknown = branches.find((branch: unknown) => memberOf(branch, 'type') === 'object');
  return (
    types.includes('string') &&
    memberOf(memberOf(byLocale, 'additionalProperties'), 'type') === 'string' &&
    memberOf(byLocale, 'propertyNames') !== undefined
  );
}

function memberOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
}

function isText(value: JsonValue): value is string | Record<string, string> {
  if (typeof value === 'string') return true;
  return isJsonObject(value) && Object.values(value).every((text) => typeof text === 'string');
}

import type { JsonObject, JsonValue } from '@parcours/sdk';

/** JSON pointers (RFC 6901), as a JSON Schema pattern; the whole document is not among them. */
export const POINTER = '^(?:/(?:[^~/]|~[01])*)+$';

const FORBIDDEN = ['__proto__', 'constructor', 'prototype'];

function tokensOf(pointer: string): readonly string[] {
  return pointer
    .split('/')
    .slice(1)
    .map((token) => token.replaceAll('~1', '/').replaceAll('~0', '~'));
}

/** What stands there; `undefined` where nothing does. */
export function valueAt(document: unknown, pointer: string): unknown {
  return tokensOf(pointer).reduce<unknown>((found, token) => {
    if (typeof found !== 'object' || found === null || !Object.hasOwn(found, token)) return undefined;
    return Reflect.get(found, token);
  }, document);
}

/** The longest list that can be made. */
const INDEX = /^\d$/;

/** An object with these values at these pointers; what lies between is made, a list where a single digit follows. */
export function documentOf(values: readonly (readonly [pointer: string, value: JsonValue])[]): JsonObject {
  const document: JsonObject = {};
  for (const [pointer, value] of values) {
    const tokens = tokensOf(pointer);
    if (tokens.some((token) => FORBIDDEN.includes(token))) continue;
    let branch: object = document;
    for (const [at, token] of tokens.entries()) {
      const next = tokens[at + 1];
      if (next === undefined) Reflect.set(branch, token, structuredClone(value));
      else branch = branchAt(branch, token, INDEX.test(next));
    }
  }
  return document;
}

function branchAt(parent: object, token: string, isList: boolean): object {
  const there: unknown = Object.hasOwn(parent, token) ? Reflect.get(parent, token) : undefined;
  if (typeof there === 'object' && there !== null) return there;
  const made = isList ? [] : {};
  Reflect.set(parent, token, made);
  return made;
}

/** Any value that survives a round trip through JSON. */
export type JsonValue = string | number | boolean | null | JsonValue[] | JsonObject;

/** A JSON object. Absent members read as `undefined`. */
export interface JsonObject {
  [member: string]: JsonValue | undefined;
}

/** True for a plain JSON object: neither an array, nor null, nor a scalar. */
export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** One reference token of a JSON pointer, escaped as in RFC 6901 section 3. */
export function pointerToken(token: string | number): string {
  return String(token).replaceAll('~', '~0').replaceAll('/', '~1');
}

/** Builds a JSON pointer (RFC 6901) from its tokens: `pointer('steps', 'a/b')` is `/steps/a~1b`. */
export function pointer(...tokens: (string | number)[]): string {
  return tokens.map((token) => `/${pointerToken(token)}`).join('');
}

const FORBIDDEN_MEMBERS = new Set(['__proto__', 'constructor', 'prototype']);

/**
 * Reads a dotted path such as `address.city` or `items.0.sku` from a JSON value.
 * Only own members are read, so `constructor` or `__proto__` never reach an object's prototype.
 * Answers `undefined` where any part of the path is absent.
 */
export function readPath(value: unknown, path: string): unknown {
  let current: unknown = value;
  for (const member of path.split('.')) {
    if (typeof current !== 'object' || current === null || FORBIDDEN_MEMBERS.has(member)) return undefined;
    if (!Object.hasOwn(current, member)) return undefined;
    current = Reflect.get(current, member);
  }
  return current;
}

/**
 * JSON with members in code-point order, so that equal documents have equal texts.
 * `undefined` members are left out as in JSON.stringify.
 */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_member, inner: unknown) => {
    if (!isJsonObject(inner)) return inner;
    return Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)));
  });
}

/** JSON merge patch (RFC 7396): null removes a member, objects merge, anything else replaces. */
export function mergePatch(target: unknown, patch: unknown): JsonValue {
  if (!isJsonObject(patch)) return patch as JsonValue;
  const merged: JsonObject = isJsonObject(target) ? { ...target } : {};
  for (const member of Object.keys(patch)) {
    const change = patch[member];
    if (change === undefined) continue;
    if (change === null) Reflect.deleteProperty(merged, member);
    else {
      const before = Object.hasOwn(merged, member) ? merged[member] : undefined;
      putOwn(merged, member, isJsonObject(change) ? mergePatch(before, change) : change);
    }
  }
  return merged;
}

/** An assignment to this name would reach the prototype. */
function putOwn(object: JsonObject, member: string, value: JsonValue): void {
  if (member !== '__proto__') object[member] = value;
  else {
    Object.defineProperty(object, member, { value, enumerable: true, writable: true, configurable: true });
  }
}

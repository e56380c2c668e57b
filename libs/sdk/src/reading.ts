import type { JsonObject, JsonValue } from '@parcours/kernel';

/** The JSON value in a text; `undefined` where it is none. */
export function jsonIn(text: string): JsonValue | undefined {
  try {
    // What JSON.parse answers is JSON.
    return JSON.parse(text) as JsonValue;
  } catch {
    return undefined;
  }
}

/** True for a plain JSON object: neither a list, nor null, nor a scalar. */
export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The value as a JSON object; an empty one where it is none, so that what is read from it is absent. */
export function jsonObjectOf(value: unknown): JsonObject {
  return isJsonObject(value) ? value : {};
}

/** The JSON object in a text; an empty one where there is none. */
export function jsonObjectIn(text: string): JsonObject {
  return jsonObjectOf(jsonIn(text));
}

/** The value at a dotted path, of own members alone; `undefined` where any part of it is absent. */
function valueAt(value: unknown, path: string): unknown {
  return path.split('.').reduce<unknown>((found, member) => {
    const isThere = typeof found === 'object' && found !== null && Object.hasOwn(found, member);
    return isThere ? Reflect.get(found, member) : undefined;
  }, value);
}

/**
 * The text at a dotted path such as `errors.0.message`; `undefined` where there is none, or another kind of value.
 * @example
 * const detail = textAt(jsonIn(answer.body), 'errors.0.message') ?? 'It gave no reason.';
 */
export function textAt(value: unknown, path: string): string | undefined {
  const found = valueAt(value, path);
  return typeof found === 'string' ? found : undefined;
}

/** The number at a dotted path; `undefined` where there is none, or another kind of value. */
export function numberAt(value: unknown, path: string): number | undefined {
  const found = valueAt(value, path);
  return typeof found === 'number' ? found : undefined;
}

/** The list at a dotted path; empty where there is none. */
export function listAt(value: unknown, path: string): readonly unknown[] {
  const found = valueAt(value, path);
  return Array.isArray(found) ? found : [];
}

/** Those of some texts that are there and not empty. */
export function presentTexts<N extends string>(
  texts: Readonly<Record<N, string | undefined>>,
): Partial<Record<N, string>> {
  const kept: Partial<Record<N, string>> = {};
  for (const name in texts) {
    const text = texts[name];
    if (text !== undefined && text !== '') kept[name] = text;
  }
  return kept;
}

/** The longest text of a member that is handed on. */
const LONGEST_TEXT = 4_000;

/** A record without the essays in it, texts of more than 4,000 characters, that would make it too long to be handed on. */
export function withoutEssays(record: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const short = Object.entries(record).filter(
    ([, value]) => typeof value !== 'string' || value.length <= LONGEST_TEXT,
  );
  return Object.fromEntries(short);
}

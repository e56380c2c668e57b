import { isJsonObject, type JsonObject, type JsonValue } from '@parcours/sdk';

export function objectsIn(value: unknown): readonly JsonObject[] {
  return Array.isArray(value) ? value.filter(isJsonObject) : [];
}

export function textsIn(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.flatMap((each) => textOf(each) ?? []) : [];
}

/** A text that is not empty; ids may come as numbers. */
export function textOf(value: unknown): string | undefined {
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** Milliseconds since the epoch from ISO 8601 or from milliseconds as a text. */
export function timeOf(value: JsonValue | undefined): number | undefined {
  const text = textOf(value);
  if (text === undefined) return undefined;
  const at = /^\d{10,}$/.test(text) ? Number(text) : Date.parse(text);
  return Number.isFinite(at) ? at : undefined;
}

/** Ids are whole numbers of any length: by their size. */
export function compareIds(a: string, b: string): number {
  if (a.length !== b.length) return a.length - b.length;
  return a < b ? -1 : Number(a > b);
}

import type { JsonValue } from '@parcours/sdk';

/** From here on a number is milliseconds: in seconds it would be the year 5138. */
const MILLISECONDS = 100_000_000_000;
const ISO = /^\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)?)?$/;

/** A text that is not empty, from a text, a number or a truth. */
export function textOf(value: unknown): string | undefined {
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
}

/** Milliseconds since the epoch, from ISO 8601 (UTC where it names no zone), or from seconds or milliseconds. */
export function timeOf(value: unknown): number | undefined {
  const text = textOf(value);
  if (text === undefined) return undefined;
  if (/^\d{1,16}(?:\.\d+)?$/.test(text)) {
    const number = Number(text);
    return number < MILLISECONDS ? Math.round(number * 1_000) : Math.round(number);
  }
  if (!ISO.test(text)) return undefined;
  const hasZone = /(?:Z|[+-]\d\d:?\d\d)$/.test(text) || text.length === 10;
  const at = Date.parse(`${text.replace(' ', 'T')}${hasZone ? '' : 'Z'}`);
  return Number.isNaN(at) ? undefined : at;
}

/** A number in E.164, without what people put between the digits. */
export function phoneOf(value: unknown): string | undefined {
  const digits = textOf(value)?.replaceAll(/[\s().-]/g, '');
  return digits !== undefined && /^\+\d{6,15}$/.test(digits) ? digits : undefined;
}

export function emailOf(value: unknown): string | undefined {
  const text = textOf(value);
  return text !== undefined && /^[^@\s]+@[^@\s]+$/.test(text) ? text : undefined;
}

type Scalar = string | number | boolean | null;

function scalarOf(value: unknown): Scalar | undefined {
  if (value === null || typeof value === 'boolean') return value;
  if (typeof value === 'number') return Number.isFinite(value) ? value : undefined;
  return typeof value === 'string' ? value.slice(0, 2_000) : undefined;
}

/** What an event can carry: texts, numbers, truths, null, and short lists of them. */
export function plainOf(value: unknown): JsonValue | undefined {
  if (!Array.isArray(value)) return scalarOf(value);
  const items = value.slice(0, 50).map((each: unknown) => scalarOf(each));
  return items.filter((item) => item !== undefined);
}

import type { JsonValue } from '@parcours/kernel';

const LONGEST_TEXT = 100;

/** A value short enough for a history row. */
export function brief(value: unknown): JsonValue {
  if (typeof value === 'number' || typeof value === 'boolean') return value;
  if (typeof value === 'string') {
    return value.length > LONGEST_TEXT ? `${value.slice(0, LONGEST_TEXT)}…` : value;
  }
  if (Array.isArray(value)) return `(list of ${String(value.length)})`;
  return typeof value === 'object' && value !== null ? '(object)' : null;
}

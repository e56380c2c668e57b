import type { ErrorItem } from '@parcours/kernel';
import { pointer } from '@parcours/kernel';

/** Every text of a JSON value that holds a NUL character. */
export function nulCharacters(value: unknown, path: readonly (string | number)[] = []): ErrorItem[] {
  if (typeof value === 'string') return value.includes('\0') ? [nulAt(path)] : [];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([member, inner]) =>
    member.includes('\0') ? [nulAt(path)] : nulCharacters(inner, [...path, member]),
  );
}

export function nulAt(path: readonly (string | number)[]): ErrorItem {
  return { pointer: pointer(...path), code: 'schema.nul-character', detail: 'Holds a NUL character.' };
}

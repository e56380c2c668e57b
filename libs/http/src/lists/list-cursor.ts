import type { SqlValue } from '@parcours/database';
import { isJsonObject } from '@parcours/kernel';

import { HttpErrors } from '../http.errors.js';

/** The sort values of the last row seen. */
export type CursorPosition = readonly SqlValue[];

/** A place in a list, opaque to callers and tied to the list, filter and sort that it came from. */
export function writeCursor(position: CursorPosition, fingerprint: string): string {
  return Buffer.from(JSON.stringify({ f: fingerprint, v: position })).toString('base64url');
}

/** @throws http.bad-cursor */
export function readCursor(
  text: string | undefined,
  fingerprint: string,
  length: number,
): CursorPosition | undefined {
  if (text === undefined) return undefined;
  const content = parse(text);
  if (!isJsonObject(content) || content['f'] !== fingerprint) throw badCursor();
  const values: unknown = content['v'];
  if (!Array.isArray(values) || values.length !== length || !values.every(isScalar)) throw badCursor();
  return values;
}

function badCursor(): Error {
  const detail = 'It is not of this list, with this filter and this order. Begin again without it.';
  return HttpErrors.badCursor({}, { errors: [{ pointer: '/cursor', code: 'http.bad-cursor', detail }] });
}

function parse(text: string): unknown {
  try {
    return JSON.parse(Buffer.from(text, 'base64url').toString('utf8')) as unknown;
  } catch {
    return undefined;
  }
}

function isScalar(value: unknown): value is string | number | null {
  return value === null || typeof value === 'string' || typeof value === 'number';
}

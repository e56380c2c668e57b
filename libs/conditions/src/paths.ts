import { readPath } from '@parcours/kernel';

/** JSON Schema pattern of a dotted path: `plan`, `address.city`, `items.0.sku`. */
export const PATH_PATTERN = '^[^.]{1,100}(\\.[^.]{1,100}){0,9}$';

const PATH = new RegExp(PATH_PATTERN, 'u');

/** True for a dotted path of one to ten members. */
export function isPath(value: unknown): value is string {
  return typeof value === 'string' && PATH.test(value);
}

/** Reads one dotted path, prepared once. It answers as `readPath` of the kernel does. */
export type PathReader = (value: unknown) => unknown;

const FORBIDDEN = new Set(['__proto__', 'constructor', 'prototype']);

/** Prepares the reading of a dotted path; a path of one member, the usual case, is not split again at each read. */
export function compilePath(path: string): PathReader {
  if (path.includes('.')) return (value) => readPath(value, path);
  if (FORBIDDEN.has(path)) return () => undefined;
  return (value): unknown => {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, path)) return undefined;
    return Reflect.get(value, path);
  };
}

import type { ErrorItem } from '@parcours/kernel';

import { EventErrors } from '../events.errors.js';

export const MAX_ITEMS = 1_000;

/** What one item may be at the most. */
export const ITEM_LIMITS = { depth: 64, size: 131_072 } as const;

/** An item of a request that was not taken, and why. */
export interface RejectedItem {
  readonly index: number;
  readonly errors: readonly ErrorItem[];
}

/**
 * The items of a body that is one item, a list of them, or an object whose one member `member` is that list.
 * @throws events.wrong-count unless there are 1 to 1,000
 */
export function itemsOf(body: unknown, member: string): readonly unknown[] {
  const items = listOf(body, member);
  if (items.length === 0 || items.length > MAX_ITEMS) {
    throw EventErrors.wrongCount({ count: items.length, max: MAX_ITEMS });
  }
  return items;
}

function listOf(body: unknown, member: string): readonly unknown[] {
  if (Array.isArray(body)) return body;
  if (typeof body !== 'object' || body === null) return [body];
  const inner: unknown = Object.hasOwn(body, member) ? Reflect.get(body, member) : undefined;
  return Array.isArray(inner) && Object.keys(body).length === 1 ? inner : [body];
}

/** Errors with the item's place in the request in front of each pointer. */
export function placed(errors: readonly ErrorItem[], index: number, isAlone: boolean): ErrorItem[] {
  return errors.map((error) =>
    isAlone ? error : { ...error, pointer: `/${String(index)}${error.pointer}` },
  );
}

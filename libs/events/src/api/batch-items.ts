import type { JsonSchema } from '@parcours/http';
import type { ErrorItem } from '@parcours/kernel';

import { EventErrors } from '../events.errors.js';

export const MAX_ITEMS = 1_000;

/** The documentation of a body that `itemsOf` reads. */
export function oneOrMany(item: JsonSchema, member: string): JsonSchema {
  const list = { type: 'array', minItems: 1, maxItems: MAX_ITEMS, items: item, description: 'Up to 1,000.' };
  const title = `Batch of ${member}`;
  const batch = { title, type: 'object', additionalProperties: false, required: [member] };
  return {
    oneOf: [item, list, { ...batch, description: 'Up to 1,000.', properties: { [member]: list } }],
  };
}

/** JSON Schema of why an item was not taken. */
export const REJECTION_ERRORS = {
  type: 'array',
  description: 'Why it was not taken.',
  items: {
    title: 'Item error',
    description: 'One defect of an item.',
    type: 'object',
    required: ['pointer', 'code', 'detail'],
    properties: {
      pointer: { type: 'string', description: 'JSON pointer to it in the request.', examples: ['/1/event'] },
      code: { type: 'string', description: 'Stable.', examples: ['schema.missing-member'] },
      detail: {
        type: 'string',
        description: 'What is wrong and how to put it right.',
        examples: ["'event' is missing."],
      },
    },
  },
} as const;
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

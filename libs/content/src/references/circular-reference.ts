import type { Reference } from '../types/content-type.js';

type ReferencesOf = (type: string, key: string) => readonly Reference[];

/** A way from a document back to itself: the reference that begins it, and the things on it. */
export interface Circle {
  readonly first: Reference;
  readonly path: readonly Reference[];
}

/** Looks along references, nearest things first, for a way back to where they start. */
export function findCircle(
  start: { readonly type: string; readonly key: string; readonly references: readonly Reference[] },
  referencesOf: ReferencesOf,
): Circle | undefined {
  const seen = new Set<string>();
  let ways: (readonly Reference[])[] = start.references.map((reference) => [reference]);
  while (ways.length > 0) {
    const longer: (readonly Reference[])[] = [];
    for (const way of ways) {
      const [first, last] = [way[0], way.at(-1)];
      if (!first || !last) continue;
      if (last.type === start.type && last.key === start.key) return { first, path: way };
      const name = `${last.type}/${last.key}`;
      if (seen.has(name)) continue;
      seen.add(name);
      longer.push(...referencesOf(last.type, last.key).map((next) => [...way, next]));
    }
    ways = longer;
  }
  return undefined;
}

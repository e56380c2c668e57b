import { isJsonObject, pointer } from '@parcours/kernel';
import type { GroupKind } from './facts.js';
import { conditionReferences, type ConditionReference } from './references.js';

/**
 * The way from `key` by `first` back to `key`, if there is one: `['a', 'b', 'a']`. `inner` answers the segments that one
 * is made of. Circles that do not lead back are not followed twice.
 */
export function circleThrough(
  key: string,
  first: string,
  inner: (segment: string) => readonly string[],
): readonly string[] | undefined {
  const seen = new Set<string>();
  const open: (readonly string[])[] = [[key, first]];
  for (let way = open.pop(); way; way = open.pop()) {
    const last = way.at(-1) ?? key;
    if (last === key) return way;
    if (seen.has(last)) continue;
    seen.add(last);
    for (const next of inner(last)) open.push([...way, next]);
  }
  return undefined;
}

type Document = Readonly<Record<string, unknown>>;

/**
 * The content that a document names which says who belongs to a segment (`condition`, `within`, `except`) or is of a
 * persona (`membership`), with pointers into the document.
 */
export function membershipReferences(document: Document): ConditionReference[] {
  const nested = (member: string): ConditionReference[] => {
    const keys = document[member];
    if (!Array.isArray(keys)) return [];
    return keys.flatMap((key, index) =>
      typeof key === 'string' ? [{ kind: 'segment' as const, key, pointer: pointer(member, index) }] : [],
    );
  };
  return [
    ...conditionReferences(document['condition'], '/condition'),
    ...conditionReferences(document['membership'], '/membership'),
    ...nested('within'),
    ...nested('except'),
  ];
}

/** A way from a segment or persona back to itself. */
export interface MembershipCircle {
  /** Of the reference that begins it. */
  readonly pointer: string;
  /** Keys, the first and the last the same. */
  readonly way: readonly string[];
}

/** The circles that a document would close, by way of what is published: `documentOf` answers that. */
export function membershipCircles(
  { kind, key, document }: { kind: GroupKind; key: string; document: Document },
  documentOf: (kind: GroupKind, key: string) => unknown,
): MembershipCircle[] {
  const inner = (name: string): readonly string[] => {
    const [innerKind, ...rest] = name.split('/');
    const found = documentOf(innerKind === 'persona' ? 'persona' : 'segment', rest.join('/'));
    return isJsonObject(found) ? groupsIn(found).map(nameOf) : [];
  };
  return groupsIn(document).flatMap((reference) => {
    const circle = circleThrough(nameOf({ kind, key }), nameOf(reference), inner);
    if (!circle) return [];
    return [{ pointer: reference.pointer, way: circle.map((name) => name.slice(name.indexOf('/') + 1)) }];
  });
}

function groupsIn(document: Document): ConditionReference[] {
  return membershipReferences(document).filter(({ kind }) => kind === 'segment' || kind === 'persona');
}

function nameOf({ kind, key }: Pick<ConditionReference, 'kind' | 'key'>): string {
  return `${kind}/${key}`;
}

import { canonicalJson, isJsonObject, type JsonObject, type JsonValue, pointer } from '@parcours/kernel';

/** One difference between two documents, at a JSON pointer (RFC 6901) into the newer one (the older, if removed). */
export interface DocumentChange {
  readonly op: 'add' | 'remove' | 'replace';
  readonly pointer: string;
  readonly from?: JsonValue;
  readonly to?: JsonValue;
  /** A secret changed: both values are what is shown in its place. */
  readonly isHidden?: true;
}

type Path = readonly (string | number)[];

/**
 * What turns one document into the other. Members are compared by name; lists by their longest common run of equal
 * items, so that an item put in at the front is one addition and not a change of everything behind it.
 */
export function diffDocuments(from: JsonObject, to: JsonObject): DocumentChange[] {
  return diffObjects(from, to, []);
}

function diffValues(from: JsonValue | undefined, to: JsonValue | undefined, path: Path): DocumentChange[] {
  if (from === undefined && to === undefined) return [];
  if (from === undefined) return [{ op: 'add', pointer: pointer(...path), ...(to !== undefined && { to }) }];
  if (to === undefined) return [{ op: 'remove', pointer: pointer(...path), from }];
  if (isJsonObject(from) && isJsonObject(to)) return diffObjects(from, to, path);
  if (Array.isArray(from) && Array.isArray(to)) return diffLists(from, to, path);
  return canonicalJson(from) === canonicalJson(to)
    ? []
    : [{ op: 'replace', pointer: pointer(...path), from, to }];
}

function diffObjects(from: JsonObject, to: JsonObject, path: Path): DocumentChange[] {
  const names = new Set([...Object.keys(from), ...Object.keys(to)]);
  return [...names].flatMap((name) => diffValues(from[name], to[name], [...path, name]));
}

interface Pair {
  readonly old: number | undefined;
  readonly new: number | undefined;
}

function diffLists(from: readonly JsonValue[], to: readonly JsonValue[], path: Path): DocumentChange[] {
  const changes: DocumentChange[] = [];
  const gap: { old: number[]; new: number[] } = { old: [], new: [] };
  const closeGap = () => {
    const size = Math.max(gap.old.length, gap.new.length);
    for (let at = 0; at < size; at++) {
      const oldAt = gap.old[at];
      const newAt = gap.new[at];
      const place = newAt ?? oldAt ?? 0;
      changes.push(
        ...diffValues(
          oldAt === undefined ? undefined : from[oldAt],
          newAt === undefined ? undefined : to[newAt],
          [...path, place],
        ),
      );
    }
    gap.old.length = 0;
    gap.new.length = 0;
  };
  for (const pair of align(from, to)) {
    if (pair.old !== undefined && pair.new !== undefined) closeGap();
    else if (pair.old !== undefined) gap.old.push(pair.old);
    else if (pair.new !== undefined) gap.new.push(pair.new);
  }
  closeGap();
  return changes;
}

/** Lists longer than this are compared by position: the table below grows with the product of the lengths. */
const ALIGNED_LENGTH = 500;

/** Pairs equal items by a longest common subsequence; the others stand alone. */
function align(from: readonly JsonValue[], to: readonly JsonValue[]): Pair[] {
  const a = from.map(canonicalJson);
  const b = to.map(canonicalJson);
  if (a.length > ALIGNED_LENGTH || b.length > ALIGNED_LENGTH) return byPosition(a, b);
  const lengths = commonLengths(a, b);
  const pairs: Pair[] = [];
  let i = 0;
  let j = 0;
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && a[i] === b[j]) pairs.push({ old: i++, new: j++ });
    else if (j >= b.length || (i < a.length && (lengths[i + 1]?.[j] ?? 0) >= (lengths[i]?.[j + 1] ?? 0))) {
      pairs.push({ old: i++, new: undefined });
    } else pairs.push({ old: undefined, new: j++ });
  }
  return pairs;
}

/** `lengths[i][j]`: how long the longest common subsequence of the tails from i and j is. */
function commonLengths(a: readonly string[], b: readonly string[]): number[][] {
  const lengths = Array.from({ length: a.length + 1 }, () => new Array<number>(b.length + 1).fill(0));
  for (let i = a.length - 1; i >= 0; i--) {
    const row = lengths[i] ?? [];
    const below = lengths[i + 1] ?? [];
    for (let j = b.length - 1; j >= 0; j--) {
      row[j] = a[i] === b[j] ? (below[j + 1] ?? 0) + 1 : Math.max(below[j] ?? 0, row[j + 1] ?? 0);
    }
  }
  return lengths;
}

function byPosition(a: readonly string[], b: readonly string[]): Pair[] {
  return Array.from({ length: Math.max(a.length, b.length) }, (_, at) => at).flatMap((at): Pair[] => {
    if (a[at] === b[at]) return [{ old: at, new: at }];
    const old = at < a.length ? [{ old: at, new: undefined }] : [];
    return at < b.length ? [...old, { old: undefined, new: at }] : old;
  });
}

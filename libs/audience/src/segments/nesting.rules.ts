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

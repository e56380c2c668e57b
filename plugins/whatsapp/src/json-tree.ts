/** A value of JSON that is read step by step; what is not there is empty. */
export interface Tree {
  readonly [member: string]: unknown;
}

export function treeOf(value: unknown): Tree {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {};
}

export function treesIn(value: unknown): readonly Tree[] {
  return Array.isArray(value) ? value.map(treeOf) : [];
}

/** `undefined` where it is no JSON. */
export function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

export function textIn(tree: Tree, member: string): string | undefined {
  const value = tree[member];
  return typeof value === 'string' && value !== '' ? value : undefined;
}

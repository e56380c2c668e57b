import { type JsonObject, jsonObjectOf } from '@parcours/sdk';

export function treesIn(value: unknown): readonly JsonObject[] {
  return Array.isArray(value) ? value.map(jsonObjectOf) : [];
}

export function textIn(tree: JsonObject, member: string): string | undefined {
  const value = tree[member];
  return typeof value === 'string' && value !== '' ? value : undefined;
}

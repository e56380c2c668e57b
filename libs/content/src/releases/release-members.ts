import type { ErrorItem } from '@parcours/kernel';

import type { ReleaseMember } from './content-release.entity.js';

/** Members that stand in a release a second time. */
export function repeatedMembers(items: readonly ReleaseMember[]): ErrorItem[] {
  const seen = new Set<string>();
  return items.flatMap(({ type, key }, at) => {
    const name = `${type}/${key}`;
    if (!seen.has(name)) {
      seen.add(name);
      return [];
    }
    const detail = `${name} is in the release already.`;
    return [{ pointer: `/items/${String(at)}`, code: 'schema.size', detail }];
  });
}

/** The scopes that somebody needs to publish all of these. */
export function scopesOf(items: readonly ReleaseMember[], scopesOfType: (type: string) => string): string[] {
  return [...new Set(items.map(({ type }) => `${scopesOfType(type)}:publish`))].sort();
}

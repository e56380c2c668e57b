/** JSON Schema pattern of a scope: `journeys:write`, `journeys:*`, or `*` for everything. */
export const SCOPE_PATTERN = '^(\\*|[a-z][a-z-]*:(\\*|[a-z][a-z-]*))$';

/** True when the scopes that a token has cover the one that a call needs. */
export function covers(owned: readonly string[], needed: string): boolean {
  const area = needed.slice(0, needed.indexOf(':') + 1);
  return owned.some((scope) => scope === '*' || scope === needed || (area !== '' && scope === `${area}*`));
}

/** True for a text that is read from data: what it will be nobody knows before. */
export function isRead(value: unknown): boolean {
  return typeof value === 'string' && value.includes('{{');
}

/** Follows a JSON pointer (RFC 6901). */
export function valueAt(value: unknown, place: string): unknown {
  const tokens = place.split('/').slice(1);
  return tokens.reduce<unknown>((part, token) => {
    if (typeof part !== 'object' || part === null) return undefined;
    const member = token.replaceAll('~1', '/').replaceAll('~0', '~');
    return Object.hasOwn(part, member) ? Reflect.get(part, member) : undefined;
  }, value);
}

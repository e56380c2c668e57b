/** JSON Schema pattern of an event filter: a name, all below one with `.*`, or every one with `*`. */
export const EVENT_PATTERN = '^(\\*|[a-z][a-z0-9-]*(\\.[a-z][a-z0-9-]*)*(\\.\\*)?)$';

/** True when a pattern takes an event, or all events that another pattern takes. */
export function takes(pattern: string, event: string): boolean {
  if (pattern === '*' || pattern === event) return true;
  return pattern.endsWith('.*') && event.startsWith(pattern.slice(0, -1));
}

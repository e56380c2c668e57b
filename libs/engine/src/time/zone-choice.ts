import { isZone } from './zones.js';

/** What a definition writes for the customer's own zone. */
export const CUSTOMER_ZONE = 'customer';

const MOST_NAMES = 2_000;
const known = new Map<string, boolean>();

/** `isZone`, remembered: customers bring the same few hundred names, and asking Intl costs microseconds. */
export function isKnownZone(name: string): boolean {
  const answer = known.get(name);
  if (answer !== undefined) return answer;
  if (known.size >= MOST_NAMES) known.clear();
  const valid = isZone(name);
  known.set(name, valid);
  return valid;
}

/** The zone that a step means: the one it names, or the customer's, or else the workspace's, or else UTC. */
export function chooseZone(
  named: string,
  customer: { readonly timezone: string | undefined },
  workspace: string,
): string {
  const wanted = named === CUSTOMER_ZONE ? customer.timezone : named;
  if (wanted !== undefined && isKnownZone(wanted)) return wanted;
  return isKnownZone(workspace) ? workspace : 'UTC';
}

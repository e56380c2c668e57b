import type { MessageCategory } from '../outbox/message.js';
import type { PolicyReach } from './channel-policy.js';
import type { CompiledCap } from './compiled-policy.js';

/** A message that reached a customer, or may still reach them. Times are milliseconds since the epoch. */
export interface Contact {
  readonly id: number;
  readonly channel: string;
  readonly category: MessageCategory;
  readonly brand: string | undefined;
  /** When it was sent; `undefined` while it waits. */
  readonly sentAt: number | undefined;
  /** Of one that waits: not before then. */
  readonly plannedAt: number;
  /** Of one that waits: not after then, but for the time that a delivery takes. */
  readonly expiresAt: number | undefined;
  readonly priority: number;
  /** It waits for its time and can still be put off: no delivery is at it. */
  readonly isMovable: boolean;
  /** The key of the policy of its step. */
  readonly policy: string | undefined;
  /** The segments whose overrides applied to it, by policy. */
  readonly segments: Readonly<Record<string, string>> | undefined;
}

/** When a message is to go out, and until when it may. */
export interface Slot {
  readonly plannedAt: number;
  readonly expiresAt: number | undefined;
}

/** A message may be with its provider for so long after the last look at whether it has expired. */
export const HANDOVER_MS = 15 * 60_000;

/** Whether a policy of this reach is about a message. */
export function isWithinReach(
  { channels, categories, brands }: PolicyReach,
  { channel, category, brand }: Pick<Contact, 'channel' | 'category' | 'brand'>,
): boolean {
  return (
    (channels === undefined || channels.includes(channel)) &&
    (categories === undefined || categories.includes(category)) &&
    (brands === undefined || (brand !== undefined && brands.includes(brand)))
  );
}

/** Whether a cap counts and limits a message. */
export function isCapped(
  cap: CompiledCap,
  message: Pick<Contact, 'channel' | 'category' | 'brand'>,
): boolean {
  return (
    (cap.category === 'any' || cap.category === message.category) &&
    (cap.channel === undefined || cap.channel === message.channel) &&
    isWithinReach(cap.reach, message)
  );
}

/**
 * How many messages may come to lie in one stretch of the cap's length with a message in that slot. One that waits has
 * no time yet: it counts unless it is bound to be sent a whole stretch before the slot or after it. So whatever retries,
 * pauses and backlogs do to those that wait, no stretch of actual times ever holds more than a cap allows.
 */
export function countAgainst(cap: CompiledCap, contacts: readonly Contact[], slot: Slot): number {
  let count = 0;
  for (const contact of contacts) if (isCapped(cap, contact) && mayMeet(contact, slot, cap.perMs)) count++;
  return count;
}

function mayMeet({ sentAt, plannedAt, expiresAt }: Contact, slot: Slot, perMs: number): boolean {
  if (sentAt !== undefined) return sentAt > slot.plannedAt - perMs;
  const isLongBefore = expiresAt !== undefined && slot.plannedAt >= expiresAt + HANDOVER_MS + perMs;
  const isLongAfter = slot.expiresAt !== undefined && plannedAt >= slot.expiresAt + HANDOVER_MS + perMs;
  return !isLongBefore && !isLongAfter;
}

/** From when on a cap has room again, if nothing else is sent; `undefined` while that hangs on messages that wait. */
export function roomAt(cap: CompiledCap, contacts: readonly Contact[], slot: Slot): number | undefined {
  const counted = contacts.filter((each) => isCapped(cap, each) && mayMeet(each, slot, cap.perMs));
  const times = counted.map(({ sentAt }) => sentAt ?? Infinity).sort((one, other) => one - other);
  const last = times[times.length - cap.max];
  return last === undefined || last === Infinity ? undefined : last + cap.perMs;
}

import type { ClaimedMessage } from '../outbox/message.js';
import type { CompiledPolicy, CompiledRules, PolicyBook } from './compiled-policy.js';
import { type Contact, countAgainst, isCapped, isWithinReach } from './contact.js';
import { segmentsIn } from './decision.js';
import { type CompiledHours, firstAllowed, type HoursPlace } from './policy-hours.rules.js';

/** A message at the moment before it goes out. */
export type TimedMessage = Pick<
  ClaimedMessage,
  'channel' | 'category' | 'brand' | 'policy' | 'expiresAt' | 'decision'
>;

/** What the policies say at that moment to its time. Times are milliseconds since the epoch. */
export type DeliveryTiming =
  | { readonly kind: 'now' }
  | { readonly kind: 'later' | 'expired'; readonly at: number }
  | { readonly kind: 'never'; readonly code: CompiledHours['kind']; readonly policy: string };

const NOW: DeliveryTiming = { kind: 'now' };

/** Looks at the hours and the life of a message again: by the policies as they are now, and the segments of its decision. */
export function deliveryTiming(
  { byKey, house }: Pick<PolicyBook, 'byKey' | 'house'>,
  message: TimedMessage,
  { now, ...place }: Omit<HoursPlace, 'category'> & { now: number },
): DeliveryTiming {
  const { expiresAt, category } = message;
  if (expiresAt !== undefined && now >= expiresAt) return { kind: 'expired', at: expiresAt };
  const own = message.policy === null ? undefined : byKey.get(message.policy);
  const others = house.filter((policy) => policy !== own && isWithinReach(policy.reach, message));
  const hours = [...(own ? [own] : []), ...others].flatMap((policy) => rulesOf(policy, message).hours);
  if (hours.length === 0) return NOW;
  const { at, kept } = firstAllowed(hours, now, { ...place, category });
  if (!kept) return NOW;
  if (at === undefined || kept.skips) return { kind: 'never', code: kept.kind, policy: kept.policy };
  return expiresAt !== undefined && at >= expiresAt
    ? { kind: 'expired', at: expiresAt }
    : { kind: 'later', at };
}

/** Whether every cap has room for a message that had failed and is sent after all. */
export function hasRoom(
  { byKey, house }: Pick<PolicyBook, 'byKey' | 'house'>,
  message: TimedMessage,
  { contacts, now }: { contacts: readonly Contact[]; now: number },
): boolean {
  const own = message.policy === null ? undefined : byKey.get(message.policy);
  const slot = { plannedAt: now, expiresAt: message.expiresAt };
  return [...(own ? [own] : []), ...house.filter((policy) => policy !== own)]
    .flatMap((policy) => rulesOf(policy, message).caps)
    .every((cap) => !isCapped(cap, message) || countAgainst(cap, contacts, slot) < cap.max);
}

/** How one that had failed counts once it waits again. */
export function waitingAgain(message: ClaimedMessage, now: number): Contact {
  const { id, channel, category, brand, expiresAt, priority, policy } = message;
  const waiting = { plannedAt: now, sentAt: undefined, isMovable: false, segments: undefined };
  return { id, channel, category, brand, expiresAt, priority, policy: policy ?? undefined, ...waiting };
}

/** As they were for the customer when it was decided. */
function rulesOf({ key, rules, overrides }: CompiledPolicy, { decision }: TimedMessage): CompiledRules {
  if (overrides.length === 0 || !decision) return rules;
  const segment = segmentsIn(decision)?.[key];
  return overrides.find((override) => override.segment === segment)?.rules ?? rules;
}

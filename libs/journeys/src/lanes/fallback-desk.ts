import type { MessageGift } from '@parcours/engine';
import type { FallbackEntry } from '@parcours/events';
import type { JsonObject } from '@parcours/kernel';
import type { NewMessage, PlanDecision } from '@parcours/messaging';

import type { NumberedPlan } from './engine-desk.js';
import type { LaneWork } from './lane-work.js';

/** What the customer's event history calls it that a message was not followed by one on another channel. */
export const NO_FALLBACK_EVENT = 'message.fallback-skipped';

/** The message that goes out in place of one that failed, or to which nobody has reacted. */
export function messageInstead(
  entry: FallbackEntry,
  plan: NumberedPlan,
  { lane, now, customerId }: Pick<LaneWork, 'lane' | 'now'> & { readonly customerId: number },
): NewMessage {
  const { enrollmentId, step, visit, leg, policy, channel, touchpoint, given, isAwaited } = entry;
  return {
    ...plan,
    ...{ lane, customerId, enrollmentId, step, visit, leg },
    asked: { touchpoint, policy, channel },
    reportsOutcome: isAwaited,
    // Written by this very library, from the message before.
    given: given as MessageGift | undefined,
    createdAt: now,
  };
}

/** Why none goes out, for the customer's history. */
export function reasonOf(
  { step, leg, channel, enrollmentId, messageId }: FallbackEntry,
  { code, detail }: Extract<PlanDecision, { send: false }>,
): JsonObject {
  const message = { step, leg, channel, enrollment: String(enrollmentId), message: messageId };
  return { ...message, reason: code, why: detail };
}

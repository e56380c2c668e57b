import type { CustomerView, MessageGift } from '@parcours/engine';
import type { FallbackEntry } from '@parcours/events';
import type { JsonObject } from '@parcours/kernel';
import type { NewMessage, PlanDecision } from '@parcours/messaging';

import type { EngineDesk, NumberedPlan } from './engine-desk.js';
import type { LaneWork } from './lane-work.js';

/** What the customer's event history calls it that a message was not followed by one on another channel. */
export const NO_FALLBACK_EVENT = 'message.fallback-skipped';

/** Who is written to once more, and what decides on it. */
export interface FallbackSetting {
  readonly customerId: number;
  readonly customer: CustomerView;
  readonly inputs: EngineDesk;
  readonly work: Pick<LaneWork, 'lane' | 'now'>;
}

/** The message that takes another's place, or why none does, for the customer's history. */
export function fallBack(
  entry: FallbackEntry,
  { customerId, customer, inputs, work }: FallbackSetting,
): { readonly message: NewMessage } | { readonly refusal: JsonObject } {
  const { template, policy, channel, leg } = entry;
  const decision = inputs.plan({ template, policy, channel, leg }, customer);
  if (!decision.send) return { refusal: reasonOf(entry, decision) };
  const { lane, now } = work;
  return { message: messageInstead(entry, decision.plan, { lane, now, customerId }) };
}

/** The message that goes out in place of one that failed, or to which nobody has reacted. */
function messageInstead(
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
function reasonOf(
  { step, leg, channel, enrollmentId, messageId }: FallbackEntry,
  { code, detail }: Extract<PlanDecision, { send: false }>,
): JsonObject {
  const message = { step, leg, channel, enrollment: String(enrollmentId), message: messageId };
  return { ...message, reason: code, why: detail };
}

import { formatInstant } from '@parcours/kernel';

import type { CompiledPolicy, CompiledSuppression, PolicyBook } from './compiled-policy.js';
import { countAgainst, isWithinReach, roomAt, type Slot } from './contact.js';
import type { Reachable } from './message-plan.rules.js';
import {
  type AppliedPolicy,
  type Candidate,
  PolicyQuestion,
  type PolicyVerdict,
  type RefusedVerdict,
} from './policy-question.js';
import { compete, timingOf } from './policy-timing.rules.js';

/** The step's own policy first, then those of the house. */
export function appliedPolicies(
  { byKey, house }: Pick<PolicyBook, 'byKey' | 'house'>,
  own: string,
  customer: Reachable,
): AppliedPolicy[] {
  const applied: AppliedPolicy[] = [];
  const policy = byKey.get(own);
  if (policy) applied.push(applyTo(policy, customer));
  for (const other of house) if (other !== policy) applied.push(applyTo(other, customer));
  return applied;
}

function applyTo(policy: CompiledPolicy, { traits, factsOf }: Reachable): AppliedPolicy {
  if (policy.overrides.length > 0) {
    const facts = factsOf?.(traits);
    for (const { segment, rules } of policy.overrides) {
      if (facts?.isIn('segment', segment)) return { policy, rules, segment };
    }
  }
  return { policy, rules: policy.rules, segment: undefined };
}

/**
 * What all policies together say to a message: each of them has to let it pass. It goes out at the first time at which
 * the hours of all let it, and lives as long as the shortest-lived lets it.
 */
export function verdictOf(all: readonly AppliedPolicy[], candidate: Candidate): PolicyVerdict {
  const question = new PolicyQuestion(candidate);
  const { option, category } = question;
  // The own policy comes first and is about every message of its steps.
  const applying = all.filter(({ policy }) => isWithinReach(policy.reach, question));
  for (const each of applying) {
    const refusal =
      refuseCategory(each, question) ?? refuseCondition(each, question) ?? refuseSuppressed(each, question);
    if (refusal) return refusal;
  }
  if (option.categories && !option.categories.includes(category)) {
    const refusal = { code: 'category-not-allowed' as const, detail: { category } };
    return question.refuse('category', applying[0]?.policy.key ?? '', refusal);
  }
  const timed = timingOf(applying, question);
  if (!timed.passes) return timed;
  return refuseCapped(applying, question, timed.slot) ?? compete(applying, question, timed);
}

function refuseCategory(
  { policy, rules: { categories } }: AppliedPolicy,
  question: PolicyQuestion,
): RefusedVerdict | undefined {
  if (!categories) return undefined;
  const { category } = question;
  const detail = { category };
  if (!categories.has(category)) {
    return question.refuse('category', policy.key, { code: 'category-not-allowed', detail });
  }
  question.pass('category', policy.key, detail);
  return undefined;
}

function refuseCondition(
  { policy, rules: { condition } }: AppliedPolicy,
  question: PolicyQuestion,
): RefusedVerdict | undefined {
  if (!condition) return undefined;
  if (!condition.holds(question.scope)) {
    const detail = condition.values(question.scope);
    return question.refuse('condition', policy.key, { code: 'condition-not-met', detail });
  }
  if (question.isTraced) question.pass('condition', policy.key);
  return undefined;
}

function refuseSuppressed(
  { policy, rules }: AppliedPolicy,
  question: PolicyQuestion,
): RefusedVerdict | undefined {
  for (const suppression of rules.suppress) {
    if (!suppression.categories.has(question.category)) continue;
    const since = suppressedSince(suppression, question);
    const { event, forMs, for: length } = suppression;
    if (since === undefined) {
      if (question.isTraced) question.pass('suppression', policy.key, { event });
      continue;
    }
    const times = { since: formatInstant(since), until: formatInstant(since + forMs) };
    const detail = { event, ...times, for: length };
    return question.refuse('suppression', policy.key, { code: 'suppressed-by-event', detail });
  }
  return undefined;
}

/** When the event came that keeps messages away; `undefined` where none does any more. */
function suppressedSince(
  { event, forMs, until, condition }: CompiledSuppression,
  { facts, moment, scope }: PolicyQuestion,
): number | undefined {
  const since = facts?.events(event).at(-1)?.occurredAt;
  if (since === undefined || since + forMs <= moment.now) return undefined;
  const ended = until === undefined ? undefined : facts?.events(until).at(-1)?.occurredAt;
  if (ended !== undefined && ended >= since) return undefined;
  return condition && !condition.holds(scope) ? undefined : since;
}

function refuseCapped(
  applying: readonly AppliedPolicy[],
  question: PolicyQuestion,
  slot: Slot,
): RefusedVerdict | undefined {
  const { channel, category, moment } = question;
  for (const { policy, rules } of applying) {
    for (const cap of rules.caps) {
      if (cap.category !== 'any' && cap.category !== category) continue;
      if (cap.channel !== undefined && cap.channel !== channel) continue;
      const count = countAgainst(cap, moment.contacts, slot);
      const isReached = count >= cap.max;
      if (!isReached && !question.isTraced) continue;
      const of = cap.channel === undefined ? {} : { of: cap.channel };
      const numbers = { max: cap.max, per: cap.per, count, category: cap.category, ...of };
      if (!isReached) {
        question.pass('cap', policy.key, numbers);
        continue;
      }
      const free = roomAt(cap, moment.contacts, slot);
      const detail = { ...numbers, until: free === undefined ? null : formatInstant(free) };
      return question.refuse('cap', policy.key, { code: 'cap-reached', detail });
    }
  }
  return undefined;
}

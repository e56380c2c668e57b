import { formatDuration, formatInstant } from '@parcours/kernel';

import { DEFAULT_PRIORITY } from '../outbox/message.js';
import { arbitrate } from './arbitration.rules.js';
import { type CompiledArbitration, msOf } from './compiled-policy.js';
import { type CompiledHours, firstAllowed } from './policy-hours.rules.js';
import type { AppliedPolicy, PassedVerdict, PolicyQuestion, PolicyVerdict } from './policy-question.js';

/** When a message goes out by the hours of all policies, and until when it is worth sending. */
export function timingOf(applying: readonly AppliedPolicy[], question: PolicyQuestion): PolicyVerdict {
  const { moment, customer, category, option } = question;
  const { now, timezone: workspaceZone } = moment;
  const hours = hoursOf(applying);
  const own = applying[0]?.policy.key ?? '';
  const from = now + collectMs(applying, question);
  const { at, kept } = firstAllowed(hours, from, { customer, workspaceZone, category });
  const policy = kept?.policy ?? own;
  if (kept && (kept.skips || at === undefined)) {
    const until = at === undefined ? null : formatInstant(at);
    return question.refuse('hours', policy, { code: kept.kind, detail: { until } });
  }
  const plannedAt = at ?? from;
  const until = kept && formatInstant(plannedAt);
  if (kept) question.hold('hours', policy, kept.kind, { until: until ?? null });
  else if (hours.length > 0 && question.isTraced) question.pass('hours', policy);
  let livesMs = msOf(option.timeToLive, Infinity);
  for (const { rules } of applying) if (rules.timeToLiveMs < livesMs) livesMs = rules.timeToLiveMs;
  const expiresAt = livesMs === Infinity ? undefined : now + livesMs;
  if (expiresAt !== undefined && plannedAt >= expiresAt) {
    const times = { until: formatInstant(plannedAt), expires: formatInstant(expiresAt) };
    const detail = { ...times, lives: formatDuration(livesMs) };
    return question.refuse('time-to-live', policy, { code: 'expires-first', detail });
  }
  const held = kept && { code: kept.kind, detail: { policy, until: until ?? null } };
  return { passes: true, slot: { plannedAt, expiresAt }, held, displaced: NOBODY };
}

const NOBODY: PassedVerdict['displaced'] = [];

/** Holds a message against others that would go out close to it. It can only come later: its life is looked at again. */
export function compete(
  applying: readonly AppliedPolicy[],
  question: PolicyQuestion,
  timed: PassedVerdict,
): PolicyVerdict {
  const judge = judgeOf(applying);
  if (!judge) return timed;
  const { policy, arbitration } = judge;
  const { category, customer, moment, book } = question;
  const { contacts, timezone: workspaceZone } = moment;
  const priority = applying[0]?.rules.priority ?? DEFAULT_PRIORITY;
  const hours = hoursOf(applying);
  const { slot } = timed;
  const { at, lostTo, displaced } = arbitrate({
    newcomer: { priority, category },
    at: slot.plannedAt,
    ...{ arbitration, contacts, book },
    allowedFrom: (from) => firstAllowed(hours, from, { customer, workspaceZone, category }).at,
  });
  const { window } = arbitration;
  if (!lostTo) {
    question.pass('arbitration', policy, { window, priority });
    return { ...timed, displaced };
  }
  const reason = { window, priority, rivalPriority: lostTo.priority, rival: String(lostTo.id) };
  if (at === undefined) return question.refuse('arbitration', policy, { code: 'outranked', detail: reason });
  const until = formatInstant(at);
  if (slot.expiresAt !== undefined && at >= slot.expiresAt) {
    const detail = { ...reason, until, expires: formatInstant(slot.expiresAt) };
    return question.refuse('time-to-live', policy, { code: 'expires-first', detail });
  }
  question.hold('arbitration', policy, 'outranked', { ...reason, until });
  const held = { code: 'outranked' as const, detail: { policy, until, ...reason } };
  return { passes: true, slot: { ...slot, plannedAt: at }, held, displaced };
}

function hoursOf(applying: readonly AppliedPolicy[]): readonly CompiledHours[] {
  const [first] = applying;
  return applying.length === 1 && first ? first.rules.hours : applying.flatMap(({ rules }) => rules.hours);
}

/** The step's own policy, or else the first of the house that lets messages compete. */
function judgeOf(
  applying: readonly AppliedPolicy[],
): { readonly policy: string; readonly arbitration: CompiledArbitration } | undefined {
  for (const { policy, rules } of applying) {
    if (rules.arbitration) return { policy: policy.key, arbitration: rules.arbitration };
  }
  return undefined;
}

/** How long it waits for better ones; transactional messages do not. */
function collectMs(applying: readonly AppliedPolicy[], { category }: PolicyQuestion): number {
  return category === 'transactional' ? 0 : (judgeOf(applying)?.arbitration.collectMs ?? 0);
}

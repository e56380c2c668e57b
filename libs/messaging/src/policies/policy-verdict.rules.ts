import type { CustomerFacts } from '@parcours/conditions';
import { formatDuration, formatInstant, type JsonObject } from '@parcours/kernel';

import type { MessageCategory } from '../outbox/message.js';
import type { PolicyChannel } from './channel-policy.js';
import {
  type CompiledPolicy,
  type CompiledRules,
  type CompiledSuppression,
  msOf,
  type PolicyBook,
} from './compiled-policy.js';
import { type Contact, countAgainst, isWithinReach, roomAt, type Slot } from './contact.js';
import type { Reachable } from './message-plan.rules.js';
import { firstAllowed } from './policy-hours.rules.js';

/** What a decision goes by beside the content and the customer. */
export interface PlanMoment {
  /** Milliseconds since the epoch. */
  readonly now: number;
  /** The workspace's zone, for customers of whom none is known. */
  readonly timezone: string;
  /** Messages that reached the customer lately, and those that wait. */
  readonly contacts: readonly Contact[];
  /** Takes down what was looked at, in order. */
  readonly trace?: PolicyCheck[] | undefined;
}

/** One thing that was looked at. */
export interface PolicyCheck {
  readonly check: 'category' | 'condition' | 'suppression' | 'hours' | 'time-to-live' | 'cap';
  readonly policy: string;
  readonly channel: string;
  readonly outcome: 'passed' | 'held' | 'refused';
  /** Why, where it was not just passed. */
  readonly code: PolicyRefusal | undefined;
  readonly detail: JsonObject;
}

export type PolicyRefusal =
  | 'category-not-allowed'
  | 'condition-not-met'
  | 'suppressed-by-event'
  | 'quiet-hours'
  | 'outside-send-windows'
  | 'expires-first'
  | 'cap-reached';

/** Policies that apply to a message of a step, with what they say to the customer. */
export interface AppliedPolicy {
  readonly policy: CompiledPolicy;
  readonly rules: CompiledRules;
  /** The segment for which it says something else than to others. */
  readonly segment: string | undefined;
}

/** What is decided on: a message of a step, on one of the channels. */
export interface Candidate {
  readonly channel: PolicyChannel;
  readonly category: MessageCategory;
  readonly brand: string | undefined;
}

export type PolicyVerdict =
  | {
      readonly passes: true;
      readonly slot: Slot;
      /** Why it does not go out at once. */
      readonly held: { readonly code: PolicyRefusal; readonly detail: JsonObject } | undefined;
    }
  | { readonly passes: false; readonly code: PolicyRefusal; readonly detail: JsonObject };

/** The step's own policy first, then those of the house. */
export function appliedPolicies(
  { byKey, house }: Pick<PolicyBook, 'byKey' | 'house'>,
  own: string,
  customer: Reachable,
): AppliedPolicy[] {
  const policy = byKey.get(own);
  const others = house.filter(({ key }) => key !== own);
  return [...(policy ? [policy] : []), ...others].map((each) => applied(each, customer));
}

function applied(policy: CompiledPolicy, customer: Reachable): AppliedPolicy {
  if (policy.overrides.length === 0) return { policy, rules: policy.rules, segment: undefined };
  const facts = customer.factsOf?.(customer.traits);
  const override = policy.overrides.find(({ segment }) => facts?.isIn('segment', segment));
  return { policy, rules: override?.rules ?? policy.rules, segment: override?.segment };
}

/**
 * What all policies together say to a message: each of them has to let it pass. It goes out at the first time at which
 * the hours of all let it, and lives as long as the shortest-lived lets it.
 */
export function verdictOf(
  all: readonly AppliedPolicy[],
  { channel: option, category, brand }: Candidate,
  { customer, moment }: { customer: Reachable; moment: PlanMoment },
): PolicyVerdict {
  const { channel } = option;
  const message = { channel, category, brand };
  // The own policy comes first and is about every message of its steps.
  const applying = all.filter(({ policy }) => isWithinReach(policy.reach, message));
  const notes = new Notes(channel, moment.trace);
  let facts: CustomerFacts | undefined;
  const factsNow = () => (facts ??= customer.factsOf?.(customer.traits));
  for (const { policy, rules } of applying) {
    const refusal =
      refuseCategory(rules, message, notes.of(policy.key)) ??
      refuseCondition(rules, { customer, moment, facts: factsNow }, notes.of(policy.key)) ??
      refuseSuppressed(rules, { customer, moment, facts: factsNow, category }, notes.of(policy.key));
    if (refusal) return refusal;
  }
  if (option.categories && !option.categories.includes(category)) {
    return notes.of(applying[0]?.policy.key ?? '').refuse('category', 'category-not-allowed', { category });
  }
  const timed = timingOf(applying, { ...message, option, customer, moment }, notes);
  if (!timed.passes) return timed;
  return refuseCapped(applying, { ...message, ...timed.slot, contacts: moment.contacts }, notes) ?? timed;
}

/** When it goes out, and until when it is worth sending. */
function timingOf(
  applying: readonly AppliedPolicy[],
  {
    option,
    category,
    customer,
    moment,
  }: Pick<Contact, 'category'> & { option: PolicyChannel; customer: Reachable; moment: PlanMoment },
  notes: Notes,
): PolicyVerdict {
  const { now, timezone: workspaceZone } = moment;
  const hours = applying.flatMap(({ rules }) => rules.hours);
  const own = applying[0]?.policy.key ?? '';
  const { at, kept } = firstAllowed(hours, now, {
    customer,
    workspaceZone,
    category,
  });
  const policy = kept?.policy ?? own;
  const until = at === undefined ? null : formatInstant(at);
  if (kept && (kept.skips || at === undefined)) {
    return notes.of(policy).refuse('hours', kept.kind, { until });
  }
  const plannedAt = at ?? now;
  if (hours.length > 0 && !kept) notes.of(policy).pass('hours', {});
  if (kept) notes.of(policy).hold('hours', kept.kind, { until });
  const lives = applying.map(({ rules }) => rules.timeToLiveMs);
  const livesMs = Math.min(...lives, msOf(option.timeToLive, Infinity));
  const expiresAt = livesMs === Infinity ? undefined : now + livesMs;
  if (expiresAt !== undefined && plannedAt >= expiresAt) {
    const detail = { until, expires: formatInstant(expiresAt), lives: formatDuration(livesMs) };
    return notes.of(policy).refuse('time-to-live', 'expires-first', detail);
  }
  const held = kept && { code: kept.kind, detail: { policy, until } };
  return { passes: true, slot: { plannedAt, expiresAt }, held };
}

function refuseCategory(
  { categories }: CompiledRules,
  { category }: Pick<Contact, 'category'>,
  note: PolicyNotes,
): PolicyVerdict | undefined {
  if (!categories) return undefined;
  if (!categories.has(category)) return note.refuse('category', 'category-not-allowed', { category });
  note.pass('category', { category });
  return undefined;
}

interface Asked {
  readonly customer: Reachable;
  readonly moment: PlanMoment;
  readonly facts: () => CustomerFacts | undefined;
}

function refuseCondition(
  { condition }: CompiledRules,
  asked: Asked,
  note: PolicyNotes,
): PolicyVerdict | undefined {
  if (!condition) return undefined;
  const scope = scopeOf(asked);
  if (!condition.holds(scope)) return note.refuse('condition', 'condition-not-met', condition.values(scope));
  note.pass('condition', {});
  return undefined;
}

function scopeOf({ customer: { traits, consent }, moment: { now }, facts }: Asked) {
  return { traits, consent, context: {}, facts: facts(), now };
}

function refuseSuppressed(
  { suppress }: CompiledRules,
  { category, ...asked }: Asked & Pick<Contact, 'category'>,
  note: PolicyNotes,
): PolicyVerdict | undefined {
  for (const each of suppress) {
    if (!each.categories.has(category)) continue;
    const since = suppressedSince(each, asked);
    if (since === undefined) {
      note.pass('suppression', { event: each.event });
      continue;
    }
    const until = formatInstant(since + each.forMs);
    const detail = { event: each.event, since: formatInstant(since), until, for: each.for };
    return note.refuse('suppression', 'suppressed-by-event', detail);
  }
  return undefined;
}

/** When the event came that keeps messages away; `undefined` where none does any more. */
function suppressedSince(
  { event, forMs, until, condition }: CompiledSuppression,
  asked: Asked,
): number | undefined {
  const { now } = asked.moment;
  const last = (name: string) => asked.facts()?.events(name).at(-1)?.occurredAt;
  const since = last(event);
  if (since === undefined || since + forMs <= now) return undefined;
  const ended = until === undefined ? undefined : last(until);
  if (ended !== undefined && ended >= since) return undefined;
  return condition && !condition.holds(scopeOf(asked)) ? undefined : since;
}

function refuseCapped(
  applying: readonly AppliedPolicy[],
  {
    contacts,
    plannedAt,
    expiresAt,
    ...message
  }: Pick<Contact, 'channel' | 'category' | 'brand'> & Slot & { contacts: readonly Contact[] },
  notes: Notes,
): PolicyVerdict | undefined {
  const slot = { plannedAt, expiresAt };
  for (const { policy, rules } of applying) {
    for (const cap of rules.caps) {
      if (cap.category !== 'any' && cap.category !== message.category) continue;
      if (cap.channel !== undefined && cap.channel !== message.channel) continue;
      const count = countAgainst(cap, contacts, slot);
      const isReached = count >= cap.max;
      if (!isReached && !notes.isTaken) continue;
      const detail = {
        max: cap.max,
        per: cap.per,
        count,
        category: cap.category,
        ...(cap.channel !== undefined && { of: cap.channel }),
      };
      if (!isReached) {
        notes.of(policy.key).pass('cap', detail);
        continue;
      }
      const free = roomAt(cap, contacts, slot);
      const until = free === undefined ? null : formatInstant(free);
      return notes.of(policy.key).refuse('cap', 'cap-reached', { ...detail, until });
    }
  }
  return undefined;
}

/** Takes down what is looked at, where somebody wants to know. */
class Notes {
  constructor(
    private readonly channel: string,
    private readonly trace: PolicyCheck[] | undefined,
  ) {}

  get isTaken(): boolean {
    return this.trace !== undefined;
  }

  of(policy: string): PolicyNotes {
    const { channel, trace } = this;
    const note = (each: Omit<PolicyCheck, 'policy' | 'channel'>) => trace?.push({ ...each, policy, channel });
    return {
      pass: (check, detail) => note({ check, outcome: 'passed', code: undefined, detail }),
      hold: (check, code, detail) => note({ check, outcome: 'held', code, detail }),
      refuse: (check, code, detail) => {
        note({ check, outcome: 'refused', code, detail });
        return { passes: false, code, detail: { policy, ...detail } };
      },
    };
  }
}

interface PolicyNotes {
  readonly pass: (check: PolicyCheck['check'], detail: JsonObject) => void;
  readonly hold: (check: PolicyCheck['check'], code: PolicyRefusal, detail: JsonObject) => void;
  readonly refuse: (check: PolicyCheck['check'], code: PolicyRefusal, detail: JsonObject) => PolicyVerdict;
}

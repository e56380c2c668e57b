import type { ConditionEvent, ConditionScope } from '@parcours/conditions';
import type { JsonObject } from '@parcours/kernel';
import { isJsonObject, stableHash } from '@parcours/kernel';
import type { CompiledJourney } from '../definition/compile.js';
import type { Trigger } from './passage.js';
import type { CustomerView } from './state.js';

/** Longest entry key, in characters. A longer value is cut and told apart by a hash. */
export const MAX_ENTRY_KEY_LENGTH = 100;

/** What is known of the customer's passages through this journey (all its versions). */
export interface EntryHistory {
  /** Those under way. */
  readonly active: readonly { readonly entryKey: string }[];
  /** By entry key, when the last one ended, in milliseconds since the epoch. */
  readonly lastEndedAt?: Readonly<Record<string, number>>;
  /** Entry keys of passages whose end is not in `lastEndedAt`, say because it was purged. */
  readonly everEntered?: readonly string[];
}

/** What has to be known to let a customer in. */
export interface EntryRequest {
  readonly customer: CustomerView;
  readonly trigger: Trigger;
  readonly history: EntryHistory;
  /** Milliseconds since the epoch. */
  readonly now: number;
}

/** Why a customer may not enter. */
export type EntryRefusal =
  'not-triggered' | 'condition-failed' | 'exit-rule' | 'reentry-never' | 'already-active' | 'cooldown';

/** Whether a customer may enter. `entryKey` is the value of the re-entry key as a text; empty where there is none. */
export type EntryDecision =
  | { readonly enter: true; readonly entryKey: string }
  | { readonly enter: false; readonly code: EntryRefusal; readonly detail: JsonObject | undefined };

/**
 * Decides whether a trigger lets a customer in. Triggers of one journey that match together are one entry.
 *
 * Re-entry, for each value of the key apart (a journey without a key has one value, as has an unknown one):
 * - `never`: once for ever;
 * - `after-exit`: when no passage is under way and the cool-down since the last one's end is over;
 * - `always`: as `after-exit` with a key; without a key, passages may run side by side, and only the cool-down holds.
 *
 * A customer for whom a condition among the exit rules already holds does not enter.
 */
export function canEnter(journey: CompiledJourney, request: EntryRequest): EntryDecision {
  const { trigger, history, now } = request;
  const scope = entryScope(request);
  if (!isTriggered(journey, trigger, scope)) return refuse('not-triggered');
  const { entryCondition } = journey;
  if (entryCondition && !entryCondition.holds(scope)) {
    return refuse('condition-failed', { values: entryCondition.values(scope) });
  }
  for (const { index, event, condition } of journey.exitRules) {
    if (event === undefined && condition?.holds(scope)) {
      return refuse('exit-rule', { rule: index, values: condition.values(scope) });
    }
  }
  const entryKey = entryKeyOf(journey.reentry.key?.(scope));
  return checkReentry(journey, entryKey, history, now);
}

/** What the conditions of an entry are asked about. */
export function entryScope({ customer, trigger, now }: Omit<EntryRequest, 'history'>): ConditionScope {
  return {
    traits: customer.traits,
    consent: customer.consent,
    reachable: customer.reachable,
    // Few conditions ask for it.
    get preferred() {
      return customer.preferredChannels?.[0];
    },
    facts: customer.factsOf?.(customer.traits),
    event: trigger.type === 'event' ? trigger.event : undefined,
    context: contextOf(trigger),
    now,
  };
}

function checkReentry(
  { reentry }: CompiledJourney,
  entryKey: string,
  { active, lastEndedAt = {}, everEntered = [] }: EntryHistory,
  now: number,
): EntryDecision {
  const isActive = active.some((each) => each.entryKey === entryKey);
  const endedAt = Object.hasOwn(lastEndedAt, entryKey) ? lastEndedAt[entryKey] : undefined;
  const sideBySide = reentry.mode === 'always' && !reentry.key;
  if (isActive && !sideBySide) return refuse('already-active', { entryKey });
  if (reentry.mode === 'never' && (endedAt !== undefined || everEntered.includes(entryKey))) {
    return refuse('reentry-never', { entryKey });
  }
  if (endedAt !== undefined && now < endedAt + reentry.cooldownMs) {
    return refuse('cooldown', { entryKey, until: endedAt + reentry.cooldownMs });
  }
  return { enter: true, entryKey };
}

function isTriggered(journey: CompiledJourney, trigger: Trigger, scope: ConditionScope): boolean {
  if (trigger.type === 'api') return journey.hasApiTrigger;
  if (trigger.type === 'journey') return true;
  const conditions = journey.triggers.get(trigger.event.name);
  return conditions?.some((holds) => !holds || holds(scope)) ?? false;
}

function entryKeyOf(value: unknown): string {
  if (typeof value !== 'string' && typeof value !== 'number' && typeof value !== 'boolean') return '';
  const text = String(value);
  if (text.length <= MAX_ENTRY_KEY_LENGTH) return text;
  const ending = `~${String(text.length)}~${stableHash(text).toString(16)}`;
  return text.slice(0, MAX_ENTRY_KEY_LENGTH - ending.length) + ending;
}

function refuse(code: EntryRefusal, detail?: JsonObject): EntryDecision {
  return { enter: false, code, detail };
}

/** What an enrollment carries from its trigger: the event's name and properties, or the members of the API's context. */
export function contextOf(trigger: Trigger): JsonObject {
  if (trigger.type !== 'event') return trigger.context;
  const { name, properties } = trigger.event;
  return { event: { name, properties } };
}

/** The event that let an enrollment in, out of its context. */
export function entryEventOf(context: JsonObject, occurredAt: number): ConditionEvent | undefined {
  const { event } = context;
  if (!isJsonObject(event)) return undefined;
  const { name, properties } = event;
  if (typeof name !== 'string' || !isJsonObject(properties)) return undefined;
  return { name, properties, occurredAt };
}

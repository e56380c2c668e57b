import type { JsonObject } from '@parcours/kernel';
import type { CompiledJourney } from '../definition/compile.js';
import { chanceOf } from './chance.js';
import { contextOf } from './entry.js';
import { reachedGoals } from './goals.js';
import { succeededTrials } from '../trials/succeeded.js';
import type { Passage, Signal, Trigger } from './passage.js';
import type { EnrollmentState, EventView } from './state.js';
import type { EngineInput } from './walk.js';
import { Walk } from './walk.js';

/**
 * Starts an enrollment and runs it until it rests or ends. Whether the customer may enter is `canEnter`'s question.
 * @throws whatever `decideMessage` throws.
 */
export function start(
  input: EngineInput & {
    readonly trigger: Trigger;
    /** When a trigger that is no event occurred, in milliseconds since the epoch; default now. */
    readonly triggeredAt?: number | undefined;
    /** It waits before the first step for its turn, a `due` signal: whoever runs it sets when. */
    readonly isQueued?: boolean;
  },
): Passage {
  const { trigger, now, journey, triggeredAt = now } = input;
  const event = trigger.type === 'event' ? trigger.event : undefined;
  const since = event?.occurredAt ?? triggeredAt;
  const fresh: EnrollmentState = {
    step: null,
    visit: 0,
    status: 'active',
    enteredAt: now,
    endedAt: null,
    endReason: null,
    dueAt: null,
    waiting: null,
    context: contextOf(trigger),
    progress: { ...(isHeldOut(input) && { isHeldOut: true }), ...goalsCountSince(journey, since, now) },
  };
  const walk = new Walk(input, fresh, event);
  return input.isQueued === true ? walk.queue(journey.start) : walk.enter(journey.start);
}

/**
 * Brings a signal to an enrollment. Answers `undefined` when it does not concern it: a `due` before its time, the
 * outcome of another message, an event that nothing waits for, or an enrollment that has ended.
 *
 * Goals are counted first, and one that exits ends it. Then exit rules: event rules and conditions on an event, conditions on every other signal that concerns it.
 * Any event may fire a condition; an event that only fails them changes nothing.
 * @throws engine.step-missing when the journey has no such step; whatever `decideMessage` throws.
 */
export function resume(
  state: EnrollmentState,
  input: EngineInput & { readonly signal: Signal },
): Passage | undefined {
  if (state.status === 'ended') return undefined;
  const { signal, journey } = input;
  const isAwaited = concernsWait(state, signal, input.now);
  if (!isAwaited && !canFireExit(journey, signal) && !canReachGoal(journey, signal)) return undefined;
  const event = signal.type === 'event' ? signal.event : undefined;
  const walk = new Walk(input, state, event);
  const goals = reachedGoals(journey, { signal, state, walk });
  const trials = succeededTrials(input, { signal, state, hasGoal: goals.length > 0 });
  for (const goal of goals) walk.reach(goal, event?.occurredAt ?? input.now);
  for (const trial of trials) walk.succeed(trial);
  const last = goals.find(({ exits }) => exits);
  if (last) return walk.leave('goal', { goal: last.key });
  const exit = firedExitRule(journey, signal, walk);
  if (exit) return walk.leave('exit-rule', exit);
  const moved = isAwaited ? bring(signal, { state, journey, walk }) : undefined;
  return moved ?? (goals.length + trials.length > 0 ? walk.stay() : undefined);
}

/**
 * Counts goals that an event reaches, and successes that it tells, for an enrollment that has ended, within their
 * windows. Answers `undefined` where there are none. Nothing else changes.
 */
export function convert(
  state: EnrollmentState,
  input: EngineInput & { readonly event: EventView },
): Passage | undefined {
  const signal: Signal = { type: 'event', event: input.event };
  const walk = new Walk(input, state, input.event);
  const goals = reachedGoals(input.journey, { signal, state, walk });
  const trials = succeededTrials(input, { signal, state, hasGoal: goals.length > 0 });
  for (const goal of goals) walk.reach(goal, input.event.occurredAt);
  for (const trial of trials) walk.succeed(trial);
  return goals.length + trials.length > 0 ? walk.stay() : undefined;
}

/** Ends an enrollment from outside, such as by a step of another journey. Answers `undefined` for one that has ended. */
export function expel(state: EnrollmentState, input: EngineInput, detail: JsonObject): Passage | undefined {
  return state.status === 'ended' ? undefined : new Walk(input, state, undefined).leave('left', detail);
}

/** Whoever has waited for their turn begins; a step hears of everything else. */
function bring(
  signal: Signal,
  { state, journey, walk }: { state: EnrollmentState; journey: CompiledJourney; walk: Walk },
): Passage | undefined {
  return state.waiting?.for === 'intake' ? walk.enter(journey.start) : walk.signal(signal);
}

/** Whether a customer is in the share that enters but receives nothing; the same answer every time. */
export function isHeldOut({
  journey,
  journeyKey,
  customer,
}: Pick<EngineInput, 'journey' | 'journeyKey' | 'customer'>): boolean {
  return journey.holdout > 0 && chanceOf(journeyKey, 'holdout', customer.id, '') < journey.holdout;
}

function goalsCountSince({ goals }: CompiledJourney, since: number, now: number): { since?: number } {
  return goals.length > 0 && since < now ? { since } : {};
}

function canReachGoal({ goalEvents }: CompiledJourney, signal: Signal): boolean {
  return signal.type === 'event' && goalEvents.has(signal.event.name);
}

function concernsWait(state: EnrollmentState, signal: Signal, now: number): boolean {
  switch (signal.type) {
    case 'due':
      return state.dueAt !== null && now >= state.dueAt;
    case 'event':
      return state.waiting?.events?.includes(signal.event.name) ?? false;
    case 'message':
      return state.waiting?.for === 'message' && state.step === signal.step && state.visit === signal.visit;
    case 'call':
      return state.waiting?.for === 'call' && state.step === signal.step && state.visit === signal.visit;
  }
}

function canFireExit(journey: CompiledJourney, signal: Signal): boolean {
  if (signal.type !== 'event') return false;
  return journey.hasExitConditions || journey.exitEvents.has(signal.event.name);
}

function firedExitRule(journey: CompiledJourney, signal: Signal, walk: Walk): JsonObject | undefined {
  if (journey.exitRules.length === 0) return undefined;
  const name = signal.type === 'event' ? signal.event.name : undefined;
  for (const { index, event, condition } of journey.exitRules) {
    if (event !== undefined && event !== name) continue;
    if (condition && !condition.holds(walk.scope())) continue;
    return {
      rule: index,
      ...(event === undefined ? {} : { event }),
      ...(condition ? { values: condition.values(walk.scope()) } : {}),
    };
  }
  return undefined;
}

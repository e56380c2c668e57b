import type { JsonObject } from '@parcours/kernel';
import type { CompiledJourney } from '../definition/compile.js';
import { contextOf } from './entry.js';
import type { Passage, Signal, Trigger } from './passage.js';
import type { EnrollmentState } from './state.js';
import type { EngineInput } from './walk.js';
import { Walk } from './walk.js';

/**
 * Starts an enrollment and runs it until it rests or ends. Whether the customer may enter is `canEnter`'s question.
 * @throws whatever `decideMessage` throws.
 */
export function start(input: EngineInput & { readonly trigger: Trigger }): Passage {
  const { trigger, now, journey } = input;
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
  };
  const event = trigger.type === 'event' ? trigger.event : undefined;
  return new Walk(input, fresh, event).enter(journey.start);
}

/**
 * Brings a signal to an enrollment. Answers `undefined` when it does not concern it: a `due` before its time, the
 * outcome of another message, an event that nothing waits for, or an enrollment that has ended.
 *
 * Exit rules come first: event rules and conditions on an event, conditions on every other signal that concerns it.
 * Any event may fire a condition; an event that only fails them changes nothing.
 * @throws engine.step-missing when the journey has no such step; whatever `decideMessage` throws.
 */
export function resume(
  state: EnrollmentState,
  input: EngineInput & { readonly signal: Signal },
): Passage | undefined {
  if (state.status === 'ended') return undefined;
  const { signal, journey } = input;
  if (!concernsWait(state, signal, input.now) && !canFireExit(journey, signal)) return undefined;
  const walk = new Walk(input, state, signal.type === 'event' ? signal.event : undefined);
  const exit = firedExitRule(journey, signal, walk);
  if (exit) return walk.leave(exit);
  return concernsWait(state, signal, input.now) ? walk.signal(signal) : undefined;
}

function concernsWait(state: EnrollmentState, signal: Signal, now: number): boolean {
  switch (signal.type) {
    case 'due':
      return state.dueAt !== null && now >= state.dueAt;
    case 'event':
      return state.waiting?.events?.includes(signal.event.name) ?? false;
    case 'message':
      return state.waiting?.for === 'message' && state.step === signal.step && state.visit === signal.visit;
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

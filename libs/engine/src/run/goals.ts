import type { CompiledGoal } from '../definition/goals.js';
import type { CompiledJourney } from '../definition/compile.js';
import type { Signal } from './passage.js';
import type { EnrollmentState } from './state.js';
import type { Walk } from './walk.js';

/** Goals that a signal reaches: those whose event it is, in time, each once per enrollment. */
export function reachedGoals(
  { goals, goalEvents }: CompiledJourney,
  { signal, state, walk }: { signal: Signal; state: EnrollmentState; walk: Walk },
): CompiledGoal[] {
  if (signal.type !== 'event' || !goalEvents.has(signal.event.name)) return [];
  const { name, occurredAt } = signal.event;
  const sinceEntry = occurredAt - state.enteredAt;
  return goals.filter(
    ({ key, event, where, withinMs }) =>
      event === name &&
      sinceEntry >= 0 &&
      sinceEntry <= withinMs &&
      !state.progress.goals?.includes(key) &&
      (!where || where.holds(walk.scope())),
  );
}

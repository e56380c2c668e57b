import type { CompiledGoal } from '../definition/goals.js';
import type { CompiledJourney } from '../definition/compile.js';
import type { Signal } from './passage.js';
import type { EnrollmentState } from './state.js';
import type { Walk } from './walk.js';

/**
 * Goals that a signal reaches: those whose event it is, in time, each once per enrollment. An event counts from when the
 * trigger occurred: what follows it closely may occur before the customer has entered. Windows run from the entry.
 */
export function reachedGoals(
  { goals, goalEvents }: CompiledJourney,
  { signal, state, walk }: { signal: Signal; state: EnrollmentState; walk: Walk },
): CompiledGoal[] {
  if (signal.type !== 'event' || !goalEvents.has(signal.event.name)) return [];
  const { name, occurredAt } = signal.event;
  const { enteredAt, progress } = state;
  if (occurredAt < (progress.since ?? enteredAt)) return [];
  return goals.filter(
    ({ key, event, where, withinMs }) =>
      event === name &&
      occurredAt - enteredAt <= withinMs &&
      !progress.goals?.includes(key) &&
      (!where || where.holds(walk.scope())),
  );
}

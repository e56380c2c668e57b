import type { Signal } from '../run/passage.js';
import type { EnrollmentState, TrialState } from '../run/state.js';
import type { EngineInput } from '../run/walk.js';

/** What steps have tried and a signal tells to have succeeded: each once. */
export function succeededTrials(
  { journey, journeyKey }: Pick<EngineInput, 'journey' | 'journeyKey'>,
  { signal, state, hasGoal }: { signal: Signal; state: EnrollmentState; hasGoal: boolean },
): TrialState[] {
  const { trials = [] } = state.progress;
  if (trials.length === 0 || signal.type !== 'event') return [];
  const { event } = signal;
  return trials.filter((trial) => {
    const told = journey.trials.get(trial.step);
    if (!told || trial.hasSucceeded) return false;
    return told.isByGoal ? hasGoal : told.succeeds(event, trial, journeyKey);
  });
}

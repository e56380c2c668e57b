import type { JourneyDefinition } from '../definition/definition.js';
import type { WaitAdaption } from '../steps/step-type.js';
import type { StepTypes } from '../steps/step-types.js';
import { STEP_TYPES } from '../steps/step-types.js';

/** What becomes of enrollments that rest in a step when they change to another version. */
export type StepMigration =
  /** Waits differ: each is adapted, and stays with the old version where nothing is left to wait for. */
  | { readonly moves: true; readonly adapt: WaitAdaption | undefined }
  | { readonly moves: false; readonly why: 'step-gone' | 'type-changed' };

/**
 * For each step of one version: whether those who rest in it go over to another version, which has to have a step of the
 * same key and type, and how their waits change.
 */
export function planMigration(
  from: JourneyDefinition,
  to: JourneyDefinition,
  stepTypes: StepTypes = STEP_TYPES,
): ReadonlyMap<string, StepMigration> {
  return new Map(
    Object.entries(from.steps).map(([key, step]): [string, StepMigration] => {
      const other = Object.hasOwn(to.steps, key) ? to.steps[key] : undefined;
      if (!other) return [key, { moves: false, why: 'step-gone' }];
      if (other.type !== step.type) return [key, { moves: false, why: 'type-changed' }];
      return [key, { moves: true, adapt: ofTheStep(stepTypes.get(step.type)?.adaptWaits(step, other)) }];
    }),
  );
}

/** Who waits for their turn has not come to the step yet. */
function ofTheStep(adapt: WaitAdaption | undefined): WaitAdaption | undefined {
  return adapt && ((wait) => (wait.waiting?.for === 'intake' ? wait : adapt(wait)));
}

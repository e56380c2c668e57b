import type { JsonObject } from '@parcours/kernel';
import type { Passage } from './passage.js';
import type { EnrollmentState } from './state.js';
import type { EarlyEnd, EngineInput } from './walk.js';
import { Walk } from './walk.js';

/** Ends an enrollment where it stands. Answers `undefined` for one that has ended. */
export function endEarly(
  state: EnrollmentState,
  input: EngineInput,
  { reason, detail }: { reason: EarlyEnd; detail: JsonObject },
): Passage | undefined {
  return state.status === 'ended' ? undefined : new Walk(input, state, undefined).leave(reason, detail);
}

/**
 * Takes an enrollment from where it stands to another step, and on from there. Answers `undefined` for one that has ended
 * and for a step that its version does not have.
 * @throws whatever `decideMessage` throws.
 */
export function moveTo(
  state: EnrollmentState,
  input: EngineInput,
  { step, detail }: { step: string; detail: JsonObject },
): Passage | undefined {
  if (state.status === 'ended' || !input.journey.steps.has(step)) return undefined;
  return new Walk(input, state, undefined).jump(step, { code: 'moved-by-operator', detail });
}

/**
 * Ends a wait before its time: the enrollment goes where time would have led it. Answers `undefined` where time leads
 * nowhere, such as from a message whose outcome is awaited.
 * @throws whatever `decideMessage` throws.
 */
export function skipWait(
  state: EnrollmentState,
  input: EngineInput,
  detail: JsonObject,
): Passage | undefined {
  if (state.status === 'ended') return undefined;
  const next = new Walk(input, state, undefined).wayAfterWait();
  if (next === undefined) return undefined;
  return new Walk(input, state, undefined).jump(next, { code: 'skipped-by-operator', detail });
}

import { isJsonObject, type JsonObject } from '@parcours/kernel';

import type { EventView } from '../run/state.js';
import { isAnswerTo } from './answer-signal.js';
import type { StepVisit } from './step-type.js';

/** What came of something that a person was asked to do. */
export interface Completion {
  /** Such as `reached`; undefined where nobody has said. */
  readonly outcome: string | undefined;
  /** Everything that the event tells: note, by, tookMs, recordId and what else was sent along. */
  readonly told: JsonObject;
}

/**
 * What an event tells of this very visit; `undefined` where it names the call of another one, or says by `null` that it is
 * of none: what comes of the call is then told apart. An event without that property is about whatever waits for it.
 */
export function completionOf(visit: StepVisit, event: EventView): Completion | undefined {
  const { call, visit: number, outcome } = event.properties;
  if (call === null) return undefined;
  if (call !== undefined && !(isAnswerTo(visit, event) && number === visit.visit)) return undefined;
  return { outcome: typeof outcome === 'string' ? outcome : undefined, told: told(event.properties) };
}

/** Without what says where it belongs: the enrollment knows. */
function told(properties: JsonObject): JsonObject {
  const { journey: _journey, step: _step, visit: _visit, enrollment: _enrollment, ...rest } = properties;
  return isJsonObject(rest) ? rest : {};
}

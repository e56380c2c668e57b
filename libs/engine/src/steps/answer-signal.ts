import { isJsonObject, type JsonObject } from '@parcours/kernel';
import type { EventView } from '../run/state.js';
import type { StepVisit } from './step-type.js';

/** True where an event names no other journey, step or enrollment than the one at hand: what it leaves out is any. */
export function isAnswerTo(visit: StepVisit, { properties }: EventView): boolean {
  const { journey, step, enrollment } = properties;
  return (
    (journey === undefined || journey === visit.journeyKey) &&
    (step === undefined || step === visit.step) &&
    (enrollment === undefined || visit.enrollment === undefined || enrollment === visit.enrollment)
  );
}

/** What the enrollment carries, with one value more: `context.<group>.<step>`. */
export function carrying({ context, step }: StepVisit, group: string, value: JsonObject[string]): JsonObject {
  const others = context[group];
  return { ...context, [group]: { ...(isJsonObject(others) ? others : {}), [step]: value } };
}

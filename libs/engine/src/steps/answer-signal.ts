import { isJsonObject, type JsonValue } from '@parcours/kernel';
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

/** Lets the enrollment carry what came of its step, as `context.<group>.<step>`. */
export function carry(visit: StepVisit, group: string, value: JsonValue): void {
  const others = visit.context[group];
  visit.setContext(group, { ...(isJsonObject(others) ? others : {}), [visit.step]: value });
}

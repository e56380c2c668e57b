import { conditionEvents, type HeardEvent } from '@parcours/conditions';
import { isJsonObject, pointer } from '@parcours/kernel';
import type { StepTypes } from '../steps/step-types.js';
import { STEP_TYPES } from '../steps/step-types.js';
import { conditionsOf } from './asks.js';
import type { JourneyDefinition } from './definition.js';

/**
 * Every event that a definition without errors names to hear or to ask about, with JSON pointers of the names. Changes
 * of segments, reactions to messages and answers are not among them: Parcours raises those itself.
 */
export function heardEvents(
  definition: JourneyDefinition,
  stepTypes: StepTypes = STEP_TYPES,
): readonly HeardEvent[] {
  const { entry, exit = [], goals = [], steps } = definition;
  return [
    ...named(entry.triggers, pointer('entry', 'triggers')),
    ...named(exit, pointer('exit')),
    ...named(goals, pointer('goals')),
    ...Object.entries(steps).flatMap(([key, step]) =>
      (stepTypes.get(step.type)?.hears(step) ?? []).map(({ event, pointer: at }) => ({
        event,
        pointer: pointer('steps', key) + at,
      })),
    ),
    ...conditionsOf(definition, stepTypes).flatMap(({ condition, at }) => conditionEvents(condition, at)),
  ];
}

/** The names of the events that the steps of a definition raise; whatever is no definition raises none. */
export function emittedEvents(definition: unknown): readonly string[] {
  const steps = isJsonObject(definition) ? definition['steps'] : undefined;
  return Object.values(isJsonObject(steps) ? steps : {}).flatMap((step) =>
    isJsonObject(step) && step['type'] === 'emit' && typeof step['event'] === 'string' ? [step['event']] : [],
  );
}

function named(list: readonly object[], at: string): HeardEvent[] {
  return list.flatMap((each, index) =>
    'event' in each && typeof each.event === 'string'
      ? [{ event: each.event, pointer: at + pointer(index, 'event') }]
      : [],
  );
}

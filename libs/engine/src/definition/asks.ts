import {
  compileCondition,
  type Condition,
  type ConditionReads,
  type HistoryRead,
} from '@parcours/conditions';
import { pointer } from '@parcours/kernel';
import type { StepTypes } from '../steps/step-types.js';
import type { PlacedCondition } from '../steps/step-type.js';
import { groupReference, type GroupChange } from '../triggers/group-change.js';
import type { JourneyDefinition } from './definition.js';
import { type JourneyReference, namedIn } from './references.js';

/** What lies behind a customer, as far as a journey asks for it: whoever runs it gathers that beforehand. */
export interface JourneyAsks extends Pick<
  ConditionReads,
  'messages' | 'segments' | 'personas' | 'journeys' | 'tags'
> {
  /** How much of the past of each event is looked at. */
  readonly history: ReadonlyMap<string, HistoryRead>;
}

/** Every condition of a definition without errors, with its JSON pointer. */
export function conditionsOf(
  { entry, exit = [], goals = [], steps }: JourneyDefinition,
  stepTypes: StepTypes,
): PlacedCondition[] {
  return [
    ...placed(entry.triggers, '/entry/triggers'),
    ...(entry.condition ? [{ condition: entry.condition, at: '/entry/condition' }] : []),
    ...placed(exit, '/exit'),
    ...placed(goals, '/goals'),
    ...Object.entries(steps).flatMap(([key, step]) =>
      (stepTypes.get(step.type)?.conditions(step) ?? []).map(({ condition, at }) => ({
        condition,
        at: pointer('steps', key) + at,
      })),
    ),
  ];
}

interface Conditional {
  readonly where?: Condition;
  readonly condition?: Condition;
}

function placed(list: readonly (Conditional | object)[], at: string): PlacedCondition[] {
  return list.flatMap((each: Conditional, index) =>
    (['where', 'condition'] as const).flatMap((member) => {
      const condition = each[member];
      return condition ? [{ condition, at: at + pointer(index, member) }] : [];
    }),
  );
}

/** What a journey asks for; `undefined` where customers as they are, the event at hand and the enrollment are enough. */
export function asksOf(definition: JourneyDefinition, stepTypes: StepTypes): JourneyAsks | undefined {
  const history = new Map<string, HistoryRead>();
  const named = {
    messages: new Set<string>(),
    segments: new Set<string>(),
    personas: new Set<string>(),
    journeys: new Set<string>(),
    tags: new Set<string>(),
  };
  const names = Object.keys(named) as (keyof typeof named)[];
  for (const { condition } of conditionsOf(definition, stepTypes)) {
    const compiled = compileCondition(condition);
    for (const name of names) compiled.reads[name].forEach((key) => named[name].add(key));
    for (const [event, read] of compiled.history) history.set(event, widest(read, history.get(event)));
  }
  if (history.size === 0 && names.every((name) => named[name].size === 0)) return undefined;
  const { messages, segments, personas, journeys, tags } = named;
  return {
    history,
    messages: [...messages],
    segments: [...segments],
    personas: [...personas],
    journeys: [...journeys],
    tags: [...tags],
  };
}

/** As much of an event's past as either looks at. */
export function widest(one: HistoryRead, other: HistoryRead | undefined): HistoryRead {
  if (!other) return one;
  return {
    withinMs: Math.max(one.withinMs, other.withinMs),
    needsProperties: one.needsProperties || other.needsProperties,
  };
}

/** The content that triggers, rules and goals name; steps tell their own. */
export function outerReferences({ entry, exit = [], goals = [] }: JourneyDefinition): JourneyReference[] {
  const groups = entry.triggers.flatMap((trigger, index) => {
    const change = groupTrigger(trigger);
    if (!change) return [];
    const { kind, key, at } = groupReference(change, pointer('entry', 'triggers', index));
    return [{ kind, key, pointer: at }];
  });
  const conditions = conditionsOf({ entry, exit, goals, start: '', steps: {} }, new Map());
  return [...groups, ...conditions.flatMap(({ condition, at }) => namedIn(condition, at))];
}

/** The change that a trigger waits for, if it is one of a segment or persona. */
export function groupTrigger(
  trigger: JourneyDefinition['entry']['triggers'][number],
): GroupChange | undefined {
  return trigger.type === 'segment' || trigger.type === 'persona' ? trigger : undefined;
}

import { compileCondition } from '@parcours/conditions';
import type { CompiledCondition, Condition, Predicate } from '@parcours/conditions';
import { isError, parseDuration } from '@parcours/kernel';
import { EngineErrors } from '../engine.errors.js';
import type { CompiledStep } from '../steps/step-type.js';
import type { StepTypes } from '../steps/step-types.js';
import { STEP_TYPES } from '../steps/step-types.js';
import { type CompiledTrial, TRIAL_WINDOW_MS } from '../trials/trial.js';
import { compileCalendar } from '../triggers/calendar.js';
import type { CompiledCalendar, DateTrigger, ScheduleTrigger } from '../triggers/calendar.js';
import { groupEvent } from '../triggers/group-change.js';
import { asksOf, type JourneyAsks, outerReferences } from './asks.js';
import type {
  ExitRuleDefinition,
  JourneyDefinition,
  ReentryDefinition,
  TriggerDefinition,
} from './definition.js';
import type { CompiledGoal } from './goals.js';
import { compileGoal } from './goals.js';
import type { ScopeReader } from './paths.js';
import { compileScopePath } from './paths.js';
import type { JourneyReference } from './references.js';
import { referencesOf } from './references.js';
import { isRunnable, validateDefinition } from './validate.js';

/** A step with its place in the journey. */
export interface PlacedStep {
  readonly key: string;
  readonly type: string;
  readonly run: CompiledStep;
}

/** An exit rule with its place in the list. */
export interface CompiledExitRule {
  readonly index: number;
  /** The event that fires it; undefined for a rule that is a condition alone. */
  readonly event: string | undefined;
  readonly condition: CompiledCondition | undefined;
}

/** How re-entry is ruled. */
export interface CompiledReentry {
  readonly mode: 'never' | 'after-exit' | 'always';
  readonly cooldownMs: number;
  /** Reads the value that keeps enrollments apart; undefined where there is one for all. */
  readonly key: ScopeReader | undefined;
}

/** A journey, ready to run. It holds no state of any enrollment and may be shared by all of them. */
export interface CompiledJourney {
  /** Events that can let a customer in. */
  readonly triggerEvents: ReadonlySet<string>;
  /** True where the API may let a customer in. */
  readonly hasApiTrigger: boolean;
  /** Events that can fire an exit rule. */
  readonly exitEvents: ReadonlySet<string>;
  /** True where an exit rule is a condition: then every event concerns every active enrollment. */
  readonly hasExitConditions: boolean;
  /** Events that a step can wait for. */
  readonly awaitedEvents: ReadonlySet<string>;
  /** Events that can reach a goal, or tell that something that was tried has succeeded. */
  readonly goalEvents: ReadonlySet<string>;
  /** How long after entering the last goal can be reached or the last success told, in milliseconds; 0 without either. */
  readonly goalWindowMs: number;
  /** Triggers that time sets off. */
  readonly calendars: readonly CompiledCalendar[];
  /** What lies behind customers, as far as it asks for it: absent where it asks for nothing of it. */
  readonly asks: JourneyAsks | undefined;
  /** The content that it names. */
  readonly references: readonly JourneyReference[];
  /** What follows is the engine's own. */
  readonly triggers: ReadonlyMap<string, readonly (Predicate | undefined)[]>;
  readonly entryCondition: CompiledCondition | undefined;
  readonly reentry: CompiledReentry;
  readonly exitRules: readonly CompiledExitRule[];
  readonly goals: readonly CompiledGoal[];
  /** Share of customers that enter but receive nothing, from 0 to 1. */
  readonly holdout: number;
  /** How many it lets in a window of time; absent where all. */
  readonly intake: { readonly max: number; readonly perMs: number } | undefined;
  readonly start: string;
  readonly steps: ReadonlyMap<string, PlacedStep>;
  /** How steps learn from what they try, by step; empty where none does. */
  readonly trials: ReadonlyMap<string, CompiledTrial>;
}

/**
 * Compiles a definition: conditions to closures, durations to milliseconds. Do it once per published version.
 * @throws engine.definition-invalid when {@link validateDefinition} finds an error; its `errors` name each one.
 */
export function compileJourney(definition: unknown, stepTypes: StepTypes = STEP_TYPES): CompiledJourney {
  if (!isRunnable(definition, stepTypes)) {
    const errors = validateDefinition(definition, {}, stepTypes)
      .filter(isError)
      .map(({ code, pointer, message }) => ({ code, pointer, detail: message }));
    throw EngineErrors.definitionInvalid({}, { errors });
  }
  const { entry, exit = [], start } = definition;
  const goals = (definition.goals ?? []).map(compileGoal);
  const exitRules = exit.map(compileExitRule);
  const triggers = compileTriggers(definition);
  const { steps, references, awaitedEvents } = compileSteps(definition, stepTypes);
  const trials = new Map(
    [...steps].flatMap(([key, { run }]) => (run.trial ? [[key, run.trial] as const] : [])),
  );
  const told = [...trials.values()].flatMap(({ events }) => [...events]);
  return {
    triggerEvents: new Set(triggers.keys()),
    calendars: entry.triggers.flatMap((trigger) => (isCalendar(trigger) ? [compileCalendar(trigger)] : [])),
    asks: asksOf(definition, stepTypes),
    hasApiTrigger: entry.triggers.some(({ type }) => type === 'api'),
    exitEvents: new Set(exitRules.flatMap(({ event }) => (event === undefined ? [] : [event]))),
    hasExitConditions: exitRules.some(({ event }) => event === undefined),
    triggers,
    entryCondition: optional(entry.condition),
    reentry: compileReentry(entry.reentry),
    exitRules,
    goals,
    goalEvents: new Set([...goals.map(({ event }) => event), ...told]),
    goalWindowMs: Math.max(told.length > 0 ? TRIAL_WINDOW_MS : 0, ...goals.map(({ withinMs }) => withinMs)),
    holdout: entry.holdout ?? 0,
    intake: entry.limit && { max: entry.limit.max, perMs: parseDuration(entry.limit.per) ?? 0 },
    start,
    steps,
    references,
    awaitedEvents,
    trials,
  };
}

function compileSteps(
  definition: JourneyDefinition,
  stepTypes: StepTypes,
): Pick<CompiledJourney, 'steps' | 'references' | 'awaitedEvents'> {
  const steps = new Map<string, PlacedStep>();
  const references: JourneyReference[] = outerReferences(definition);
  for (const [key, step] of Object.entries(definition.steps)) {
    const type = stepTypes.get(step.type);
    if (!type) throw EngineErrors.definitionInvalid({});
    steps.set(key, { key, type: type.type, run: type.compile(step) });
    references.push(...referencesOf(type.references(step), key, type.conditions(step)));
  }
  const awaitedEvents = new Set([...steps.values()].flatMap(({ run }) => run.awaits ?? []));
  return { steps, references, awaitedEvents };
}

function compileTriggers({ entry }: JourneyDefinition): Map<string, (Predicate | undefined)[]> {
  const triggers = new Map<string, (Predicate | undefined)[]>();
  for (const trigger of entry.triggers) {
    const told = eventOfTrigger(trigger);
    if (told) triggers.set(told.event, [...(triggers.get(told.event) ?? []), told.holds]);
  }
  return triggers;
}

/** Whatever sets a journey off but the API comes to it as an event. */
function eventOfTrigger(
  trigger: TriggerDefinition,
): { readonly event: string; readonly holds: Predicate | undefined } | undefined {
  if (isCalendar(trigger)) {
    const { event, key } = compileCalendar(trigger);
    return { event, holds: (scope) => scope.event?.properties['rule'] === key };
  }
  switch (trigger.type) {
    case 'api':
      return undefined;
    case 'event':
      return { event: trigger.event, holds: optional(trigger.where)?.holds };
    case 'segment':
    case 'persona':
      return groupEvent(trigger);
  }
}

function isCalendar(trigger: TriggerDefinition): trigger is ScheduleTrigger | DateTrigger {
  return trigger.type === 'schedule' || trigger.type === 'date';
}

function compileReentry({ mode = 'never', cooldown = '0s', key }: ReentryDefinition = {}): CompiledReentry {
  return {
    mode,
    cooldownMs: parseDuration(cooldown) ?? 0,
    key: key === undefined ? undefined : compileScopePath(key),
  };
}

function compileExitRule(rule: ExitRuleDefinition, index: number): CompiledExitRule {
  return 'event' in rule
    ? { index, event: rule.event, condition: optional(rule.where) }
    : { index, event: undefined, condition: compileCondition(rule.condition) };
}

function optional(condition: Condition | undefined): CompiledCondition | undefined {
  return condition && compileCondition(condition);
}

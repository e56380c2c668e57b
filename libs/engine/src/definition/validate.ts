import { validateCondition } from '@parcours/conditions';
import { isError, isJsonObject, nearest, pointer } from '@parcours/kernel';
import type { Finding, JsonObject } from '@parcours/kernel';
import type { StepType } from '../steps/step-type.js';
import type { StepTypes } from '../steps/step-types.js';
import { STEP_TYPES } from '../steps/step-types.js';
import { checkTrigger, COUNT_TOO_FAR, INVALID_RULE } from '../triggers/check-trigger.js';
import { outerReferences } from './asks.js';
import type { JourneyDefinition } from './definition.js';
import { checkGoals } from './goals.js';
import { findRestlessLoops, findUnknownSteps, findUnreachableSteps, LOOP_WITHOUT_WAIT } from './graph.js';
import type { GraphStep } from './graph.js';
import type { KnownContent } from './references.js';
import { checkReferences, referencesOf } from './references.js';
import { findingsOf } from './schema-findings.js';
import type { SchemaValidator } from './schema-validator.js';
import { schemaValidator } from './schema-validator.js';
import { definitionShape, MAX_STEPS, TRIGGER_SCHEMAS } from './schema.js';

const TYPED: JsonObject = {
  type: 'object',
  required: ['type'],
  properties: { type: { type: 'string' } },
};
const OUTLINE = schemaValidator<JourneyDefinition>(definitionShape(TYPED, TYPED));
const TRIGGERS: ReadonlyMap<string, SchemaValidator<unknown>> = new Map(
  Object.entries(TRIGGER_SCHEMAS).map(([type, schema]) => [type, schemaValidator(schema)]),
);

/**
 * Every defect of a journey definition. Errors stop a publish, warnings do not. Content that it names is checked
 * against `content`, kind by kind, where given.
 */
export function validateDefinition(
  definition: unknown,
  content: KnownContent = {},
  stepTypes: StepTypes = STEP_TYPES,
): Finding[] {
  const findings = findingsOf(OUTLINE.errors(definition), '');
  if (!isJsonObject(definition)) return findings;
  const { entry, exit, goals, start, steps } = definition;
  if (isJsonObject(entry)) findings.push(...checkEntry(entry));
  if (Array.isArray(exit)) findings.push(...exit.flatMap(checkExitRule));
  if (Array.isArray(goals)) findings.push(...checkGoals(goals));
  if (isJsonObject(steps)) findings.push(...checkSteps(steps, { start, content, stepTypes }));
  if (isSound(definition, findings)) findings.push(...checkReferences(outerReferences(definition), content));
  if (exit === undefined || (Array.isArray(exit) && exit.length === 0)) findings.push(NO_EXIT_RULE);
  if (goals === undefined || (Array.isArray(goals) && goals.length === 0)) findings.push(NO_GOAL);
  return findings;
}

/** True for a definition without errors. */
export function isJourneyDefinition(
  definition: unknown,
  stepTypes: StepTypes = STEP_TYPES,
): definition is JourneyDefinition {
  return !validateDefinition(definition, {}, stepTypes).some(isError);
}

/**
 * Errors that versions published before they were looked for may have, and still run with: the engine ends whoever spins,
 * a rule that cannot be read never fires, one that counts too far has no end.
 */
const FORGIVEN: ReadonlySet<string> = new Set([LOOP_WITHOUT_WAIT, INVALID_RULE, COUNT_TOO_FAR]);

/** True for a definition that can be run. */
export function isRunnable(
  definition: unknown,
  stepTypes: StepTypes = STEP_TYPES,
): definition is JourneyDefinition {
  const findings = validateDefinition(definition, {}, stepTypes);
  return !findings.some((finding) => isError(finding) && !FORGIVEN.has(finding.code));
}

function isSound(definition: unknown, findings: readonly Finding[]): definition is JourneyDefinition {
  return isJsonObject(definition) && !findings.some(isError);
}

const NO_EXIT_RULE: Finding = {
  code: 'journeys.no-exit-rule',
  severity: 'warning',
  pointer: '',
  message: 'Nothing makes a customer leave early.',
  suggestion: 'Add an exit rule for whatever makes the journey pointless, such as a cancelled subscription.',
};

const NO_GOAL: Finding = {
  code: 'journeys.no-goal',
  severity: 'warning',
  pointer: '',
  message: 'Nothing says what the journey is for.',
  suggestion: 'Add a goal: the event by which you would call the journey a success.',
};

function checkEntry({ triggers, condition }: JsonObject): Finding[] {
  const findings = condition === undefined ? [] : validateCondition(condition, '/entry/condition');
  if (!Array.isArray(triggers)) return findings;
  for (const [index, trigger] of triggers.entries()) {
    if (!isJsonObject(trigger) || typeof trigger['type'] !== 'string') continue;
    const at = pointer('entry', 'triggers', index);
    const validator = TRIGGERS.get(trigger['type']);
    if (validator) {
      const defects = findingsOf(validator.errors(trigger), at);
      findings.push(...defects, ...checkWhere(trigger, at));
      if (defects.length === 0) findings.push(...checkTrigger(trigger, at));
    } else findings.push(unknownType('trigger', trigger['type'], { at, known: [...TRIGGERS.keys()] }));
  }
  return findings;
}

function checkExitRule(rule: unknown, index: number): Finding[] {
  if (!isJsonObject(rule)) return [];
  const at = pointer('exit', index);
  const { condition } = rule;
  return [
    ...checkWhere(rule, at),
    ...(condition === undefined ? [] : validateCondition(condition, `${at}/condition`)),
  ];
}

function checkWhere({ where }: JsonObject, at: string): Finding[] {
  return where === undefined ? [] : validateCondition(where, `${at}/where`);
}

interface StepsContext {
  readonly start: unknown;
  readonly content: KnownContent;
  readonly stepTypes: StepTypes;
}

function checkSteps(steps: JsonObject, { start, content, stepTypes }: StepsContext): Finding[] {
  const count = Object.keys(steps).length;
  if (count > MAX_STEPS) return [tooManySteps(count)];
  const findings: Finding[] = [];
  const graph = new Map<string, GraphStep>();
  for (const [key, step] of Object.entries(steps)) {
    const at = pointer('steps', key);
    const typeName = isJsonObject(step) ? step['type'] : undefined;
    if (typeof typeName !== 'string') continue;
    const type = stepTypes.get(typeName);
    if (!type) {
      findings.push(unknownType('step', typeName, { at, known: [...stepTypes.keys()] }));
      continue;
    }
    const defects = findingsOf(type.errors(step), at);
    if (defects.length === 0) {
      const named = type.namedSteps(step);
      graph.set(key, { ways: type.ways(step), named, rests: type.rests(step) });
    }
    findings.push(...defects, ...(defects.length === 0 ? checkStep(type, step, { key, content }) : []));
  }
  // With a step missing from the graph, half of what it would say is an echo of that step's own defect.
  if (graph.size < count || typeof start !== 'string') return findings;
  const unknownSteps = findUnknownSteps({ start, steps: graph });
  findings.push(...unknownSteps, ...findRestlessLoops({ start, steps: graph }));
  if (unknownSteps.length === 0) findings.push(...findUnreachableSteps({ start, steps: graph }));
  return findings;
}

function checkStep(
  type: StepType,
  step: unknown,
  { key, content }: { key: string; content: KnownContent },
): Finding[] {
  const references = referencesOf(type.references(step), key, type.conditions(step));
  return [...type.check(step, pointer('steps', key)), ...checkReferences(references, content)];
}

function unknownType(
  kind: string,
  type: string,
  { at, known }: { at: string; known: readonly string[] },
): Finding {
  const meant = nearest(type, known);
  return {
    code: `journeys.unknown-${kind}-type`,
    severity: 'error',
    pointer: `${at}/type`,
    message: `There is no ${kind} of type '${type}'.`,
    suggestion: meant === undefined ? `The types are ${known.join(', ')}.` : `Did you mean '${meant}'?`,
  };
}

function tooManySteps(count: number): Finding {
  return {
    code: 'journeys.too-many-steps',
    severity: 'error',
    pointer: '/steps',
    message: `The journey has ${String(count)} steps; ${String(MAX_STEPS)} is the most.`,
    suggestion: 'Split it into journeys that let customers into each other with steps of type journey.',
  };
}

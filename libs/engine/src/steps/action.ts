import type { Finding, JsonObject } from '@parcours/kernel';
import { describeDuration, parseDuration, pointer } from '@parcours/kernel';
import { DURATION, EVENT_NAME, KEY, STEP_KEY } from '../definition/schema-parts.js';
import { checkValue, compileValue } from '../definition/values.js';
import type { PictureContext, StepPicture } from '../diagram/picture.js';
import { named, say } from '../diagram/picture.js';
import type { OutsideCall, Signal } from '../run/passage.js';
import { adaptAction } from './action-adaption.js';
import { type Completion, completionOf } from './action-completion.js';
import {
  type ActionHandOver,
  type ActionOwner,
  compileTraits,
  HAND_OVER,
  OWNER,
  wishOf,
} from './action-hand-over.js';
import { ACTION_ATTEMPT_MS, awaitCall, callFailed, CONTEXT_NAME } from './calls.js';
import { SAVE_OUTPUT_PATTERN } from './http-answer.js';
import type { CompiledStep, Move, StepVisit } from './step-type.js';
import { defineStepType, waysOf } from './step-type.js';

/** Has a connector do something in another system, and can wait until somebody there has finished it. */
export interface ActionStep {
  readonly type: 'action';
  /** A configured connector that offers the action. */
  readonly connector: string;
  readonly action: string;
  /** What the action asks for; values may be read: `{{customer.first_name}}`. */
  readonly input?: JsonObject;
  /** What of the output is kept, such as `output.id`, as which member of the context. */
  readonly save?: string;
  readonly as?: string;
  /** The event of the customer by which the other system says that it is done; it counts from when the step is entered. */
  readonly wait?: string;
  /** The ways out by what came of it: the event's property `outcome`; `next` for every other. */
  readonly ways?: Readonly<Record<string, string>>;
  /** As which member of the context what came of it is kept: outcome, note, by and what else the event tells. */
  readonly outcomeAs?: string;
  /** How long it waits for the event, and the way out when the time is over. */
  readonly timeout?: { readonly after: string; readonly next: string };
  /** What the person who takes over is told of the customer, where the action takes it. */
  readonly handOver?: ActionHandOver;
  /** Who it is given to: somebody of a team, in turn. */
  readonly owner?: ActionOwner;
  /** The way out when every attempt has failed; default `next`. */
  readonly on?: { readonly failed?: string };
  readonly next: string;
}

export const actionStep = defineStepType<ActionStep>({
  type: 'action',
  title: 'Action',
  description:
    'Has a connector do something in another system, such as creating a task, and can wait for the event by which it is done.',
  required: ['connector', 'action', 'next'],
  properties: {
    connector: { ...KEY, description: 'A connector that offers the action.' },
    action: {
      ...KEY,
      description: 'The action, by the name that the connector gives it.',
      examples: ['create-task'],
    },
    input: {
      type: 'object',
      description: 'What the action asks for. Values such as {{customer.first_name}} are read.',
      examples: [{ subject: 'Call {{customer.first_name}}' }],
    },
    save: {
      type: 'string',
      pattern: SAVE_OUTPUT_PATTERN,
      maxLength: 500,
      description: 'What is kept of what the action answers: output, or a path in it.',
      examples: ['output.id'],
    },
    as: { ...CONTEXT_NAME, description: 'What it is called in the context: context.task.' },
    wait: {
      ...EVENT_NAME,
      description: 'The event of the customer that is waited for once the action has succeeded.',
      examples: ['task.completed'],
    },
    ways: {
      type: 'object',
      minProperties: 1,
      maxProperties: 50,
      propertyNames: { minLength: 1, maxLength: 100 },
      additionalProperties: STEP_KEY,
      description:
        'Ways out by what came of it, which the event tells as its property outcome; next for any other.',
      examples: [{ lost: 'goodbye' }],
    },
    outcomeAs: {
      ...CONTEXT_NAME,
      description: 'What came of it is kept under this name: context.call.outcome, context.call.note.',
      examples: ['call'],
    },
    timeout: {
      type: 'object',
      description: 'How long it waits for the event, and the way out when the time is over.',
      required: ['after', 'next'],
      additionalProperties: false,
      properties: { after: DURATION, next: STEP_KEY },
    },
    handOver: HAND_OVER,
    owner: OWNER,
    on: {
      type: 'object',
      description: 'Other ways out than next.',
      additionalProperties: false,
      properties: { failed: STEP_KEY },
    },
    next: STEP_KEY,
  },
  rules: {
    dependentRequired: { save: ['as'], as: ['save'], timeout: ['wait'], ways: ['wait'], outcomeAs: ['wait'] },
  },
  examples: [
    {
      type: 'action',
      connector: 'crm',
      action: 'create-task',
      input: { subject: 'Call {{customer.first_name}}' },
      wait: 'task.completed',
      timeout: { after: '3d', next: 'nudge' },
      next: 'thanks',
    },
  ],
  rests: false,
  explain: {
    done: {
      en: 'The action {action} was done, and it went on to {next}.',
      fr: 'L’action {action} a été faite : passage à {next}.',
    },
    outcome: {
      en: '{event} came with the outcome {outcome}, so it went on to {next}.',
      fr: '{event} est arrivé avec le résultat {outcome} : passage à {next}.',
    },
    event: { en: '{event} came, so it went on to {next}.', fr: '{event} est arrivé : passage à {next}.' },
    timeout: {
      en: 'The action was done, but {event} did not come in time, so it went on to {next}.',
      fr: 'L’action a été faite, mais {event} n’est pas arrivé à temps : passage à {next}.',
    },
    failed: {
      en: 'The action could not be done ({reason}), and it went on to {next}.',
      fr: 'L’action n’a pas pu être faite ({reason}) : passage à {next}.',
    },
    'held-out': {
      en: 'Nothing was done, as the customer is in the control group, and it went on to {next}.',
      fr: 'Rien n’a été fait, car le client est dans le groupe témoin : passage à {next}.',
    },
  },
  ways: ({ next, on = {}, timeout, ways = {} }) => [
    ...waysOf({ '/next': next, '/on/failed': on.failed, '/timeout/next': timeout?.next }),
    ...Object.entries(ways).map(([outcome, way]) => ({ at: pointer('ways', outcome), next: way })),
  ],
  references: ({ connector, owner }) => [
    { kind: 'connector', key: connector, at: '/connector' },
    ...(owner ? [{ kind: 'team', key: owner.team, at: '/owner/team' } as const] : []),
  ],
  hears: ({ wait }) => (wait === undefined ? [] : [{ event: wait, pointer: '/wait' }]),
  check: ({ input }, at): Finding[] => checkValue(input, `${at}/input`),
  compile: compileAction,
  adaptWaits: adaptAction,
  picture: drawAction,
});

function compileAction(step: ActionStep): CompiledStep {
  const { as, wait, on = {}, next } = step;
  const callFor = compileCall(step);
  return {
    ...(wait !== undefined && { awaits: [wait] }),
    enter: (visit) => {
      if (visit.isHeldOut) return { move: 'go', next, code: 'held-out', detail: { next } };
      visit.emit({ type: 'call', step: visit.step, visit: visit.visit, call: callFor(visit) });
      return awaitCall(visit, wait);
    },
    signal: (visit, signal) => {
      if (signal.type === 'event') return heard(visit, step, signal);
      if (signal.type === 'due' && wait !== undefined) {
        const late = step.timeout?.next ?? next;
        return { move: 'go', next: late, code: 'timeout', detail: { event: wait, next: late } };
      }
      if (signal.type !== 'call') return undefined;
      const { end } = signal;
      if (!end.succeeded) return callFailed(end, on.failed ?? next);
      if (as !== undefined && end.value !== undefined) visit.setContext(as, end.value);
      if (wait === undefined) {
        return { move: 'go', next, code: 'done', detail: { action: step.action, next } };
      }
      return visit.waiting?.done ? byOutcome(step, visit.waiting.outcome) : awaitEvent(visit, step);
    },
  };
}

/** The whole call, with every value read. */
function compileCall(step: ActionStep): (visit: StepVisit) => Extract<OutsideCall, { kind: 'action' }> {
  const { connector, action, save, wait, owner, handOver } = step;
  const input = Object.entries(step.input ?? {}).map(([name, value]) => [name, compileValue(value)] as const);
  const traits = compileTraits(handOver);
  const fixed = {
    kind: 'action',
    connector,
    action,
    timeoutMs: ACTION_ATTEMPT_MS,
    ...(save !== undefined && { save }),
    ...(wait !== undefined && { awaits: wait }),
    ...(owner && { owner: wishOf(owner) }),
  } as const;
  return (visit) => {
    const given: JsonObject = {};
    for (const [name, read] of input) {
      const value = read(visit);
      if (value !== undefined) given[name] = value;
    }
    return { ...fixed, input: given, ...(traits && { traits: traits(visit) }) };
  };
}

/**
 * What comes while the call is still out is remembered: the other system may be quicker than its own answer. An event that
 * the step waited for in an earlier version counts where it names this very call.
 */
function heard(visit: StepVisit, step: ActionStep, signal: Signal): Move | undefined {
  if (signal.type !== 'event' || step.wait === undefined || !visit.waiting) return undefined;
  const { name, properties } = signal.event;
  if (name !== step.wait && properties['call'] === undefined) return undefined;
  const completion = completionOf(visit, signal.event);
  if (!completion) return undefined;
  const { outcome } = completion;
  keep(visit, step, completion);
  if (visit.waiting.for === 'events') return byOutcome({ ...step, wait: name }, outcome);
  const waiting = { ...visit.waiting, events: [], done: [0], ...(outcome !== undefined && { outcome }) };
  return { move: 'wait', dueAt: null, waiting };
}

function keep(visit: StepVisit, { outcomeAs }: ActionStep, { told }: Completion): void {
  if (outcomeAs !== undefined) visit.setContext(outcomeAs, told);
}

function byOutcome({ wait: event = '', ways = {}, next }: ActionStep, outcome: string | undefined): Move {
  if (outcome === undefined) return { move: 'go', next, code: 'event', detail: { event, next } };
  const way = Object.hasOwn(ways, outcome) ? (ways[outcome] ?? next) : next;
  return { move: 'go', next: way, code: 'outcome', detail: { event, outcome, next: way } };
}

function awaitEvent({ now, waiting }: StepVisit, { wait = '', timeout }: ActionStep): Move {
  const dueAt = timeout ? now + (parseDuration(timeout.after) ?? 0) : null;
  return { move: 'wait', dueAt, waiting: { for: 'events', since: now, events: waiting?.events ?? [wait] } };
}

function drawAction(
  { connector, action, wait, ways = {}, timeout, owner, on = {}, next }: ActionStep,
  context: PictureContext,
): StepPicture {
  const length = timeout && describeDuration(timeout.after, context.language);
  const usual = wait ?? say(context, 'done', 'fait');
  const outcomes = Object.entries(ways);
  const isForked = timeout !== undefined || on.failed !== undefined || outcomes.length > 0;
  return {
    icon: 'action',
    kind: say(context, 'Action', 'Action'),
    title: action,
    details: [
      named(context, 'connector', connector),
      ...(owner ? [say(context, `in turn: ${owner.team}`, `à tour de rôle : ${owner.team}`)] : []),
      ...(wait === undefined ? [] : [say(context, `then waits for ${wait}`, `puis attend ${wait}`)]),
    ],
    ways: [
      ...outcomes.map(([outcome, way]) => ({ next: way, label: outcome })),
      { next, label: isForked ? usual : undefined },
      ...(timeout
        ? [{ next: timeout.next, label: say(context, `after ${length ?? ''}`, `après ${length ?? ''}`) }]
        : []),
      ...(on.failed === undefined ? [] : [{ next: on.failed, label: say(context, 'failed', 'échec') }]),
    ],
  };
}

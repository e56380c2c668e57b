import type { Condition, HeardEvent } from '@parcours/conditions';
import { compileCondition, validateCondition } from '@parcours/conditions';
import { describeDuration, parseDuration, pointer } from '@parcours/kernel';
import type { Finding, JsonObject } from '@parcours/kernel';
import { CONDITION, DURATION, EVENT_NAME, KEY, STEP_KEY } from '../definition/schema-parts.js';
import type { PictureContext, StepPicture } from '../diagram/picture.js';
import { adaptWaitFor } from './wait-for-adaption.js';
import { groupEvent, type GroupChange, groupOf, groupReference } from '../triggers/group-change.js';
import { CHANGE } from '../triggers/trigger-schemas.js';
import { drawWaitForWays, subjectOf } from './wait-for-ways.js';
import { listed, say } from '../diagram/picture.js';
import type { EventView } from '../run/state.js';
import { awaitedEventName } from './awaited-event.js';
import type { MessageReaction } from './message-reaction.js';
import {
  isReactionTo,
  MESSAGE_REACTIONS,
  REACTION_PROPERTIES,
  reactionEventName,
  reactionSentence,
} from './message-reaction.js';
import type { CompiledStep, ContentReference, PlacedCondition, StepVisit, Way } from './step-type.js';
import { defineStepType } from './step-type.js';

/** An event that is waited for, a change of a segment or persona, or a reaction to a message. */
export type AwaitedEvent = (
  { readonly event: string; readonly where?: Condition } | GroupChange | MessageReaction
) & {
  /** The way out when this one comes; only under `any`. Default: the step's `next`. */
  readonly next?: string;
};

/**
 * Rests until events come. An event counts when it arrives while the enrollment is at this step, even if it
 * occurred earlier: events come late.
 */
export interface WaitForStep {
  readonly type: 'wait-for';
  /** The first to come wins. */
  readonly any?: readonly AwaitedEvent[];
  /** Every one has to come, in any order. */
  readonly all?: readonly AwaitedEvent[];
  readonly timeout?: { readonly after: string; readonly next: string };
  readonly next?: string;
}

const awaited = (description: string, properties: Record<string, typeof STEP_KEY>) => ({
  type: 'array',
  description,
  minItems: 1,
  maxItems: 50,
  examples: [[{ event: 'feature.used' }]],
  items: {
    type: 'object',
    additionalProperties: false,
    properties: {
      event: EVENT_NAME,
      where: CONDITION,
      segment: KEY,
      persona: KEY,
      on: {
        ...CHANGE,
        description: 'Whether the customer comes into the segment or persona, or goes out of it.',
      },
      ...REACTION_PROPERTIES,
      ...properties,
    },
    oneOf: [
      { required: ['event'] },
      { required: ['segment', 'on'] },
      { required: ['persona', 'on'] },
      { required: ['message', 'is'] },
    ],
    dependentRequired: { where: ['event'] },
  },
});

const REACTION_WORDS = Object.fromEntries(MESSAGE_REACTIONS.map((is) => [is, reactionSentence(is)]));

export const waitForStep = defineStepType<WaitForStep>({
  type: 'wait-for',
  title: 'Wait for events',
  description:
    'Rests until the first of several events comes (any), or every one (all), or the time is over.',
  properties: {
    any: awaited('The first of these to come wins.', { next: STEP_KEY }),
    all: awaited('Every one of these has to come, in any order.', {}),
    timeout: {
      type: 'object',
      description: 'How long it waits, and the way out when the time is over.',
      required: ['after', 'next'],
      additionalProperties: false,
      properties: { after: DURATION, next: STEP_KEY },
    },
    next: STEP_KEY,
  },
  rules: { oneOf: [{ required: ['any'] }, { required: ['all'] }] },
  examples: [
    {
      type: 'wait-for',
      any: [{ event: 'feature.used', where: { property: 'feature', is: 'report' }, next: 'thanks' }],
      timeout: { after: '3d', next: 'nudge' },
    },
    { type: 'wait-for', any: [{ segment: 'vip', on: 'enter' }], next: 'thanks' },
  ],
  rests: ({ timeout }) => !timeout || (parseDuration(timeout.after) ?? 0) > 0,
  explain: {
    event: { en: '{event} came, so it went on to {next}.', fr: '{event} est arrivé : passage à {next}.' },
    entered: {
      en: 'The customer came into the {kind} {group}, so it went on to {next}.',
      fr: 'Le client est entré dans le {kind} {group} : passage à {next}.',
    },
    left: {
      en: 'The customer went out of the {kind} {group}, so it went on to {next}.',
      fr: 'Le client est sorti du {kind} {group} : passage à {next}.',
    },
    ...REACTION_WORDS,
    'all-events': {
      en: 'Every awaited event had come, so it went on to {next}.',
      fr: 'Tous les événements attendus sont arrivés : passage à {next}.',
    },
    timeout: {
      en: 'Nothing came in time, so it went on to {next}.',
      fr: 'Rien n’est arrivé à temps : passage à {next}.',
    },
  },
  ways: ({ any = [], timeout, next }) => [
    ...any.flatMap((each, index): Way[] =>
      each.next === undefined ? [] : [{ next: each.next, at: pointer('any', index, 'next') }],
    ),
    ...(timeout ? [{ next: timeout.next, at: '/timeout/next' }] : []),
    ...(next === undefined ? [] : [{ next, at: '/next' }]),
  ],
  namedSteps: ({ any = [], all = [] }) => [...reactionsIn(any, '/any'), ...reactionsIn(all, '/all')],
  references: ({ any = [], all = [] }) => [...groupsIn(any, '/any'), ...groupsIn(all, '/all')],
  conditions: ({ any = [], all = [] }) => [...conditionsIn(any, '/any'), ...conditionsIn(all, '/all')],
  hears: ({ any = [], all = [] }) => [...eventsIn(any, '/any'), ...eventsIn(all, '/all')],
  check: (step, at) => [
    ...checkConditions(step.any, `${at}/any`),
    ...checkConditions(step.all, `${at}/all`),
    ...checkWayOut(step, at),
  ],
  compile: (step) => compileWaitFor(step),
  adaptWaits: adaptWaitFor,
  picture: drawWaitFor,
});

function drawWaitFor(step: WaitForStep, context: PictureContext): StepPicture {
  const events = [...new Set((step.all ?? step.any ?? []).map((each) => subjectOf(each, context)))];
  const { timeout } = step;
  const length = timeout && describeDuration(timeout.after, context.language);
  return {
    icon: 'wait-for',
    kind: say(context, 'Wait for', 'Écoute'),
    title: listed(events, step.all ? say(context, 'and', 'et') : say(context, 'or', 'ou')),
    details: [
      length === undefined
        ? say(context, 'however long it takes', 'sans limite de temps')
        : say(context, `for ${length} at most`, `${length} au plus`),
    ],
    ways: drawWaitForWays(step, context),
  };
}

interface Awaited {
  readonly event: string;
  readonly holds: ((visit: StepVisit, event: EventView) => boolean) | undefined;
  readonly next: string;
  /** For a change of a group: how it is told. */
  readonly told: { readonly code: string; readonly detail: JsonObject } | undefined;
}

function compileAwaited(awaited: AwaitedEvent, fallback: string): Awaited {
  const next = awaited.next ?? fallback;
  if ('event' in awaited) {
    const { event, where } = awaited;
    const condition = where && compileCondition(where);
    return { event, holds: condition && ((visit) => condition.holds(visit.scope())), next, told: undefined };
  }
  if ('message' in awaited) {
    const { message, is } = awaited;
    return {
      event: reactionEventName(is),
      holds: (visit, event) => isReactionTo(awaited, visit, event),
      next,
      told: { code: is, detail: { message } },
    };
  }
  const { kind, key } = groupOf(awaited);
  const told = { code: awaited.on === 'enter' ? 'entered' : 'left', detail: { kind, group: key } };
  const { event, holds } = groupEvent(awaited);
  return { event, holds: (visit) => holds(visit.scope()), next, told };
}

function conditionsIn(list: readonly AwaitedEvent[], at: string): PlacedCondition[] {
  return list.flatMap((each, index) =>
    'event' in each && each.where ? [{ condition: each.where, at: at + pointer(index, 'where') }] : [],
  );
}

function eventsIn(list: readonly AwaitedEvent[], at: string): HeardEvent[] {
  return list.flatMap((each, index) =>
    'event' in each ? [{ event: each.event, pointer: at + pointer(index, 'event') }] : [],
  );
}

function reactionsIn(list: readonly AwaitedEvent[], at: string): Way[] {
  return list.flatMap((each, index) =>
    'message' in each ? [{ next: each.message, at: at + pointer(index, 'message') }] : [],
  );
}

function groupsIn(list: readonly AwaitedEvent[], at: string): ContentReference[] {
  return list.flatMap((each, index) => ('on' in each ? [groupReference(each, at + pointer(index))] : []));
}

function compileWaitFor(step: WaitForStep): CompiledStep {
  const all = step.all !== undefined;
  const fallback = step.next ?? '';
  const awaitedEvents = (step.all ?? step.any ?? []).map((each) => compileAwaited(each, fallback));
  const names = [...new Set(awaitedEvents.map(({ event }) => event))];
  const { timeout } = step;
  const timeoutMs = timeout && (parseDuration(timeout.after) ?? 0);
  return {
    awaits: names,
    enter: (visit) => ({
      move: 'wait',
      dueAt: timeoutMs === undefined ? null : visit.now + timeoutMs,
      waiting: { for: 'events', since: visit.now, events: names },
    }),
    signal: (visit, signal) => {
      if (signal.type === 'due') {
        const next = timeout?.next ?? fallback;
        return { move: 'go', next, code: 'timeout', detail: { next } };
      }
      if (signal.type !== 'event') return undefined;
      const heard = signal.event;
      const { name } = heard;
      const done = visit.waiting?.done ?? [];
      const come = awaitedEvents.flatMap(({ event, holds }, index) =>
        event === name && !done.includes(index) && (!holds || holds(visit, heard)) ? [index] : [],
      );
      const [first] = come;
      if (first === undefined) return undefined;
      if (!all) {
        const { next = fallback, told } = awaitedEvents[first] ?? {};
        const code = told?.code ?? 'event';
        return { move: 'go', next, code, detail: { event: name, index: first, next, ...told?.detail } };
      }
      const doneNow = [...done, ...come];
      if (doneNow.length === awaitedEvents.length) {
        return { move: 'go', next: fallback, code: 'all-events', detail: { next: fallback } };
      }
      const events = [
        ...new Set(awaitedEvents.filter((_, index) => !doneNow.includes(index)).map(({ event }) => event)),
      ];
      const since = visit.waiting?.since ?? visit.now;
      const dueAt = timeoutMs === undefined ? null : (visit.dueAt ?? since + timeoutMs);
      return { move: 'wait', dueAt, waiting: { for: 'events', since, events, done: doneNow } };
    },
  };
}

function checkConditions(list: readonly AwaitedEvent[] = [], at: string): Finding[] {
  return conditionsIn(list, at).flatMap(({ condition, at: place }) => validateCondition(condition, place));
}

function checkWayOut({ any = [], all, next }: WaitForStep, at: string): Finding[] {
  if (next !== undefined) return [];
  if (all) return [noWayOut(at, "when every event has come: give the step a 'next'")];
  return any.flatMap((each, index) =>
    each.next === undefined
      ? [noWayOut(at + pointer('any', index), `when ${nameOf(each)} comes: give it, or the step, a 'next'`)]
      : [],
  );
}

function nameOf(each: AwaitedEvent): string {
  return `'${awaitedEventName(each)}'`;
}

function noWayOut(at: string, when: string): Finding {
  return {
    code: 'journeys.no-way-out',
    severity: 'error',
    pointer: at,
    message: `The step has no way out ${when}.`,
  };
}

import {
  type ActionStep,
  type BranchStep,
  type ChoiceStep,
  chanceOf,
  type EmitStep,
  type ExitStep,
  type HttpStep,
  type JourneyStep,
  type MessageStep,
  type OfferStep,
  type SplitStep,
  type StepDefinition,
  type SurveyStep,
  type UpdateStep,
  type AwaitedEvent,
  type WaitForStep,
  type WaitStep,
} from '@parcours/engine';
import { isJsonObject, type JsonObject, type JsonValue, parseDuration } from '@parcours/kernel';
import { watchFor } from '../../libs/engine/src/testing/wall-clock.js';
import { holds, type NaiveScope, readPath } from './naive-conditions.js';
import type { NaiveEvent, NaivePassage } from './naive-passage.js';

/** What a step makes of a visit: it goes on, it stays, or it ends the journey. */
export type NaiveMove = { readonly go: string; readonly code: string } | { readonly end: string } | 'stay';

/** What a step may look at and do. */
export interface NaiveVisit {
  readonly now: number;
  readonly passage: NaivePassage;
  readonly key: string;
  readonly customerId: string;
  /** The customer's zone. */
  readonly zone: string;
  scope(): NaiveScope;
  setTraits(traits: JsonObject): void;
  raise(event: string, properties: JsonObject): void;
  enter(journey: string): void;
  leave(journey: string): void;
  /** Queues a message; false where the customer is not reached. */
  send(template: string): boolean;
}

/** One type of step. A new type is one entry here and one in the arbitraries. */
interface NaiveStep<S> {
  enter(visit: NaiveVisit, step: S): NaiveMove;
  due?(visit: NaiveVisit, step: S): NaiveMove;
  hear?(visit: NaiveVisit, step: S, event: NaiveEvent): NaiveMove;
  outcome?(visit: NaiveVisit, step: S, outcome: 'sent' | 'failed'): NaiveMove;
}

const DAY = 86_400_000;
const QUARTER = 900_000;
const DAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];
const go = (next: string | undefined, code: string): NaiveMove => ({ go: next ?? '', code });
const ms = (duration: string) => parseDuration(duration) ?? NaN;

/** `{{path}}` alone is the value that is there; everything else is itself. */
function valueOf(written: unknown, visit: NaiveVisit): unknown {
  const path = typeof written === 'string' ? /^\{\{(.+)\}\}$/.exec(written)?.[1] : undefined;
  if (path === undefined) return written;
  if (path === 'step.key') return visit.key;
  const { traits, event, context } = visit.scope();
  return readPath({ customer: traits, event: event?.properties, context }, path);
}

function filledIn(written: JsonObject, visit: NaiveVisit): JsonObject {
  const filled: JsonObject = {};
  for (const [name, each] of Object.entries(written)) {
    const value = valueOf(each, visit);
    if (value !== undefined) filled[name] = value as string;
  }
  return filled;
}

/** When a wait is over; undefined where the customer has no such date. */
function endOf({ for: duration, until }: WaitStep, { now, zone, scope }: NaiveVisit): number | undefined {
  if (!until) return now + ms(duration ?? '');
  if ('time' in until) {
    const { time, weekdays, timezone = 'customer' } = until;
    const [hour = 0, minute = 0] = time.split(':').map(Number);
    return watchFor({
      zone: timezone === 'customer' ? zone : timezone,
      after: now,
      minuteOfDay: hour * 60 + minute,
      allows: (day) => !weekdays || weekdays.some((name) => name === DAYS[new Date(day).getUTCDay()]),
      grainMs: QUARTER,
    });
  }
  const date = readPath(scope().traits, until.trait);
  if (typeof date !== 'string') return undefined;
  const { offset = '+0s' } = until;
  const inDays = /[dw]$/.test(offset);
  const midnight = Date.parse(date) + (inDays ? ms(offset) : 0);
  const begun = watchFor({
    zone,
    after: midnight - 2 * DAY,
    minuteOfDay: 0,
    allows: (day) => day === midnight,
    grainMs: QUARTER,
  });
  return inDays ? begun : begun + ms(offset);
}

const message: NaiveStep<MessageStep> = {
  enter: ({ passage, send }, { template, on = {}, next }) => {
    if (template === undefined) throw new Error('The model knows no experiments.');
    if (!send(template)) return go(on.skipped ?? next, 'skipped');
    if (on.sent === undefined && on.failed === undefined) return go(next, 'queued');
    passage.waitsForMessage = true;
    return 'stay';
  },
  outcome: (_, { on = {}, next }, outcome) => go(on[outcome] ?? next, outcome),
};

const wait: NaiveStep<WaitStep> = {
  enter: (visit, step) => {
    const end = endOf(step, visit);
    if (end === undefined) return go(step.next, 'no-date');
    if (end <= visit.now) return go(step.next, step.until ? 'past' : 'elapsed');
    visit.passage.dueAt = end;
    return 'stay';
  },
  due: (_, { next }) => go(next, 'elapsed'),
};

const waitFor: NaiveStep<WaitForStep> = {
  enter: ({ passage, now }, { timeout }) => {
    passage.come = [];
    if (timeout) passage.dueAt = now + ms(timeout.after);
    return 'stay';
  },
  due: (_, { timeout }) => go(timeout?.next, 'timeout'),
  hear: ({ passage, scope }, { any, all, next }, event) => {
    const fits = (awaited: AwaitedEvent) =>
      'event' in awaited && awaited.event === event.name && (!awaited.where || holds(awaited.where, scope()));
    const first = any?.find(fits);
    if (first) return go(first.next ?? next, 'event');
    if (!all) return 'stay';
    for (const [index, awaited] of all.entries()) {
      if (!passage.come.includes(index) && fits(awaited)) passage.come.push(index);
    }
    return passage.come.length === all.length ? go(next, 'all-events') : 'stay';
  },
};

const branch: NaiveStep<BranchStep> = {
  enter: ({ scope }, { cases, else: otherwise }) => {
    const found = cases.find(({ when }) => holds(when, scope()));
    return found ? go(found.next, 'case') : go(otherwise, 'else');
  },
};

/** The draw itself is the engine's: that it is sticky and even is tested where it is made. */
const split: NaiveStep<SplitStep> = {
  enter: ({ passage, key, customerId }, { arms }) => {
    let place =
      chanceOf(passage.journey, key, customerId) * arms.reduce((sum, { weight }) => sum + weight, 0);
    for (const { weight, next } of arms) {
      if (place < weight) return go(next, 'arm');
      place -= weight;
    }
    return go(arms.at(-1)?.next, 'arm');
  },
};

const update: NaiveStep<UpdateStep> = {
  enter: (visit, { set = {}, unset = [], increment = {}, next }) => {
    const { traits } = visit.scope();
    const changed: JsonObject = { ...traits, ...filledIn(set, visit) };
    for (const [trait, by] of Object.entries(increment)) {
      const amount = valueOf(by, visit);
      const present = traits[trait];
      if (typeof amount === 'number') changed[trait] = (typeof present === 'number' ? present : 0) + amount;
    }
    const kept = Object.entries(changed).filter(([trait]) => !unset.includes(trait));
    visit.setTraits(Object.fromEntries(kept));
    return go(next, 'updated');
  },
};

const emit: NaiveStep<EmitStep> = {
  enter: (visit, { event, properties = {}, next }) => {
    visit.raise(event, filledIn(properties, visit));
    return go(next, 'emitted');
  },
};

const journey: NaiveStep<JourneyStep> = {
  enter: (visit, { enter, leave, next }) => {
    if (enter !== undefined) visit.enter(enter);
    if (leave !== undefined) visit.leave(leave);
    return go(next, enter === undefined ? 'leaves' : 'enters');
  },
};

/** Remembers something under the name of the step. */
function carry({ passage, key }: NaiveVisit, group: string, value: JsonValue): void {
  const others = passage.context[group];
  passage.context = {
    ...passage.context,
    [group]: { ...(isJsonObject(others) ? others : {}), [key]: value },
  };
}

/** An answer names a journey and a step, or any. */
function isToThis({ passage, key }: NaiveVisit, { properties: { journey, step } }: NaiveEvent): boolean {
  return (journey === undefined || journey === passage.journey) && (step === undefined || step === key);
}

const choice: NaiveStep<ChoiceStep> = {
  enter: ({ passage, now, send }, { template, timeout, on = {} }) => {
    if (!send(template)) return go(on.skipped ?? timeout.next, 'skipped');
    passage.dueAt = now + ms(timeout.after);
    return 'stay';
  },
  due: (_, { timeout }) => go(timeout.next, 'timeout'),
  hear: (visit, { options }, event) => {
    const { name, properties } = event;
    if (name !== 'choice.made' || properties['step'] === undefined || !isToThis(visit, event)) return 'stay';
    const chosen = options.find(({ key }) => key === properties['option']);
    if (!chosen) return 'stay';
    carry(visit, 'choices', chosen.key);
    return go(chosen.next, 'chosen');
  },
};

const survey: NaiveStep<SurveyStep> = {
  enter: ({ passage, now, send }, { template, timeout, on = {} }) => {
    if (!send(template)) return go(on.skipped ?? timeout.next, 'skipped');
    passage.dueAt = now + ms(timeout.after);
    return 'stay';
  },
  due: (_, { timeout }) => go(timeout.next, 'timeout'),
  hear: (visit, { survey: asked, cases = [], answered }, event) => {
    const { score } = event.properties;
    if (event.name !== 'survey.answered' || event.properties['survey'] !== asked) return 'stay';
    if (typeof score !== 'number' || !isToThis(visit, event)) return 'stay';
    carry(visit, 'answers', { survey: asked, score });
    const found = cases.find(
      ({ score: { lte = Infinity, gte = -Infinity } }) => score <= lte && score >= gte,
    );
    return found ? go(found.next, 'case') : go(answered, 'answered');
  },
};

/** The first of them: the model's customers can have every offer. */
const offer: NaiveStep<OfferStep> = {
  enter: (visit, { from, template, on = {}, next }) => {
    const [first = ''] = from;
    if (!visit.send(template)) return go(on.skipped ?? next, 'skipped');
    carry(visit, 'offers', first);
    return go(next, 'offered');
  },
};

const http: NaiveStep<HttpStep> = {
  enter: ({ passage }, { next }) => {
    if (passage.heldOut) return go(next, 'held-out');
    passage.waitsForCall = true;
    return 'stay';
  },
  outcome: ({ passage }, { as, on = {}, next }, outcome) => {
    if (outcome === 'failed') return go(on.failed ?? next, 'failed');
    if (as !== undefined) passage.context = { ...passage.context, [as]: 200 };
    return go(next, 'answered');
  },
};

const action: NaiveStep<ActionStep> = {
  enter: ({ passage }, { next }) => {
    if (passage.heldOut) return go(next, 'held-out');
    passage.waitsForCall = true;
    return 'stay';
  },
  outcome: ({ passage, now }, { wait: event, timeout, on = {}, next }, outcome) => {
    if (outcome === 'failed') return go(on.failed ?? next, 'failed');
    if (event === undefined) return go(next, 'done');
    passage.waitsForCall = false;
    passage.dueAt = timeout ? now + ms(timeout.after) : null;
    return 'stay';
  },
  due: (_, { timeout, next }) => go(timeout?.next ?? next, 'timeout'),
  hear: ({ passage }, { wait: event, ways = {}, outcomeAs, next }, { name, properties }) => {
    if (name !== event) return 'stay';
    if (outcomeAs !== undefined) passage.context = { ...passage.context, [outcomeAs]: properties };
    const { outcome } = properties;
    if (typeof outcome !== 'string') return go(next, 'event');
    return go(ways[outcome] ?? next, 'outcome');
  },
};

const exit: NaiveStep<ExitStep> = { enter: (_, { reason = 'completed' }) => ({ end: reason }) };

const NAIVE_STEPS = {
  ...{ message, wait, 'wait-for': waitFor, branch, split, update, emit, journey, exit },
  ...{ choice, survey, offer, http, action },
};

function isModelled(type: string): type is keyof typeof NAIVE_STEPS {
  return Object.hasOwn(NAIVE_STEPS, type);
}

/** The rules of a step, whatever its type: each entry of the table above has the shape of its own steps. */
export function naiveStep({ type }: StepDefinition): NaiveStep<StepDefinition> {
  if (!isModelled(type)) throw new Error(`The model knows no step of type '${type}'.`);
  return NAIVE_STEPS[type];
}

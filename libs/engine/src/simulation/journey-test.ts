import { type JsonObject, parseInstant, pointer } from '@parcours/kernel';
import type { CustomerView } from '../run/state.js';
import type { SimulatedAnswers } from './answers.js';
import { type Expected, matches, NAMES, nameOf, valueOf } from './expectation.js';
import type { Happening, Simulation, Stimulus } from './happening.js';
import { type GroupChange, groupEventName, groupOf } from '../triggers/group-change.js';
import type { ReactionKind } from '../steps/message-reaction.js';
import { momentAt, sinceStart } from './moments.js';
import type { SimulatedPast } from './simulated-facts.js';
import { simulate, type SimulationRequest } from './simulator.js';
import { transcriptOf } from './transcript.js';

/** What is brought to the customer, as it is written. */
export type TimelineItem = { readonly at: string } & (
  | { readonly event: string; readonly properties?: JsonObject; readonly traits?: JsonObject }
  | { readonly trigger: JsonObject }
  | { readonly message: string; readonly is: 'sent' | 'failed' | ReactionKind }
  | { readonly choose: string; readonly option: string }
  | { readonly answer: string; readonly score: number; readonly comment?: string }
  | GroupChange
);

/** What has to happen, or must not; see JOURNEY_TESTS_SCHEMA. */
export type Expectation = Expected & {
  readonly at?: string;
  readonly before?: string;
  readonly after?: string;
  readonly stands?: string;
  readonly never?: Expected;
};

/** Who is led through a journey: a customer made up. */
export interface SimulatedCustomer extends Pick<SimulatedPast, 'tags' | 'segments' | 'personas'> {
  readonly id?: string;
  readonly traits?: JsonObject;
}

/** A test of a journey on a virtual clock. */
export interface JourneyTest {
  readonly name: string;
  readonly customer?: SimulatedCustomer;
  readonly at?: string;
  readonly timeline?: readonly TimelineItem[];
  readonly answers?: SimulatedAnswers;
  readonly until?: string;
  readonly expect: readonly Expectation[];
}

/** An expectation that did not come true. */
export interface TestFailure {
  /** JSON pointer inside the test. */
  readonly pointer: string;
  readonly message: string;
}

export interface TestResult {
  readonly name: string;
  readonly passed: boolean;
  readonly failures: readonly TestFailure[];
  /** What happened, a line each. */
  readonly transcript: readonly string[];
}

/** Monday, 5 January 2026, 09:00 UTC: no change of clocks is near. */
export const DEFAULT_START = '2026-01-05T09:00:00Z';
export const DEFAULT_LENGTH = '+365d';

const MINUTE = 60_000;

/** What a simulation needs beside what a test says. */
export type TestSurroundings = Omit<SimulationRequest, 'customer' | 'stimuli' | 'until' | 'from'> & {
  /** The customer of given traits, as the engine sees them. */
  readonly customerOf: (id: string, traits: JsonObject) => CustomerView;
};

/** Runs a test that JOURNEY_TESTS_SCHEMA accepts. */
export function runJourneyTest(test: JourneyTest, surroundings: TestSurroundings): TestResult {
  const start = parseInstant(test.at ?? DEFAULT_START) ?? 0;
  const { id = 'customer', traits = {}, ...given } = test.customer ?? {};
  const simulation = simulate({
    ...surroundings,
    customer: surroundings.customerOf(id, traits),
    stimuli: stimuliOf(test.timeline ?? [], start),
    ...(test.answers && { answers: test.answers }),
    past: { ...surroundings.past, ...given },
    from: start,
    until: momentAt(test.until ?? DEFAULT_LENGTH, start) ?? start,
  });
  const failures = judge(test.expect, simulation, start);
  if (!simulation.isWhole)
    failures.push({ pointer: '', message: 'The journey went on and on and was stopped.' });
  const transcript = transcriptOf(simulation, start);
  return { name: test.name, passed: failures.length === 0, failures, transcript };
}

/** Timeline items as they are brought; `start` in milliseconds since the epoch. */
export function stimuliOf(timeline: readonly TimelineItem[], start: number): Stimulus[] {
  return timeline.map((item): Stimulus => {
    const at = momentAt(item.at, start) ?? start;
    if ('event' in item) {
      const { event, properties = {}, traits } = item;
      return { type: 'event', at, event, properties, ...(traits && { traits }) };
    }
    if ('trigger' in item) return { type: 'trigger', at, context: item.trigger };
    if ('choose' in item)
      return { type: 'answer', at, step: item.choose, properties: { option: item.option } };
    if ('answer' in item) {
      const { score, comment } = item;
      const properties = { score, ...(comment !== undefined && { comment }) };
      return { type: 'answer', at, step: item.answer, properties };
    }
    if (!('message' in item)) {
      const { kind, key } = groupOf(item);
      return { type: 'event', at, event: groupEventName(kind, item.on), properties: { [kind]: key } };
    }
    const { message: step, is } = item;
    return is === 'sent' || is === 'failed'
      ? { type: 'outcome', at, step, outcome: is }
      : { type: 'reaction', at, step, is };
  });
}

/** Each happening answers one expectation: two messages of a kind take two. */
function judge(expectations: readonly Expectation[], simulation: Simulation, start: number): TestFailure[] {
  const left = new Set(simulation.happenings);
  return expectations.flatMap((expectation, index): TestFailure[] => {
    const message = judgeOne(expectation, { simulation, left, start });
    return message === undefined ? [] : [{ pointer: pointer('expect', index), message }];
  });
}

interface Judgement {
  readonly simulation: Simulation;
  /** What no expectation has taken yet. */
  readonly left: Set<Happening>;
  readonly start: number;
}

function judgeOne(expectation: Expectation, judgement: Judgement): string | undefined {
  if (expectation.never) return judgeNever(expectation.never, judgement);
  if (expectation.stands !== undefined) return judgeStands(expectation, judgement);
  const { left, start } = judgement;
  const alike = [...left].filter((happening) => matches(happening, expectation));
  const found = alike.find(({ at }) => isInTime(at, expectation, start));
  if (found) {
    left.delete(found);
    return undefined;
  }
  const what = describe(expectation);
  const when = timesOf(expectation);
  if (alike.length > 0) {
    return `Expected ${what}${when}; it happened ${alike.map(({ at }) => sinceStart(at, start)).join(', ')}.`;
  }
  const name = nameOf(expectation);
  const others = [...left].filter(
    (happening) => name !== undefined && valueOf(happening, name) !== undefined,
  );
  const seen = others.map(
    (happening) => `${String(valueOf(happening, name ?? 'sends'))} ${sinceStart(happening.at, start)}`,
  );
  const instead = seen.length > 0 ? ` Instead: ${seen.join(', ')}.` : ' Nothing of the kind happened.';
  return `Expected ${what}${when}.${instead}`;
}

function judgeNever(never: Expected, { simulation, start }: Judgement): string | undefined {
  const found = simulation.happenings.find((happening) => matches(happening, never));
  return found && `Expected never: ${describe(never)}; it happened ${sinceStart(found.at, start)}.`;
}

function judgeStands({ stands, at }: Expectation, { simulation, start }: Judgement): string | undefined {
  const moment = at === undefined ? Infinity : (momentAt(at, start) ?? start);
  const place = placeAt(simulation, moment);
  if (place === stands) return undefined;
  const where = place === undefined ? 'in no step' : `at ${place}`;
  return `Expected to stand at ${String(stands)}${at === undefined ? ' in the end' : ` ${at}`}; stands ${where}.`;
}

/** The step of the last passage at a moment: the next one that is left tells where it stood. */
function placeAt({ happenings, enrollments }: Simulation, moment: number): string | undefined {
  const last = enrollments.length - 1;
  const later = happenings.find(
    (happening) => happening.type === 'step' && happening.enrollment === last && happening.at > moment,
  );
  const hasEntered = happenings.some(({ type, at }) => type === 'enters' && at <= moment);
  if (!hasEntered) return undefined;
  if (later?.type === 'step') return later.record.step;
  return enrollments[last]?.step ?? undefined;
}

function isInTime(at: number, { at: exact, before, after }: Expectation, start: number): boolean {
  const moment = (text: string) => momentAt(text, start) ?? NaN;
  if (exact !== undefined && Math.abs(at - moment(exact)) >= MINUTE) return false;
  if (before !== undefined && at > moment(before)) return false;
  return after === undefined || at >= moment(after);
}

function describe(expected: Expected): string {
  const words = NAMES.flatMap((name) => (expected[name] === undefined ? [] : [`${name} ${expected[name]}`]));
  const details = (['channel', 'code', 'goal'] as const).flatMap((name) =>
    expected[name] === undefined ? [] : [`${name} ${expected[name]}`],
  );
  return words.join(' ') + (details.length > 0 ? ` (${details.join(', ')})` : '');
}

function timesOf({ at, before, after }: Expectation): string {
  return [
    ...(at === undefined ? [] : [` at ${at}`]),
    ...(before === undefined ? [] : [` before ${before}`]),
    ...(after === undefined ? [] : [` after ${after}`]),
  ].join('');
}

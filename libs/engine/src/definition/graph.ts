import { nearest, pointer } from '@parcours/kernel';
import type { Finding } from '@parcours/kernel';
import type { Way } from '../steps/step-type.js';

/** The code of a loop in which nothing is sure to wait. */
export const LOOP_WITHOUT_WAIT = 'journeys.loop-without-wait';

/** A step as the graph of a journey sees it. */
export interface GraphStep {
  readonly ways: readonly Way[];
  /** Steps that it names without leading to them. */
  readonly named?: readonly Way[];
  /** True where an enrollment rests here. */
  readonly rests: boolean;
}

/** A journey as a graph. */
export interface JourneyGraph {
  readonly start: string;
  readonly steps: ReadonlyMap<string, GraphStep>;
}

/** References to steps that are not there. */
export function findUnknownSteps({ start, steps }: JourneyGraph): Finding[] {
  const places = [{ next: start, at: '/start' }];
  for (const [key, { ways, named = [] }] of steps) {
    for (const { next, at } of [...ways, ...named]) places.push({ next, at: pointer('steps', key) + at });
  }
  return places.flatMap(({ next, at }) => {
    if (steps.has(next)) return [];
    const meant = nearest(next, steps.keys());
    return [
      {
        code: 'journeys.unknown-step',
        severity: 'error',
        pointer: at,
        message: `There is no step '${next}'.`,
        ...(meant === undefined ? {} : { suggestion: `Did you mean '${meant}'?` }),
      },
    ];
  });
}

/** Steps to which no way leads from the start. */
export function findUnreachableSteps({ start, steps }: JourneyGraph): Finding[] {
  const reached = new Set<string>();
  const ahead = [start];
  for (let key = ahead.pop(); key !== undefined; key = ahead.pop()) {
    if (reached.has(key)) continue;
    reached.add(key);
    for (const { next } of steps.get(key)?.ways ?? []) ahead.push(next);
  }
  return [...steps.keys()]
    .filter((key) => !reached.has(key))
    .map((key) => ({
      code: 'journeys.unreachable-step',
      severity: 'error',
      pointer: pointer('steps', key),
      message: `No way leads to step '${key}'.`,
      suggestion: 'Point a next at it, or remove it.',
    }));
}

/** Loops in which no step rests: an enrollment would spin in them. */
export function findRestlessLoops({ steps }: JourneyGraph): Finding[] {
  const finished = new Set<string>();
  const findings: Finding[] = [];
  const trail: string[] = [];
  const visit = (key: string): void => {
    const step = steps.get(key);
    if (!step || step.rests || finished.has(key)) return;
    trail.push(key);
    for (const { next, at } of step.ways) {
      const begin = trail.indexOf(next);
      if (begin >= 0) findings.push(restlessLoop([...trail.slice(begin), next], pointer('steps', key) + at));
      else visit(next);
    }
    trail.pop();
    finished.add(key);
  };
  for (const key of steps.keys()) visit(key);
  return findings;
}

function restlessLoop(keys: readonly string[], at: string): Finding {
  return {
    code: 'journeys.loop-without-wait',
    severity: 'error',
    pointer: at,
    message: `This closes a loop without a wait: ${keys.join(' → ')}.`,
    suggestion:
      'Put a wait or a wait-for into the loop: one that always waits, not until a date that may have gone by.',
  };
}

import type { JsonObject } from '@parcours/kernel';
import type { StepVisit } from '../steps/step-type.js';
import { drawRate, randomFrom } from './thompson.js';

/** Something that can be tried, with its weight among the others. */
export interface TrialArm {
  readonly key: string;
  readonly weight: number;
}

/** `first`: the first there is. `weighted`: by weights. `thompson`: what works is drawn more and more often. */
export type DrawMethod = 'first' | 'weighted' | 'thompson';

/** What was drawn, and why. */
export interface Draw {
  readonly arm: string;
  readonly detail: JsonObject;
}

/**
 * Draws one of several things for a customer at a step; the same inputs give the same draw. What an enrollment has drawn
 * at the step before stays. `undefined` where there is nothing to draw from.
 */
export function drawArm(visit: StepVisit, method: DrawMethod, arms: readonly TrialArm[]): Draw | undefined {
  const [first] = arms;
  if (!first) return undefined;
  const before = visit.tried();
  if (before !== undefined && arms.some(({ key }) => key === before)) {
    return { arm: before, detail: { drawn: 'kept' } };
  }
  if (method === 'first') return { arm: first.key, detail: { drawn: method } };
  return method === 'weighted' ? drawByWeight(visit, arms) : drawByRate(visit, arms);
}

function drawByWeight(visit: StepVisit, arms: readonly TrialArm[]): Draw {
  const chance = visit.chance();
  const total = arms.reduce((sum, { weight }) => sum + weight, 0);
  let end = 0;
  const found = arms.find(({ weight }) => {
    end += weight;
    return chance * total < end;
  });
  const { key = '', weight = 0 } = found ?? arms.at(-1) ?? {};
  return { arm: key, detail: { drawn: 'weighted', share: weight / total, chance } };
}

function drawByRate(visit: StepVisit, arms: readonly TrialArm[]): Draw {
  const drawn = arms.map(({ key }) => {
    const count = visit.trialCount(key);
    return { arm: key, ...count, draw: rounded(drawRate(count, randomFrom(visit.chance(key)))) };
  });
  const best = drawn.reduce((leader, each) => (each.draw > leader.draw ? each : leader));
  return { arm: best.arm, detail: { drawn: 'thompson', draws: drawn } };
}

function rounded(rate: number): number {
  return Math.round(rate * 1e6) / 1e6;
}

import type { TrialCount } from './trial.js';

/** Numbers from 0 up to 1, one after the other. */
export type Random = () => number;

/**
 * Numbers that look random and are the same for the same seed (mulberry32 by Tommy Ettinger, public domain).
 * @param seed from 0 up to 1
 */
export function randomFrom(seed: number): Random {
  let state = Math.floor(seed * 2 ** 32);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/**
 * A draw of how well something works, from 0 to 1: from the beta distribution of 1 + successes and 1 + failures
 * (W. R. Thompson, 1933). What was tried seldom scatters widely and gets its chance; what is known to work wins.
 */
export function drawRate({ shown, succeeded }: TrialCount, random: Random): number {
  const successes = Math.min(Math.max(succeeded, 0), Math.max(shown, 0));
  const won = drawGamma(1 + successes, random);
  const lost = drawGamma(1 + Math.max(shown, 0) - successes, random);
  return won / (won + lost);
}

/** A draw from the gamma distribution of a shape of at least 1 (G. Marsaglia, W. W. Tsang, 2000). */
function drawGamma(shape: number, random: Random): number {
  const d = shape - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  for (;;) {
    const x = drawNormal(random);
    const v = (1 + c * x) ** 3;
    if (v <= 0) continue;
    const u = 1 - random();
    if (Math.log(u) < 0.5 * x * x + d - d * v + d * Math.log(v)) return d * v;
  }
}

/** G. E. P. Box, M. E. Muller, 1958. */
function drawNormal(random: Random): number {
  const radius = Math.sqrt(-2 * Math.log(1 - random()));
  return radius * Math.cos(2 * Math.PI * random());
}

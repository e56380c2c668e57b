import { stableHash } from '@parcours/kernel';

const RANGE = 2 ** 32;

/**
 * A number from 0 up to but not including 1 that is always the same for these names: splits, holdouts and experiments
 * are sticky, on every machine and after every restart. Different names give numbers that have nothing to do with each
 * other.
 * @example chanceOf('welcome', 'split', 'c-17') // the draw of customer c-17 at the step split of the journey welcome
 */
export function chanceOf(...names: readonly string[]): number {
  return stableHash(JSON.stringify(names)) / RANGE;
}

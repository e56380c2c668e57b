import type { ConditionScope, FlipTime } from '../condition.js';
import type { CompiledTest } from '../test-kind.js';

/**
 * A list of conditions of which all must hold (`decisive` is false: one that fails decides) or any (`decisive` is true).
 * As long as some decide, the answer stays; once none is left that does, it may change with any of them.
 */
export function combinedFlip(parts: readonly CompiledTest[], decisive: boolean): FlipTime | undefined {
  if (!parts.some(({ flipsAt }) => flipsAt)) return undefined;
  return (scope) => {
    let earliest = Infinity;
    let lastDecider = -Infinity;
    for (const { holds, flipsAt } of parts) {
      const at = flipsAt?.(scope) ?? Infinity;
      if (at < earliest) earliest = at;
      if (holds(scope) === decisive && at > lastDecider) lastDecider = at;
    }
    return lastDecider === -Infinity ? earliest : lastDecider;
  };
}

/** The earliest of several flips; `undefined` where there is none. */
export function earliestFlip(flips: readonly (FlipTime | undefined)[]): FlipTime | undefined {
  const timed = flips.filter((flip) => flip !== undefined);
  if (timed.length === 0) return undefined;
  return (scope: ConditionScope) => Math.min(...timed.map((flip) => flip(scope)));
}

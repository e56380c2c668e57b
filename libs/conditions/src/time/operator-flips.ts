import { parseDuration } from '@parcours/kernel';
import { anniversaryFlip, parseMoment } from '../dates.js';

/** When an operator may next answer otherwise of the same known value, as FlipTime says. */
export type OperatorFlip = (value: unknown, now: number) => number;

/** What flips of a moment compared with an offset from now: only one that lies before `now + offset` or not yet. */
export function momentFlip(
  at: number,
  offsetMs: number,
  { now, sign }: { now: number; sign: 1 | 0 },
): number {
  // "before" becomes true one millisecond after "after" has become false.
  const flip = at - offsetMs + sign;
  return flip > now ? flip : Infinity;
}

const comparison =
  (sign: 1 | 0) =>
  (operand: unknown): OperatorFlip | undefined => {
    const offset = typeof operand === 'string' ? parseDuration(operand) : undefined;
    if (offset === undefined) return undefined;
    return (value, now) => {
      const at = parseMoment(value);
      return at === undefined ? Infinity : momentFlip(at, offset, { now, sign });
    };
  };

/** Operators whose answer time changes; `undefined` for an operand that does not move with it. */
export const OPERATOR_FLIPS: Readonly<Record<string, (operand: unknown) => OperatorFlip | undefined>> = {
  before: comparison(1),
  after: comparison(0),
  'anniversary-within': (operand) => {
    const withinMs = typeof operand === 'string' ? parseDuration(operand) : undefined;
    if (withinMs === undefined) return undefined;
    return (value, now) => {
      const at = parseMoment(value);
      return at === undefined ? Infinity : anniversaryFlip(at, now, withinMs);
    };
  },
};

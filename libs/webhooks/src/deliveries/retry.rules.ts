import type { AttemptResult, DeliveryOutcome } from './delivery.js';

const LONGEST_DELAY_MS = 6 * 3_600_000;
const GROWTH = 3;

export interface Attempted {
  /** From 1. */
  readonly attempt: number;
  /** No try after this. */
  readonly giveUpAt: number;
  readonly firstDelayMs: number;
  readonly now: number;
  /** From 0 to 1, so that what fails together does not come back together. */
  readonly spread: number;
}

/** The delay before the next try: the first one trebled each time, six hours at most, ±20 %. */
export function retryDelayMs(attempt: number, firstDelayMs: number, spread: number): number {
  const delay = Math.min(LONGEST_DELAY_MS, firstDelayMs * GROWTH ** (attempt - 1));
  return Math.round(delay * (0.8 + 0.4 * spread));
}

/** What an attempt means: done, another try later, or the end. Only 200 to 299 are a success, and 410 is final. */
export function outcomeOf(
  { status, failure, retryAfterMs }: AttemptResult,
  { attempt, giveUpAt, firstDelayMs, now, spread }: Attempted,
): DeliveryOutcome {
  if (failure === null) return { kind: 'delivered' };
  if (status === 410) return { kind: 'dead' };
  const asked = Math.min(retryAfterMs ?? 0, LONGEST_DELAY_MS);
  const at = now + Math.max(asked, retryDelayMs(attempt, firstDelayMs, spread));
  return at > giveUpAt ? { kind: 'dead' } : { kind: 'retry', at };
}

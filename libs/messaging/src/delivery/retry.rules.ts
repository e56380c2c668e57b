import type { SendError } from '@parcours/sdk';

import type { DeliveryOutcome } from '../outbox/message.js';

/** Tries after which a message is given up: about nine hours with the delays below. */
export const MAX_ATTEMPTS = 12;

const FIRST_DELAY_MS = 5_000;
const LONGEST_DELAY_MS = 3_600_000;

/** The delay before the next try: 5 s doubled each time, an hour at most, spread by ±20 % (`spread` from 0 to 1). */
export function retryDelayMs(attempt: number, spread: number): number {
  const delay = Math.min(LONGEST_DELAY_MS, FIRST_DELAY_MS * 2 ** (attempt - 1));
  return Math.round(delay * (0.8 + 0.4 * spread));
}

/** An attempt to hand something to another system that failed. */
export interface Failed {
  readonly error: SendError;
  /** 1 for the first. */
  readonly attempt: number;
  readonly now: number;
  /** From 0 to 1; one value a batch, so that messages that fail together are tried again together. */
  readonly spread: number;
}

export interface FailedAttempt extends Failed {
  readonly address: string;
}

/** When a failed attempt is made again; `undefined` when there is no use in it, or after so many. */
export function nextTryAt({ error, attempt, now, spread }: Failed, maxAttempts: number): number | undefined {
  const isFinal = error.class === 'permanent' || error.class === 'rejected-recipient';
  if (isFinal || attempt >= maxAttempts) return undefined;
  return now + Math.max(error.retryAfterMs ?? 0, retryDelayMs(attempt, spread));
}

/** What a failed attempt means: another try later, or the end. */
export function outcomeOfFailure({ address, ...failed }: FailedAttempt): DeliveryOutcome {
  const { code, detail, maybeSent = false } = failed.error;
  const failure = { code, detail };
  const at = nextTryAt(failed, MAX_ATTEMPTS);
  return at === undefined ? { kind: 'failed', address, failure } : { kind: 'retry', at, failure, maybeSent };
}

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

export interface FailedAttempt {
  readonly error: SendError;
  readonly attempt: number;
  readonly address: string;
  readonly now: number;
  /** From 0 to 1; one value a batch, so that messages that fail together are tried again together. */
  readonly spread: number;
}

/** What a failed attempt means: another try later, or the end. */
export function outcomeOfFailure({ error, attempt, address, now, spread }: FailedAttempt): DeliveryOutcome {
  const failure = { code: error.code, detail: error.detail };
  const isFinal = error.class === 'permanent' || error.class === 'rejected-recipient';
  if (isFinal || attempt >= MAX_ATTEMPTS) return { kind: 'failed', address, failure };
  const delay = Math.max(error.retryAfterMs ?? 0, retryDelayMs(attempt, spread));
  return { kind: 'retry', at: now + delay, failure, maybeSent: error.maybeSent === true };
}

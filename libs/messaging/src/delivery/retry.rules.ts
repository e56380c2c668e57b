import type { SendError, SendResult } from '@parcours/sdk';

import { isDown, wasTried } from '../gates/report.rules.js';
import type { DeliveryOutcome, MessageFailure } from '../outbox/message.js';

/** Tries after which a message is given up: about nine hours with the delays below. */
export const MAX_ATTEMPTS = 12;

const FIRST_DELAY_MS = 5_000;
const LONGEST_DELAY_MS = 3_600_000;

/** What the host itself did not take waits at least as long. */
const BUSY_MS = 1_000;

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
  /** From then on it is not worth sending any more. */
  readonly expiresAt?: number | undefined;
}

/** When a failed attempt is made again; `undefined` when there is no use in it, or after so many. */
export function nextTryAt({ error, attempt, now, spread }: Failed, maxAttempts: number): number | undefined {
  const isFinal = error.class === 'permanent' || error.class === 'rejected-recipient';
  if (isFinal || attempt >= maxAttempts) return undefined;
  return now + Math.max(error.retryAfterMs ?? 0, retryDelayMs(attempt, spread));
}

/**
 * What a failed attempt means: another try later, or the end. What its provider could not hear counts for nothing and is
 * never given up for it, and goes out soon after the settings were put right; what would be tried again too late is given
 * up at once.
 */
export function outcomeOfFailure({ address, expiresAt, ...failed }: FailedAttempt): DeliveryOutcome {
  const { error, attempt, now, spread } = failed;
  const { code, detail, maybeSent = false, retryAfterMs = 0 } = error;
  const failure = { code, detail };
  const result: SendResult = { status: 'failed', error };
  if (!wasTried(result)) return { kind: 'requeued', at: now + Math.max(retryAfterMs, BUSY_MS) };
  const counts = maybeSent || !isDown(result);
  const at = counts
    ? nextTryAt(failed, MAX_ATTEMPTS)
    : now + Math.max(error.class === 'misconfigured' ? 0 : retryAfterMs, retryDelayMs(attempt, spread));
  if (at === undefined) {
    const refusesAddress = error.class === 'rejected-recipient';
    return { kind: 'failed', address, failure, ...(refusesAddress && { refusesAddress }) };
  }
  if (expiresAt !== undefined && at >= expiresAt)
    return { kind: 'failed', address, failure: tooLate(failure) };
  return { kind: 'retry', at, failure, maybeSent, counts };
}

function tooLate({ code, detail }: MessageFailure): MessageFailure {
  return {
    code: 'messages.retry-too-late',
    detail: `The next try would come when it is not worth sending any more. The last one: ${code}: ${detail}`,
  };
}

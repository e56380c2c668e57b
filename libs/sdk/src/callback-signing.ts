import { createHash, timingSafeEqual } from 'node:crypto';

/** Whether two secrets or signatures are the same, in a time that tells nothing of where they differ. */
export function isSameSecret(given: string | undefined, expected: string): boolean {
  return given !== undefined && timingSafeEqual(digest(given), digest(expected));
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}

/** Two clocks may be apart by so much, in milliseconds. */
const SKEW_MS = 300_000;

/** The span in which a signed callback is believed. */
export interface SigningSpan {
  readonly now: number;
  /**
   * For how long the provider goes on sending what it has signed once, in milliseconds; less than the seven days for which
   * the host knows what it has already had.
   */
  readonly sentForMs: number;
}

/**
 * Whether a signature of that time may still come in: for providers that sign once and send again for hours, which the
 * five minutes of `signedAt` would shut out. Give the callback an `id` as well, so that a repetition counts for nothing.
 */
export function isTimely(signedAt: number, { now, sentForMs }: SigningSpan): boolean {
  return signedAt <= now + SKEW_MS && signedAt >= now - sentForMs - SKEW_MS;
}

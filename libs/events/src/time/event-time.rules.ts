const MINUTE_MS = 60_000;

/** A difference below this is the way of the request, not a clock that is wrong. */
export const SKEW_TOLERANCE_MS = MINUTE_MS;
/** Clocks of senders may be ahead by this much; what is further ahead is taken to have happened now. */
export const AHEAD_MAX_MS = 5 * MINUTE_MS;
/** What is further ahead than this is no clock that is wrong, but a time that is. */
export const AHEAD_REFUSED_MS = 1_440 * MINUTE_MS;

const EARLIEST = Date.UTC(2000, 0, 1);

/** Times as a sender tells them, in milliseconds since the epoch by the sender's clock. */
export interface ClaimedTime {
  readonly at: number | undefined;
  /** When the request left the sender, by the same clock as `at`. */
  readonly sentAt?: number | undefined;
}

/**
 * When an event happened, by our clock. A sender whose clock differs by more than a minute is corrected by the
 * difference (Segment's rule: received − (sent − happened)); a time up to a day ahead becomes now.
 * Answers `undefined` for a time before the year 2000 or further ahead.
 */
export function eventTime({ at, sentAt }: ClaimedTime, now: number): number | undefined {
  if (at === undefined) return now;
  const skew = sentAt === undefined ? 0 : now - sentAt;
  const corrected = Math.abs(skew) > SKEW_TOLERANCE_MS ? at + skew : at;
  if (corrected < EARLIEST || corrected > now + AHEAD_REFUSED_MS) return undefined;
  return corrected > now + AHEAD_MAX_MS ? now : corrected;
}

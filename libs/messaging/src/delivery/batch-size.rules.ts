/** About how long one batch is with its provider: so soon a pause is obeyed, and others have their turn. */
const BATCH_MS = 500;

/** For a connector of which nothing is known yet. */
export const FIRST_BATCH = 25;

const SMALLEST_BATCH = 5;
const GROWTH = 4;

/** A batch that was sent. */
export interface SentBatch {
  /** How many messages it could have had. */
  readonly size: number;
  /** How many it had. */
  readonly count: number;
  /** How long the provider took, in milliseconds. */
  readonly tookMs: number;
}

/** How many messages the next batch has at the most. What was not full says little of what a full one would take. */
export function nextBatchSize({ size, count, tookMs }: SentBatch, limit: number): number {
  const wasShort = tookMs <= BATCH_MS;
  if (count < size && wasShort) return Math.min(size, limit);
  const inTime = Math.floor((count * BATCH_MS) / Math.max(1, tookMs));
  return Math.min(limit, Math.max(SMALLEST_BATCH, Math.min(inTime, size * GROWTH)));
}

const FIRST_WAIT_MS = 250;
const LONGEST_WAIT_MS = 60_000;

/** How long to wait before another try: what the API asked for, or twice as long each time. */
export function waitOf(attempt: number, retryAfter: number | undefined, random = Math.random()): number {
  const wait = retryAfter === undefined ? FIRST_WAIT_MS * 2 ** (attempt - 1) : retryAfter * 1_000;
  // Callers that were turned away together should not come back together.
  const spread = random * FIRST_WAIT_MS;
  return Math.min(wait, LONGEST_WAIT_MS) + spread;
}

/** Waits before another try. @throws what the signal was aborted with, as soon as it is */
export async function waitBeforeRetry(
  attempt: number,
  retryAfter: number | undefined,
  signal?: AbortSignal,
): Promise<void> {
  signal?.throwIfAborted();
  await new Promise<void>((resolve) => {
    const done = () => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', done);
      resolve();
    };
    const timer = setTimeout(done, waitOf(attempt, retryAfter));
    signal?.addEventListener('abort', done);
  });
  signal?.throwIfAborted();
}

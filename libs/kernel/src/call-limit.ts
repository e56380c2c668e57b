import { setMaxListeners } from 'node:events';

/**
 * The signal of one call: aborted when its time is up or its caller gives up. Unlike `AbortSignal.timeout`, which lives
 * until it fires, nothing of it outlives the call.
 * @example
 * const limit = new CallLimit(5_000, signal);
 * try {
 *   return await fetch(url, { signal: limit.signal });
 * } finally {
 *   limit.end();
 * }
 */
export class CallLimit {
  private readonly controller = new AbortController();
  private readonly timer: NodeJS.Timeout;
  private isLate = false;

  constructor(
    timeoutMs: number,
    private readonly given?: AbortSignal,
  ) {
    this.timer = setTimeout(() => {
      this.isLate = true;
      this.abort();
    }, timeoutMs);
    if (!given) return;
    // Many calls wait for one end: more than the ten at which Node suspects a leak.
    setMaxListeners(0, given);
    given.addEventListener('abort', this.abort, { once: true });
    if (given.aborted) this.abort();
  }

  get signal(): AbortSignal {
    return this.controller.signal;
  }

  /** True where it was the time that ended the call. */
  get hasRunOut(): boolean {
    return this.isLate;
  }

  /** The call is over. */
  end(): void {
    clearTimeout(this.timer);
    this.given?.removeEventListener('abort', this.abort);
  }

  private readonly abort = (): void => {
    this.controller.abort();
  };
}

import { setMaxListeners } from 'node:events';

/** A call did not end in time; it may still be running. */
export class DeadlinePassed extends Error {}

export interface Deadline {
  /** When the signal is aborted, in milliseconds. */
  readonly timeoutMs: number;
  /** How long the function may take after that to answer what it knows, in milliseconds. */
  readonly graceMs: number;
  /** Aborting it is like the passing of the time. */
  readonly outer?: AbortSignal | undefined;
}

/**
 * Runs a function with a signal that is aborted after `timeoutMs`, or when `outer` is. A function that heeds the
 * signal can still tell what it has done; one that does not is given up after the grace, answered or not.
 * @throws DeadlinePassed, and whatever the function throws
 */
export async function withDeadline<T>(
  run: (signal: AbortSignal) => Promise<T> | T,
  { timeoutMs, graceMs, outer }: Deadline,
): Promise<T> {
  const controller = new AbortController();
  // Many calls wait for one end, and a call asks for many things: more than the ten at which Node suspects a leak.
  setMaxListeners(0, controller.signal, ...(outer ? [outer] : []));
  const timers: NodeJS.Timeout[] = [];
  let giveUp: () => void = () => undefined;
  const givenUp = new Promise<never>((_resolve, reject) => {
    giveUp = () => {
      reject(new DeadlinePassed('the call was given up'));
    };
  });
  const abort = (): void => {
    if (controller.signal.aborted) return;
    controller.abort(new DeadlinePassed('the call was given up'));
    timers.push(setTimeout(giveUp, graceMs));
  };
  timers.push(setTimeout(abort, timeoutMs));
  outer?.addEventListener('abort', abort, { once: true });
  if (outer?.aborted) abort();
  try {
    return await Promise.race([Promise.resolve().then(() => run(controller.signal)), givenUp]);
  } finally {
    timers.forEach((timer) => {
      clearTimeout(timer);
    });
    outer?.removeEventListener('abort', abort);
  }
}

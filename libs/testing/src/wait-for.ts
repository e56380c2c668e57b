import { setTimeout as delay } from 'node:timers/promises';

export interface WaitOptions {
  readonly timeoutMs?: number;
  readonly intervalMs?: number;
  /** What is awaited, and how things stand; called when the time is over. */
  readonly describe?: string | (() => string);
}

type Absent = undefined | null | false;

/** Asks again and again until the answer is there, and returns it. */
export async function waitFor<T>(
  condition: () => T | Absent | Promise<T | Absent>,
  { timeoutMs = 60_000, intervalMs = 20, describe = 'the condition' }: WaitOptions = {},
): Promise<T> {
  const deadline = performance.now() + timeoutMs;
  for (;;) {
    const answer = await condition();
    if (answer !== undefined && answer !== null && answer !== false) return answer;
    if (performance.now() > deadline) {
      const awaited = typeof describe === 'string' ? describe : describe();
      throw new Error(`waited ${timeoutMs} ms in vain for ${awaited}`);
    }
    await delay(intervalMs);
  }
}

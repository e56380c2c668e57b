import type { JobDefinition } from './job-definition.js';
import type { RegisteredHandler } from './job-handlers.js';

/** `rush`: a large batch went before, and more of the kind is likely to follow. */
export type WakePace = 'calm' | 'rush';

/**
 * Wakes workers. A wake-up says "look at this key", no more: it can come late, twice or (when Redis loses it) not at
 * all, and the sweep makes up for that. So `wake` never throws and never delays its caller.
 */
export abstract class JobRunner {
  /**
   * Wakes the handler of each key. Call it after the commit, never inside a transaction. In a rush, where the handlers
   * run all the time anyway, wake-ups of one key may be bundled for a moment; the first goes out at once.
   */
  abstract wake(job: JobDefinition, keys: readonly string[], pace?: WakePace): void;

  /** Wakes the handler of a key at a time, in milliseconds since the epoch. */
  abstract wakeAt(job: JobDefinition, key: string, at: number): void;

  /** Starts working; only in processes that carry handlers. */
  abstract start(handlers: readonly RegisteredHandler[]): void;

  /** Takes no more work and waits until the work at hand is done. */
  abstract stop(): Promise<void>;

  /** True when wake-ups can travel. */
  abstract isHealthy(): Promise<boolean>;
}

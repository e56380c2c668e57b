import { Logger } from '@nestjs/common';
import { type Clock, describeError } from '@parcours/kernel';

import type { JobDefinition } from './job-definition.js';
import type { RegisteredHandler } from './job-handlers.js';
import { JobRunner } from './job-runner.js';
import { slotOf } from './wake-slots.js';

/** Timers of the near horizon only; the sweep finds what is due later. */
const HORIZON_MS = 900_000;

interface KeyState {
  readonly handler: RegisteredHandler;
  readonly key: string;
  isRunning: boolean;
  /** A wake-up came while the key was being worked: work it once more. */
  isWanted: boolean;
}

/** Runs jobs in this process: one at a time for a key, a bounded number for a job. */
export class InProcessJobRunner extends JobRunner {
  private readonly logger = new Logger(InProcessJobRunner.name);
  private readonly handlers = new Map<string, RegisteredHandler>();
  private readonly keys = new Map<string, KeyState>();
  private readonly waiting = new Map<string, KeyState[]>();
  private readonly running = new Map<string, number>();
  private readonly timers = new Map<string, NodeJS.Timeout>();
  private readonly pending = new Set<Promise<void>>();
  private readonly abort = new AbortController();

  constructor(private readonly clock: Clock) {
    super();
  }

  override start(handlers: readonly RegisteredHandler[]): void {
    for (const handler of handlers) this.handlers.set(handler.job.name, handler);
  }

  override wake(job: JobDefinition, keys: readonly string[]): void {
    const handler = this.handlers.get(job.name);
    if (!handler || this.abort.signal.aborted) return;
    for (const key of keys) this.want(handler, key);
  }

  override wakeAt(job: JobDefinition, key: string, at: number): void {
    const delay = at - this.clock.now();
    if (delay <= 0) {
      this.wake(job, [key]);
      return;
    }
    if (delay > HORIZON_MS || this.abort.signal.aborted) return;
    const slot = slotOf(at);
    const name = `${job.name}-${key}-at-${String(slot)}`;
    if (this.timers.has(name)) return;
    const timer = setTimeout(
      () => {
        this.timers.delete(name);
        this.wake(job, [key]);
      },
      delay + slot - at,
    );
    this.timers.set(name, timer);
  }

  override async stop(): Promise<void> {
    this.abort.abort();
    for (const timer of this.timers.values()) clearTimeout(timer);
    this.timers.clear();
    this.waiting.clear();
    while (this.pending.size > 0) await Promise.all(this.pending);
  }

  override isHealthy(): Promise<boolean> {
    return Promise.resolve(!this.abort.signal.aborted);
  }

  private want(handler: RegisteredHandler, key: string): void {
    const name = `${handler.job.name}-${key}`;
    const state = this.keys.get(name) ?? { handler, key, isRunning: false, isWanted: false };
    this.keys.set(name, state);
    if (state.isWanted) return;
    state.isWanted = true;
    if (!state.isRunning) this.enqueue(state);
  }

  private enqueue(state: KeyState): void {
    const { name } = state.handler.job;
    const queue = this.waiting.get(name) ?? [];
    this.waiting.set(name, queue);
    queue.push(state);
    setImmediate(() => {
      this.dispatch(name);
    });
  }

  private dispatch(job: string): void {
    const queue = this.waiting.get(job) ?? [];
    while (queue.length > 0) {
      const state = queue[0];
      const busy = this.running.get(job) ?? 0;
      if (!state || busy >= state.handler.concurrency) return;
      queue.shift();
      this.running.set(job, busy + 1);
      const work = this.work(state).finally(() => this.pending.delete(work));
      this.pending.add(work);
    }
  }

  private async work(state: KeyState): Promise<void> {
    const { handler, key } = state;
    state.isRunning = true;
    state.isWanted = false;
    try {
      await handler.handle(key, this.abort.signal);
    } catch (error) {
      this.logger.error(
        `job ${handler.job.name}-${key} failed, the sweep will repeat it: ${describeError(error)}`,
      );
    } finally {
      this.settle(state);
    }
  }

  private settle(state: KeyState): void {
    const { job } = state.handler;
    state.isRunning = false;
    this.running.set(job.name, (this.running.get(job.name) ?? 1) - 1);
    if (state.isWanted && !this.abort.signal.aborted) this.enqueue(state);
    else this.keys.delete(`${job.name}-${state.key}`);
    this.dispatch(job.name);
  }
}

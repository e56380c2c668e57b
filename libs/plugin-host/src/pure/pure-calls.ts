import { Logger } from '@nestjs/common';
import { describeError } from '@parcours/kernel';

import { timeBoxed } from './time-box.js';

/** A plugin's function did not answer as it has to. */
export class PureCallFailed extends Error {}

/** After so many failures in a row it is not asked for a while. */
const FAILURES_TO_REST = 3;
const REST_MS = 15_000;
/** A function that goes wrong does so for thousands of customers: one line says it. */
const TELL_EVERY_MS = 60_000;

/** Calls one pure function of a plugin: time-boxed, checked, and left alone for a while when it keeps failing. */
export class PureCalls<T> {
  private readonly logger = new Logger(PureCalls.name);
  private failures = 0;
  private restsUntil = 0;
  private toldAt = -Infinity;

  constructor(
    private readonly name: string,
    private readonly accepts: (answer: unknown) => answer is T,
    private readonly timeoutMs?: number,
  ) {}

  /** @throws PureCallFailed */
  call(run: () => unknown): T {
    if (performance.now() < this.restsUntil) throw new PureCallFailed(`has failed several times in a row`);
    try {
      const answer = timeBoxed(run, this.timeoutMs);
      if (!this.accepts(answer)) throw new TypeError('it did not answer as it has to');
      this.failures = 0;
      return answer;
    } catch (cause) {
      this.failures += 1;
      const now = performance.now();
      if (this.failures >= FAILURES_TO_REST) {
        this.failures = 0;
        this.restsUntil = now + REST_MS;
      }
      const reason = describeError(cause).slice(0, 300);
      if (now - this.toldAt > TELL_EVERY_MS) {
        this.toldAt = now;
        this.logger.warn(`plugins.pure-call-failed: ${this.name}: ${reason}`);
      }
      throw new PureCallFailed(`failed: ${reason}`, { cause });
    }
  }
}

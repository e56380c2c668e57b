import {
  BrokenCircuitError,
  bulkhead,
  BulkheadRejectedError,
  CircuitState,
  circuitBreaker,
  ConsecutiveBreaker,
  handleAll,
  wrap,
} from 'cockatiel';
import type { SendError } from '@parcours/sdk';

import type { CallLimits } from './call-limits.js';

export interface CallGuardParts {
  /** Calls at the same time. */
  readonly concurrency: number;
  readonly limits: CallLimits;
  /** True for an answer that says that the other side as a whole is out of reach. */
  readonly isOutage: (answer: unknown) => boolean;
}

/** `deferrable` calls leave a place to those that are not, as far as there is more than one. */
export type CallUrgency = 'urgent' | 'deferrable';

const PAUSE_WHEN_BUSY_MS = 1_000;

/** Stands before one system that is called: so many calls at once, and none for a while after several outages in a row. */
export class CallGuard {
  private readonly breaker;
  private readonly policies;

  constructor(private readonly parts: CallGuardParts) {
    const { concurrency, limits, isOutage } = parts;
    this.breaker = circuitBreaker(handleAll.orWhenResult(isOutage), {
      halfOpenAfter: limits.openForMs,
      breaker: new ConsecutiveBreaker(limits.failuresToOpen),
    });
    const { waitingCalls } = limits;
    const urgent = wrap(bulkhead(concurrency, waitingCalls), this.breaker);
    // What can wait does so outside: an urgent call is always the next one.
    const deferrable = wrap(bulkhead(Math.max(1, concurrency - 1), waitingCalls), urgent);
    this.policies = { urgent, deferrable };
  }

  circuit(): 'closed' | 'open' | 'half-open' {
    if (this.breaker.state === CircuitState.Closed) return 'closed';
    return this.breaker.state === CircuitState.HalfOpen ? 'half-open' : 'open';
  }

  /** Runs a call. What it throws counts as an outage; for what the guard itself throws see {@link refusal}. */
  run<T>(call: () => Promise<T>, urgency: CallUrgency = 'urgent'): Promise<T> {
    return this.policies[urgency].execute(call);
  }

  /** Why the guard let nothing through; `undefined` where the call was made. */
  refusal(cause: unknown): SendError | undefined {
    if (cause instanceof BrokenCircuitError) {
      return {
        class: 'temporary',
        code: 'plugin.circuit-open',
        detail: 'It failed several times in a row and is left alone for a while.',
        retryAfterMs: this.parts.limits.openForMs,
      };
    }
    if (!(cause instanceof BulkheadRejectedError)) return undefined;
    const detail = 'Too many calls are waiting.';
    return { class: 'temporary', code: 'plugin.busy', detail, retryAfterMs: PAUSE_WHEN_BUSY_MS };
  }
}

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
import { describeError } from '@parcours/kernel';
import type {
  ConnectorCapabilities,
  HealthReport,
  OpenConnector,
  OutgoingMessage,
  SendResult,
} from '@parcours/sdk';
import type { CallLimits } from './call-limits.js';
import type { SecretScrubber } from './secret-scrubber.js';
import { checkedResults, failAll, isOutage } from './send-results.js';
import { DeadlinePassed, withDeadline } from './with-deadline.js';

/** What a handle is made of. */
export interface HandleParts {
  readonly type: string;
  readonly channel: string;
  readonly instanceKey: string;
  readonly capabilities: ConnectorCapabilities;
  readonly connector: OpenConnector;
  readonly limits: CallLimits;
  readonly scrubber: SecretScrubber;
}

/** The plugin answered something that is no list of results. */
class BadAnswer extends Error {}

/**
 * The only way to an open connector. It never throws for a batch: whatever the plugin does, each message gets a
 * result, and a plugin that hangs, throws or talks rubbish costs its own messages a retry.
 */
export class ConnectorHandle {
  readonly type: string;
  readonly channel: string;
  readonly instanceKey: string;
  readonly capabilities: ConnectorCapabilities;
  private readonly breaker;
  private readonly policy;
  private closing: Promise<void> | undefined;

  constructor(private readonly parts: HandleParts) {
    const { type, channel, instanceKey, capabilities, limits } = parts;
    this.type = type;
    this.channel = channel;
    this.instanceKey = instanceKey;
    this.capabilities = capabilities;
    this.breaker = circuitBreaker(handleAll.orWhenResult(isOutage), {
      halfOpenAfter: limits.openForMs,
      breaker: new ConsecutiveBreaker(limits.failuresToOpen),
    });
    this.policy = wrap(bulkhead(capabilities.concurrency, limits.waitingCalls), this.breaker);
  }

  /** How the circuit breaker stands. */
  circuit(): 'closed' | 'open' | 'half-open' {
    if (this.breaker.state === CircuitState.Closed) return 'closed';
    return this.breaker.state === CircuitState.HalfOpen ? 'half-open' : 'open';
  }

  /**
   * Hands messages over; one result per message, in the same order. More than `maxBatch` of them go in several calls,
   * one after the other.
   */
  async sendBatch(
    messages: readonly OutgoingMessage[],
    signal?: AbortSignal,
  ): Promise<readonly SendResult[]> {
    const { maxBatch } = this.capabilities;
    if (messages.length === 0) return [];
    if (messages.length <= maxBatch) return this.sendOnce(messages, signal);
    const results: SendResult[] = [];
    for (let at = 0; at < messages.length; at += maxBatch) {
      results.push(...(await this.sendOnce(messages.slice(at, at + maxBatch), signal)));
    }
    return results;
  }

  /** Tries the configuration; a connector that cannot be tried counts as up. */
  async verify(signal?: AbortSignal): Promise<HealthReport> {
    const { connector, limits, scrubber } = this.parts;
    if (!connector.verify) return { status: 'up' };
    try {
      const report = await withDeadline((aborted) => connector.verify?.({ signal: aborted }), {
        ...limits,
        outer: signal,
      });
      const detail = typeof report?.detail === 'string' ? { detail: scrubber.text(report.detail, 500) } : {};
      return { status: report?.status === 'up' ? 'up' : 'down', ...detail };
    } catch (cause) {
      return { status: 'down', detail: scrubber.text(describeError(cause), 500) };
    }
  }

  /** Closes the connector once; a plugin that does not come to an end is left behind. */
  close(): Promise<void> {
    this.closing ??= withDeadline(() => this.parts.connector.close(), {
      timeoutMs: 10_000,
      graceMs: 0,
    }).catch(() => undefined);
    return this.closing;
  }

  private async sendOnce(
    messages: readonly OutgoingMessage[],
    signal?: AbortSignal,
  ): Promise<readonly SendResult[]> {
    // An abort before the call begins costs nothing and says nothing about the plugin.
    if (signal?.aborted || this.closing) {
      return failAll(messages, {
        class: 'temporary',
        code: 'plugin.not-called',
        detail: 'The connector is closing.',
      });
    }
    try {
      return await this.policy.execute(() => this.call(messages, signal));
    } catch (cause) {
      return failAll(messages, this.errorOf(cause));
    }
  }

  private async call(
    messages: readonly OutgoingMessage[],
    signal?: AbortSignal,
  ): Promise<readonly SendResult[]> {
    const { connector, limits, scrubber } = this.parts;
    const answer: unknown = await withDeadline(
      (aborted) => connector.sendBatch(messages, { signal: aborted }),
      { ...limits, outer: signal },
    );
    const results = checkedResults(answer, messages.length, scrubber);
    if (!results) throw new BadAnswer();
    return results;
  }

  private errorOf(cause: unknown) {
    const { limits, scrubber } = this.parts;
    const temporary = { class: 'temporary' } as const;
    if (cause instanceof BrokenCircuitError) {
      const detail = 'The connector failed several times in a row and is left alone for a while.';
      return { ...temporary, code: 'plugin.circuit-open', detail, retryAfterMs: limits.openForMs };
    }
    if (cause instanceof BulkheadRejectedError) {
      return {
        ...temporary,
        code: 'plugin.busy',
        detail: 'Too many calls are waiting.',
        retryAfterMs: 1_000,
      };
    }
    // From here on the plugin was called: what it did before it failed nobody knows.
    const maybeSent = true;
    if (cause instanceof DeadlinePassed) {
      return {
        ...temporary,
        code: 'plugin.timed-out',
        detail: 'The connector did not answer in time.',
        maybeSent,
      };
    }
    if (cause instanceof BadAnswer) {
      const detail = 'The connector did not answer one result per message.';
      return { ...temporary, code: 'plugin.bad-answer', detail, maybeSent };
    }
    return {
      ...temporary,
      code: 'plugin.threw',
      detail: scrubber.text(describeError(cause), 500),
      maybeSent,
    };
  }
}

import type { SendResult } from '@parcours/sdk';

import type { MessageFailure } from '../outbox/message.js';

/** What the results of a batch say of the connector. */
export interface Findings {
  readonly used: number;
  readonly health: 'up' | 'down' | 'unknown';
  readonly pauseMs?: number | undefined;
  readonly error?: MessageFailure | undefined;
}

/** Refusals of our own: nothing was tried. */
const NOT_TRIED = ['plugin.circuit-open', 'plugin.busy', 'plugin.not-called'];

export function wasTried(result: SendResult): boolean {
  return result.status === 'sent' || !NOT_TRIED.includes(result.error.code);
}

/** How long the host itself wants to be left alone, in milliseconds; `undefined` where it took the batch. */
export function ownPauseMs(results: readonly SendResult[]): number | undefined {
  const pauses = results.flatMap((result) =>
    result.status === 'failed' && !wasTried(result) ? [result.error.retryAfterMs ?? 0] : [],
  );
  return pauses.length > 0 ? Math.max(...pauses) : undefined;
}

/** The other side as a whole is out of reach or refuses the settings: no message's fault. */
export function isDown(result: SendResult): boolean {
  if (result.status === 'sent') return false;
  return result.error.outage === true || result.error.class === 'misconfigured';
}

/** A provider that refuses one message for now is within reach; one that asks for a slower pace means all of them. */
export function findingsOf(results: readonly SendResult[]): Findings {
  const tried = results.filter(wasTried);
  if (tried.length === 0) return { used: 0, health: 'unknown' };
  const failures = tried.flatMap((result) => (result.status === 'failed' ? [result.error] : []));
  const throttled = failures.filter(({ class: kind }) => kind === 'throttled');
  const pauses = throttled.flatMap(({ retryAfterMs }) => retryAfterMs ?? []);
  const health = tried.every(isDown) ? 'down' : 'up';
  const [first] = health === 'down' ? failures : pauses.length > 0 ? throttled : [];
  return {
    used: tried.length,
    health,
    pauseMs: pauses.length > 0 ? Math.max(...pauses) : undefined,
    error: first && { code: first.code, detail: withoutAddresses(first.detail) },
  };
}

/** What is kept of a connector is nobody's: erasing somebody does not look there. */
function withoutAddresses(detail: string): string {
  return detail.replace(/[^\s<>@]+@[^\s<>@]+/g, '…');
}

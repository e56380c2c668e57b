import type { CallEnd, OutsideCall } from '@parcours/engine';
import type { OutcomeEntry } from '@parcours/events';
import { nextTryAt } from '@parcours/messaging';

import type { CallOutcome, CallResult } from './outside-call.js';

/** Tries after which a call is given up: about ten minutes with the delays of deliveries. */
export const MAX_CALL_ATTEMPTS = 8;

const LONGEST_TARGET = 255;

/**
 * The system that a call is made to. Calls to one system are made side by side and share a circuit breaker; no other
 * system waits for them. It is the key of a job, so it has no colon.
 */
export function targetOf(call: OutsideCall): string {
  if (call.kind === 'action') return connectorTarget(call.connector);
  if (call.kind === 'step') return `step-${call.type}`;
  const host = URL.canParse(call.url) ? new URL(call.url).host : 'nowhere';
  return `host-${host.replaceAll(':', '_')}`.slice(0, LONGEST_TARGET);
}

/** The target of what a connector does. */
export function connectorTarget(connector: string): string {
  return `connector-${connector}`;
}

/** The kinds of systems, which the name of a target begins with. */
export const CALL_KINDS = ['host', 'connector', 'step'] as const;

/** The parts of a target, such as `host-api.example.com`. */
export function systemOf({ target }: { readonly target: string }) {
  const kind = CALL_KINDS.find((each) => target.startsWith(`${each}-`)) ?? 'host';
  return { kind, system: target.slice(kind.length + 1) };
}

export interface Attempt {
  /** 1 for the first. */
  readonly attempt: number;
  readonly now: number;
  /** From 0 to 1. */
  readonly spread: number;
}

/** What an attempt means. What waits for a person to mend a configuration is never given up. */
export function outcomeOf(result: CallResult, { attempt, now, spread }: Attempt): CallOutcome {
  if ('end' in result) {
    const { end, recordId } = result;
    return { kind: 'ended', end, failure: null, ...(recordId !== undefined && { recordId }) };
  }
  const { error, status } = result;
  const { code, detail, maybeSent = false } = error;
  const answered = status === undefined ? {} : { status };
  const failure = { code, detail, ...answered };
  const most = error.class === 'misconfigured' ? Infinity : MAX_CALL_ATTEMPTS;
  const at = nextTryAt({ error, attempt, now, spread }, most);
  if (at !== undefined) return { kind: 'retry', at, failure, maybeSent };
  return { kind: 'ended', end: { succeeded: false, code, ...answered }, failure };
}

/** How the end of a call comes back to the enrollment that waits for it. */
export function callOutcome(
  whose: Pick<OutcomeEntry, 'customerKey' | 'enrollmentId' | 'step' | 'visit'>,
  end: CallEnd,
): OutcomeEntry {
  return { kind: 'outcome', ...whose, outcome: end.succeeded ? 'sent' : 'failed', call: { ...end } };
}

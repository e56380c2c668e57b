import type { JsonObject } from '@parcours/kernel';
import type { CallEnd } from '../run/passage.js';
import type { Move, StepVisit } from './step-type.js';

/** The time of one attempt at an action: what a plugin does takes longer than a request. */
export const ACTION_ATTEMPT_MS = 60_000;

/** Names that a step may give to what it saves. */
export const CONTEXT_NAME: JsonObject = {
  type: 'string',
  pattern: '^[A-Za-z_][A-Za-z0-9_-]{0,99}$',
  not: { enum: ['event', '__proto__', 'constructor', 'prototype'] },
  examples: ['score'],
};

/** Rests until the end of the step's call is known, and hears an event meanwhile. */
export function awaitCall({ now }: StepVisit, event?: string): Move {
  const events = event === undefined ? {} : { events: [event] };
  return { move: 'wait', dueAt: null, waiting: { for: 'call', since: now, ...events } };
}

/** Goes on without what the call was to bring. */
export function callFailed(end: Extract<CallEnd, { succeeded: false }>, next: string): Move {
  return { move: 'go', next, code: 'failed', detail: { reason: end.code, ...statusOf(end), next } };
}

/** The status of an HTTP answer, for a record. */
export function statusOf({ status }: CallEnd): JsonObject {
  return status === undefined ? {} : { status };
}

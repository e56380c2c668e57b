import type { MessageFailure } from '../outbox/message.js';

/** Messages that a worker may hand over, until it says what became of them or until a time. */
export interface Grant {
  readonly id: number;
  readonly count: number;
  readonly until: number;
}

/** How many messages were handed over, by the number of the slot of time in which that ended. */
export type Slots = readonly (readonly [slot: number, count: number])[];

export type WindowName = 'second' | 'minute' | 'day';

/** A connector that was out of reach several times in a row. */
export interface Outage {
  /** With these settings; other ones may do better. */
  readonly versionId?: number | undefined;
  /** In a row. */
  readonly failures: number;
  readonly lastAt: number;
  /** Nothing is tried before then; left out while there are too few failures. */
  readonly openUntil?: number | undefined;
  /** How often it was left alone since it was last within reach. */
  readonly rounds: number;
  /** Somebody is trying whether it is back, until then at the longest. */
  readonly probeUntil?: number | undefined;
}

/** What all workers know of a connector. Times are milliseconds since the epoch. */
export interface GateState {
  /** The latest time that any worker has noted: clocks differ. */
  readonly seenAt: number;
  readonly out: readonly Grant[];
  readonly used: Readonly<Partial<Record<WindowName, Slots>>>;
  /** What was handed over on a day of the warm-up. */
  readonly day?: { readonly date: string; readonly sent: number } | undefined;
  /** The provider asks to be left alone until then. */
  readonly throttledUntil?: number | undefined;
  readonly outage?: Outage | undefined;
  readonly lastError?: (MessageFailure & { readonly at: number }) | undefined;
}

export const NEW_GATE: GateState = { seenAt: 0, out: [], used: {} };

/** Whether claims have to ask: a gate that lets everything through costs them nothing. */
export function isShut({ throttledUntil = 0, outage }: GateState, now: number): boolean {
  return outage !== undefined || throttledUntil > now;
}

/** How long and how often the host bears with a connector. */
export interface CallLimits {
  /** After this a call is asked to stop, in milliseconds. */
  readonly timeoutMs: number;
  /** After this much more it is given up, in milliseconds. */
  readonly graceMs: number;
  /** How many calls may wait for a free place; more are refused at once. */
  readonly waitingCalls: number;
  /** After so many failed calls in a row the circuit opens. */
  readonly failuresToOpen: number;
  /** How long an open circuit stays open before one call is let through, in milliseconds. */
  readonly openForMs: number;
}

export const DEFAULT_CALL_LIMITS: CallLimits = {
  timeoutMs: 60_000,
  graceMs: 2_000,
  waitingCalls: 100,
  failuresToOpen: 5,
  openForMs: 15_000,
};

import { describeError } from '@parcours/kernel';

/** Renewals in the time that a claim lasts: one may fail before another process takes over. */
const RENEWALS_PER_LEASE = 3;

/** A claim on work that others would take over when its time has run out. */
export interface HeldClaim {
  /** How long a claim lasts, in milliseconds. */
  readonly leaseMs: number;
  /** Makes it last from now on. */
  readonly renew: () => Promise<void>;
  readonly warn: (message: string) => void;
}

/**
 * Renews a claim while `work` goes on, so that a slow provider costs no duplicates. A process that has died or stalls
 * renews nothing, and what it held goes to another one.
 */
export async function renewDuring<T>(claim: HeldClaim, work: () => Promise<T>): Promise<T> {
  const { leaseMs, renew, warn } = claim;
  let renewal = Promise.resolve();
  const timer = setInterval(() => {
    renewal = renewal.then(renew).catch((error: unknown) => {
      warn(`a claim was not renewed, will try again: ${describeError(error)}`);
    });
  }, leaseMs / RENEWALS_PER_LEASE);
  try {
    return await work();
  } finally {
    clearInterval(timer);
    await renewal;
  }
}

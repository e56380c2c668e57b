import type { ConsentState } from './consent.js';
import type { ConsentBasis } from './topic.type.js';

/** Why a message may not be sent to somebody. */
export type ConsentRefusal = 'consent-denied' | 'consent-pending' | 'consent-missing';

/**
 * Whether a message may go out, by what its reader has decided: `undefined` when it may. A transactional message (an
 * invoice, a password) needs no consent.
 */
export function refusalBy(
  state: ConsentState,
  { basis, isTransactional }: { readonly basis: ConsentBasis; readonly isTransactional: boolean },
): ConsentRefusal | undefined {
  if (isTransactional || state === 'granted') return undefined;
  if (state === 'denied') return 'consent-denied';
  if (state === 'pending') return 'consent-pending';
  return basis === 'opt-in' ? 'consent-missing' : undefined;
}

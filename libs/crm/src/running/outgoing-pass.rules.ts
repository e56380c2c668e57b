import { createHash } from 'node:crypto';

import { canonicalJson } from '@parcours/kernel';

import type { CrmSyncDocument } from '../declaration/crm-sync.js';
import type { SyncProgress } from '../state/sync.store.js';

/** After so long everybody is compared again, whatever their times of change say. */
export const FULL_PASS_EVERY_MS = 86_400_000;

/**
 * A change is written with the time at which its transaction began, and by the clock of its process: one that shows late
 * is looked for this far back.
 */
export const SHOWN_LATE_MS = 300_000;

type Run = NonNullable<SyncProgress['run']>;
type OutgoingPass = NonNullable<SyncProgress['out']>;

/** A run from its beginning: by changes where the last pass over everybody was of the same customers, and not long ago. */
export function runFrom(progress: SyncProgress, document: CrmSyncDocument, now: number): Run {
  const sending = sendingOf(document);
  const run = { startedAt: now, done: [], after: 0, sending };
  const { out } = progress;
  if (out?.sending !== sending || now - out.fullAt >= FULL_PASS_EVERY_MS) return run;
  return { ...run, changedSince: out.through - SHOWN_LATE_MS };
}

/** What the next run has to know of one that has come to its end. */
export function passOf({ run, out }: SyncProgress): OutgoingPass | undefined {
  if (run?.sending === undefined) return undefined;
  const { startedAt, sending, changedSince } = run;
  const fullAt = changedSince === undefined ? startedAt : (out?.fullAt ?? startedAt);
  return { sending, through: startedAt, fullAt };
}

/** Who goes out: when that changes, those who have not changed may do so for the first time. */
function sendingOf({ send }: CrmSyncDocument): string {
  return createHash('sha256')
    .update(canonicalJson(send ?? null))
    .digest('hex')
    .slice(0, 16);
}

import type { DeclaredTraits } from '@parcours/audience';
import type { CrmCalls } from '@parcours/plugin-host';
import type { SendError } from '@parcours/sdk';

import type { CrmSyncDocument } from '../declaration/crm-sync.js';
import type { Claim, SyncCounts, SyncProgress } from '../state/sync.store.js';

/** One sync in the hands of this process. */
export interface SyncTask {
  readonly claim: Claim;
  readonly key: string;
  readonly document: CrmSyncDocument;
  readonly calls: CrmCalls;
  readonly declared: DeclaredTraits;
  readonly signal: AbortSignal;
}

/** What a step came to. Nothing of a step that has failed is written but what it says. */
export interface StepOutcome {
  readonly progress: SyncProgress;
  /** Nothing is left to be done of its kind in this run. */
  readonly isOver: boolean;
  readonly failure?: SendError;
}

/** Records in one page. */
export const PAGE_SIZE = 200;

export function matchFieldOf({ document, calls }: Pick<SyncTask, 'document' | 'calls'>): string {
  return document.match.field ?? calls.records.match;
}

export function counted(progress: SyncProgress, changes: Partial<SyncCounts>): SyncProgress {
  const counts: Record<string, number> = { ...progress.counts };
  for (const [name, count] of Object.entries(changes)) counts[name] = (counts[name] ?? 0) + count;
  return { ...progress, counts: { ...progress.counts, ...counts } };
}

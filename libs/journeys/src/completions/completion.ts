import { declareJob } from '@parcours/jobs';
import type { JsonObject } from '@parcours/kernel';

/** Wakes whoever brings completions to their calls; there is one key. */
export const COMPLETION_JOB = declareJob('completions');
export const COMPLETION_KEY = 'all';

/** The event of a completion that no step waits for. */
export const COMPLETED_EVENT = 'action.completed';
/** The event of what is told of something that was completed before. */
export const CORRECTED_EVENT = 'action.corrected';

/** What came of something that a person was asked to do. */
export interface Completion {
  readonly outcome: string;
  readonly note?: string | undefined;
  /** Who has done it. */
  readonly by?: string | undefined;
  /** When, in milliseconds since the epoch; when it was told, where it is left out. */
  readonly at?: number | undefined;
  readonly properties?: JsonObject | undefined;
  readonly traits?: JsonObject | undefined;
}

/** A completion on its way to its call. */
export interface NewCompletion {
  /** The system that tells: it speaks of what it was called for, and of nothing else. */
  readonly target: string;
  readonly callId: number | undefined;
  /** The other system's id of what was made. */
  readonly recordId: string | undefined;
  readonly completion: Completion;
}

export interface CompletionRow extends NewCompletion {
  readonly id: number;
  /** How often its call was looked for in vain. */
  readonly attempts: number;
}

/** A call that something is told of. */
export interface CompletedCall {
  readonly id: number;
  readonly customerId: number;
  readonly enrollmentId: number;
  /** Null where the journey was deleted since. */
  readonly journey: string | null;
  readonly step: string;
  readonly visit: number;
  readonly target: string;
  readonly recordId: string | null;
  readonly owner: string | null;
  /** The event that its step waits for. */
  readonly awaits: string | null;
  readonly completedAt: number | null;
  readonly createdAt: number;
  /** Its enrollment stands where it has asked. */
  readonly isAwaited: boolean;
}

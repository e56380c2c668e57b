import type { ImportAction } from './import-request.js';

/** Hashes of a thing's draft on the three sides; undefined where there is none. */
export interface Sides {
  /** Here, in what is imported. */
  readonly incoming: string | undefined;
  /** There, in the installation. */
  readonly present: string | undefined;
  /** As both were when they were last brought in line; null when nothing is remembered of anything. */
  readonly base: string | undefined | null;
}

export interface Decision {
  readonly action: ImportAction;
  readonly reason: string | null;
}

const CREATE: Decision = { action: 'create', reason: null };
const UPDATE: Decision = { action: 'update', reason: null };
const UNCHANGED: Decision = { action: 'unchanged', reason: null };
const DELETE: Decision = { action: 'delete', reason: null };

const kept = (reason: string): Decision => ({ action: 'kept', reason });
const conflict = (reason: string): Decision => ({ action: 'conflict', reason });

/**
 * Compares three ways, as version control does: who has changed something since both were the same wins, and when both
 * have, a person decides. Without memory, or by force, what is imported wins.
 */
export function decide({ incoming, present, base }: Sides, force: boolean): Decision {
  const decideForOurs = force || base === null;
  if (incoming === present) return UNCHANGED;
  if (present === undefined) {
    if (decideForOurs || base === undefined) return CREATE;
    return incoming === base ? kept('deleted there') : conflict('changed here, deleted there');
  }
  if (incoming === undefined) {
    if (decideForOurs || present === base) return DELETE;
    return base === undefined ? kept('new there') : conflict('deleted here, changed there');
  }
  if (decideForOurs || present === base) return UPDATE;
  if (incoming === base) return kept('changed there');
  return conflict(base === undefined ? 'created on both sides' : 'changed on both sides');
}

import { createHash } from 'node:crypto';

import { canonicalJson, type JsonObject } from '@parcours/kernel';

import { isSame, type Person } from '../person.js';

export const DECISIONS = ['approve', 'reject'] as const;

export type Decision = (typeof DECISIONS)[number];

/** What somebody decided about a draft; the last word of each is kept. */
export interface Approval {
  readonly decision: Decision;
  readonly note: string | null;
  readonly by: Person;
  readonly at: number;
}

/** How a draft stands. */
export interface ApprovalStanding {
  /** How many have approved it, its last author aside. */
  readonly approvals: number;
  /** Whoever rejected it and has not thought better of it. */
  readonly rejectedBy: readonly Person[];
  /** Whether it may be published. */
  readonly isApproved: boolean;
}

/** Stands for the content of a draft: what was approved is this text and no other. */
export function draftHash(draft: JsonObject): string {
  return createHash('sha256').update(canonicalJson(draft)).digest('hex');
}

/** Four eyes: those of the last author do not count. A rejection stands in the way until its author approves. */
export function standingOf(
  decisions: readonly Approval[],
  { lastAuthor, required }: { lastAuthor: Person | undefined; required: number },
): ApprovalStanding {
  const others = decisions.filter(({ by }) => !lastAuthor || !isSame(by, lastAuthor));
  const approvals = others.filter(({ decision }) => decision === 'approve').length;
  const rejectedBy = decisions.filter(({ decision }) => decision === 'reject').map(({ by }) => by);
  const isApproved = required === 0 || (approvals >= required && rejectedBy.length === 0);
  return { approvals, rejectedBy, isApproved };
}

import { Injectable } from '@nestjs/common';
import { Clock } from '@parcours/kernel';
import type { SendError } from '@parcours/sdk';

import { SyncLedger } from '../running/sync-ledger.service.js';
import { counted, type StepOutcome, type SyncTask } from '../running/sync-task.js';
import { IssueStore, type SyncIssue } from '../state/issue.store.js';
import { type CrmLink, LinkStore } from '../state/link.store.js';
import type { SyncProgress } from '../state/sync.store.js';

/** People whom the CRM is asked to forget in one step. */
const AT_ONCE = 20;

/** A CRM that looks things up in an index may go on telling of people for a while whom it has deleted. */
const NEWS_COMES_LATE_MS = 86_400_000;

/** The words of a CRM may name the person, who is not to be kept anywhere. */
const REFUSED = 'The CRM did not delete a person whose customer was erased: it is to be done there by hand.';

interface Outcome {
  readonly forgotten: CrmLink[];
  readonly issues: SyncIssue[];
  /** Of the last one who was asked about. */
  after: string;
  failure?: SendError;
}

/** Has the CRM delete people whose customers were erased; until then their id there is all that is kept of them. */
@Injectable()
export class ForgottenPeople {
  constructor(
    private readonly ledger: SyncLedger,
    private readonly links: LinkStore,
    private readonly issues: IssueStore,
    private readonly clock: Clock,
  ) {}

  /** The call comes first and is written down afterwards: somebody who is not there any more counts as forgotten. */
  async step(task: SyncTask, progress: SyncProgress): Promise<StepOutcome> {
    const { syncId } = task.claim;
    const after = progress.run?.forgetting?.after ?? '';
    const waiting = await this.links.erased(this.ledger.sql, syncId, { after, limit: AT_ONCE });
    const outcome = await this.ask(task, waiting, after);
    const { failure, forgotten } = outcome;
    const now = this.clock.now();
    const forgetting = { after: outcome.after, isOver: waiting.length < AT_ONCE && !failure };
    const moved = { ...progress, ...(progress.run && { run: { ...progress.run, forgetting } }) };
    const written = await this.ledger.commit(task.claim, async (sql) => {
      await this.links.dropForgotten(sql, syncId, now - NEWS_COMES_LATE_MS);
      await this.issues.save(sql, syncId, outcome.issues);
      await this.issues.settle(sql, syncId, forgotten.map(subjectOf));
      const links = forgotten.map((link) => ({
        link: { ...link, state: 'forgotten' as const, exchangedAt: now },
      }));
      return { progress: counted(moved, { forgotten: forgotten.length }), entries: [], links };
    });
    return { progress: written, isOver: false, ...(failure && { failure }) };
  }

  private async ask(task: SyncTask, waiting: readonly CrmLink[], after: string): Promise<Outcome> {
    const outcome: Outcome = { forgotten: [], issues: [], after };
    for (const link of waiting) {
      const result = await task.calls.forget(link.recordId, task.signal);
      if (result.status === 'forgotten') outcome.forgotten.push(link);
      else if (passes(result.error)) return { ...outcome, failure: result.error };
      else outcome.issues.push(this.issueOf(link, result.error));
      outcome.after = link.recordId;
    }
    return outcome;
  }

  private issueOf(link: CrmLink, { code }: SendError): SyncIssue {
    return { subject: subjectOf(link), customerKey: null, code, detail: REFUSED, at: this.clock.now() };
  }
}

function subjectOf({ recordId }: CrmLink): string {
  return `person/${recordId}`;
}

/** Anything else is a matter of this person, or of rights that are lacking for deletion alone: the rest of the sync goes on. */
function passes({ class: kind }: SendError): boolean {
  return kind === 'temporary' || kind === 'throttled';
}

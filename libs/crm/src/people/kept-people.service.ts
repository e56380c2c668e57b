import { Injectable } from '@nestjs/common';
import type { Customer } from '@parcours/audience';
import type { Sql } from '@parcours/database';
import { Clock } from '@parcours/kernel';
import type { KeepResult, PersonToKeep } from '@parcours/sdk';

import { type LinkToSave, SyncLedger } from '../running/sync-ledger.service.js';
import { counted, type SyncTask } from '../running/sync-task.js';
import { IssueStore, type SyncIssue } from '../state/issue.store.js';
import { type CrmLink, LinkStore } from '../state/link.store.js';
import type { SyncProgress } from '../state/sync.store.js';

/** A customer who was handed to the CRM, and what became of it. */
export interface Kept {
  readonly customer: Customer;
  readonly link: CrmLink | undefined;
  readonly person: PersonToKeep;
  readonly result: KeepResult;
}

interface Outcome {
  readonly links: LinkToSave[];
  readonly issues: SyncIssue[];
  readonly settled: string[];
  sent: number;
}

/** Writes what the CRM has taken, so that it is not told again and does not come back as its own. */
@Injectable()
export class KeptPeople {
  constructor(
    private readonly ledger: SyncLedger,
    private readonly links: LinkStore,
    private readonly issues: IssueStore,
    private readonly clock: Clock,
  ) {}

  get sql(): Sql {
    return this.ledger.sql;
  }

  async write(task: SyncTask, progress: SyncProgress, kept: readonly Kept[]): Promise<SyncProgress> {
    return this.ledger.commit(task.claim, async (sql) => {
      const { syncId } = task.claim;
      const ids = kept.flatMap(({ result }) => (result.status === 'kept' ? [result.personId] : []));
      const others = await this.links.byRecords(sql, syncId, [...new Set(ids)]);
      const outcome: Outcome = { links: [], issues: [], settled: [], sent: 0 };
      for (const each of kept) this.settle(syncId, each, { others, outcome });
      await this.issues.save(sql, syncId, outcome.issues);
      await this.issues.settle(sql, syncId, outcome.settled);
      return { progress: counted(progress, { sent: outcome.sent }), entries: [], links: outcome.links };
    });
  }

  private settle(
    syncId: number,
    { customer: { externalId: customerKey }, link, person, result }: Kept,
    { others, outcome }: { others: Map<string, CrmLink>; outcome: Outcome },
  ): void {
    const now = this.clock.now();
    const subject = `customer/${customerKey}`;
    const problem = (code: string, detail: string) => {
      outcome.issues.push({ subject, customerKey, code, detail, at: now });
    };
    if (result.status === 'failed') {
      problem(result.error.code, result.error.detail);
      return;
    }
    if (result.status === 'gone') {
      if (link) outcome.links.push({ link: { ...link, state: 'gone', exchangedAt: now } });
      return;
    }
    const { personId, changedAt = now } = result;
    const other = others.get(personId);
    if (other?.state === 'linked' && other.customerKey !== null && other.customerKey !== customerKey) {
      problem('crm.record-taken', `${personId} is another customer here.`);
      return;
    }
    const made: CrmLink = link ?? {
      ...{ syncId, recordId: personId, customerKey, state: 'linked', agreed: {}, pendingId: null },
      ...{ changedAt, linkedAt: now, exchangedAt: now },
    };
    const agreed = { ...made.agreed, ...person.fields };
    const next = { ...made, recordId: personId, agreed, changedAt, exchangedAt: now };
    others.set(personId, next);
    outcome.sent += 1;
    outcome.settled.push(subject);
    outcome.links.push({ link: next });
  }
}

import { Injectable } from '@nestjs/common';
import { DraftService, PublishedContent } from '@parcours/content';
import { Database } from '@parcours/database';
import { Clock } from '@parcours/kernel';

import { CRM_SYNC_TYPE } from '../declaration/crm-sync.type.js';
import { CrmErrors } from '../crm.errors.js';
import { SyncBook } from '../running/sync-book.service.js';
import { IssueStore, type SyncIssue } from '../state/issue.store.js';
import { LinkStore, type LinkState } from '../state/link.store.js';
import { type SyncState, SyncStore } from '../state/sync.store.js';

export interface SyncStatus {
  readonly state: SyncState;
  readonly links: Readonly<Record<LinkState, number>>;
  readonly issues: { readonly count: number; readonly latest: readonly SyncIssue[] };
  readonly now: number;
}

const ISSUES_SHOWN = 20;

/** Finds how a sync stands. */
@Injectable()
export class SyncStatuses {
  constructor(
    private readonly database: Database,
    private readonly syncs: SyncStore,
    private readonly links: LinkStore,
    private readonly issues: IssueStore,
    private readonly clock: Clock,
  ) {}

  /** @throws crm.sync-not-published */
  async of({ key, syncId }: { key: string; syncId: number }): Promise<SyncStatus> {
    const { sql } = this.database;
    const state = await this.syncs.find(sql, syncId);
    if (!state) throw CrmErrors.notPublished({ key });
    return {
      state,
      links: await this.links.countByState(sql, syncId),
      issues: {
        count: await this.issues.count(sql, syncId),
        latest: await this.issues.latest(sql, syncId, ISSUES_SHOWN),
      },
      now: this.clock.now(),
    };
  }
}

/** Finds the sync of a key. */
@Injectable()
export class SyncShelf {
  constructor(
    private readonly drafts: DraftService,
    private readonly content: PublishedContent,
    private readonly book: SyncBook,
  ) {}

  /** @throws content.not-found, crm.sync-not-published */
  async find(key: string) {
    await this.drafts.require({ type: CRM_SYNC_TYPE.name, key });
    const published = (await this.content.snapshot()).byKey(CRM_SYNC_TYPE, key);
    if (!published) throw CrmErrors.notPublished({ key });
    await this.book.keep([published]);
    return { key, syncId: published.itemId, document: published.document };
  }

  beginning(...args: Parameters<SyncBook['beginning']>) {
    return this.book.beginning(...args);
  }
}

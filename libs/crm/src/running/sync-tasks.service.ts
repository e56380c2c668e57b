import { Injectable } from '@nestjs/common';
import { TraitCatalogue } from '@parcours/audience';
import { PublishedContent, type PublishedVersion } from '@parcours/content';
import { Connections } from '@parcours/messaging';
import type { SendError } from '@parcours/sdk';

import type { CrmSyncDocument } from '../declaration/crm-sync.js';
import { CRM_SYNC_TYPE } from '../declaration/crm-sync.type.js';
import type { SyncState } from '../state/sync.store.js';
import { SyncBook } from './sync-book.service.js';
import type { SyncTask } from './sync-task.js';

type Published = PublishedVersion<CrmSyncDocument>;

const NOT_PUBLISHED: SendError = {
  class: 'misconfigured',
  code: 'crm.sync-not-published',
  detail: 'The sync is not published.',
};

/** What is published of syncs, and what there is to be done by it. */
@Injectable()
export class SyncTasks {
  constructor(
    private readonly content: PublishedContent,
    private readonly connections: Connections,
    private readonly traits: TraitCatalogue,
    private readonly book: SyncBook,
  ) {}

  /** Opens what a sync needs; whatever keeps it from being worked is an answer. */
  async of(state: SyncState, signal: AbortSignal): Promise<SyncTask | { readonly error: SendError }> {
    const published = (await this.published()).find(({ itemId }) => itemId === state.syncId);
    if (!published) return { error: NOT_PUBLISHED };
    const { key, document } = published;
    const opened = await this.connections.crm(document.connector);
    if (opened.status === 'failed') return { error: opened.error };
    const declared = await this.traits.declared();
    const { syncId, fence } = state;
    return { claim: { syncId, fence }, key, document, calls: opened.value.calls, declared, signal };
  }

  /** Numbers of those that are due and published. Those that are new get their row; those that share other values begin anew. */
  async due(now: number): Promise<number[]> {
    const published = await this.published();
    await this.book.keep(published);
    const due = await this.book.due(now);
    return due.filter((id) => published.some(({ itemId }) => itemId === id));
  }

  private async published(): Promise<readonly Published[]> {
    return (await this.content.snapshot()).all(CRM_SYNC_TYPE);
  }
}

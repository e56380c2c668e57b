import { createHash } from 'node:crypto';

import { Injectable } from '@nestjs/common';
import type { PublishedVersion } from '@parcours/content';
import { Database } from '@parcours/database';
import { canonicalJson, Clock } from '@parcours/kernel';
import { RECORD_KINDS } from '@parcours/plugin-host';
import type { RecordKind } from '@parcours/sdk';

import type { CrmSyncDocument } from '../declaration/crm-sync.js';
import { type KindProgress, NO_COUNTS, type SyncProgress, SyncStore } from '../state/sync.store.js';

type Published = PublishedVersion<CrmSyncDocument>;

/** A row for each sync that is published. */
@Injectable()
export class SyncBook {
  constructor(
    private readonly database: Database,
    private readonly syncs: SyncStore,
    private readonly clock: Clock,
  ) {}

  async keep(published: readonly Published[]): Promise<void> {
    const { sql } = this.database;
    const known = new Map((await this.syncs.all(sql)).map((state) => [state.syncId, state]));
    for (const { itemId, document } of published) {
      const state = known.get(itemId);
      if (!state) await this.syncs.add(sql, itemId, this.beginning(document), 0);
      else if (state.progress.mapping !== mappingOf(document)) {
        await this.syncs.restart(sql, itemId, this.beginning(document, state.progress));
      }
    }
  }

  due(now: number): Promise<number[]> {
    return this.syncs.due(this.database.sql, now);
  }

  /** Everything is read from the beginning; what was agreed on stays known, so that nothing is told twice. */
  beginning(document: CrmSyncDocument, before?: SyncProgress): SyncProgress {
    const kinds: Partial<Record<RecordKind, KindProgress>> = {};
    for (const kind of RECORD_KINDS) {
      const known = before?.kinds[kind];
      if (known) kinds[kind] = { isLoaded: known.isLoaded, read: 0 };
    }
    return {
      mapping: mappingOf(document),
      kinds,
      counts: before?.counts ?? NO_COUNTS,
      since: before?.since ?? this.clock.now(),
    };
  }
}

/** What is shared, and with whom; how often and who is right may change without a look at everything. */
function mappingOf({ connector, match, fields, records = [], newCustomers = true }: CrmSyncDocument): string {
  const shared = {
    ...{ connector, match, records, newCustomers },
    fields: fields.map(({ trait, field, direction }) => ({ trait, field, direction })),
  };
  return createHash('sha256').update(canonicalJson(shared)).digest('hex').slice(0, 16);
}

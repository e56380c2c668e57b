import { Injectable } from '@nestjs/common';
import { CustomerLookup } from '@parcours/audience';
import { PublishedContent } from '@parcours/content';
import type { Sql } from '@parcours/database';

import type { SyncTask } from '../running/sync-task.js';
import { LinkStore } from '../state/link.store.js';
import type { SyncProgress } from '../state/sync.store.js';

/** Customers who are compared with what was agreed on in one step. */
const COMPARED = 500;

/** Customers whose time of change alone is read in one step. */
const SCANNED = 2_000;

/** Customers who may have something to tell, and how far the walk is. */
export interface OutgoingPage {
  readonly keys: readonly string[];
  /** Inner id of the last customer who was looked at. */
  readonly last: number;
  readonly isOver: boolean;
}

/** Walks the customers of a sync in the order of their inner ids; a pass by changes passes over who has not changed. */
@Injectable()
export class OutgoingPages {
  constructor(
    private readonly lookup: CustomerLookup,
    private readonly links: LinkStore,
    private readonly content: PublishedContent,
  ) {}

  async next(sql: Sql, task: SyncTask, { run }: SyncProgress): Promise<OutgoingPage> {
    const { after = 0, changedSince } = run ?? {};
    const limit = changedSince === undefined ? COMPARED : SCANNED;
    const segmentId = await this.segmentOf(task);
    const seen = await this.lookup.pageAfter(sql, { after, limit, segmentId });
    const keys =
      changedSince === undefined
        ? new Set(seen.map(({ externalId }) => externalId))
        : await this.changed(sql, task, { seen, changedSince });
    const chosen = seen.filter(({ externalId }) => keys.has(externalId));
    const rest = chosen.length > COMPARED;
    const page = chosen.slice(0, COMPARED);
    return {
      keys: page.map(({ externalId }) => externalId),
      last: (rest ? page : seen).at(-1)?.id ?? after,
      isOver: seen.length < limit && !rest,
    };
  }

  /** Who has changed themselves, or with whom something was exchanged: a link that is new may owe the CRM all its values. */
  private async changed(
    sql: Sql,
    { claim }: SyncTask,
    { seen, changedSince }: { seen: readonly SeenCustomer[]; changedSince: number },
  ): Promise<ReadonlySet<string>> {
    const [moved, still] = [new Set<string>(), [] as string[]];
    for (const { externalId, changedAt } of seen) {
      if (changedAt >= changedSince) moved.add(externalId);
      else still.push(externalId);
    }
    for (const key of await this.links.exchangedSince(sql, claim.syncId, {
      keys: still,
      since: changedSince,
    }))
      moved.add(key);
    return moved;
  }

  private async segmentOf({ document: { send } }: SyncTask): Promise<number | undefined> {
    if (send?.segment === undefined) return undefined;
    const snapshot = await this.content.snapshot();
    return snapshot.find('segments', send.segment)?.itemId ?? 0;
  }
}

type SeenCustomer = Awaited<ReturnType<CustomerLookup['pageAfter']>>[number];

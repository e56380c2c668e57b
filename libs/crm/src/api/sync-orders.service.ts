import { Injectable } from '@nestjs/common';
import { Database } from '@parcours/database';
import { ActionTrail } from '@parcours/http';
import { type Actor, Clock } from '@parcours/kernel';

import { CRM_SYNC_TYPE } from '../declaration/crm-sync.type.js';
import { SyncWaker } from '../running/sync-jobs.service.js';
import { type SyncState, SyncStore } from '../state/sync.store.js';

export type SyncOrder = 'run' | 'resync' | 'pause' | 'resume';

interface Order {
  readonly key: string;
  readonly syncId: number;
  readonly order: SyncOrder;
  readonly by: Actor;
}

const WORDS = { run: 'started', resync: 'resynced', pause: 'paused', resume: 'resumed' } as const;

/** Writes orders down, with who gave them. */
@Injectable()
export class SyncOrders {
  constructor(
    private readonly database: Database,
    private readonly syncs: SyncStore,
    private readonly trail: ActionTrail,
    private readonly waker: SyncWaker,
    private readonly clock: Clock,
  ) {}

  async write({ key, syncId, order, by }: Order, beginning: SyncState['progress']): Promise<void> {
    await this.database.transaction(async ({ sql }) => {
      if (order === 'pause') await this.syncs.pause(sql, syncId, this.clock.now());
      if (order === 'resume') await this.syncs.pause(sql, syncId, null);
      if (order === 'resync') await this.syncs.restart(sql, syncId, beginning);
      if (order === 'run' || order === 'resume') await this.syncs.hurry(sql, syncId);
      const subject = { type: CRM_SYNC_TYPE.name, key };
      await this.trail.record(sql, { action: `crm-syncs.${WORDS[order]}`, subject, by });
    });
    this.waker.wake(syncId);
  }
}

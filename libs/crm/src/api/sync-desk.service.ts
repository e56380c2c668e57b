import { Injectable } from '@nestjs/common';
import type { Actor } from '@parcours/kernel';

import { type SyncOrder, SyncOrders } from './sync-orders.service.js';
import { SyncShelf, type SyncStatus, SyncStatuses } from './sync-statuses.service.js';

/** Does what people want of a sync. */
@Injectable()
export class SyncDesk {
  constructor(
    private readonly shelf: SyncShelf,
    private readonly statuses: SyncStatuses,
    private readonly orders: SyncOrders,
  ) {}

  /** @throws content.not-found, crm.sync-not-published */
  async status(key: string): Promise<SyncStatus> {
    return this.statuses.of(await this.shelf.find(key));
  }

  /** @throws content.not-found, crm.sync-not-published */
  async order(key: string, order: SyncOrder, by: Actor): Promise<SyncStatus> {
    const found = await this.shelf.find(key);
    const { state } = await this.statuses.of(found);
    const beginning = this.shelf.beginning(found.document, state.progress);
    await this.orders.write({ ...found, order, by }, beginning);
    return this.statuses.of(found);
  }
}

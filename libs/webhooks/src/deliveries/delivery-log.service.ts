import { Injectable } from '@nestjs/common';
import { Database } from '@parcours/database';
import type { ListQuery, Page } from '@parcours/http';
import { JobRunner } from '@parcours/jobs';
import { Clock, firstIdAt, idOf } from '@parcours/kernel';

import { WebhookErrors } from '../webhooks.errors.js';
import { TRY_FOR_MS } from './delivery.js';
import { type DeliveryView, DeliveryViews } from './delivery-view.store.js';
import { DeliveryStore } from './delivery.store.js';
import { WEBHOOK_DELIVERY_JOB } from './webhook.jobs.js';

export interface ReplayRequest {
  /** When they were first to be delivered, in milliseconds since the epoch. */
  readonly since: number;
  readonly of: 'dead' | 'all';
}

/** What was delivered, and delivering it once more. */
@Injectable()
export class DeliveryLog {
  constructor(
    private readonly views: DeliveryViews,
    private readonly deliveries: DeliveryStore,
    private readonly database: Database,
    private readonly jobs: JobRunner,
    private readonly clock: Clock,
  ) {}

  async list(itemId: number, query: ListQuery): Promise<Page<DeliveryView>> {
    return this.views.list(itemId, query);
  }

  /** @throws webhooks.delivery-not-found */
  async require(itemId: number, id: string): Promise<DeliveryView> {
    const found = await this.views.find(itemId, idOf(id));
    if (!found) throw WebhookErrors.deliveryNotFound({ id });
    return found;
  }

  /** @throws webhooks.delivery-not-found, webhooks.being-delivered */
  async replay(itemId: number, id: string): Promise<DeliveryView> {
    const found = await this.require(itemId, id);
    const isQueued = await this.deliveries.replay(this.database.sql, found.id, this.fresh());
    if (!isQueued) throw WebhookErrors.beingDelivered({ id });
    this.wake(itemId);
    return this.require(itemId, id);
  }

  /** Answers how many were queued again. */
  async replaySince(itemId: number, { since, of }: ReplayRequest): Promise<number> {
    const statuses = of === 'all' ? ['dead', 'delivered'] : ['dead'];
    const request = { since, firstId: firstIdAt(since), statuses, ...this.fresh() };
    const queued = await this.deliveries.replaySince(this.database.sql, itemId, request);
    if (queued > 0) this.wake(itemId);
    return queued;
  }

  private fresh(): { at: number; giveUpAt: number } {
    const at = this.clock.now();
    return { at, giveUpAt: at + TRY_FOR_MS };
  }

  private wake(itemId: number): void {
    this.jobs.wake(WEBHOOK_DELIVERY_JOB, [String(itemId)]);
  }
}

import { Injectable } from '@nestjs/common';
import { Database } from '@parcours/database';
import { Clock, firstIdAt } from '@parcours/kernel';

import { EndpointStore } from '../endpoints/endpoint.store.js';
import { WebhookEventStore } from '../events/webhook-event.store.js';
import { DAY_MS, KEEP_FOR_MS } from './delivery.js';
import { DeliveryStore } from './delivery.store.js';

const BATCH = 1_000;
const FORGET_EVERY_MS = 3_600_000;

/** Knows which webhooks have deliveries whose time has come, and forgets what is old. */
@Injectable()
export class WebhookBacklog {
  private forgottenAt = 0;

  constructor(
    private readonly database: Database,
    private readonly endpoints: EndpointStore,
    private readonly deliveries: DeliveryStore,
    private readonly events: WebhookEventStore,
    private readonly clock: Clock,
  ) {}

  async overdue(): Promise<number[]> {
    return this.endpoints.overdue(this.database.sql, this.clock.now());
  }

  /** Events are kept a little longer than their deliveries, which may be replayed on their last day. */
  async forgetOld(): Promise<void> {
    const now = this.clock.now();
    if (now - this.forgottenAt < FORGET_EVERY_MS) return;
    const { sql } = this.database;
    let removed: number;
    do {
      removed = await this.deliveries.removeOlder(sql, firstIdAt(now - KEEP_FOR_MS), BATCH);
    } while (removed === BATCH);
    do {
      removed = await this.events.removeOlder(sql, firstIdAt(now - KEEP_FOR_MS - 2 * DAY_MS), BATCH);
    } while (removed === BATCH);
    this.forgottenAt = now;
  }
}

import { setTimeout as delay } from 'node:timers/promises';

import { Injectable } from '@nestjs/common';
import { Database } from '@parcours/database';

import { EndpointStore } from '../endpoints/endpoint.store.js';
import { DISABLED, type Listener } from '../endpoints/listener.js';
import { type StoredEvent, WebhookEventStore } from '../events/webhook-event.store.js';
import type { AttemptResult, ClaimedDelivery, DeliveryFailure, DeliveryOutcome } from './delivery.js';
import { type ClaimRequest, DeliveryStore } from './delivery.store.js';

const RECORD_ATTEMPTS = 4;
const RECORD_PAUSE_MS = 250;

/** A claimed delivery with what is to be delivered. */
export interface QueuedEvent {
  readonly delivery: ClaimedDelivery;
  readonly event: StoredEvent;
}

/** What deliveries read and write, each a transaction of its own. */
@Injectable()
export class DeliveryRecords {
  constructor(
    private readonly database: Database,
    private readonly deliveries: DeliveryStore,
    private readonly events: WebhookEventStore,
    private readonly endpoints: EndpointStore,
  ) {}

  async claim(request: ClaimRequest): Promise<QueuedEvent[]> {
    const claimed = await this.database.transaction(({ sql }) => this.deliveries.claim(sql, request));
    const events = await this.events.find(
      this.database.sql,
      claimed.map(({ eventId }) => eventId),
    );
    return claimed.flatMap((delivery) => {
      const event = events.get(delivery.eventId);
      return event ? [{ delivery, event }] : [];
    });
  }

  /** One that is attempted at once, by whoever adds it. */
  async addClaimed({ delivery, event }: QueuedEvent, itemId: number): Promise<void> {
    const { id, eventId, eventType, attempt: attempts, giveUpAt, until: queueAt } = delivery;
    const row = { id, itemId, eventId, eventType, attempts, giveUpAt, queueAt, at: event.at };
    await this.database.transaction(async ({ sql }) => {
      await this.events.add(sql, [event], { isPending: false });
      await this.deliveries.add(sql, [{ ...row, status: 'sending', failure: null }]);
    });
  }

  /** Tried again a few times: what is not recorded is sent once more, however well it arrived. */
  async finish(
    delivery: ClaimedDelivery,
    ending: { result: AttemptResult; outcome: DeliveryOutcome },
  ): Promise<void> {
    for (let attempt = 1; ; attempt++) {
      try {
        await this.deliveries.finish(this.database.sql, delivery, ending);
        return;
      } catch (error) {
        if (attempt >= RECORD_ATTEMPTS) throw error;
        await delay(RECORD_PAUSE_MS * attempt);
      }
    }
  }

  /** Its receiver said that it is gone: nothing more goes to this version of the webhook. */
  async disable({ itemId, versionId }: Listener, at: number): Promise<void> {
    await this.database.transaction(async ({ sql }) => {
      const reason = 'The receiver answered 410 (Gone).';
      await this.endpoints.disable(sql, itemId, { versionId, at, reason });
      await this.deliveries.giveUp(sql, itemId, { failure: DISABLED, at });
    });
  }

  async giveUp(itemId: number, failure: DeliveryFailure, at: number): Promise<void> {
    await this.deliveries.giveUp(this.database.sql, itemId, { failure, at });
  }

  async nextDueAt(itemId: number): Promise<number | undefined> {
    return this.deliveries.nextDueAt(this.database.sql, itemId);
  }
}

import { Injectable } from '@nestjs/common';
import type { Sql } from '@parcours/database';
import { Clock, IdGenerator } from '@parcours/kernel';

import { DISABLED, hears, type Listener } from '../endpoints/listener.js';
import { WebhookEventStore } from '../events/webhook-event.store.js';
import { TRY_FOR_MS } from './delivery.js';
import { DeliveryStore, type NewDelivery } from './delivery.store.js';

/** Turns events into deliveries. */
@Injectable()
export class WebhookQueue {
  constructor(
    private readonly events: WebhookEventStore,
    private readonly deliveries: DeliveryStore,
    private readonly ids: IdGenerator,
    private readonly clock: Clock,
  ) {}

  async pending(sql: Sql, limit: number): Promise<number[]> {
    return this.events.pendingIds(sql, limit);
  }

  /** Answers who has something to be delivered now. An event that nobody hears of is forgotten. */
  async distribute(sql: Sql, pending: readonly number[], listeners: readonly Listener[]): Promise<number[]> {
    const events = await this.events.take(sql, pending);
    const heard = events.map((event) => ({
      event,
      by: listeners.filter((listener) => hears(listener, event.type)),
    }));
    const made = heard.flatMap(({ event, by }) => by.map((listener) => this.delivery(event, listener)));
    await this.deliveries.add(sql, made);
    const idsOf = (isHeard: boolean) =>
      heard.filter(({ by }) => by.length > 0 === isHeard).map(({ event }) => event.id);
    await this.events.settle(sql, idsOf(true));
    await this.events.remove(sql, idsOf(false));
    return [...new Set(made.filter(({ queueAt }) => queueAt !== null).map(({ itemId }) => itemId))];
  }

  /** Whoever is gone hears of it when the deliveries are replayed. */
  private delivery(
    { id: eventId, type: eventType }: { id: number; type: string },
    { itemId, isDisabled }: Listener,
  ): NewDelivery {
    const at = this.clock.now();
    return {
      id: this.ids.next(),
      itemId,
      eventId,
      eventType,
      status: isDisabled ? 'dead' : 'waiting',
      queueAt: isDisabled ? null : at,
      giveUpAt: at + TRY_FOR_MS,
      attempts: 0,
      failure: isDisabled ? DISABLED : null,
      at,
    };
  }
}

import { Injectable, type OnModuleInit } from '@nestjs/common';
import { type ContentChange, ContentChanges } from '@parcours/content';
import type { Sql } from '@parcours/database';

import { WEBHOOK_TYPE } from '../declaration/webhook.type.js';
import { DeliveryStore } from '../deliveries/delivery.store.js';
import { EndpointStore } from '../endpoints/endpoint.store.js';
import { CONTENT_EVENTS, eventActor } from './content-events.js';
import { WebhookEvents } from './webhook-events.service.js';

/** Raises an event for each change of content, and forgets webhooks that are deleted. */
@Injectable()
export class ContentEvents implements OnModuleInit {
  constructor(
    private readonly changes: ContentChanges,
    private readonly events: WebhookEvents,
    private readonly endpoints: EndpointStore,
    private readonly deliveries: DeliveryStore,
  ) {}

  onModuleInit(): void {
    this.changes.subscribe({
      changing: (sql, changes) => this.changing(sql, changes),
      changed: () => {
        this.events.wake();
      },
    });
  }

  private async changing(sql: Sql, changes: readonly ContentChange[]): Promise<void> {
    await this.events.raise(
      sql,
      ...changes.map(({ action, type, key, version, note, release, by, at }) => ({
        type: CONTENT_EVENTS[action],
        data: { contentType: type, key, version, note, release, by: eventActor(by) },
        at,
      })),
    );
    const gone = changes.filter(({ type, action }) => type === WEBHOOK_TYPE.name && action === 'deleted');
    for (const { itemId } of gone) {
      await this.endpoints.remove(sql, itemId);
      await this.deliveries.removeOf(sql, itemId);
    }
  }
}

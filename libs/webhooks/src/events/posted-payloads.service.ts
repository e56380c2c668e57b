import { Injectable } from '@nestjs/common';
import { Database } from '@parcours/database';

import { WebhookEventStore } from './webhook-event.store.js';
import { payloadOf } from './webhook-payload.js';

/** What is posted for an event, for people to look at. */
@Injectable()
export class PostedPayloads {
  constructor(
    private readonly database: Database,
    private readonly events: WebhookEventStore,
  ) {}

  /** Undefined when the event was forgotten. */
  async find(eventId: number): Promise<string | undefined> {
    const event = (await this.events.find(this.database.sql, [eventId])).get(eventId);
    return event && payloadOf(event);
  }
}

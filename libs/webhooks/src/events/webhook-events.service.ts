import { Injectable } from '@nestjs/common';
import type { Sql } from '@parcours/database';
import { JobRunner } from '@parcours/jobs';
import { IdGenerator } from '@parcours/kernel';

import { FAN_OUT_JOB, FAN_OUT_KEY } from '../deliveries/webhook.jobs.js';
import type { WebhookEventType } from './webhook-event.js';
import { WebhookEventStore } from './webhook-event.store.js';

export interface RaisedEvent<D extends object = object> {
  readonly type: WebhookEventType<D>;
  readonly data: D;
  /** When it happened, in milliseconds since the epoch. */
  readonly at: number;
}

/** Where other modules tell what has happened. */
@Injectable()
export class WebhookEvents {
  constructor(
    private readonly events: WebhookEventStore,
    private readonly ids: IdGenerator,
    private readonly jobs: JobRunner,
  ) {}

  /**
   * Writes down, in the transaction of what happened, that it did: one insert, however many webhooks want to hear of it.
   * Call `wake` after the commit.
   */
  async raise<D extends object>(sql: Sql, ...raised: readonly RaisedEvent<D>[]): Promise<void> {
    const events = raised.map(({ type, data, at }) => ({
      id: this.ids.next(),
      type: type.name,
      data: JSON.stringify(data),
      at,
    }));
    await this.events.add(sql, events, { isPending: true });
  }

  /** Spares the deliveries waiting for the sweep. */
  wake(): void {
    this.jobs.wake(FAN_OUT_JOB, [FAN_OUT_KEY]);
  }
}

import { Injectable } from '@nestjs/common';
import { Database } from '@parcours/database';
import { JobRunner } from '@parcours/jobs';

import { DeliveryTargets } from '../endpoints/delivery-targets.service.js';
import { WebhookQueue } from './webhook-queue.service.js';
import { WEBHOOK_DELIVERY_JOB } from './webhook.jobs.js';

const BATCH = 200;

/** Makes a delivery for each webhook that wants to hear of an event. */
@Injectable()
export class FanOut {
  constructor(
    private readonly database: Database,
    private readonly queue: WebhookQueue,
    private readonly targets: DeliveryTargets,
    private readonly jobs: JobRunner,
  ) {}

  async run(signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      // In this order: a webhook that was published before an event was raised is seen to listen to it.
      const pending = await this.queue.pending(this.database.sql, BATCH);
      if (pending.length === 0) return;
      const listeners = await this.targets.listeners();
      const woken = await this.database.transaction(({ sql }) =>
        this.queue.distribute(sql, pending, listeners),
      );
      this.jobs.wake(WEBHOOK_DELIVERY_JOB, woken.map(String));
      if (pending.length < BATCH) return;
    }
  }
}

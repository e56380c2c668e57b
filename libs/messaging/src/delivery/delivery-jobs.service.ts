import { Injectable, type OnModuleInit } from '@nestjs/common';
import { JobHandlers, Sweeps } from '@parcours/jobs';

import {
  DELIVERY_JOB,
  MESSAGE_CATEGORIES,
  type MessageCategory,
  URGENT_DELIVERY_JOB,
} from '../outbox/message.js';
import { DeliveryBacklog } from './delivery-backlog.service.js';
import { type Delivery, DeliveryRunner } from './delivery-runner.service.js';
import { DeliveryWaker, parseDeliveryKey } from './delivery-waker.service.js';

/** Shares of all connectors that one process delivers at the same time, of each category. */
const CONCURRENCY = 8;

/** Connects deliveries with wake-ups and the sweep. */
@Injectable()
export class DeliveryJobs implements OnModuleInit {
  constructor(
    private readonly runner: DeliveryRunner,
    private readonly waker: DeliveryWaker,
    private readonly handlers: JobHandlers,
    private readonly sweeps: Sweeps,
    private readonly backlog: DeliveryBacklog,
  ) {}

  onModuleInit(): void {
    for (const job of [DELIVERY_JOB, URGENT_DELIVERY_JOB]) {
      this.handlers.register(job, { concurrency: CONCURRENCY }, (key, signal) =>
        this.run(parseDeliveryKey(key), signal),
      );
    }
    // Side by side: where wake-ups are lost a backlog of the one must not hold up the other.
    for (const category of MESSAGE_CATEGORIES) {
      this.sweeps.register(`${category}-deliveries`, (signal) => this.sweep(category, signal));
    }
  }

  private async run(delivery: Delivery, signal: AbortSignal): Promise<void> {
    const { nextAt, isExact = false } = await this.runner.run(delivery, signal);
    if (nextAt === undefined || signal.aborted) return;
    const { connectorId, share } = delivery;
    if (isExact) this.waker.wakeExactly(connectorId, share, nextAt);
    else this.waker.wakeAt(connectorId, share, nextAt);
  }

  private async sweep(category: MessageCategory, signal: AbortSignal): Promise<void> {
    for (const { connectorId, share } of await this.backlog.overdue(category)) {
      if (signal.aborted) return;
      await this.run({ connectorId, share, isThorough: true }, signal);
    }
  }
}

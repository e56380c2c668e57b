import { Injectable, type OnModuleInit } from '@nestjs/common';
import { JobHandlers, Sweeps } from '@parcours/jobs';

import { DELIVERY_JOB } from '../outbox/message.js';
import { DeliveryBacklog } from './delivery-backlog.service.js';
import { type Delivery, DeliveryRunner } from './delivery-runner.service.js';
import { DeliveryWaker, parseDeliveryKey } from './delivery-waker.service.js';

/** Shares of all connectors that one process delivers at the same time. */
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
    this.handlers.register(DELIVERY_JOB, { concurrency: CONCURRENCY }, (key, signal) =>
      this.run(parseDeliveryKey(key), signal),
    );
    this.sweeps.register('deliveries', (signal) => this.sweep(signal));
  }

  private async run(delivery: Delivery, signal: AbortSignal): Promise<void> {
    const { nextAt } = await this.runner.run(delivery, signal);
    const { connectorId, share } = delivery;
    if (nextAt !== undefined && !signal.aborted) this.waker.wakeAt(connectorId, share, nextAt);
  }

  private async sweep(signal: AbortSignal): Promise<void> {
    for (const { connectorId, share } of await this.backlog.overdue()) {
      if (signal.aborted) return;
      await this.run({ connectorId, share, isThorough: true }, signal);
    }
  }
}

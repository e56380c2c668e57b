import { Injectable, type OnModuleInit } from '@nestjs/common';
import { JobHandlers, Sweeps } from '@parcours/jobs';

import { DELIVERY_JOB } from '../outbox/message.js';
import { DeliveryBacklog } from './delivery-backlog.service.js';
import { DeliveryRunner } from './delivery-runner.service.js';
import { DELIVERY_SHARES, DeliveryWaker, parseDeliveryKey } from './delivery-waker.service.js';

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
    this.handlers.register(DELIVERY_JOB, { concurrency: CONCURRENCY }, (key, signal) => {
      const { connectorId, share } = parseDeliveryKey(key);
      return this.run(connectorId, share, signal);
    });
    this.sweeps.register('deliveries', (signal) => this.sweep(signal));
  }

  private async run(connectorId: number, share: number, signal: AbortSignal): Promise<void> {
    const { nextAt } = await this.runner.run(connectorId, share, signal);
    if (nextAt !== undefined && !signal.aborted) this.waker.wakeAt(connectorId, share, nextAt);
  }

  private async sweep(signal: AbortSignal): Promise<void> {
    for (const connectorId of await this.backlog.overdue()) {
      for (let share = 0; share < DELIVERY_SHARES && !signal.aborted; share++) {
        await this.run(connectorId, share, signal);
      }
    }
  }
}

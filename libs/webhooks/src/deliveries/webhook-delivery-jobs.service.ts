import { Injectable, type OnModuleInit } from '@nestjs/common';
import { JobHandlers, JobRunner, Sweeps } from '@parcours/jobs';

import { WebhookBacklog } from './webhook-backlog.service.js';
import { WebhookDeliveryRunner } from './webhook-delivery-runner.service.js';
import { WEBHOOK_DELIVERY_JOB } from './webhook.jobs.js';

/** Webhooks that one process delivers to at the same time: most of it is waiting for answers. */
const CONCURRENCY = 32;

/** Connects deliveries with wake-ups and the sweep. */
@Injectable()
export class WebhookDeliveryJobs implements OnModuleInit {
  constructor(
    private readonly runner: WebhookDeliveryRunner,
    private readonly backlog: WebhookBacklog,
    private readonly handlers: JobHandlers,
    private readonly sweeps: Sweeps,
    private readonly jobs: JobRunner,
  ) {}

  onModuleInit(): void {
    this.handlers.register(WEBHOOK_DELIVERY_JOB, { concurrency: CONCURRENCY }, (key, signal) =>
      this.deliver(Number(key), signal),
    );
    this.sweeps.register('webhook-deliveries', (signal) => this.sweep(signal));
    this.sweeps.register('webhook-log', () => this.backlog.forgetOld());
  }

  private async deliver(itemId: number, signal: AbortSignal): Promise<void> {
    const nextAt = await this.runner.run(itemId, signal);
    if (nextAt === undefined || signal.aborted) return;
    this.jobs.wakeAt(WEBHOOK_DELIVERY_JOB, String(itemId), nextAt);
  }

  /** Side by side: a receiver that is slow holds up nobody else. */
  private async sweep(signal: AbortSignal): Promise<void> {
    const overdue = await this.backlog.overdue();
    await Promise.all(overdue.map((itemId) => this.deliver(itemId, signal)));
  }
}

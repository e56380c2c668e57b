import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import { type JobDefinition, JobRunner } from '@parcours/jobs';
import { Clock } from '@parcours/kernel';

import {
  categoryOfShare,
  DELIVERY_JOB,
  type NewMessage,
  type Redelivered,
  shareOf,
  URGENT_DELIVERY_JOB,
} from '../outbox/message.js';

/** From this size on a batch is part of a rush: what counts is throughput. */
const RUSH_MESSAGES = 100;

/** Names one share of a connector's messages: the key of a delivery job. */
export function deliveryKey(connectorId: number, share: number): string {
  return `${String(connectorId)}-${String(share)}`;
}

/** The connector and the share that a key names. */
export function parseDeliveryKey(key: string): { connectorId: number; share: number } {
  const [connectorId, share] = key.split('-').map(Number);
  return { connectorId: connectorId ?? 0, share: share ?? 0 };
}

/** The job that works a share. */
export function deliveryJobOf(share: number): JobDefinition {
  return categoryOfShare(share) === 'transactional' ? URGENT_DELIVERY_JOB : DELIVERY_JOB;
}

type Queued = Redelivered | Pick<NewMessage, 'connectorId' | 'lane' | 'category'>;

/** Waits as short as this are kept by a timer of the process; the sweep covers one that ends before it. */
const NEAR_MS = 2_000;

@Injectable()
export class DeliveryWaker implements OnModuleDestroy {
  private readonly timers = new Map<string, { readonly at: number; readonly timer: NodeJS.Timeout }>();

  constructor(
    private readonly jobs: JobRunner,
    private readonly clock: Clock,
  ) {}

  onModuleDestroy(): void {
    for (const { timer } of this.timers.values()) clearTimeout(timer);
  }

  /** After the commit that queued these messages. */
  wakeFor(messages: readonly Queued[]): void {
    const keys = new Map<JobDefinition, string[]>();
    for (const message of messages) {
      const share = 'share' in message ? message.share : shareOf(message);
      const job = deliveryJobOf(share);
      const known = keys.get(job) ?? [];
      keys.set(job, known);
      known.push(deliveryKey(message.connectorId, share));
    }
    // What is urgent is not part of the rush of the rest.
    for (const [job, woken] of keys) {
      this.jobs.wake(job, [...new Set(woken)], woken.length >= RUSH_MESSAGES ? 'rush' : 'calm');
    }
  }

  wakeAt(connectorId: number, share: number, at: number): void {
    this.jobs.wakeAt(deliveryJobOf(share), deliveryKey(connectorId, share), at);
  }

  /** As `wakeAt`, which bundles what is due at about the same time and is up to a quarter of a second late. */
  wakeExactly(connectorId: number, share: number, at: number): void {
    const delay = at - this.clock.now();
    const key = deliveryKey(connectorId, share);
    if (delay <= 0 || delay > NEAR_MS) {
      this.wakeAt(connectorId, share, at);
      return;
    }
    const known = this.timers.get(key);
    if (known && known.at <= at) return;
    clearTimeout(known?.timer);
    const wake = () => {
      this.timers.delete(key);
      this.jobs.wake(deliveryJobOf(share), [key]);
    };
    this.timers.set(key, { at, timer: setTimeout(wake, delay).unref() });
  }
}

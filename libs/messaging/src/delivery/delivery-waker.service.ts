import { Injectable } from '@nestjs/common';
import { JobRunner } from '@parcours/jobs';

import { DELIVERY_JOB, type Redelivered, shareOf } from '../outbox/message.js';

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

@Injectable()
export class DeliveryWaker {
  constructor(private readonly jobs: JobRunner) {}

  /** After the commit that queued these messages. */
  wakeFor(messages: readonly Redelivered[]): void {
    const keys = new Set(messages.map(({ connectorId, lane }) => deliveryKey(connectorId, shareOf(lane))));
    this.jobs.wake(DELIVERY_JOB, [...keys], messages.length >= RUSH_MESSAGES ? 'rush' : 'calm');
  }

  wakeAt(connectorId: number, share: number, at: number): void {
    this.jobs.wakeAt(DELIVERY_JOB, deliveryKey(connectorId, share), at);
  }
}

import { Injectable } from '@nestjs/common';
import { ParcoursConfig } from '@parcours/config';
import { Clock } from '@parcours/kernel';

import { type DeliveryTarget, DeliveryTargets } from '../endpoints/delivery-targets.service.js';
import { DISABLED, type Listener, NOT_IN_USE } from '../endpoints/listener.js';
import type { AttemptResult } from './delivery.js';
import { DeliveryRecords, type QueuedEvent } from './delivery-records.service.js';
import { DeliverySender } from './delivery-sender.service.js';
import { outcomeOf } from './retry.rules.js';

/** Deliveries to one webhook at the same time. */
const AT_ONCE = 8;

/** After this a webhook lets others have a turn. */
const TURN_MS = 5_000;

/** A receiver that does not answer is left alone for some time-outs, so that it takes no turns from those that do. */
const REST_TIMEOUTS = 2;

/** Somebody else is just claiming what is due: look again a little later. */
const HELD_RETRY_MS = 250;

/** Delivers to one webhook: claim, send, record; batch after batch. */
@Injectable()
export class WebhookDeliveryRunner {
  private readonly restsUntil = new Map<number, number>();

  constructor(
    private readonly targets: DeliveryTargets,
    private readonly records: DeliveryRecords,
    private readonly sender: DeliverySender,
    private readonly clock: Clock,
    private readonly config: ParcoursConfig,
  ) {}

  /** Answers when to look again; undefined when nothing waits. */
  async run(itemId: number, stop: AbortSignal): Promise<number | undefined> {
    const turnEnds = performance.now() + TURN_MS;
    while (!stop.aborted) {
      const restsUntil = this.restsUntil.get(itemId) ?? 0;
      if (restsUntil > this.clock.now()) return restsUntil;
      const listener = await this.targets.listener(itemId);
      if (!listener || listener.isDisabled) {
        await this.records.giveUp(itemId, listener ? DISABLED : NOT_IN_USE, this.clock.now());
        return undefined;
      }
      const claimed = await this.claim(itemId);
      const target = once(() => this.targets.published(listener));
      await Promise.all(claimed.map((queued) => this.deliver(queued, { listener, target, stop })));
      if (claimed.length < AT_ONCE) return this.nextLook(itemId, claimed.length);
      if (performance.now() > turnEnds) return this.clock.now();
    }
    return undefined;
  }

  /** The claim outlasts any attempt: who dies meanwhile has it taken over by somebody else. */
  private async claim(itemId: number): Promise<QueuedEvent[]> {
    const now = this.clock.now();
    const until = now + this.sender.timeoutMs + this.config.work.leaseMs;
    return this.records.claim({ itemId, now, limit: AT_ONCE, until });
  }

  private async nextLook(itemId: number, claimed: number): Promise<number | undefined> {
    const dueAt = await this.records.nextDueAt(itemId);
    if (dueAt === undefined || claimed > 0) return dueAt;
    return Math.max(dueAt, this.clock.now() + HELD_RETRY_MS);
  }

  private async deliver(
    { delivery, event }: QueuedEvent,
    {
      listener,
      target,
      stop,
    }: { listener: Listener; target: () => Promise<DeliveryTarget>; stop: AbortSignal },
  ): Promise<void> {
    const result = await this.sender.send(event, target, stop);
    const { attempt, giveUpAt } = delivery;
    const firstDelayMs = this.config.outgoing.webhookRetryMs;
    const now = this.clock.now();
    const outcome = outcomeOf(result, { attempt, giveUpAt, firstDelayMs, now, spread: Math.random() });
    await this.records.finish(delivery, { result, outcome });
    this.noteSilence(listener.itemId, result);
    if (result.status === 410) await this.records.disable(listener, now);
  }

  private noteSilence(itemId: number, { failure }: AttemptResult): void {
    const restMs = this.sender.timeoutMs * REST_TIMEOUTS;
    if (failure?.code === 'outgoing.timeout') this.restsUntil.set(itemId, this.clock.now() + restMs);
    else this.restsUntil.delete(itemId);
  }
}

/** Asked for once, however many ask. */
function once<T>(ask: () => Promise<T>): () => Promise<T> {
  let asked: Promise<T> | undefined;
  return () => (asked ??= ask());
}

import { Injectable } from '@nestjs/common';
import { Clock } from '@parcours/kernel';
import type { SendResult } from '@parcours/sdk';

import { Connections } from '../connectors/connections.service.js';
import {
  categoryOfShare,
  type ClaimedMessage,
  type DeliveryOutcome,
  type FinishedMessage,
} from '../outbox/message.js';
import { FIRST_BATCH, nextBatchSize } from './batch-size.rules.js';
import { DeliveryBatch } from './delivery-batch.service.js';
import { type Claim, DeliveryClaims } from './delivery-claims.service.js';
import { deliveryKey } from './delivery-waker.service.js';
import { MessageRenderer, type Rendered } from './message-renderer.service.js';
import { outcomeOfFailure } from './retry.rules.js';

/** After this a delivery lets others have a turn. */
const TURN_MS = 5_000;

/** Messages are queued with the time at which their batch began; one that is committed later than this waits for the sweep. */
const LONGEST_BATCH_MS = 5_000;

/** Somebody else holds what is due: look again a little later. */
const HELD_RETRY_MS = 250;

export interface DeliveryTurn {
  /** When to look again; `undefined` when nothing waits. */
  readonly nextAt: number | undefined;
  /** Not a moment later: what a limit lets through is soon used by others. */
  readonly isExact?: boolean;
}

/** One share of a connector's messages. */
export interface Delivery {
  readonly connectorId: number;
  readonly share: number;
  /** Looks through the whole queue, where usually only its living end is read. */
  readonly isThorough?: boolean;
}

type Sendable = Extract<Rendered, { outgoing: unknown }>;

/** Delivers the messages of one share of a connector: claim, render, send, record; batch after batch. */
@Injectable()
export class DeliveryRunner {
  private readonly livingEnds = new Map<string, number>();
  private readonly batchSizes = new Map<string, number>();

  constructor(
    private readonly claims: DeliveryClaims,
    private readonly batch: DeliveryBatch,
    private readonly renderer: MessageRenderer,
    private readonly connections: Connections,
    private readonly clock: Clock,
  ) {}

  async run({ isThorough = false, ...delivery }: Delivery, signal: AbortSignal): Promise<DeliveryTurn> {
    const turnEnds = performance.now() + TURN_MS;
    const name = deliveryKey(delivery.connectorId, delivery.share);
    if (isThorough) this.livingEnds.delete(name);
    let hasClaimed = false;
    while (!signal.aborted) {
      const from = this.livingEnds.get(name) ?? 0;
      const size = Math.min(this.batchSizes.get(name) ?? FIRST_BATCH, this.claims.limit);
      const claim = await this.claims.take({ ...delivery, from }, size);
      const { messages: claimed, limit, refusedUntil } = claim;
      if (refusedUntil !== undefined) return { nextAt: refusedUntil, isExact: true };
      if (claimed.length > 0) {
        const tookMs = await this.deliver(delivery, claim);
        const sent = { size, count: claimed.length, tookMs };
        this.batchSizes.set(name, nextBatchSize(sent, this.claims.limit));
      }
      hasClaimed ||= claimed.length > 0;
      this.noteLivingEnd(name, claimed);
      if (claimed.length < limit) break;
      if (performance.now() > turnEnds) return { nextAt: this.clock.now() };
    }
    const from = this.livingEnds.get(name) ?? 0;
    const dueAt = await this.batch.nextDueAt({ ...delivery, from });
    if (dueAt === undefined || hasClaimed) return { nextAt: dueAt };
    return { nextAt: Math.max(dueAt, this.clock.now() + HELD_RETRY_MS) };
  }

  /** Everything due before the last message claimed is taken: its index entries need not be walked over again. */
  private noteLivingEnd(name: string, claimed: readonly ClaimedMessage[]): void {
    const last = claimed.at(-1);
    if (!last) return;
    this.livingEnds.set(name, Math.max(this.livingEnds.get(name) ?? 0, last.queueAt - LONGEST_BATCH_MS));
  }

  /** Answers how long the provider took, in milliseconds. */
  private async deliver(delivery: Delivery, claim: Claim): Promise<number> {
    const rendered = await this.renderer.render(claim.messages);
    const sendable = rendered.filter((each): each is Sendable => 'outgoing' in each);
    return this.claims.keepDuring(claim, async () => {
      const startedAt = performance.now();
      const results = await this.send(delivery, sendable);
      const tookMs = performance.now() - startedAt;
      const also = this.claims.ending(claim, [...results.values()]);
      const now = this.clock.now();
      const spread = Math.random();
      const finished = rendered.map((each): FinishedMessage => {
        const { message } = each;
        if (!('outgoing' in each)) return { message, outcome: each.outcome };
        const result = results.get(message.id);
        return { message, outcome: outcomeOf(each, result, { now, spread }) };
      });
      await this.batch.finish(finished, now, also);
      return tookMs;
    });
  }

  private async send(
    { connectorId, share }: Delivery,
    sendable: readonly Sendable[],
  ): Promise<ReadonlyMap<number, SendResult>> {
    if (sendable.length === 0) return new Map();
    const outgoing = sendable.map((each) => each.outgoing);
    const urgency = categoryOfShare(share) === 'transactional' ? 'urgent' : 'deferrable';
    const results = await this.connections.send(connectorId, outgoing, urgency);
    return new Map(
      sendable.flatMap(({ message }, at) => {
        const result = results[at];
        return result ? [[message.id, result] as const] : [];
      }),
    );
  }
}

const UNANSWERED: SendResult = {
  status: 'failed',
  error: {
    class: 'temporary',
    code: 'plugins.no-result',
    detail: 'The connector gave no result.',
    maybeSent: true,
  },
};

function outcomeOf(
  { message, outgoing }: Sendable,
  result: SendResult = UNANSWERED,
  { now, spread }: { now: number; spread: number },
): DeliveryOutcome {
  const address = outgoing.to;
  if (result.status === 'sent') return { kind: 'sent', address, providerId: result.providerId };
  const { attempt, expiresAt } = message;
  return outcomeOfFailure({ error: result.error, attempt, expiresAt, address, now, spread });
}

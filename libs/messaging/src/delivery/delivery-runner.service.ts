import { Injectable } from '@nestjs/common';
import { Clock } from '@parcours/kernel';
import type { SendResult } from '@parcours/sdk';

import { Connections } from '../connectors/connections.service.js';
import type { DeliveryOutcome, FinishedMessage } from '../outbox/message.js';
import { DeliveryBatch } from './delivery-batch.service.js';
import { type Claim, DeliveryClaims } from './delivery-claims.service.js';
import { DELIVERY_SHARES } from './delivery-waker.service.js';
import { MessageRenderer, type Rendered } from './message-renderer.service.js';
import { outcomeOfFailure } from './retry.rules.js';

/** After this a delivery lets others have a turn. */
const TURN_MS = 5_000;

export interface DeliveryTurn {
  /** When to look again; `undefined` when nothing waits. */
  readonly nextAt: number | undefined;
}

type Sendable = Extract<Rendered, { outgoing: unknown }>;

/** Delivers the messages of one share of a connector: claim, render, send, record; batch after batch. */
@Injectable()
export class DeliveryRunner {
  constructor(
    private readonly claims: DeliveryClaims,
    private readonly batch: DeliveryBatch,
    private readonly renderer: MessageRenderer,
    private readonly connections: Connections,
    private readonly clock: Clock,
  ) {}

  async run(connectorId: number, share: number, signal: AbortSignal): Promise<DeliveryTurn> {
    const turnEnds = performance.now() + TURN_MS;
    const { limit } = this.claims;
    let from = 0;
    while (!signal.aborted) {
      const claim = await this.claims.take({ connectorId, share, from });
      const { messages: claimed } = claim;
      if (claimed.length > 0) await this.deliver(connectorId, claim);
      // A full batch says that nothing due earlier is left; the next claim need not walk over those entries again.
      from = claimed.length >= limit ? Math.max(...claimed.map(({ queueAt }) => queueAt)) : 0;
      if (claimed.length < limit) break;
      if (performance.now() > turnEnds) return { nextAt: this.clock.now() };
    }
    return { nextAt: await this.batch.nextDueAt({ connectorId, share, shares: DELIVERY_SHARES }) };
  }

  private async deliver(connectorId: number, claim: Claim): Promise<void> {
    const rendered = await this.renderer.render(claim.messages);
    const sendable = rendered.filter((each): each is Sendable => 'outgoing' in each);
    const results = await this.claims.keepDuring(claim, () => this.send(connectorId, sendable));
    const now = this.clock.now();
    const spread = Math.random();
    const finished = rendered.map((each): FinishedMessage => {
      const { message } = each;
      if (!('outgoing' in each)) return { message, outcome: each.outcome };
      const result = results.get(message.id);
      return { message, outcome: outcomeOf(each, result, { now, spread }) };
    });
    await this.batch.finish(finished, now);
  }

  private async send(
    connectorId: number,
    sendable: readonly Sendable[],
  ): Promise<ReadonlyMap<number, SendResult>> {
    if (sendable.length === 0) return new Map();
    const outgoing = sendable.map((each) => each.outgoing);
    const results = await this.connections.send(connectorId, outgoing);
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
  return outcomeOfFailure({ error: result.error, attempt: message.attempt, address, now, spread });
}

import { Injectable, Logger } from '@nestjs/common';
import { ParcoursConfig } from '@parcours/config';
import { Database } from '@parcours/database';
import { Clock, describeError } from '@parcours/kernel';

import type { ClaimedMessage } from '../outbox/message.js';
import { type DeliveryShare, MessageStore } from '../outbox/message.store.js';

/** Messages that this process alone may send, until a time. */
export interface Claim {
  readonly messages: readonly ClaimedMessage[];
  readonly until: number;
}

/** Renewals in the time that a claim lasts: one may fail before another process takes over. */
const RENEWALS_PER_LEASE = 3;

/** Takes messages for this process, and keeps them as long as it works on them. */
@Injectable()
export class DeliveryClaims {
  private readonly logger = new Logger(DeliveryClaims.name);

  constructor(
    private readonly database: Database,
    private readonly messages: MessageStore,
    private readonly clock: Clock,
    private readonly config: ParcoursConfig,
  ) {}

  /** How many messages one claim takes at the most. */
  get limit(): number {
    return this.config.work.deliveryBatch;
  }

  async take(range: DeliveryShare): Promise<Claim> {
    const now = this.clock.now();
    const until = now + this.config.work.leaseMs;
    const request = { ...range, now, limit: this.limit, until };
    const messages = await this.database.transaction(({ sql }) => this.messages.claim(sql, request));
    return { messages, until };
  }

  /**
   * Renews the claim while `work` goes on, so that a slow provider costs no duplicates. A process that has died or
   * stalls renews nothing, and its messages go to another one.
   */
  async keepDuring<T>(claim: Claim, work: () => Promise<T>): Promise<T> {
    let { until } = claim;
    let renewal = Promise.resolve();
    const renew = async () => {
      const next = this.clock.now() + this.config.work.leaseMs;
      const ids = claim.messages.map(({ id }) => id);
      try {
        await this.messages.renew(this.database.sql, ids, { from: until, to: next });
        until = next;
      } catch (error) {
        this.logger.warn(`a claim was not renewed, will try again: ${describeError(error)}`);
      }
    };
    const timer = setInterval(() => {
      renewal = renewal.then(renew);
    }, this.config.work.leaseMs / RENEWALS_PER_LEASE);
    try {
      return await work();
    } finally {
      clearInterval(timer);
      await renewal;
    }
  }
}

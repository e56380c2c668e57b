import { Injectable, Logger } from '@nestjs/common';
import { ParcoursConfig } from '@parcours/config';
import { Database } from '@parcours/database';
import { Clock } from '@parcours/kernel';

import type { ClaimedMessage } from '../outbox/message.js';
import { type DeliveryShare, MessageStore } from '../outbox/message.store.js';
import { renewDuring } from './claim-renewal.js';

/** Messages that this process alone may send, until a time. */
export interface Claim {
  readonly messages: readonly ClaimedMessage[];
  readonly until: number;
}

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

  async take(range: DeliveryShare, limit: number): Promise<Claim> {
    const now = this.clock.now();
    const until = now + this.config.work.leaseMs;
    const request = { ...range, now, limit, until };
    const messages = await this.database.transaction(({ sql }) => this.messages.claim(sql, request));
    return { messages, until };
  }

  /** Keeps the claim while `work` goes on. */
  async keepDuring<T>(claim: Claim, work: () => Promise<T>): Promise<T> {
    const { leaseMs } = this.config.work;
    const ids = claim.messages.map(({ id }) => id);
    let { until } = claim;
    const renew = async () => {
      const next = this.clock.now() + leaseMs;
      await this.messages.renew(this.database.sql, ids, { from: until, to: next });
      until = next;
    };
    const warn = (message: string) => {
      this.logger.warn(message);
    };
    return renewDuring({ leaseMs, renew, warn }, work);
  }
}

import { Injectable } from '@nestjs/common';
import { Database } from '@parcours/database';
import { ActionTrail } from '@parcours/http';
import { type Actor, Clock, formatInstant } from '@parcours/kernel';

import { DeliveryWaker } from '../delivery/delivery-waker.service.js';
import { MessagingErrors } from '../messaging.errors.js';
import { requeueFailed } from '../outbox/failed-messages.js';
import { type DeadLetter, type DeadLetterFilter, DeadLetterStore } from './dead-letter.store.js';

/** How many are sent again at a time. */
export const MOST_RETRIED = 10_000;

export interface Retried {
  /** How many could be sent again; `MOST_RETRIED` at the most. */
  readonly matching: number;
  readonly retried: number;
  readonly hasMore: boolean;
}

/** Sends what had failed for good after all. What a delivery looks at before it sends, it looks at again. */
@Injectable()
export class DeadLetters {
  constructor(
    private readonly database: Database,
    private readonly letters: DeadLetterStore,
    private readonly waker: DeliveryWaker,
    private readonly trail: ActionTrail,
    private readonly clock: Clock,
  ) {}

  /** @throws messages.not-failed, messages.too-late, messages.replaced */
  async retryOne(id: number, by: Actor): Promise<void> {
    const letter = await this.database.transaction(async ({ sql }) => {
      const now = this.clock.now();
      const found = await this.letters.obstacles(sql, id, now);
      if (found?.isExpired) throw MessagingErrors.tooLate({ id: String(id) });
      if (found?.isReplaced) throw MessagingErrors.replaced({ id: String(id) });
      if (!found || (await requeueFailed(sql, [id], now)) === 0) {
        throw MessagingErrors.notFailed({ id: String(id) });
      }
      const subject = { type: 'messages', key: String(id) };
      await this.trail.record(sql, { action: 'messages.retried', subject, by });
      return found;
    });
    this.waker.wakeFor([letter]);
  }

  async count(filter: DeadLetterFilter): Promise<Retried> {
    const found = await this.find(filter);
    return {
      matching: Math.min(found.length, MOST_RETRIED),
      retried: 0,
      hasMore: found.length > MOST_RETRIED,
    };
  }

  async retryAll(filter: DeadLetterFilter, by: Actor): Promise<Retried> {
    const found = await this.find(filter);
    const letters = found.slice(0, MOST_RETRIED);
    const ids = letters.map(({ id }) => id);
    const retried = await this.database.transaction(async ({ sql }) => {
      const count = await requeueFailed(sql, ids, this.clock.now());
      if (count > 0) {
        const subject = { type: 'messages', key: 'failed' };
        await this.trail.record(sql, {
          action: 'messages.retried',
          subject,
          details: detailsOf(filter, count),
          by,
        });
      }
      return count;
    });
    this.waker.wakeFor(letters);
    return { matching: letters.length, retried, hasMore: found.length > letters.length };
  }

  /** Read before the transaction: the update says once more that they have failed. */
  private find(filter: DeadLetterFilter): Promise<DeadLetter[]> {
    const request = { now: this.clock.now(), limit: MOST_RETRIED + 1 };
    return this.letters.find(this.database.sql, filter, request);
  }
}

function detailsOf(
  { connector, journey, code, createdSince, createdUntil }: DeadLetterFilter,
  count: number,
) {
  return {
    ...(connector !== undefined && { connector }),
    ...(journey !== undefined && { journey }),
    ...(code !== undefined && { code }),
    createdSince: formatInstant(createdSince),
    createdUntil: formatInstant(createdUntil),
    count,
  };
}

import { Injectable } from '@nestjs/common';
import { Database, type Sql } from '@parcours/database';
import { ActionTrail } from '@parcours/http';
import { type Actor, formatInstant } from '@parcours/kernel';

import { DeliveryWaker } from '../delivery/delivery-waker.service.js';
import { MessagingErrors } from '../messaging.errors.js';
import { DeadLetterReplay } from './dead-letter-replay.service.js';
import { type DeadLetter, type DeadLetterFilter, DeadLetterStore } from './dead-letter.store.js';

/** How many are sent again at a time. */
export const MOST_RETRIED = 10_000;

export interface Retried {
  /** How many could be sent again; `MOST_RETRIED` at the most. */
  readonly matching: number;
  readonly retried: number;
  readonly hasMore: boolean;
}

/** Who asks for it, and when. */
export interface RetryOrder {
  readonly by: Actor;
  readonly now: number;
}

/** Sends what had failed for good after all. What a delivery looks at before it sends, it looks at again. */
@Injectable()
export class DeadLetters {
  constructor(
    private readonly database: Database,
    private readonly letters: DeadLetterStore,
    private readonly replay: DeadLetterReplay,
    private readonly waker: DeliveryWaker,
    private readonly trail: ActionTrail,
  ) {}

  /** @throws messages.not-failed, messages.too-late, messages.replaced, messages.no-room */
  async retryOne(id: number, { by, now }: RetryOrder): Promise<void> {
    const letter = await this.sendable(this.database.sql, id, now);
    const book = await this.replay.policies();
    await this.database.transaction(async ({ sql }) => {
      if ((await this.replay.requeue(sql, [letter], { book, now })) === 0) {
        await this.sendable(sql, id, now);
        throw MessagingErrors.noRoom({ id: String(id) });
      }
      const subject = { type: 'messages', key: String(id) };
      await this.trail.record(sql, { action: 'messages.retried', subject, by });
    });
    this.waker.wakeFor([letter]);
  }

  async count(filter: DeadLetterFilter, now: number): Promise<Retried> {
    const found = await this.find(filter, now);
    return {
      matching: Math.min(found.length, MOST_RETRIED),
      retried: 0,
      hasMore: found.length > MOST_RETRIED,
    };
  }

  async retryAll(filter: DeadLetterFilter, { by, now }: RetryOrder): Promise<Retried> {
    const found = await this.find(filter, now);
    const letters = found.slice(0, MOST_RETRIED);
    const book = await this.replay.policies();
    const retried = await this.database.transaction(async ({ sql }) => {
      const count = await this.replay.requeue(sql, letters, { book, now });
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

  private async sendable(sql: Sql, id: number, now: number): Promise<DeadLetter> {
    const found = await this.letters.obstacles(sql, id, now);
    if (found?.isExpired) throw MessagingErrors.tooLate({ id: String(id) });
    if (found?.isReplaced) throw MessagingErrors.replaced({ id: String(id) });
    if (!found) throw MessagingErrors.notFailed({ id: String(id) });
    return found;
  }

  /** Read before the transaction: the update says once more that they have failed. */
  private find(filter: DeadLetterFilter, now: number): Promise<DeadLetter[]> {
    return this.letters.find(this.database.sql, filter, { now, limit: MOST_RETRIED + 1 });
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

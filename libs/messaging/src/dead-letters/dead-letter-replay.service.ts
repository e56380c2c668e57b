import { Injectable } from '@nestjs/common';
import { PublishedContent } from '@parcours/content';
import { type Sql, waitForLanes } from '@parcours/database';

import { ContactStore } from '../outbox/contact.store.js';
import { requeueFailed } from '../outbox/failed-messages.js';
import type { ClaimedMessage } from '../outbox/message.js';
import { policyBookOf, type PolicyBook } from '../policies/compiled-policy.js';
import type { Contact } from '../policies/contact.js';
import { hasRoom, waitingAgain } from '../policies/delivery-timing.rules.js';
import { type DeadLetter, DeadLetterStore } from './dead-letter.store.js';

const AT_ONCE = 2_000;

/** What failed has left its place to others: it is sent again where every cap still has room for it. */
@Injectable()
export class DeadLetterReplay {
  constructor(
    private readonly content: PublishedContent,
    private readonly contacts: ContactStore,
    private readonly letters: DeadLetterStore,
  ) {}

  /** To be read before the transaction. */
  async policies(): Promise<PolicyBook> {
    return policyBookOf(await this.content.snapshot());
  }

  /**
   * To come first in its transaction: where there are caps, it has the lanes of the customers to itself until the commit,
   * as whoever decides on messages. Answers how many are sent again.
   */
  async requeue(
    sql: Sql,
    letters: readonly DeadLetter[],
    { book, now }: { book: PolicyBook; now: number },
  ): Promise<number> {
    const ids = letters.map(({ id }) => id);
    if (ids.length === 0) return 0;
    if (book.contactWindowMs === 0) return requeueFailed(sql, ids, now);
    const lanes = [...new Set(letters.map(({ lane }) => lane))];
    await waitForLanes(sql, lanes);
    let count = 0;
    for (let from = 0; from < ids.length; from += AT_ONCE) {
      const failed = await this.letters.stillFailed(sql, ids.slice(from, from + AT_ONCE), lanes);
      const customerIds = [...new Set(failed.map(({ customerId }) => customerId))];
      const since = now - book.contactWindowMs;
      const contacts = await this.contacts.recent(sql, { customerIds, since, now });
      count += await requeueFailed(sql, withRoom(book, failed, { contacts, now }), now);
    }
    return count;
  }
}

/** The ids of those that caps have room for, one after the other: each counts for those behind it. */
function withRoom(
  book: PolicyBook,
  failed: readonly ClaimedMessage[],
  { contacts, now }: { contacts: ReadonlyMap<number, readonly Contact[]>; now: number },
): number[] {
  const known = new Map<number, readonly Contact[]>(contacts);
  const going: number[] = [];
  for (const message of failed) {
    // One that may have been sent when it was given up does not stand in its own way.
    const others = (known.get(message.customerId) ?? []).filter(({ id }) => id !== message.id);
    if (!hasRoom(book, message, { contacts: others, now })) continue;
    known.set(message.customerId, [...others, waitingAgain(message, now)]);
    going.push(message.id);
  }
  return going;
}

import { Injectable } from '@nestjs/common';
import type { Sql } from '@parcours/database';
import {
  type ClaimedMessage,
  hasRoom,
  MessageStore,
  policyBookOf,
  type Redelivered,
} from '@parcours/messaging';

import type { ContactDesk } from '../facts/contact-desk.js';
import type { LaneChanges, LaneWork } from '../lanes/lane-work.js';
import { HeldEntryStore } from '../pauses/held-entry.store.js';
import { OperationStore } from './operation.store.js';

/** Writes what a batch makes of pauses and operations: nothing at all where there is neither. */
@Injectable()
export class OperationsWriter {
  constructor(
    private readonly operations: OperationStore,
    private readonly held: HeldEntryStore,
    private readonly messages: MessageStore,
  ) {}

  /** Answers the messages that are sent after all. */
  async write(
    sql: Sql,
    { lane, now, open }: LaneWork,
    { changes, contacts }: { changes: LaneChanges; contacts: ContactDesk },
  ): Promise<readonly Redelivered[]> {
    await this.held.add(sql, lane, changes.held);
    for (const [id, tally] of changes.operations)
      await this.operations.count(sql, { id, lane, now, ...tally });
    const book = policyBookOf(open.content);
    // What failed has left its place to others: where they have taken it, it stays as it is.
    const isAllowed = (message: ClaimedMessage) => {
      const known = contacts.ofCustomer(message.customerId);
      if (!hasRoom(book, message, { contacts: known, now })) return false;
      contacts.addAgain(message, now);
      return true;
    };
    return this.messages.retryFailed(sql, changes.retried, { now, isAllowed });
  }
}

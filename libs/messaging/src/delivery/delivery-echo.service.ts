import { Injectable } from '@nestjs/common';
import { type Customer, CustomerStore, DueStore, MembershipRuleBook } from '@parcours/audience';
import type { Sql } from '@parcours/database';
import { InboxStore, type OutcomeEntry } from '@parcours/events';

import type { DeliveryOutcome, FinishedMessage } from '../outbox/message.js';
import { RefusedAddresses } from './refused-addresses.service.js';

/** Whom the end of a delivery concerns. */
export interface Echo {
  /** Segments mention what became of messages. */
  readonly isForSegments: boolean;
}

/** What follows from the end of messages: steps and segments hear of it, and addresses that are gone get nothing more. */
@Injectable()
export class DeliveryEcho {
  constructor(
    private readonly customers: CustomerStore,
    private readonly inbox: InboxStore,
    private readonly book: MembershipRuleBook,
    private readonly dues: DueStore,
    private readonly refused: RefusedAddresses,
  ) {}

  /** Not inside a transaction. */
  async prepare(): Promise<Echo> {
    return { isForSegments: (await this.book.now()).mentionsMessages };
  }

  /** In the transaction that records how the messages ended. Answers the lanes to wake. */
  async tell(
    sql: Sql,
    finished: readonly FinishedMessage[],
    { isForSegments }: Echo,
  ): Promise<ReadonlySet<number>> {
    await this.refused.suppress(sql, finished);
    const ended = finished.filter(({ outcome }) => isOutcome(outcome));
    // Where another message takes its place, that one's outcome is what the step waits for.
    const awaited = ended.filter(
      ({ message, outcome }) => message.reportsOutcome && !(outcome.kind === 'failed' && message.hasFallback),
    );
    const concerned = isForSegments ? ended : awaited;
    if (concerned.length === 0) return new Set();
    const ids = concerned.map(({ message }) => message.customerId);
    const customers = await this.customers.findCurrent(sql, [...new Set(ids)]);
    const { rows, lanes } = this.inbox.rowsOf(awaited.flatMap((each) => outcomeEntry(each, customers) ?? []));
    if (rows.length > 0) await this.inbox.insert(sql, rows);
    if (!isForSegments) return lanes;
    const people = [...new Map([...customers.values()].map((customer) => [customer.id, customer])).values()];
    await this.dues.request(sql, people);
    return new Set([...lanes, ...people.map(({ lane }) => lane)]);
  }
}

function outcomeEntry(
  { message, outcome }: FinishedMessage,
  customers: ReadonlyMap<number, Customer>,
): OutcomeEntry | undefined {
  const customerKey = customers.get(message.customerId)?.externalId;
  if (customerKey === undefined) return undefined;
  const { enrollmentId, step, visit } = message;
  return {
    kind: 'outcome',
    customerKey,
    enrollmentId,
    step,
    visit,
    outcome: outcome.kind === 'sent' ? 'sent' : 'failed',
  };
}

function isOutcome({ kind }: DeliveryOutcome): boolean {
  return kind === 'sent' || kind === 'failed';
}
